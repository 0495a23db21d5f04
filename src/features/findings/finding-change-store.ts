import type { Db, Trx } from '../../db/db.ts';
import type { FindingDeed, FindingKind, FindingState } from '../../model/finding-life.ts';
import type { FindingEvent } from './finding.ts';

/** What somebody of the team states. */
export interface NewFinding {
  readonly id: string;
  readonly assessmentId: string;
  readonly kind: FindingKind;
  readonly clause: string | null;
  readonly ground: string | null;
  readonly requirement: string;
  readonly statement: string;
  readonly site: string | null;
  readonly by: string;
  readonly at: Date;
}

export async function insertFinding(trx: Trx, finding: NewFinding): Promise<void> {
  await trx('findings').insert({
    id: finding.id,
    assessment_id: finding.assessmentId,
    grade: finding.kind,
    clause_id: finding.clause,
    ground: finding.ground,
    requirement: finding.requirement,
    statement: finding.statement,
    site_id: finding.site,
    created_by: finding.by,
    created_at: finding.at.toISOString(),
  });
}

/** What changes of a finding; what is left out stays. */
export interface FindingPatch {
  readonly state?: FindingState;
  readonly grade?: FindingKind;
  readonly clause_id?: string | null;
  readonly site_id?: string | null;
  readonly requirement?: string;
  readonly statement?: string;
  readonly number?: number;
  readonly issued_at?: string;
  readonly answer_due?: string | null;
  readonly correction_due?: string | null;
  readonly correction?: string;
  readonly cause?: string;
  readonly action?: string;
  readonly responsible?: string;
  readonly planned_for?: string | null;
  readonly verified_by?: string | null;
  readonly verified_on?: string | null;
  readonly verified_how?: string | null;
  readonly closed_at?: string;
  readonly asked_until?: string | null;
  readonly asked_why?: string | null;
}

/** False when somebody else has changed it since that revision; nothing is written then. */
export async function updateFinding(trx: Trx, id: string, revision: number, patch: FindingPatch): Promise<boolean> {
  const changed = await trx('findings')
    .where({ id, revision })
    .update({ ...patch, revision: revision + 1 });
  return changed === 1;
}

/** The next number of the assessment, whose row the caller holds. Numbers are given once and in turn. */
export async function nextNumber(trx: Trx, assessmentId: string): Promise<number> {
  const row = await trx('findings').where({ assessment_id: assessmentId }).max({ last: 'number' }).first();
  return Number(row?.last ?? 0) + 1;
}

/** Puts evidence to a finding; `statement` replaces what stood there, `proof` is only added. References that are not of this assessment are left out. */
export async function linkEvidence(
  trx: Trx,
  { id, assessmentId }: { readonly id: string; readonly assessmentId: string },
  use: 'statement' | 'proof',
  evidenceIds: readonly string[],
): Promise<void> {
  if (use === 'statement') await trx('finding_evidence').where({ finding_id: id, use }).delete();
  const known: string[] = await trx('evidence')
    .where({ assessment_id: assessmentId })
    .whereIn('id', [...evidenceIds])
    .pluck('id');
  const rows = known.map((evidence_id) => ({ finding_id: id, evidence_id, use }));
  if (rows.length > 0) await trx('finding_evidence').insert(rows).onConflict(['finding_id', 'evidence_id', 'use']).ignore();
}

export async function insertFindingEvent(
  trx: Trx,
  findingId: string,
  { deed, text, by, at }: { readonly deed: FindingDeed; readonly text: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await trx('finding_events').insert({ finding_id: findingId, deed, text, done_by: by, done_at: at.toISOString() });
}

/** In the order in which it happened. */
export async function listFindingEvents(db: Db, findingId: string): Promise<FindingEvent[]> {
  const rows: { deed: FindingDeed; text: string; done_at: string; name: string }[] = await db('finding_events')
    .join('users', 'users.id', 'finding_events.done_by')
    .where({ finding_id: findingId })
    .orderBy('finding_events.place')
    .select('finding_events.deed', 'finding_events.text', 'finding_events.done_at', 'users.name');
  return rows.map(({ deed, text, done_at, name }) => ({ deed, text, at: done_at, by: name }));
}

/** Why a finding was returned the last time. */
export async function findLastReturn(db: Db, findingId: string): Promise<string | undefined> {
  const query = db('finding_events').where({ finding_id: findingId, deed: 'sendBack' }).orderBy('place', 'desc');
  return (await query.first('text'))?.text;
}
