import type { Trx } from '../../db/db.ts';

/** Accepts those of the pieces that nobody judged yet. Returns their ids. */
export async function acceptHandedIn(
  trx: Trx,
  ids: readonly string[],
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<string[]> {
  const open: string[] = await trx('evidence')
    .whereIn('id', [...ids])
    .where({ status: 'submitted' })
    .pluck('id');
  if (open.length === 0) return [];
  await trx('evidence')
    .whereIn('id', open)
    .update({ status: 'accepted', judged_by: by, judged_at: at.toISOString(), revision: trx.raw('revision + 1') });
  return open;
}
