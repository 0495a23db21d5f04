import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { ratedClauses, textIn } from '../model/clauses.ts';
import type { Clause, Criteria } from '../model/criteria.ts';
import type { Dossier } from '../model/dossier.ts';
import type { ClauseResult, Result } from '../model/result.ts';
import { axisLabel, type ChartFigure } from './chart-figure.ts';
import { type Pieces, type Span, stackedChart } from './stacked-chart.ts';

/** Classes of rates, from none lost to much lost: the darker, the more was lost. Lower bounds in per cent. */
const classes = [
  { from: 100, colour: '#FFFFFF' },
  { from: 90, colour: '#FDE3C8' },
  { from: 80, colour: '#F5B27A' },
  { from: 60, colour: '#D9702B' },
  { from: 0, colour: '#8C3A06' },
] as const;
const unknown = '#D9D5CA';
/** Rows that fit on a page. */
const mostRows = 40;

interface Line {
  readonly clause: Clause;
  readonly leaves: readonly { readonly clause: Clause; readonly own: ClauseResult | undefined }[];
}

/** Every rated clause as a square in the line of its indicator, the darker the more was lost; null when there are too many lines. */
export function heatMap({ criteria }: Dossier, result: Result, language: Language): ChartFigure | null {
  const t = translator(language);
  const lines = linesOf(criteria, result);
  if (lines.length === 0 || lines.length > mostRows) return null;
  const widest = Math.max(...lines.map(({ leaves }) => leaves.length));
  const title = (clause: Clause) => textIn(clause.title, language, criteria.language);
  const counts = lines.map(({ leaves }) =>
    [...classes.keys(), -1].map((kind) => leaves.filter(({ own }) => classOf(own) === kind).length),
  );
  return {
    id: 'heat-map',
    title: t('chart.heatMap'),
    chart: stackedChart({
      labels: lines.map(({ clause }) => axisLabel(clause.number, title(clause), 30)),
      pieces: piecesOf(lines, language),
      axis: t('chart.heatAxis'),
      from: 0,
      upTo: widest,
      whole: true,
    }),
    bars: lines.length,
    stacked: true,
    head: [t('chart.head.clause'), ...classNames(language)],
    rows: lines.map(({ clause }, index) => [
      [clause.number, title(clause)].filter(Boolean).join(' '),
      ...(counts[index] ?? []).map(String),
    ]),
    clauses: lines.map(({ clause }) => clause.id),
  };
}

function piecesOf(lines: readonly Line[], language: Language): Pieces[] {
  const names = classNames(language);
  return [...classes.keys(), -1].map((kind, index) => ({
    label: names[index] ?? '',
    colour: classes[kind]?.colour ?? unknown,
    spans: lines.map(({ leaves }) =>
      leaves.flatMap(({ own }, place): Span[] => (classOf(own) === kind ? [[place, place + 1]] : [])),
    ),
  }));
}

function classNames(language: Language): string[] {
  const t = translator(language);
  return [
    t('chart.heat.full'),
    t('chart.heat.class', { from: 90, to: 100 }),
    t('chart.heat.class', { from: 80, to: 90 }),
    t('chart.heat.class', { from: 60, to: 80 }),
    t('chart.heat.lowest', { to: 60 }),
    t('chart.heat.none'),
  ];
}

/** Index of the class; -1: unrated or not applicable. */
function classOf(own: ClauseResult | undefined): number {
  if (!own?.rate || own.state !== 'rated') return -1;
  const rate = Number(own.rate.shown) * 100;
  return classes.findIndex(({ from }) => rate >= from);
}

/** The second level, or the first where it has none below it, each with its rated clauses. */
function linesOf(criteria: Criteria, result: Result): Line[] {
  const results = new Map(result.clauses.map((one) => [one.id, one]));
  const heads = criteria.clauses.flatMap((clause) =>
    clause.method || clause.clauses.every(({ clauses }) => clauses.length === 0) ? [clause] : clause.clauses,
  );
  return heads.map((clause) => ({
    clause,
    leaves: leavesOf(clause, criteria).map((leaf) => ({ clause: leaf, own: results.get(leaf.id) })),
  }));
}

function leavesOf(clause: Clause, criteria: Criteria): Clause[] {
  return clause.method ? [clause] : ratedClauses({ ...criteria, clauses: [clause] });
}
