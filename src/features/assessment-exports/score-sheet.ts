import type { Worksheet } from '@cj-tech-master/excelts';
import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import { describeOutcome } from '../../model/explain.ts';
import { gradeLabel } from '../../model/explain-condition.ts';
import { parseDecimal } from '../../model/fraction.ts';
import type { PreparedCriteria } from '../../model/prepare.ts';
import type { Score } from '../../model/score.ts';
import type { Scored } from '../results/result-store.ts';
import { bandFormula, type LiveColumns, roundedFormula, toNumber } from './live-formulas.ts';
import { asText } from './sheet-look.ts';

interface Sources {
  readonly scored: Scored;
  readonly ready: PreparedCriteria;
  readonly score: Score;
  /** Where the clauses stand. */
  readonly clausesName: string;
  readonly firstRow: number;
  readonly columns: LiveColumns;
}

type Value = string | number | { readonly formula: string; readonly result: number | string };

/** What was assessed, and the way from points to the score, in live formulas. */
export function addScoreSheet(sheet: Worksheet, sources: Sources, language: Language): void {
  const t = translator(language);
  sheet.getColumn(1).width = 34;
  sheet.getColumn(2).width = 60;
  const put = (row: number, label: string, value: Value) => {
    sheet.getCell(row, 1).value = label;
    sheet.getCell(row, 1).font = { bold: true };
    sheet.getCell(row, 2).value = value;
    sheet.getCell(row, 2).alignment = { horizontal: 'left', vertical: 'top', wrapText: true };
  };
  const facts = factsOf(sources, language, t);
  const first = facts.length + 2;
  for (const [index, [label, value]] of facts.entries()) put(index + 1, label, value);
  for (const [index, [label, value]] of stepsOf(sources, first, language, t).entries()) put(first + index, label, value);
}

function factsOf({ scored: { dossier, result } }: Sources, language: Language, t: Translate): [string, Value][] {
  const { criteria, organization, assessment } = dossier;
  const facts: [string, Value][] = [
    [t('exports.organization'), asText(organization.name)],
    [t('exports.assessment'), assessment.number ?? ''],
    [t('exports.kind'), t(`kind.${assessment.kind}`)],
    [t('exports.period'), `${assessment.from} – ${assessment.to}`],
    [t('exports.criteria'), asText(`${textIn(criteria.title, language, criteria.language)} ${criteria.id} ${criteria.version}`)],
    [t('exports.summary'), asText(describeOutcome(criteria, result, language))],
  ];
  if (result.grade) facts.push([t('exports.grade'), asText(gradeLabel(criteria, result.grade, language))]);
  const level = result.maturity?.overall ?? null;
  if (level !== null) facts.push([t('exports.maturity'), level]);
  return facts;
}

/** Each line computes from those above it; the figures that one may change stand as plain numbers. */
function stepsOf(sources: Sources, first: number, language: Language, t: Translate): [string, Value][] {
  const { ready, score, clausesName, firstRow, columns } = sources;
  const { criteria } = ready;
  const whole = (column: string) => `'${clausesName.replaceAll("'", "''")}'!${column}${firstRow}`;
  const cell = (step: number) => `B${first + step}`;
  const { soFar, adjustments, tallies } = score;
  const numbers = { points: tallies[0]?.points ?? ready.points, obtained: tallies[0]?.obtained ?? ready.points };
  const live = (formula: string, result: number | string): Value => ({ formula, result });
  const shown = sources.scored.result;
  const label = (text: Parameters<typeof textIn>[0]) => textIn(text, language, criteria.language);
  return [
    [t('exports.step.obtained'), live(whole(columns.obtained), toNumber(numbers.obtained))],
    [t('exports.step.counted'), live(whole(columns.counted), toNumber(numbers.points))],
    [t('exports.step.fullMarks'), toNumber(ready.fullMarks)],
    [t('exports.step.normalised'), live(`IF(${cell(1)}=0,0,${cell(0)}/${cell(1)}*${cell(2)})`, toNumber(soFar.normalised))],
    [t('exports.step.deductions'), adjustments.deduction.given],
    [
      t('exports.step.deducted'),
      live(adjustmentFormula(cell(4), mostDeductions(ready), criteria.deduction?.points), toNumber(adjustments.deduction.total)),
    ],
    [t('exports.step.bonuses'), adjustments.bonus.given],
    [
      t('exports.step.added'),
      live(adjustmentFormula(cell(6), criteria.bonus?.atMost ?? 0, criteria.bonus?.points), toNumber(adjustments.bonus.total)),
    ],
    [t('exports.step.exact'), live(`MAX(0,MIN(${cell(2)},${cell(3)}-${cell(5)}+${cell(7)}))`, toNumber(soFar.score))],
    [t('exports.step.score'), live(roundedFormula(cell(8), criteria.rounding), toNumber(parseDecimal(shown.score.shown)))],
    [
      t('exports.step.band'),
      live(
        bandFormula(cell(8), criteria, label),
        shown.band === null ? label(criteria.failLabel) : gradeLabel(criteria, shown.band, language),
      ),
    ],
  ];
}

/** null: as many as are given. */
function mostDeductions({ criteria }: PreparedCriteria): number | null {
  return criteria.deduction ? criteria.deduction.atMost : 0;
}

function adjustmentFormula(given: string, most: number | null, each: string | undefined): string {
  if (each === undefined) return '0';
  return most === null ? `${given}*${each}` : `MIN(${given},${most})*${each}`;
}
