import type { Language } from '../../i18n/language.ts';
import type { Scored } from '../results/result-store.ts';
import { reportDocx } from './report-docx.ts';
import { resultWorkbook } from './result-workbook.ts';

/** Writing that keeps the processor busy, done in a thread: data in, bytes out. */
export interface ExportTask {
  readonly scored: Scored;
  readonly language: Language;
}

export function writeWorkbook({ scored, language }: ExportTask): Promise<Uint8Array> {
  return resultWorkbook(scored, language);
}

export function writeDocx({ scored, language }: ExportTask): Promise<Uint8Array> {
  return reportDocx(scored, language);
}
