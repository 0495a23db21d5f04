import type { Trx } from '../../db/db.ts';

/** A row that counts its saves, so that two people cannot overwrite each other unseen. */
export interface RevisionRow {
  readonly table: 'ratings' | 'site_ratings' | 'independent_ratings';
  readonly key: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string | null>>;
}

/**
 * Writes the row if it still stands at `revision` (0: is not there yet). Returns the new revision, or null when somebody
 * saved meanwhile: then nothing is written.
 */
export async function writeAtRevision(trx: Trx, { table, key, values }: RevisionRow, revision: number): Promise<number | null> {
  const next = { ...values, revision: revision + 1 };
  if (revision > 0) {
    const updated = await trx(table)
      .where({ ...key, revision })
      .update(next);
    return updated === 1 ? revision + 1 : null;
  }
  const columns = Object.keys(key);
  const inserted: unknown[] = await trx(table)
    .insert({ ...key, ...next })
    .onConflict(columns)
    .ignore()
    .returning(columns[0] ?? '');
  return inserted.length === 1 ? 1 : null;
}
