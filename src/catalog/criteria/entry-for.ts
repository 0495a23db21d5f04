import { type Chosen, criteriaFor } from '../../model/choose-criteria.ts';
import type { CatalogEntry } from '../open-catalog.ts';
import { criteriaHash } from './criteria-hash.ts';

/**
 * A version as it is for that variant and profile, with a content hash of its own; that of the whole version stands in its
 * `choice`. The entry itself where there is nothing to choose. Throws an Error for a choice that is not offered.
 */
export function entryFor(entry: CatalogEntry, chosen: Chosen): CatalogEntry {
  const criteria = criteriaFor(entry.criteria, chosen, entry.hash);
  return criteria === entry.criteria ? entry : { criteria, hash: criteriaHash(criteria) };
}
