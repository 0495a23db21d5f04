import type { Knex } from 'knex';
import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { type Competence, type CompetenceGrade, competenceGrades } from '../../model/competence.ts';
import type { IsoDate, IsoTime } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import { pageSize } from '../../web/paging.ts';

/** A competence of one person as it was recorded. */
export interface StoredCompetence extends Competence {
  readonly id: string;
  readonly userId: string;
  readonly registrationNumber: string | null;
  /** How it is proven: certificate, witnessed audit, decision. */
  readonly proof: string;
  readonly createdBy: string;
  readonly createdAt: IsoTime;
}

/** A line of the list of everybody's competences. */
export interface ListedCompetence extends StoredCompetence {
  readonly personName: string;
}

interface CompetenceRow {
  readonly id: string;
  readonly user_id: string;
  readonly criteria_id: string | null;
  readonly trade: string | null;
  readonly grade: string;
  readonly registration_number: string | null;
  readonly from_date: string;
  readonly to_date: string;
  readonly proof: string;
  readonly created_by: string;
  readonly created_at: string;
}

export interface CompetenceFilter {
  readonly criteriaId: string | null;
  readonly trade: string | null;
  /** Only those that hold on this day. */
  readonly on: IsoDate | null;
  /** Only those that end from the first to the second day. */
  readonly ending: { readonly from: IsoDate; readonly to: IsoDate } | null;
}

/** Of one person, the one that holds longest first. */
export async function listCompetencesOf(db: Db, userId: string): Promise<StoredCompetence[]> {
  return (await listCompetencesOfAll(db, [userId])).get(userId) ?? [];
}

/** Of several people at once. */
export async function listCompetencesOfAll(db: Db, userIds: readonly string[]): Promise<Map<string, StoredCompetence[]>> {
  const rows: CompetenceRow[] = await db('competences')
    .whereIn('user_id', [...userIds])
    .orderBy([{ column: 'to_date', order: 'desc' }, 'from_date', 'id'])
    .select('*');
  const found = new Map<string, StoredCompetence[]>();
  for (const row of rows) found.set(row.user_id, [...(found.get(row.user_id) ?? []), toCompetence(row)]);
  return found;
}

/** One page of the competences of active people, what ends first in front, and how many there are. */
export async function listCompetences(
  db: Db,
  filter: CompetenceFilter,
  page: number,
): Promise<{ rows: ListedCompetence[]; total: number }> {
  const matching = () =>
    db('competences')
      .join('users', 'users.id', 'competences.user_id')
      .where({ 'users.active': true })
      .modify(applyFilter, filter);
  const counted = await matching().count({ total: '*' }).first();
  const rows: (CompetenceRow & { person_name: string })[] = await matching()
    .orderBy(['competences.to_date', 'users.name', 'competences.id'])
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select('competences.*', 'users.name as person_name');
  return { rows: rows.map((row) => ({ ...toCompetence(row), personName: row.person_name })), total: Number(counted?.total) };
}

function applyFilter(query: Knex.QueryBuilder, { criteriaId, trade, on, ending }: CompetenceFilter): void {
  const any = (column: string, value: string) =>
    query.where((rule) => {
      rule.whereNull(column).orWhere(column, value);
    });
  if (criteriaId !== null) any('competences.criteria_id', criteriaId);
  if (trade !== null) any('competences.trade', trade);
  if (on !== null) query.where('competences.from_date', '<=', on).where('competences.to_date', '>=', on);
  if (ending) query.where('competences.to_date', '>=', ending.from).where('competences.to_date', '<=', ending.to);
}

/** Trades that competences or organizations name, to choose from; a hundred at most. */
export async function listTrades(db: Db): Promise<string[]> {
  const trades = async (table: 'competences' | 'organizations'): Promise<string[]> =>
    db(table).whereNotNull('trade').distinct('trade').orderBy('trade').limit(100).pluck('trade');
  return [...new Set([...(await trades('competences')), ...(await trades('organizations'))])].slice(0, 100);
}

/** Throws `not_found` also when it is another person's. */
export async function findCompetence(db: Db, userId: string, id: string): Promise<StoredCompetence> {
  const row: CompetenceRow | undefined = await db('competences').where({ id, user_id: userId }).first();
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return toCompetence(row);
}

export async function insertCompetence(trx: Trx, competence: StoredCompetence): Promise<void> {
  await trx('competences').insert(toRow(competence));
}

export async function updateCompetence(trx: Trx, competence: StoredCompetence): Promise<void> {
  const { id, created_by: _by, created_at: _at, ...row } = toRow(competence);
  await trx('competences').where({ id }).update(row);
}

export async function deleteCompetence(trx: Trx, id: string): Promise<void> {
  await trx('competences').where({ id }).delete();
}

export function toGrade(value: string): CompetenceGrade {
  const grade = competenceGrades.find((known) => known === value);
  if (!grade) throw new Error(`The database holds an unknown grade of competence: ${value}`);
  return grade;
}

function toCompetence(row: CompetenceRow): StoredCompetence {
  return {
    id: row.id,
    userId: row.user_id,
    criteriaId: row.criteria_id,
    trade: row.trade,
    grade: toGrade(row.grade),
    registrationNumber: row.registration_number,
    from: row.from_date,
    to: row.to_date,
    proof: row.proof,
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}

function toRow(competence: StoredCompetence): CompetenceRow {
  return {
    id: competence.id,
    user_id: competence.userId,
    criteria_id: competence.criteriaId,
    trade: competence.trade,
    grade: competence.grade,
    registration_number: competence.registrationNumber,
    from_date: competence.from,
    to_date: competence.to,
    proof: competence.proof,
    created_by: competence.createdBy,
    created_at: competence.createdAt,
  };
}
