import type { Db } from '../../db/db.ts';

/** Administrators who can sign in and have neither a second factor nor a passkey. */
export async function countUnprotectedAdministrators(db: Db): Promise<number> {
  const row = await db('user_roles')
    .join('users', 'users.id', 'user_roles.user_id')
    .where({ 'user_roles.role': 'administrator', 'users.active': true })
    .whereNotIn('users.id', db('authenticators').select('user_id'))
    .whereNotIn('users.id', db('passkeys').select('user_id'))
    .count({ total: '*' })
    .first();
  return Number(row?.total ?? 0);
}
