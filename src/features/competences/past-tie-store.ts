import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { PastTie } from '../../model/independence.ts';

/** Time that a person of the body worked for an organization or advised it. */
export interface StoredTie extends PastTie {
  readonly id: string;
  readonly userId: string;
  readonly organizationId: string;
  readonly note: string;
  readonly createdBy: string;
  readonly createdAt: string;
}

interface TieRow {
  readonly id: string;
  readonly user_id: string;
  readonly organization_id: string;
  readonly kind: string;
  readonly from_date: string;
  readonly to_date: string | null;
  readonly note: string;
  readonly created_by: string;
  readonly created_at: string;
}

/** Of one person, with the organization's name, the latest first. */
export async function listTiesOf(db: Db, userId: string): Promise<(StoredTie & { organizationName: string })[]> {
  const rows: (TieRow & { organization_name: string })[] = await db('past_ties')
    .join('organizations', 'organizations.id', 'past_ties.organization_id')
    .where({ 'past_ties.user_id': userId })
    .orderBy([{ column: 'past_ties.from_date', order: 'desc' }, 'past_ties.id'])
    .select('past_ties.*', 'organizations.name as organization_name');
  return rows.map((row) => ({ ...toTie(row), organizationName: row.organization_name }));
}

/** Of several people with one organization. */
export async function listTiesWith(db: Db, organizationId: string, userIds: readonly string[]): Promise<Map<string, PastTie[]>> {
  const rows: TieRow[] = await db('past_ties')
    .where({ organization_id: organizationId })
    .whereIn('user_id', [...userIds])
    .orderBy(['from_date', 'id']);
  const found = new Map<string, PastTie[]>();
  for (const row of rows) found.set(row.user_id, [...(found.get(row.user_id) ?? []), toTie(row)]);
  return found;
}

/** Throws `not_found` also when it is another person's. */
export async function findTie(db: Db, userId: string, id: string): Promise<StoredTie> {
  const row: TieRow | undefined = await db('past_ties').where({ id, user_id: userId }).first();
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return toTie(row);
}

export async function insertTie(trx: Trx, tie: StoredTie): Promise<void> {
  await trx('past_ties').insert({
    id: tie.id,
    user_id: tie.userId,
    organization_id: tie.organizationId,
    kind: tie.kind,
    from_date: tie.from,
    to_date: tie.to,
    note: tie.note,
    created_by: tie.createdBy,
    created_at: tie.createdAt,
  });
}

export async function deleteTie(trx: Trx, id: string): Promise<void> {
  await trx('past_ties').where({ id }).delete();
}

function toTie(row: TieRow): StoredTie {
  if (row.kind !== 'employment' && row.kind !== 'consulting')
    throw new Error(`The database holds an unknown kind of past tie: ${row.kind}`);
  return {
    id: row.id,
    userId: row.user_id,
    organizationId: row.organization_id,
    kind: row.kind,
    from: row.from_date,
    to: row.to_date,
    note: row.note,
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}
