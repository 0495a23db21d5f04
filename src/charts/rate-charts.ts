import type { Language } from '../i18n/language.ts';
import { type Translate, translator } from '../i18n/translate.ts';
import { textIn, walkClauses } from '../model/clauses.ts';
import type { Clause, Decimal } from '../model/criteria.ts';
import type { Dossier } from '../model/dossier.ts';
import type { ClauseResult, Result } from '../model/result.ts';
import { axisLabel, type BarSeries, barChart, type ChartFigure } from './chart-figure.ts';
import { percent, percentText } from './percent.ts';
import { targetGrade, targetRate } from './target.ts';

interface RatedLine {
  readonly clause: Clause;
  readonly result: ClauseResult;
  readonly title: string;
  readonly target: Decimal | null;
  readonly previous: Decimal | null;
}

/** More bars than this are spread over several charts of about equal length. */
const mostBars = 25;

/** The sections (top-level clauses) against the target and, where there was one, the last assessment. */
export function sectionsChart(dossier: Dossier, result: Result, language: Language): ChartFigure {
  const t = translator(language);
  const lines = linesOf(dossier, result, language, (_, depth) => depth === 0);
  const title = lines.some(({ previous }) => previous !== null) ? t('chart.sectionsAndLast') : t('chart.sections');
  return ratesFigure(dossier, lines, { id: 'sections', title, head: t('chart.head.section'), language });
}

/** The clauses of the second level (and sections without any below them), 25 a chart at most; none when there is only one level. */
export function clauseCharts(dossier: Dossier, result: Result, language: Language): ChartFigure[] {
  const t = translator(language);
  const lines = linesOf(
    dossier,
    result,
    language,
    (clause, depth) => depth === 1 || (depth === 0 && clause.clauses.length === 0),
  );
  if (lines.every(({ result: { depth } }) => depth === 0)) return [];

  const parts = Math.ceil(lines.length / mostBars);
  const length = Math.ceil(lines.length / parts);
  return Array.from({ length: parts }, (_, index) => {
    const title = parts === 1 ? t('chart.clauses') : t('chart.clausesPart', { part: index + 1, parts });
    const some = lines.slice(index * length, (index + 1) * length);
    return ratesFigure(dossier, some, { id: `clauses-${index + 1}`, title, head: t('chart.head.clause'), language });
  });
}

function linesOf(
  dossier: Dossier,
  result: Result,
  language: Language,
  wanted: (clause: Clause, depth: number) => boolean,
): RatedLine[] {
  const { criteria, previous } = dossier;
  const results = new Map(result.clauses.map((one) => [one.id, one]));
  const grade = targetGrade(dossier);
  return [...walkClauses(criteria.clauses)].flatMap(({ clause, depth }) => {
    const own = results.get(clause.id);
    if (!own || !wanted(clause, depth)) return [];
    return [
      {
        clause,
        result: own,
        title: textIn(clause.title, language, criteria.language),
        target: grade && targetRate(criteria, grade, clause.id),
        previous: previous?.rates[clause.id] ?? null,
      },
    ];
  });
}

function ratesFigure(
  dossier: Dossier,
  lines: readonly RatedLine[],
  { id, title, head, language }: { id: string; title: string; head: string; language: Language },
): ChartFigure {
  const t = translator(language);
  const series = seriesOf(dossier, lines, language);
  return {
    id,
    title,
    chart: barChart({
      labels: lines.map((line) => axisLabel(line.clause.number, line.title)),
      series,
      axis: t('chart.rateAxis'),
      upTo: 100,
    }),
    bars: lines.length,
    head: [
      head,
      t('chart.head.obtained'),
      t('chart.head.applicable'),
      t('chart.head.rate'),
      ...series.slice(1).map(({ label }) => label),
    ],
    rows: lines.map((line) => rowOf(line, series, t)),
    clauses: lines.map(({ clause }) => clause.id),
  };
}

function seriesOf(dossier: Dossier, lines: readonly RatedLine[], language: Language): BarSeries[] {
  const t = translator(language);
  const grade = targetGrade(dossier);
  const series: BarSeries[] = [
    { label: t('chart.thisAssessment'), kind: 'now', values: lines.map(({ result }) => number(result.rate?.shown ?? null)) },
  ];
  if (grade) {
    const label = t('chart.targetGrade', { grade: textIn(grade.label, language, dossier.criteria.language) });
    series.push({ label, kind: 'target', values: lines.map(({ target }) => number(target)) });
  }
  if (dossier.previous && lines.some(({ previous }) => previous !== null)) {
    const label = t('chart.previousAt', { date: dossier.previous.to });
    series.push({ label, kind: 'previous', values: lines.map(({ previous }) => number(previous)) });
  }
  return series;
}

function number(rate: Decimal | null): number | null {
  return rate === null ? null : Number(percent(rate));
}

function rowOf({ clause, result, title, target, previous }: RatedLine, series: readonly BarSeries[], t: Translate): string[] {
  const name = clause.number === '' ? title : `${clause.number} ${title}`;
  const more = series.slice(1).map(({ kind }) => percentText(kind === 'target' ? target : previous));
  return [name, result.obtained.shown, result.applicable.shown, rateText(result, t), ...more];
}

function rateText(result: ClauseResult, t: Translate): string {
  if (result.state === 'not-applicable') return t('chart.notApplicable');
  return result.rate ? percentText(result.rate.shown) : t('chart.unrated');
}
