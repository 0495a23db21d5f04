import type { Trx } from '../../db/db.ts';
import type { DueItem, DueStage } from '../notices/due.ts';

/** True when nobody was told of this at this stage yet; from then on somebody was. Two processes cannot both get true. */
export async function insertReminder(trx: Trx, item: DueItem, stage: DueStage, at: Date): Promise<boolean> {
  const key = { kind: item.kind, item_id: item.id, due_on: item.dueOn, stage };
  const inserted: unknown[] = await trx('reminders')
    .insert({ ...key, told_at: at.toISOString() })
    .onConflict(['kind', 'item_id', 'due_on', 'stage'])
    .ignore()
    .returning('kind');
  return inserted.length === 1;
}
