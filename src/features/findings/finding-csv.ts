import type { Translate } from '../../i18n/translate.ts';
import type { ListedFinding } from './open-finding-store.ts';

/** The list as a table for spreadsheets: UTF-8 with the mark by which they know it, lines ended as RFC 4180 says. */
export function findingsCsv(rows: readonly ListedFinding[], t: Translate): string {
  const head = [
    t('findings.number'),
    t('assessments.organization'),
    t('findings.grade'),
    t('findings.stateHead'),
    t('findings.failure'),
    t('findings.answerDue'),
    t('findings.correctionDue'),
    t('findings.overdue'),
  ];
  const lines = rows.map((row) => [
    row.number,
    row.organizationName,
    t(`findings.grade.${row.kind}`),
    t(`findings.state.${row.state}`),
    row.statement,
    row.answerDue ?? '',
    row.correctionDue ?? '',
    row.overdue ? t('findings.yes') : '',
  ]);
  return `\uFEFF${[head, ...lines].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Quoted where need be. What a spreadsheet would take for a formula gets an apostrophe, for somebody else has typed it. */
function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
