import { basename } from 'node:path';
import { message } from '../../i18n/translate.ts';
import type { Criteria } from '../../model/criteria.ts';
import { readCriteria } from '../criteria/read-criteria.ts';
import type { Catalog } from '../open-catalog.ts';
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
}

/** The criteria that an assessment file names. null with the reason reported, or with the problems of the criteria file. */
export async function findCriteria(
  wanted: Wanted,
  { catalog, criteriaFile }: CriteriaSource,
  report: Report,
): Promise<{ criteria: Criteria | null; problems: readonly Problem[] }> {
  if (criteriaFile !== undefined) return readGiven(wanted, criteriaFile, report);

  const entry = catalog.find(wanted.id, wanted.version);
  if (!entry) reportUnknown(wanted, catalog, report);
  return { criteria: entry?.criteria ?? null, problems: [] };
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
