import type { ExpiredKind } from './expired-kind.ts';
import { listExpired } from './expired-query-store.ts';

/** Notices in people's inboxes, read or not, and the letters in which they went out. */
export const oldNotices: ExpiredKind = {
  list: (db, before, most) =>
    listExpired(
      db,
      () => db('notices').join('users', 'users.id', 'notices.user_id').where('notices.at', '<', before.toISOString()),
      { id: 'notices.id', label: 'users.name', endedAt: 'notices.at', held: null },
      most,
    ),
  async remove(trx, ids) {
    const mails: (string | null)[] = await trx('notices')
      .whereIn('id', [...ids])
      .pluck('mail_id');
    await trx('notices')
      .whereIn('id', [...ids])
      .delete();
    const used = trx('notices').whereNotNull('mail_id').select('mail_id');
    await trx('mails')
      .whereIn(
        'id',
        mails.filter((id) => id !== null),
      )
      .whereNot({ state: 'waiting' })
      .whereNotIn('id', used)
      .delete();
    return [];
  },
};

/** Background work that ended. */
export const endedTasks: ExpiredKind = {
  list: (db, before, most) =>
    listExpired(
      db,
      () => db('tasks').leftJoin('users', 'users.id', 'tasks.asked_by').where('tasks.ended_at', '<', before.toISOString()),
      { id: 'tasks.id', label: db.raw("coalesce(users.name, '–')"), endedAt: 'tasks.ended_at', held: null },
      most,
    ),
  async remove(trx, ids) {
    await trx('tasks')
      .whereIn('id', [...ids])
      .delete();
    return [];
  },
};
