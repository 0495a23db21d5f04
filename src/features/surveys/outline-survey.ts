import { createHash } from 'node:crypto';
import type { Message } from '../../i18n/translate.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { FileSource } from '../../storage/file-source.ts';
import { type Encoding, openSurvey } from './survey-rows.ts';

/** What is known of a sheet before its columns are chosen. */
export interface SurveyOutline {
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  readonly header: readonly string[];
  /** The first rows below the header. */
  readonly start: readonly (readonly string[])[];
  /** Rows below the header. */
  readonly rows: number;
}

const shownRows = 8;

/** Rows and columns that a sheet may have. */
export const mostRows = 200_000;
export const mostColumns = 100;

/** Reads the sheet once from beginning to end; a message when it cannot be used. */
export async function outlineSurvey(file: FileSource): Promise<SurveyOutline | { readonly refused: Message }> {
  try {
    return await outlineRows(file);
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return { refused: error.text };
    throw error;
  }
}

async function outlineRows(file: FileSource): Promise<SurveyOutline | { readonly refused: Message }> {
  const source = await openSurvey(file);
  if ('refused' in source) return source;
  let header: readonly string[] | null = null;
  const start: string[][] = [];
  let rows = 0;
  for await (const { cells } of source.rows()) {
    if (header === null) {
      header = cells;
      continue;
    }
    rows += 1;
    if (start.length < shownRows) start.push(cells.map((cell) => cell.slice(0, 200)));
    if (rows > mostRows) return { refused: message('surveys.tooManyRows', { most: mostRows }) };
  }
  if (header === null || rows === 0) return { refused: message('surveys.noRows') };
  if (header.length > mostColumns) return { refused: message('surveys.tooManyColumns', { most: mostColumns }) };
  const { encoding, delimiter, sheet } = source;
  return { encoding, delimiter, sheet, header: header.map((cell) => cell.slice(0, 500)), start, rows };
}

/** The same for sheets with the same columns, whatever their rows: by that their columns are remembered. */
export function fingerprintOf(header: readonly string[]): string {
  const plain = header.map((cell) => cell.normalize('NFKC').replace(/\s+/g, '').toLowerCase());
  return createHash('sha256').update(JSON.stringify(plain)).digest('hex');
}
