import { type CatalogEntry, compareVersions } from '../../catalog/open-catalog.ts';
import type { Db } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Criteria } from '../../model/criteria.ts';
import { AppError } from '../../model/errors.ts';

/** How many published documents stay in memory. */
const mostKept = 200;

/** Where a read may happen inside a transaction: the database is named apart from the rest. */
export type LibraryDeps = Pick<Deps, 'db' | 'catalog' | 'publishedCriteria'>;

/** A version that this instance knows, without its content. */
export interface LibraryLine {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  /** `shipped`: from the criteria folder; `published`: from a draft on this instance. */
  readonly origin: 'shipped' | 'published';
  /** Who published it when; null for shipped ones. */
  readonly published: Deed | null;
  /** Since when and by whom it is no longer offered; null: it is offered. */
  readonly retired: Deed | null;
}

interface Deed {
  readonly at: string;
  readonly by: string;
}

export interface LibraryEntry extends CatalogEntry {
  readonly line: LibraryLine;
}

/**
 * Every version that the instance knows, by id and of each id the highest version first. Asked of the database each time,
 * so that all processes agree; the documents themselves are not read. What was published here stands before a file of the
 * same id and version that came into the folder later.
 */
export async function listLibrary({ db, catalog }: LibraryDeps): Promise<LibraryLine[]> {
  const published = await listPublished(db);
  const retired = await listRetired(db);
  const taken = new Set(published.map(nameOf));
  const shipped = catalog.entries
    .map(({ criteria: { id, version }, hash }) => ({ id, version, hash, origin: 'shipped' as const, published: null }))
    .filter((line) => !taken.has(nameOf(line)));
  return [...published, ...shipped].map((line) => ({ ...line, retired: retired.get(nameOf(line)) ?? null })).sort(byIdAndVersion);
}

/** The content of those versions, in their order. */
export async function readEntries(deps: LibraryDeps, lines: readonly LibraryLine[]): Promise<LibraryEntry[]> {
  await loadDocuments(
    deps,
    lines.filter(({ origin }) => origin === 'published').map(({ hash }) => hash),
  );
  return lines.flatMap((line) => {
    const criteria =
      line.origin === 'published' ? deps.publishedCriteria.get(line.hash) : deps.catalog.find(line.id, line.version)?.criteria;
    return criteria ? [{ criteria, hash: line.hash, line }] : [];
  });
}

/** Undefined when the instance does not know it; also one that is no longer offered. */
export async function readLibraryVersion(deps: LibraryDeps, id: string, version: string): Promise<LibraryEntry | undefined> {
  const lines = (await listLibrary(deps)).filter((line) => line.id === id && line.version === version);
  return (await readEntries(deps, lines))[0];
}

/** Throws `not_found`. */
export async function findVersion(deps: LibraryDeps, id: string, version: string): Promise<LibraryEntry> {
  const entry = await readLibraryVersion(deps, id, version);
  if (!entry) throw new AppError('not_found', message('error.notFound'));
  return entry;
}

/** The other versions of the same criteria, the highest first, also retired ones. */
export async function listOtherVersions(deps: LibraryDeps, id: string, version: string): Promise<LibraryLine[]> {
  return (await listLibrary(deps)).filter((line) => line.id === id && line.version !== version);
}

/** What new assessments may be started with: every version that is not retired. */
export async function listOffered(deps: LibraryDeps): Promise<LibraryEntry[]> {
  return readEntries(
    deps,
    (await listLibrary(deps)).filter(({ retired }) => retired === null),
  );
}

/** The higher versions of the same criteria that are offered, the highest first. */
export async function listNewerOffered(deps: LibraryDeps, id: string, version: string): Promise<LibraryLine[]> {
  const others = await listOtherVersions(deps, id, version);
  return others.filter((line) => line.retired === null && compareVersions(line.version, version) > 0);
}

/** The version when new assessments may be started with it. */
export async function findOffered(deps: LibraryDeps, id: string, version: string): Promise<LibraryEntry | undefined> {
  const lines = (await listLibrary(deps)).filter((line) => line.id === id && line.version === version && !line.retired);
  return (await readEntries(deps, lines))[0];
}

function nameOf({ id, version }: { readonly id: string; readonly version: string }): string {
  return `${id}@${version}`;
}

function byIdAndVersion(a: LibraryLine, b: LibraryLine): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return -compareVersions(a.version, b.version);
}

async function listPublished(db: Db): Promise<Omit<LibraryLine, 'retired'>[]> {
  const rows = await db('criteria_versions')
    .join('users', 'users.id', 'criteria_versions.published_by')
    .select('criteria_versions.criteria_id', 'criteria_versions.version', 'criteria_versions.hash')
    .select('criteria_versions.published_at', 'users.name');
  return rows.map((row) => ({
    id: row.criteria_id,
    version: row.version,
    hash: row.hash,
    origin: 'published',
    published: { at: row.published_at, by: row.name },
  }));
}

async function listRetired(db: Db): Promise<Map<string, Deed>> {
  const rows = await db('criteria_retirements')
    .join('users', 'users.id', 'criteria_retirements.retired_by')
    .select('criteria_retirements.criteria_id', 'criteria_retirements.version')
    .select('criteria_retirements.retired_at', 'users.name');
  return new Map(
    rows.map((row) => [nameOf({ id: row.criteria_id, version: row.version }), { at: row.retired_at, by: row.name }]),
  );
}

/** Published documents never change: each is read and parsed once a process, while there is room for it. */
async function loadDocuments({ db, publishedCriteria }: LibraryDeps, hashes: readonly string[]): Promise<void> {
  const missing = hashes.filter((hash) => !publishedCriteria.has(hash));
  if (missing.length === 0) return;
  if (publishedCriteria.size + missing.length > mostKept) {
    for (const hash of publishedCriteria.keys()) if (!hashes.includes(hash)) publishedCriteria.delete(hash);
  }
  const rows = await db('criteria_versions').whereIn('hash', missing).select('hash', 'document');
  for (const row of rows) {
    const criteria: Criteria = JSON.parse(row.document);
    publishedCriteria.set(row.hash, criteria);
  }
}
