import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { overlayNameOf, readCriteria } from '../../catalog/criteria/read-criteria.ts';
import { listCriteriaFiles } from '../../catalog/open-catalog.ts';
import { readTextFile } from '../../catalog/source/text-file.ts';
import type { Deps } from '../../deps.ts';
import { languages } from '../../i18n/language.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { findVersion, listLibrary } from '../criteria/library-store.ts';
import { type DraftTexts, nextVersion, withVersion } from './draft-texts.ts';
import { latestOf } from './publication.ts';
import { findPublishedTexts } from './version-store.ts';

/** The texts of a version as they were written. */
export interface WrittenTexts extends DraftTexts {
  /** When it was published, or its file last changed; ISO 8601. */
  readonly at: string;
}

/** The text of a version with its number raised above the highest of its id: what a new draft begins with. Throws `not_found`. */
export async function textsOfVersion(deps: Deps, id: string, version: string): Promise<DraftTexts> {
  const texts = await textsAsWritten(deps, id, version);
  const latest = latestOf(await listLibrary(deps), id)?.version ?? version;
  return withVersion(texts, nextVersion(latest));
}

/** The texts from which a version was made. Throws `not_found`. */
export async function textsAsWritten(deps: Deps, id: string, version: string): Promise<WrittenTexts> {
  const { line } = await findVersion(deps, id, version);
  const texts = line.published
    ? await findPublishedTexts(deps.db, id, version)
    : await readShippedTexts(deps.config.criteriaFolder, id, version);
  if (!texts) throw new AppError('not_found', message('error.notFound'));
  return { at: line.published?.at ?? '', ...texts };
}

async function readShippedTexts(folder: string, id: string, version: string): Promise<WrittenTexts | undefined> {
  for (const file of await listCriteriaFiles(folder)) {
    const { criteria } = await readCriteria(file);
    if (criteria?.id !== id || criteria.version !== version) continue;
    const source = await textOf(file);
    if (source === null) return undefined;
    const { mtime } = await stat(file);
    return { source, overlays: await readOverlays(file), at: mtime.toISOString() };
  }
  return undefined;
}

async function readOverlays(file: string): Promise<DraftTexts['overlays']> {
  const overlays: [string, string][] = [];
  for (const name of await readdir(dirname(file))) {
    const overlay = overlayNameOf(name);
    if (overlay?.base !== basename(file) || !languages.some((known) => known === overlay.language)) continue;
    const text = await textOf(join(dirname(file), name));
    if (text !== null) overlays.push([overlay.language, text]);
  }
  return Object.fromEntries(overlays);
}

async function textOf(file: string): Promise<string | null> {
  const read = await readTextFile(file);
  return 'text' in read ? read.text : null;
}
