import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { IsoTime } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import type { ConflictRuling, ImpartialityQuestion } from '../../model/independence.ts';
import { toQuestions, toRuling } from '../assessments/team-store.ts';

/** What somebody stated of their impartiality in one audit. */
export interface Statement {
  readonly id: string;
  readonly assessmentId: string;
  readonly userId: string;
  /** The questions answered yes. */
  readonly yes: readonly ImpartialityQuestion[];
  readonly explanations: Readonly<Partial<Record<ImpartialityQuestion, string>>>;
  readonly signedName: string;
  readonly signedAt: IsoTime;
  /** Number of the audit of the same organization in which it was signed; null: in this one. */
  readonly declaredIn: string | null;
  /** null: it is the one that counts. */
  readonly supersededAt: IsoTime | null;
  readonly ruling: {
    readonly ruling: ConflictRuling;
    readonly reason: string;
    readonly measures: string;
    readonly by: string;
    readonly at: IsoTime;
  } | null;
}

interface StatementRow {
  readonly id: string;
  readonly assessment_id: string;
  readonly user_id: string;
  readonly yes: string;
  readonly explanations: string;
  readonly signed_name: string;
  readonly signed_at: string;
  readonly superseded_at: string | null;
  readonly ruling: string | null;
  readonly ruling_reason: string | null;
  readonly measures: string | null;
  readonly ruled_by: string | null;
  readonly ruled_at: string | null;
  readonly ruled_by_name?: string | null;
  readonly declared_in?: string | null;
}

/** Every statement in an assessment, of one person or of all, the newest first; 500 at most. */
export async function listStatements(db: Db, assessmentId: string, userId: string | null = null): Promise<Statement[]> {
  const rows: StatementRow[] = await db('impartiality_statements')
    .leftJoin('users', 'users.id', 'impartiality_statements.ruled_by')
    .leftJoin('impartiality_statements as sources', 'sources.id', 'impartiality_statements.carried_from')
    .leftJoin('assessments as homes', 'homes.id', 'sources.assessment_id')
    .where({ 'impartiality_statements.assessment_id': assessmentId })
    .modify((query) => {
      if (userId !== null) query.where({ 'impartiality_statements.user_id': userId });
    })
    .orderBy([
      { column: 'impartiality_statements.signed_at', order: 'desc' },
      { column: 'impartiality_statements.id', order: 'desc' },
    ])
    .limit(500)
    .select('impartiality_statements.*', 'users.name as ruled_by_name', 'homes.number as declared_in');
  return rows.map(toStatement);
}

/** The one that counts. Throws `not_found` also when it is superseded or another assessment's. */
export async function findStatement(db: Db, assessmentId: string, id: string): Promise<Statement> {
  const row: StatementRow | undefined = await db('impartiality_statements')
    .where({ id, assessment_id: assessmentId })
    .whereNull('superseded_at')
    .first();
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return toStatement(row);
}

/** `carriedFrom`: the statement in another audit that it repeats. */
export interface NewStatement extends Omit<Statement, 'supersededAt' | 'ruling' | 'declaredIn'> {
  readonly carriedFrom: string | null;
}

/** Takes the place of an earlier one, which stays as history. */
export async function insertStatement(trx: Trx, statement: NewStatement): Promise<void> {
  const { assessmentId, userId } = statement;
  await trx('impartiality_statements')
    .where({ assessment_id: assessmentId, user_id: userId })
    .whereNull('superseded_at')
    .update({ superseded_at: statement.signedAt });
  await trx('impartiality_statements').insert({
    id: statement.id,
    assessment_id: assessmentId,
    user_id: userId,
    yes: statement.yes.join(' '),
    explanations: JSON.stringify(statement.explanations),
    signed_name: statement.signedName,
    signed_at: statement.signedAt,
    carried_from: statement.carriedFrom,
  });
}

/** A statement in another open audit of the organization that has to take a conflict in. */
interface Receiver {
  readonly assessmentId: string;
  readonly number: string;
  readonly yes: readonly ImpartialityQuestion[];
  readonly explanations: Statement['explanations'];
}

/**
 * The person's standing statements in other open audits of the organization that do not yet say everything that was now
 * declared; a hundred at most. Where nothing was signed yet nothing is carried: the form asks.
 */
export async function listToCarryInto(
  db: Db,
  { id, organizationId }: { readonly id: string; readonly organizationId: string },
  declared: Pick<Statement, 'userId' | 'yes'>,
): Promise<Receiver[]> {
  const rows: (StatementRow & { readonly number: string })[] = await db('impartiality_statements')
    .join('assessments', 'assessments.id', 'impartiality_statements.assessment_id')
    .join('team_members', (join) => {
      join.on('team_members.assessment_id', 'assessments.id').andOn('team_members.user_id', 'impartiality_statements.user_id');
    })
    .where({ 'assessments.organization_id': organizationId, 'impartiality_statements.user_id': declared.userId })
    .whereNot('assessments.id', id)
    .whereNotIn('assessments.state', ['finished', 'stopped'])
    .whereNull('impartiality_statements.superseded_at')
    .orderBy('assessments.number')
    .limit(100)
    .select('impartiality_statements.*', 'assessments.number');
  return rows
    .map((row) => ({ ...toStatement(row), number: row.number }))
    .filter(({ yes }) => declared.yes.some((question) => !yes.includes(question)))
    .map(({ assessmentId, number, yes, explanations }) => ({ assessmentId, number, yes, explanations }));
}

export async function updateRuling(
  trx: Trx,
  id: string,
  ruling: {
    readonly ruling: ConflictRuling;
    readonly reason: string;
    readonly measures: string;
    readonly by: string;
    readonly at: string;
  },
): Promise<void> {
  await trx('impartiality_statements').where({ id }).update({
    ruling: ruling.ruling,
    ruling_reason: ruling.reason,
    measures: ruling.measures,
    ruled_by: ruling.by,
    ruled_at: ruling.at,
  });
}

/** Ids of the people who run the programme: they rule on conflicts. */
export async function listOfficeIds(db: Db): Promise<string[]> {
  const office = db('user_roles').whereIn('role', ['administrator', 'programme-manager']).select('user_id');
  return db('users').whereIn('id', office).where({ active: true }).limit(100).pluck('id');
}

function toStatement(row: StatementRow): Statement {
  const ruling = toRuling(row.ruling);
  return {
    id: row.id,
    assessmentId: row.assessment_id,
    userId: row.user_id,
    yes: toQuestions(row.yes),
    explanations: JSON.parse(row.explanations),
    signedName: row.signed_name,
    signedAt: row.signed_at,
    declaredIn: row.declared_in ?? null,
    supersededAt: row.superseded_at,
    ruling: ruling && {
      ruling,
      reason: row.ruling_reason ?? '',
      measures: row.measures ?? '',
      by: row.ruled_by_name ?? '',
      at: row.ruled_at ?? '',
    },
  };
}
