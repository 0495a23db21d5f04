import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { byteOrderMark, csvLine } from '../../web/csv.ts';
import type { Scored } from '../results/result-store.ts';
import { clauseRows } from './clause-rows.ts';
import { methodWord, stateWord } from './export-words.ts';

const columns = [
  'number',
  'id',
  'above',
  'title',
  'method',
  'state',
  'points',
  'applicable',
  'obtained',
  'rate',
  'explanation',
  'note',
  'evidence',
  'findings',
] as const;

/** One line a rated clause, figures as printed. */
export function ratingsCsv(scored: Scored, language: Language): string {
  const t = translator(language);
  const lines = clauseRows(scored, language)
    .filter(({ isRated }) => isRated)
    .map((row) => [
      row.number,
      row.id,
      row.above.join(' › '),
      row.title,
      methodWord(row.method, t),
      stateWord(row.result.state, t),
      row.result.points.shown,
      row.result.applicable.shown,
      row.result.obtained.shown,
      row.result.rate?.shown ?? '',
      row.explanation,
      row.note,
      row.evidence.join(' '),
      row.findings.join(' | '),
    ]);
  return [byteOrderMark, ...[columns.map((key) => t(`exports.column.${key}`)), ...lines].map(csvLine)].join('');
}
