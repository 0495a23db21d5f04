import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { textIn } from '../model/clauses.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Result } from '../model/result.ts';
import { axisLabel, type ChartFigure } from './chart-figure.ts';
import { type Span, stackedChart } from './stacked-chart.ts';

interface Band {
  readonly name: string;
  /** With its bound, for the axis. */
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly bound: string;
}

/** The bands of the grades, the highest first, with the score and that of the last assessment across them; null for criteria without grades. */
export function bandChart(dossier: Dossier, result: Result, language: Language): ChartFigure | null {
  const t = translator(language);
  const bands = bandsOf(dossier, result, language);
  if (bands.length < 2) return null;
  const score = Number(result.score.shown);
  const { previous } = dossier;
  const lowestBound = bands.at(-2)?.from ?? 0;
  const marks = [score, ...(previous ? [Number(previous.score)] : [])];
  const from = Math.max(0, Math.floor((Math.min(lowestBound, ...marks) - 5) / 10) * 10);
  const holds = (band: Band, points: number) => band.from <= points && (points < band.to || band === bands[0]);
  const spans = (wanted: boolean) =>
    bands.map((band): Span | null => (holds(band, score) === wanted ? [Math.max(from, band.from), band.to] : null));
  return {
    id: 'bands',
    title: t('chart.bands'),
    chart: stackedChart({
      labels: bands.map(({ label }) => label),
      pieces: [
        { label: t('chart.bandHere'), colour: '#3A82B4', spans: spans(true) },
        { label: t('chart.bandOther'), colour: '#DCE9F2', spans: spans(false) },
      ],
      marks: [
        { label: t('chart.scoreNow', { score: result.score.shown }), values: bands.map(() => score) },
        ...(previous
          ? [
              {
                label: t('chart.scoreLast', { score: previous.score, date: previous.to }),
                values: bands.map((band) => (holds(band, Number(previous.score)) ? Number(previous.score) : null)),
                point: true,
              },
            ]
          : []),
      ],
      axis: t('chart.pointsAxis'),
      from,
      upTo: Number(result.fullMarks.shown),
    }),
    bars: bands.length,
    stacked: true,
    head: [t('chart.head.grade'), t('chart.head.from'), t('chart.head.missing')],
    rows: bands.map(({ name, from: start, bound }) => [name, bound, missing(start, score)]),
    clauses: bands.map(() => ''),
  };
}

function bandsOf({ criteria }: Dossier, result: Result, language: Language): Band[] {
  const t = translator(language);
  const full = Number(result.fullMarks.shown);
  const bounds = [...criteria.grades].sort((a, b) => Number(a.from) - Number(b.from));
  const first = bounds[0];
  if (!first) return [];
  const below = { name: t('chart.below'), label: t('chart.below'), from: 0, to: Number(first.from), bound: '0' };
  const graded = bounds.map(({ label, from }, index) => ({
    name: textIn(label, language, criteria.language),
    label: axisLabel('', `${textIn(label, language, criteria.language)} ≥ ${from}`, 28),
    from: Number(from),
    to: Number(bounds[index + 1]?.from ?? full),
    bound: from,
  }));
  return (Number(first.from) > 0 ? [below, ...graded] : graded).reverse();
}

function missing(from: number, score: number): string {
  return from <= score ? '—' : (from - score).toFixed(2);
}
