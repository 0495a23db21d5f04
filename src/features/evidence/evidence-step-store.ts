import type { Db, Trx } from '../../db/db.ts';
import type { IsoTime } from '../../model/dossier.ts';

/** What happened to a piece of evidence. */
export const evidenceDeeds = ['added', 'reused', 'changed', 'accepted', 'rejected', 'superseded', 'submitted'] as const;
export type EvidenceDeed = (typeof evidenceDeeds)[number];

export interface EvidenceStep {
  readonly at: IsoTime;
  readonly by: string | null;
  readonly deed: EvidenceDeed;
  /** Of a change: what was before, by field. Of a judgement: the reason. */
  readonly details: StepDetails;
}

export interface StepDetails {
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  readonly reason?: string | null;
  readonly reference?: string | null;
}

interface StepRow {
  readonly at: string;
  readonly name: string | null;
  readonly deed: string;
  readonly details: string;
}

/** Adds a step to each of these pieces. Steps are never changed. */
export async function insertEvidenceSteps(
  trx: Trx,
  ids: readonly string[],
  step: { readonly at: Date; readonly by: string; readonly deed: EvidenceDeed; readonly details?: StepDetails },
): Promise<void> {
  const counts: { evidence_id: string; last: number }[] = await trx('evidence_steps')
    .whereIn('evidence_id', [...ids])
    .groupBy('evidence_id')
    .select('evidence_id')
    .max({ last: 'place' });
  const last = new Map(counts.map((row) => [row.evidence_id, Number(row.last)]));
  const rows = ids.map((id) => ({
    evidence_id: id,
    place: (last.get(id) ?? 0) + 1,
    at: step.at.toISOString(),
    by: step.by,
    deed: step.deed,
    details: JSON.stringify(step.details ?? {}),
  }));
  await trx.batchInsert('evidence_steps', rows, 100);
}

/** The history of one piece, the newest first, the last hundred steps. */
export async function listEvidenceSteps(db: Db, evidenceId: string): Promise<EvidenceStep[]> {
  const rows: StepRow[] = await db('evidence_steps')
    .join('evidence', 'evidence.id', 'evidence_steps.evidence_id')
    .leftJoin('team_members as shoppers', function () {
      this.on('shoppers.assessment_id', 'evidence.assessment_id')
        .andOn('shoppers.user_id', 'evidence_steps.by')
        .andOnVal('shoppers.role', 'mystery-shopper');
    })
    .leftJoin('users', function () {
      this.on('users.id', 'evidence_steps.by').andOnNull('shoppers.user_id');
    })
    .where({ 'evidence_steps.evidence_id': evidenceId })
    .orderBy('evidence_steps.place', 'desc')
    .limit(100)
    .select('evidence_steps.at', 'users.name', 'evidence_steps.deed', 'evidence_steps.details');
  return rows.map(({ at, name, deed, details }) => ({ at, by: name, deed: toDeed(deed), details: JSON.parse(details) }));
}

function toDeed(value: string): EvidenceDeed {
  const deed = evidenceDeeds.find((known) => known === value);
  if (!deed) throw new Error(`The database holds an unknown deed on evidence: ${value}`);
  return deed;
}
