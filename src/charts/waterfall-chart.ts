import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { textIn } from '../model/clauses.ts';
import type { Dossier } from '../model/dossier.ts';
import { figureWriters, type WriteFigure } from '../model/figure.ts';
import { add, compare, type Fraction, negate, parseExact, zero } from '../model/fraction.ts';
import type { Result, ScoreStep } from '../model/result.ts';
import { axisLabel, type ChartFigure, seriesColours } from './chart-figure.ts';
import { type Pieces, stackedChart } from './stacked-chart.ts';

/** A step from full marks down to the score. */
interface Fall {
  readonly name: string;
  readonly label: string;
  /** Points; negative where something was lost. */
  readonly change: Fraction;
  readonly clause: string;
}

/** From full marks to the score: what each section lost, deductions, bonus; null while something is unrated, or nothing was lost. */
export function waterfallChart(dossier: Dossier, result: Result, language: Language): ChartFigure | null {
  if (result.outcome === 'incomplete') return null;
  const falls = [...sectionFalls(dossier, result, language), ...adjustmentFalls(result, language)];
  if (falls.length === 0) return null;
  const t = translator(language);
  const full = Number(result.fullMarks.shown);
  const score = Number(result.score.shown);
  const { figure } = figureWriters(dossier.criteria.rounding);
  const exact = levelsAfter(parseExact(result.fullMarks.exact), falls);
  const levels = exact.map((level) => Number(figure(level).shown));
  const lowest = Math.min(score, ...levels);
  // Where the losses are small beside the whole, the axis begins later so that they can be seen.
  const from = Math.max(0, Math.floor((lowest - 2 * (full - lowest)) / 10) * 10);
  return {
    id: 'waterfall',
    title: from > 0 ? t('chart.waterfallFrom', { from }) : t('chart.waterfall'),
    chart: stackedChart({
      labels: [t('chart.fullMarks'), ...falls.map(({ label }) => label), t('chart.score')],
      pieces: piecesOf({ falls, levels, from, full, score }, language),
      axis: t('chart.pointsAxis'),
      from,
      upTo: Math.max(full, ...levels),
    }),
    bars: falls.length + 2,
    stacked: true,
    head: [t('chart.head.step'), t('chart.head.change'), t('chart.head.then')],
    rows: rowsOf(falls, exact, { result, figure }, language),
    clauses: ['', ...falls.map(({ clause }) => clause), ''],
  };
}

/** Full marks, and what is left of them after each step. */
function levelsAfter(full: Fraction, falls: readonly Fall[]): Fraction[] {
  const levels = [full];
  for (const { change } of falls) levels.push(add(levels.at(-1) ?? full, change));
  return levels;
}

interface Course {
  readonly falls: readonly Fall[];
  readonly levels: readonly number[];
  readonly from: number;
  readonly full: number;
  readonly score: number;
}

function piecesOf({ falls, levels, from, full, score }: Course, language: Language): Pieces[] {
  const t = translator(language);
  const none = falls.map(() => null);
  const span = (index: number): [number, number] => {
    const [before = 0, after = 0] = [levels[index], levels[index + 1]];
    return [Math.min(before, after), Math.max(before, after)];
  };
  const lost = falls.map(({ change }, index) => (compare(change, zero) < 0 ? span(index) : null));
  const won = falls.map(({ change }, index) => (compare(change, zero) > 0 ? span(index) : null));
  const whole: Pieces[] = [
    { label: t('chart.whole'), colour: seriesColours.now, spans: [[from, full], ...none, [from, Math.max(from, score)]] },
    { label: t('chart.lostPoints'), colour: seriesColours.lost, spans: [null, ...lost, null] },
  ];
  return won.some(Boolean) ? [...whole, { label: t('chart.won'), colour: '#F0E442', spans: [null, ...won, null] }] : whole;
}

function sectionFalls({ criteria }: Dossier, result: Result, language: Language): Fall[] {
  return criteria.clauses.flatMap((clause) => {
    const own = result.clauses.find(({ id }) => id === clause.id);
    if (!own || Number(own.lost.shown) === 0) return [];
    const title = textIn(clause.title, language, criteria.language);
    const name = [clause.number, title].filter(Boolean).join(' ');
    const change = negate(parseExact(own.lost.exact));
    return [{ name, label: axisLabel(clause.number, title, 28), change, clause: clause.id }];
  });
}

function adjustmentFalls(result: Result, language: Language): Fall[] {
  const t = translator(language);
  const isGiven = (step: ScoreStep): step is ScoreStep & { step: 'deduct' | 'bonus' } =>
    (step.step === 'deduct' || step.step === 'bonus') && Number(step.total.shown) !== 0;
  return result.steps.filter(isGiven).map(({ step, total }) => {
    const name = t(step === 'deduct' ? 'chart.deductions' : 'chart.bonus');
    const points = parseExact(total.exact);
    const size = compare(points, zero) < 0 ? negate(points) : points;
    return { name, label: name, change: step === 'deduct' ? negate(size) : size, clause: '' };
  });
}

function rowsOf(
  falls: readonly Fall[],
  levels: readonly Fraction[],
  { result, figure }: { result: Result; figure: WriteFigure },
  language: Language,
): string[][] {
  const t = translator(language);
  const signed = (change: Fraction) =>
    compare(change, zero) < 0 ? `−${figure(negate(change)).shown}` : `+${figure(change).shown}`;
  return [
    [t('chart.fullMarks'), '', result.fullMarks.shown],
    ...falls.map(({ name, change }, index) => [name, signed(change), figure(levels[index + 1] ?? zero).shown]),
    [t('chart.score'), '', result.score.shown],
  ];
}
