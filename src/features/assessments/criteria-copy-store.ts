import type { CatalogEntry } from '../../catalog/open-catalog.ts';
import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { ratedClauses } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import { AppError } from '../../model/errors.ts';

/** How many parsed copies stay in memory. */
const mostKept = 50;

/** Keeps the criteria as they are now; the same content is kept once. */
export async function keepCriteriaCopy(trx: Trx, { criteria, hash }: CatalogEntry, now: Date): Promise<void> {
  const row = {
    hash,
    criteria_id: criteria.id,
    version: criteria.version,
    title: JSON.stringify(criteria.title),
    rated_clauses: ratedClauses(criteria).length,
    document: JSON.stringify(criteria),
    created_at: now.toISOString(),
  };
  await trx('criteria_copies').insert(row).onConflict('hash').ignore();
  const atSites = ratedClauses(criteria).flatMap(({ id, siteRollUp }) =>
    siteRollUp ? [{ criteria_hash: hash, clause_id: id }] : [],
  );
  if (atSites.length > 0) await trx('site_rated_clauses').insert(atSites).onConflict(['criteria_hash', 'clause_id']).ignore();
}

/**
 * The criteria by which an assessment is rated, as frozen when it began. Always the same object for the same hash while
 * it is kept, so that the engine prepares it once. Throws `not_found`.
 */
export async function findCriteriaCopy(
  { db, criteriaCopies }: Pick<Deps, 'db' | 'criteriaCopies'>,
  hash: string,
): Promise<Criteria> {
  const known = criteriaCopies.get(hash);
  if (known) return known;

  const row = await db('criteria_copies').where({ hash }).first('document');
  if (!row) throw new AppError('not_found', message('error.notFound'));
  const criteria: Criteria = JSON.parse(row.document);

  const [oldest] = criteriaCopies.keys();
  if (criteriaCopies.size >= mostKept && oldest !== undefined) criteriaCopies.delete(oldest);
  criteriaCopies.set(hash, criteria);
  return criteria;
}
