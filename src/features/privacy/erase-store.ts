import { randomUUID } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import { personTraces } from '../../model/person-traces.ts';

/** Removes the rows that are the person's alone: one statement a table of the list. */
export async function removePersonRows(
  trx: Trx,
  { id, signInName }: { readonly id: string; readonly signInName: string },
): Promise<void> {
  for (const { table, column, erasure } of personTraces)
    if (erasure === 'removed')
      await trx(table)
        .where({ [column]: id })
        .delete();
  await trx('account_letters').where({ sign_in_key: signInName }).delete();
}

/** Takes out of rows that stay what they say of the person. */
export async function emptyPerson(trx: Trx, id: string, pseudonym: string): Promise<void> {
  await trx('users')
    .where({ id })
    .update({
      // There is no password, so that nobody signs in by it; the former name is free again.
      sign_in_name: `erased:${randomUUID()}`,
      name: pseudonym,
      registration_number: null,
      language: null,
      password_hash: null,
      active: false,
      email: null,
      password_changed_at: null,
    });
  await trx('competences').where({ user_id: id }).update({ registration_number: null, proof: '' });
  await trx('impartiality_statements').where({ user_id: id }).update({ signed_name: pseudonym, explanations: '{}' });
}
