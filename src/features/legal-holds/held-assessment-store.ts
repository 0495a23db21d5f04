import type { Db } from '../../db/db.ts';

/** The id of the assessment with that number, typed in whatever case and width. */
export async function findOptionalHeldAssessment(db: Db, number: string): Promise<string | null> {
  const row: { id: string } | undefined = await db('assessments')
    .where({ number: number.normalize('NFKC').trim().toUpperCase() })
    .first('id');
  return row?.id ?? null;
}
