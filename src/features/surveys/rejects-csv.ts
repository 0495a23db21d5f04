import type { Translate } from '../../i18n/translate.ts';
import type { RejectedValue } from '../../model/survey.ts';

/** Every value that was left out, a row each, with a mark that makes spreadsheet programs read it as UTF-8. */
export function rejectsCsv(rejects: readonly RejectedValue[], t: Translate): string {
  const head = [t('surveys.row'), t('surveys.column'), t('surveys.value'), t('surveys.why')];
  const rows = rejects.map(({ row, column, value, why }) => [String(row), column, value, t(`surveys.misfit.${why}`)]);
  return `\ufeff${[head, ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** A cell that begins like a formula is marked as text, so that no program runs what somebody typed into a survey. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
