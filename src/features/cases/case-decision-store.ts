import { randomUUID } from 'node:crypto';
import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { type DecisionKind, decisionKinds } from '../../model/case-life.ts';
import { AppError } from '../../model/errors.ts';
import { type CasePart, caseParts, type Hand } from '../../model/four-eyes.ts';
import type { Decision, DecisionInput } from './case.ts';

/** The whole team of its audit, and who reviewed and decided so far. */
export async function listHands(db: Db, caseId: string, assessmentId: string | null): Promise<Hand[]> {
  const taken: { user_id: string; part: string }[] = await db('case_hands').where({ case_id: caseId }).select('user_id', 'part');
  const team: string[] = await db('team_members')
    .where({ assessment_id: assessmentId ?? '' })
    .pluck('user_id');
  return [
    ...team.map((userId) => ({ userId, part: 'rate' as const })),
    ...taken.map(({ user_id, part }) => ({ userId: user_id, part: toPart(part) })),
  ];
}

/** Writes down who took which part. Throws `conflict` when they have another part already: the key of the table holds it. */
export async function insertHands(trx: Trx, caseId: string, hands: readonly Hand[]): Promise<void> {
  const rows = [...hands]
    .sort((a, b) => (a.userId < b.userId ? -1 : 1))
    .map(({ userId, part }) => ({ case_id: caseId, user_id: userId, part }));
  if (rows.length === 0) return;
  await trx('case_hands').insert(rows).onConflict(['case_id', 'user_id']).ignore();
  const kept: { user_id: string; part: string }[] = await trx('case_hands').where({ case_id: caseId }).select('user_id', 'part');
  const parts = new Map(kept.map(({ user_id, part }) => [user_id, part]));
  const wrong = hands.find(({ userId, part }) => parts.get(userId) !== part);
  if (wrong) throw new AppError('conflict', message('cases.fourEyes'));
}

/** How many findings of each grade there are, and how many of them are closed. */
export async function countFindingsByGrade(
  db: Db,
  assessmentId: string,
): Promise<{ grade: string; all: number; closed: number }[]> {
  const rows: { grade: string; state: string; count: number | string }[] = await db('findings')
    .where({ assessment_id: assessmentId })
    .whereNot({ state: 'withdrawn' })
    .whereIn('grade', ['major', 'minor', 'observation', 'opportunity'])
    .groupBy('grade', 'state')
    .select('grade', 'state')
    .count({ count: '*' });
  return ['major', 'minor', 'observation', 'opportunity'].flatMap((grade) => {
    const own = rows.filter((row) => row.grade === grade);
    const sum = (of: typeof own) => of.reduce((total, { count }) => total + Number(count), 0);
    return own.length === 0 ? [] : [{ grade, all: sum(own), closed: sum(own.filter(({ state }) => state === 'closed')) }];
  });
}

export async function insertDecision(
  trx: Trx,
  caseId: string,
  decision: DecisionInput & { readonly text: string; readonly sha256: string; readonly by: string; readonly at: Date },
): Promise<string> {
  const last = await trx('case_decisions').where({ case_id: caseId }).max({ place: 'place' }).first();
  const id = randomUUID();
  await trx('case_decisions').insert({
    id,
    case_id: caseId,
    place: Number(last?.place ?? 0) + 1,
    kind: decision.kind,
    reason: decision.reason,
    effective_on: decision.effectiveOn,
    until: decision.until,
    scope: decision.scope,
    scope_en: decision.scopeEn,
    signed_text: decision.text,
    sha256: decision.sha256,
    signed_by: decision.by,
    signed_at: decision.at.toISOString(),
  });
  return id;
}

interface DecisionRow {
  readonly id: string;
  readonly place: number;
  readonly kind: string;
  readonly reason: string;
  readonly effective_on: string;
  readonly until: string | null;
  readonly scope: string | null;
  readonly scope_en: string | null;
  readonly sha256: string;
  readonly name: string;
  readonly signed_at: string;
}

/** In order, without the texts. */
export async function listDecisions(db: Db, caseId: string): Promise<Decision[]> {
  const rows: DecisionRow[] = await db('case_decisions')
    .join('users', 'users.id', 'case_decisions.signed_by')
    .where({ case_id: caseId })
    .orderBy('case_decisions.place')
    .limit(200)
    .select(
      ['id', 'place', 'kind', 'reason', 'effective_on', 'until', 'scope', 'scope_en', 'sha256', 'signed_at'].map(
        (name) => `case_decisions.${name}`,
      ),
    )
    .select('users.name');
  return rows.map((row) => ({
    id: row.id,
    place: row.place,
    kind: toKind(row.kind),
    reason: row.reason,
    effectiveOn: row.effective_on,
    until: row.until,
    scope: row.scope,
    scopeEn: row.scope_en,
    sha256: row.sha256,
    signedBy: row.name,
    signedAt: row.signed_at,
  }));
}

/** The text as it was signed. Throws `not_found`. */
export async function findSignedText(db: Db, caseId: string, id: string): Promise<{ text: string; place: number }> {
  const row: { signed_text: string; place: number } | undefined = await db('case_decisions')
    .where({ id, case_id: caseId })
    .first('signed_text', 'place');
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return { text: row.signed_text, place: row.place };
}

/** What the reviewer wrote last, and who that was. */
export async function findOptionalReview(db: Db, caseId: string): Promise<{ by: string; text: string } | null> {
  const row: { name: string; text: string } | undefined = await db('case_steps')
    .join('users', 'users.id', 'case_steps.by')
    .where({ case_id: caseId, deed: 'review' })
    .orderBy('case_steps.place', 'desc')
    .first('users.name', 'case_steps.text');
  return row ? { by: row.name, text: row.text } : null;
}

function toPart(value: string): CasePart {
  const part = caseParts.find((known) => known === value);
  if (!part) throw new Error(`The database holds an unknown part in a certification: ${value}`);
  return part;
}

function toKind(value: string): DecisionKind {
  const kind = decisionKinds.find((known) => known === value);
  if (!kind) throw new Error(`The database holds an unknown kind of decision: ${value}`);
  return kind;
}
