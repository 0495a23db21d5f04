import type { Deps } from '../../deps.ts';
import type { Language } from '../../i18n/language.ts';
import type { Scored } from '../results/result-store.ts';
import type * as work from './export-work.ts';
import { oscalResults } from './oscal-results.ts';
import { ratingsCsv } from './ratings-csv.ts';
import { scoreJson } from './score-json.ts';

export const exportForms = ['xlsx', 'docx', 'csv', 'json', 'oscal'] as const;
export type ExportForm = (typeof exportForms)[number];

export interface ExportKind {
  readonly type: string;
  /** What the file's name ends with. */
  readonly ending: string;
  readonly write: (scored: Scored, language: Language) => string | Promise<string | Uint8Array>;
}

/** Megabytes. */
const heap = 512;

/** Every form with its writer; the heavy ones write in a thread. */
export function openExports({ threads }: Pick<Deps, 'threads'>): Readonly<Record<ExportForm, ExportKind>> {
  const thread = threads.for<typeof work>(new URL('./export-work.ts', import.meta.url), heap);
  return {
    xlsx: {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ending: '.xlsx',
      write: (scored, language) => thread.run('writeWorkbook', { scored, language }),
    },
    docx: {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      ending: '.docx',
      write: (scored, language) => thread.run('writeDocx', { scored, language }),
    },
    csv: { type: 'text/csv; charset=utf-8', ending: '.csv', write: ratingsCsv },
    json: {
      type: 'application/json; charset=utf-8',
      ending: '.json',
      write: ({ dossier, result }, language) => JSON.stringify(scoreJson(dossier, result, language), null, 2),
    },
    oscal: {
      type: 'application/json; charset=utf-8',
      ending: '.oscal.json',
      write: (scored, language) => JSON.stringify(oscalResults(scored, language), null, 2),
    },
  };
}
