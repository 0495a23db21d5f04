import { basename } from 'node:path';
import { message } from '../../i18n/translate.ts';
import type { Criteria } from '../../model/criteria.ts';
import { criteriaHash } from '../criteria/criteria-hash.ts';
import { entryFor } from '../criteria/entry-for.ts';
import { readCriteria } from '../criteria/read-criteria.ts';
import type { Catalog, CatalogEntry } from '../open-catalog.ts';
import { suggest } from '../source/nearest.ts';
import type { Problem } from '../source/problem.ts';
import type { Report } from '../source/problem-list.ts';

export interface CriteriaSource {
  readonly catalog: Catalog;
  /** Taken instead of what the catalog has; must be the id and the version that the assessment names. */
  readonly criteriaFile?: string | undefined;
}

interface Wanted {
  readonly id: string;
  readonly version: string;
  readonly variant?: string | undefined;
  readonly profile?: string | undefined;
}

/** The criteria that an assessment file names. null with the reason reported, or with the problems of the criteria file. */
export async function findCriteria(
  wanted: Wanted,
  { catalog, criteriaFile }: CriteriaSource,
  report: Report,
): Promise<{ criteria: Criteria | null; problems: readonly Problem[] }> {
  if (criteriaFile !== undefined) {
    const { criteria, problems } = await readGiven(wanted, criteriaFile, report);
    return { criteria: criteria && chosenOf({ criteria, hash: criteriaHash(criteria) }, wanted, report), problems };
  }
  const entry = catalog.find(wanted.id, wanted.version);
  if (!entry) reportUnknown(wanted, catalog, report);
  return { criteria: entry ? chosenOf(entry, wanted, report) : null, problems: [] };
}

/** The criteria in the variant and profile named; null with the reason reported. */
function chosenOf(entry: CatalogEntry, wanted: Wanted, report: Report): Criteria | null {
  const { variants, profiles } = entry.criteria;
  const variant = wanted.variant ?? null;
  const profile = wanted.profile ?? null;
  const fits = [checkNamed('variant', variants, variant, report), checkNamed('profile', profiles, profile, report)];
  return fits.every(Boolean) ? entryFor(entry, { variant, profile }).criteria : null;
}

function checkNamed(
  key: 'variant' | 'profile',
  list: readonly { readonly id: string }[] | undefined,
  found: string | null,
  report: Report,
): boolean {
  const known = (list ?? []).map(({ id }) => id);
  const allowed = known.join(', ');
  if (found === null && !list) return true;
  if (found !== null && known.includes(found)) return true;
  if (found === null) report.at(['criteria'], message('assessment.choiceMissing', { key, allowed }));
  else if (!list) report.atKey(['criteria', key], message('assessment.choiceUnused', { key }));
  else report.at(['criteria', key], message('catalog.badChoice', { found, allowed }), suggest(found, known));
  return false;
}

async function readGiven(
  wanted: Wanted,
  file: string,
  report: Report,
): Promise<{ criteria: Criteria | null; problems: readonly Problem[] }> {
  const { criteria, problems } = await readCriteria(file);
  if (!criteria) return { criteria, problems };
  for (const key of ['id', 'version'] as const) {
    if (criteria[key] !== wanted[key]) {
      report.at(['criteria', key], message('assessment.otherCriteria', { found: wanted[key], file, needed: criteria[key] }));
    }
  }
  return { criteria: criteria.id === wanted.id && criteria.version === wanted.version ? criteria : null, problems: [] };
}

function reportUnknown({ id, version }: Wanted, catalog: Catalog, report: Report): void {
  const versions = catalog.entries.flatMap(({ criteria }) => (criteria.id === id ? criteria.version : []));
  const ids = [...new Set(catalog.entries.map(({ criteria }) => criteria.id))];
  const broken = catalog.broken.find(({ file }) => basename(file).startsWith(id));
  if (versions.length > 0)
    report.at(['criteria', 'version'], message('assessment.versionUnknown', { id, version, known: versions.join(', ') }));
  else if (broken) report.at(['criteria', 'id'], message('assessment.criteriaBroken', { id, file: broken.file }));
  else report.at(['criteria', 'id'], message('assessment.criteriaUnknown', { id, known: ids.join(', ') }), suggest(id, ids));
}
