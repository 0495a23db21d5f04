import type { Db, Trx } from '../../db/db.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { DraftTexts } from './draft-texts.ts';

export interface PublishedVersion extends DraftTexts {
  readonly criteria: Criteria;
  readonly hash: string;
  readonly publishedAt: string;
  readonly publishedBy: string;
}

/** Publishes; false when that id and version are published already. There is no way to change or delete what was published. */
export async function insertVersion(trx: Trx, version: PublishedVersion): Promise<boolean> {
  const { criteria, hash, source, overlays, publishedAt, publishedBy } = version;
  const inserted = await trx('criteria_versions')
    .insert({
      criteria_id: criteria.id,
      version: criteria.version,
      hash,
      document: JSON.stringify(criteria),
      source,
      overlays: JSON.stringify(overlays),
      published_at: publishedAt,
      published_by: publishedBy,
    })
    .onConflict(['criteria_id', 'version'])
    .ignore()
    .returning('hash');
  return inserted.length === 1;
}

/** The text from which a version was published; undefined for one that was not published here. */
export async function findPublishedTexts(db: Db, id: string, version: string): Promise<DraftTexts | undefined> {
  const row = await db('criteria_versions').where({ criteria_id: id, version }).first('source', 'overlays');
  return row && { source: row.source, overlays: JSON.parse(row.overlays) };
}

/** False when it is retired already. */
export async function insertRetirement(
  trx: Trx,
  { id, version, at, by }: { readonly id: string; readonly version: string; readonly at: string; readonly by: string },
): Promise<boolean> {
  const inserted = await trx('criteria_retirements')
    .insert({ criteria_id: id, version, retired_at: at, retired_by: by })
    .onConflict(['criteria_id', 'version'])
    .ignore()
    .returning('version');
  return inserted.length === 1;
}

/** False when it was not retired. */
export async function deleteRetirement(trx: Trx, id: string, version: string): Promise<boolean> {
  return (await trx('criteria_retirements').where({ criteria_id: id, version }).delete()) === 1;
}
