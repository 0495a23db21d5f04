import type { Db, Trx } from '../../db/db.ts';

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

/** The first pieces of an assessment that nobody judged yet. */
export async function findEvidenceToJudge(
  db: Db,
  assessmentId: string,
  most: number,
): Promise<{ readonly id: string; readonly revision: number }[]> {
  const rows: { id: string; revision: number }[] = await db('evidence')
    .where({ assessment_id: assessmentId, status: 'submitted' })
    .orderBy('place')
    .limit(most)
    .select('id', 'revision');
  return rows;
}
