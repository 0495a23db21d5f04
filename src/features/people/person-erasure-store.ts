import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';

/** That somebody's data was erased. */
export interface PersonErasure {
  readonly number: number;
  readonly erasedAt: string;
}

export async function findOptionalErasure(db: Db, userId: string): Promise<PersonErasure | null> {
  const row: { number: number; erased_at: string } | undefined = await db('person_erasures').where({ user_id: userId }).first();
  return row ? { number: row.number, erasedAt: row.erased_at } : null;
}

/** Throws `conflict` for somebody whose data was erased: there is nobody to give an account back to. */
export async function refuseErased(db: Db, userId: string): Promise<void> {
  if (await findOptionalErasure(db, userId)) throw new AppError('conflict', message('people.isErased'));
}

/** Puts the erasure on record. Gives the number by which the person is called. */
export async function insertErasure(
  trx: Trx,
  { userId, by, at }: { readonly userId: string; readonly by: string; readonly at: Date },
): Promise<number> {
  const last = await trx('person_erasures').max({ number: 'number' }).first();
  const number = Number(last?.number ?? 0) + 1;
  await trx('person_erasures').insert({ user_id: userId, number, erased_at: at.toISOString(), erased_by: by });
  return number;
}
