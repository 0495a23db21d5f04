import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '../source/problem.ts';
import { readTextFile } from '../source/text-file.ts';
import { type CriteriaReading, type DraftReading, type OverlayText, readCriteriaDraft } from './parse-criteria.ts';

/** Reads and checks a criteria file and the overlays beside it (`<name>.<language>.yaml`). Never throws on bad input. */
export async function readCriteria(file: string): Promise<CriteriaReading> {
  const { criteria, problems, translations } = await readCriteriaFile(file);
  return { criteria, problems, translations };
}

/** As `readCriteria`, and keeps what the files say before defaults. */
export async function readCriteriaFile(file: string): Promise<DraftReading> {
  const source = await readTextFile(file);
  if ('problem' in source)
    return { criteria: null, draft: null, overlays: [], sources: null, problems: [source.problem], translations: [] };

  const overlays: OverlayText[] = [];
  const unreadable: Problem[] = [];
  for (const { path, language } of await listOverlays(file)) {
    const overlay = await readTextFile(path);
    if ('problem' in overlay) unreadable.push(overlay.problem);
    else overlays.push({ name: path, text: overlay.text, language });
  }
  const reading = readCriteriaDraft(file, source.text, overlays);
  if (unreadable.length === 0) return reading;
  return { ...reading, criteria: null, problems: [...reading.problems, ...unreadable], translations: [] };
}

/** The file to which an overlay belongs by its name, and its language; null for names that are no overlay's. */
export function overlayNameOf(name: string): { base: string; language: string } | null {
  const [, base, language, extension] = /^(.+)\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)(\.ya?ml)$/.exec(name) ?? [];
  return base === undefined || language === undefined ? null : { base: `${base}${extension}`, language };
}

async function listOverlays(file: string): Promise<{ path: string; language: string }[]> {
  const folder = dirname(file);
  const names = await readdir(folder).catch(() => []);
  return names.sort().flatMap((name) => {
    const overlay = overlayNameOf(name);
    return overlay?.base === basename(file)
      ? [{ path: folder === '.' && !file.startsWith('.') ? name : join(folder, name), language: overlay.language }]
      : [];
  });
}
