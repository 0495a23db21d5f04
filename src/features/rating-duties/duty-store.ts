import type { Db, Trx } from '../../db/db.ts';
import { type ClauseDuties, freeClause } from '../../model/clause-duties.ts';

/** Clause id → who rates it and how; clauses that are free to all and rated together are missing. */
export type DutiesByClause = ReadonlyMap<string, ClauseDuties>;

interface AssignmentRow {
  readonly clause_id: string;
  readonly user_id: string;
  readonly name: string;
}

/** Three statements, however many clauses there are. `clauseIds` narrows them to these. */
export async function readDuties(db: Db, assessmentId: string, clauseIds?: readonly string[]): Promise<DutiesByClause> {
  const narrow = (table: string) => {
    const query = db(table).where({ [`${table}.assessment_id`]: assessmentId });
    return clauseIds ? query.whereIn(`${table}.clause_id`, [...clauseIds]) : query;
  };
  const independent: { clause_id: string; opened_at: string | null }[] = await narrow('independent_clauses').select(
    'clause_id',
    'opened_at',
  );
  const assigned: AssignmentRow[] = await narrow('clause_assignments')
    .join('users', 'users.id', 'clause_assignments.user_id')
    .join('team_members', (on) =>
      on
        .on('team_members.user_id', 'clause_assignments.user_id')
        .on('team_members.assessment_id', 'clause_assignments.assessment_id'),
    )
    .whereIn('team_members.role', ['leader', 'auditor'])
    .orderBy(['users.name', 'users.id'])
    .select('clause_assignments.clause_id', 'clause_assignments.user_id', 'users.name');
  const submitted: { clause_id: string; user_id: string }[] =
    independent.length === 0 ? [] : await narrow('independent_submissions').select('clause_id', 'user_id');

  const duties = new Map<string, ClauseDuties>();
  const change = (clauseId: string, how: (known: ClauseDuties) => Partial<ClauseDuties>) => {
    const known = duties.get(clauseId) ?? freeClause;
    duties.set(clauseId, { ...known, ...how(known) });
  };
  for (const row of independent) change(row.clause_id, () => ({ independent: true, openedAt: row.opened_at }));
  for (const { clause_id, user_id, name } of assigned)
    change(clause_id, ({ raters }) => ({ raters: [...raters, { userId: user_id, name }] }));
  for (const row of submitted) change(row.clause_id, (known) => ({ submitted: [...known.submitted, row.user_id] }));
  return duties;
}

export async function readDutiesOf(db: Db, assessmentId: string, clauseId: string): Promise<ClauseDuties> {
  return (await readDuties(db, assessmentId, [clauseId])).get(clauseId) ?? freeClause;
}

/** What the leader sets for clauses. */
export interface Assignment {
  readonly assessmentId: string;
  readonly clauseIds: readonly string[];
  readonly userIds: readonly string[];
  readonly by: string;
  readonly at: Date;
}

/** Puts these people in charge instead of those who were. */
export async function replaceAssignments(trx: Trx, assignment: Assignment): Promise<void> {
  const { assessmentId, clauseIds, userIds, by, at } = assignment;
  await trx('clause_assignments')
    .where({ assessment_id: assessmentId })
    .whereIn('clause_id', [...clauseIds])
    .delete();
  const rows = clauseIds.flatMap((clauseId) =>
    userIds.map((userId) => ({
      assessment_id: assessmentId,
      clause_id: clauseId,
      user_id: userId,
      assigned_by: by,
      assigned_at: at.toISOString(),
    })),
  );
  if (rows.length > 0) await trx.batchInsert('clause_assignments', rows, 100);
}

export async function insertIndependent(
  trx: Trx,
  { assessmentId, clauseIds, by, at }: Pick<Assignment, 'assessmentId' | 'clauseIds' | 'by' | 'at'>,
): Promise<void> {
  const rows = clauseIds.map((clauseId) => ({
    assessment_id: assessmentId,
    clause_id: clauseId,
    marked_by: by,
    marked_at: at.toISOString(),
  }));
  if (rows.length > 0) await trx.batchInsert('independent_clauses', rows, 100);
}

export async function deleteIndependent(trx: Trx, assessmentId: string, clauseIds: readonly string[]): Promise<void> {
  await trx('independent_clauses')
    .where({ assessment_id: assessmentId })
    .whereIn('clause_id', [...clauseIds])
    .delete();
}

export async function markOpened(trx: Trx, assessmentId: string, clauseIds: readonly string[], at: Date): Promise<void> {
  await trx('independent_clauses')
    .where({ assessment_id: assessmentId })
    .whereIn('clause_id', [...clauseIds])
    .update({ opened_at: at.toISOString() });
}

export async function insertSubmissions(
  trx: Trx,
  assessmentId: string,
  userId: string,
  clauseIds: readonly string[],
  at: Date,
): Promise<void> {
  const rows = clauseIds.map((clauseId) => ({
    assessment_id: assessmentId,
    clause_id: clauseId,
    user_id: userId,
    submitted_at: at.toISOString(),
  }));
  if (rows.length > 0) await trx.batchInsert('independent_submissions', rows, 100);
}

export async function deleteSubmission(trx: Trx, assessmentId: string, userId: string, clauseId: string): Promise<void> {
  await trx('independent_submissions').where({ assessment_id: assessmentId, user_id: userId, clause_id: clauseId }).delete();
}
