import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { message } from '../i18n/translate.ts';
import type { Criteria } from '../model/criteria.ts';
import { criteriaHash } from './criteria/criteria-hash.ts';
import { overlayNameOf, readCriteria } from './criteria/read-criteria.ts';
import type { Problem } from './source/problem.ts';
import { atStart, messageOfFault } from './source/text-file.ts';

/** The criteria that an instance knows; read once. */
export interface Catalog {
  /** By id; of each id the highest version first. */
  readonly entries: readonly CatalogEntry[];
  /** The entry of that version; without a version the highest. */
  readonly find: (id: string, version?: string) => CatalogEntry | undefined;
  /** Files that could not be taken in. */
  readonly broken: readonly BrokenCriteria[];
}

export interface CatalogEntry {
  readonly criteria: Criteria;
  /** SHA-256 of the content, see `criteriaHash`. */
  readonly hash: string;
}

export interface BrokenCriteria {
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** Reads every criteria file of a folder. A bad file, or a missing folder, stops nothing: it stands in `broken`. */
export async function openCatalog(folder: string): Promise<Catalog> {
  const entries: CatalogEntry[] = [];
  const broken: BrokenCriteria[] = [];
  const files = await listCriteriaFiles(folder).catch((error: unknown) => {
    broken.push({ file: folder, problems: [atStart(folder, messageOfFault(error))] });
    return [];
  });
  for (const file of files) {
    const { criteria, problems } = await readCriteria(file);
    const doubled =
      criteria && entries.some((entry) => entry.criteria.id === criteria.id && entry.criteria.version === criteria.version);
    if (!criteria) broken.push({ file, problems });
    else if (doubled)
      broken.push({
        file,
        problems: [atStart(file, message('criteria.doubledVersion', { id: criteria.id, version: criteria.version }))],
      });
    else entries.push({ criteria, hash: criteriaHash(criteria) });
  }
  entries.sort(byIdAndVersion);
  return {
    entries,
    broken,
    find: (id, version) =>
      entries.find(({ criteria }) => criteria.id === id && (version === undefined || criteria.version === version)),
  };
}

/** Criteria files of a folder without the overlays that belong to them, by name. */
export async function listCriteriaFiles(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  const known = new Set(names);
  return names.filter((name) => !known.has(overlayNameOf(basename(name))?.base ?? '')).map((name) => join(folder, name));
}

function byIdAndVersion({ criteria: a }: CatalogEntry, { criteria: b }: CatalogEntry): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return -compareVersions(a.version, b.version);
}

/** Below 0 when the first version is lower, above 0 when it is higher. */
export function compareVersions(first: string, second: string): number {
  const [a, b] = [first.split('.').map(Number), second.split('.').map(Number)];
  return [0, 1, 2].map((index) => (a[index] ?? 0) - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
