import type { Response } from 'express';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import type { Dossier } from '../../model/dossier.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { displayName } from '../evidence/file-name.ts';

/** What an export of that assessment is called, without its ending. */
export function exportName({ organization }: Dossier, number: string, language: Language): string {
  return translator(language)('exports.fileName', { number, organization: organization.name });
}

/** Sends it as a file to be kept; nobody in between keeps a copy. */
export function sendExport(
  res: Response,
  content: string | Uint8Array,
  { type, name, ending }: { readonly type: string; readonly name: string; readonly ending: string },
): void {
  res.set({
    'Content-Type': type,
    'Content-Disposition': dispositionOf('attachment', displayName(`${name.replace(/[/\\]/g, '-')}${ending}`)),
    'Cache-Control': 'private, no-store',
  });
  res.end(content);
}
