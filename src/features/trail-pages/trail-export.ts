import type { Language } from '../../i18n/language.ts';
import { byteOrderMark, csvLine } from '../../web/csv.ts';
import type { ListedEntry } from '../audit-trail/trail-store.ts';
import { deedWords } from './trail-view.ts';

export type ExportForm = 'csv' | 'jsonl';

export const exportTypes: Readonly<Record<ExportForm, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
};

const columns = [
  'place',
  'at',
  'actor_id',
  'actor_name',
  'deed',
  'deed_words',
  'subject',
  'subject_id',
  'address',
  'client',
  'details',
  'content_hash',
  'previous_hash',
  'hash',
] as const;

/**
 * The entries as text, portion by portion. JSON Lines have every field as it is stored, so that the chain can be recomputed
 * from them; CSV is for spreadsheets, with a byte-order mark for those that need it.
 */
export async function* exportLines(
  portions: AsyncIterable<readonly ListedEntry[]>,
  form: ExportForm,
  language: Language,
  isWithheld: (entry: ListedEntry) => boolean,
): AsyncGenerator<string> {
  if (form === 'csv') yield `${byteOrderMark}${csvLine(columns)}`;
  for await (const portion of portions) {
    yield portion
      .map((entry) => {
        const values = valuesOf(entry, isWithheld(entry));
        if (form === 'jsonl') return `${JSON.stringify(values)}\n`;
        const row = { ...values, deed_words: deedWords(entry.deed, language) };
        return csvLine(columns.map((column) => row[column]));
      })
      .join('');
  }
}

function valuesOf(entry: ListedEntry, withheld: boolean) {
  return {
    place: entry.place,
    at: entry.at,
    actor_id: entry.actorId,
    actor_name: entry.actorName,
    deed: entry.deed,
    subject: entry.subject,
    subject_id: entry.subjectId,
    address: entry.address,
    client: entry.client,
    details: withheld ? null : entry.details,
    content_hash: entry.erased?.contentHash ?? null,
    previous_hash: entry.previousHash,
    hash: entry.hash,
  };
}
