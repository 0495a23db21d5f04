import { bandChart } from '../../charts/band-chart.ts';
import type { ChartFigure } from '../../charts/chart-figure.ts';
import { findingsChart } from '../../charts/findings-chart.ts';
import { heatMap } from '../../charts/heat-map.ts';
import { lostPointsChart } from '../../charts/lost-points-chart.ts';
import { partsChart } from '../../charts/parts-chart.ts';
import { clauseCharts, sectionsChart } from '../../charts/rate-charts.ts';
import { sitesChart } from '../../charts/sites-chart.ts';
import { waterfallChart } from '../../charts/waterfall-chart.ts';
import type { Translate } from '../../i18n/translate.ts';
import { addFigure } from '../../pdf/figure-block.ts';
import { addParagraph } from '../../pdf/text-block.ts';
import { styles } from '../../pdf/theme.ts';
import type { ReportContext } from './report-context.ts';

/** Beyond that nobody compares bars over pages; the tables of the next chapters have every rate. */
const mostClauseCharts = 6;

/** The charts as vectors, each with a caption and its numbers as alternative text; the tables of the next chapters hold them too. */
export function addCharts(context: ReportContext): void {
  const { dossier, result, language } = context;
  const clauses = clauseCharts(dossier, result, language);
  const few = clauses.length <= mostClauseCharts;
  addCharted(context, [
    waterfallChart(dossier, result, language),
    bandChart(dossier, result, language),
    partsChart(dossier, result, language),
    sectionsChart(dossier, result, language),
    sitesChart(result, language),
    ...(few ? clauses : []),
    heatMap(dossier, result, language),
    lostPointsChart(dossier, result, language),
    findingsChart(dossier, language),
  ]);
  if (!few) addParagraph(context.report, context.t('report.charts.tooMany'), { style: styles.muted });
}

/** Prints those of the charts that there are, numbered on from those before. */
export function addCharted(context: ReportContext, figures: readonly (ChartFigure | null)[]): void {
  const present = figures.filter((figure) => figure !== null);
  for (const figure of present) addOne(context, figure);
}

function addOne({ report, t }: ReportContext, figure: ChartFigure): void {
  const { title, chart, rows, head } = figure;
  const values = rows.map((row) => t('report.figureValue', { name: row[0] ?? '', value: valueIn(row, head, t) }));
  addFigure(report, {
    chart,
    height: heightOf(figure),
    caption: t('report.figure', { number: report.next('figure'), title }),
    alternative: t('report.figureAlternative', { title, values: values.join(t('report.listed')) }),
  });
}

/** The rate where there is one, else all figures of the line with their names. */
function valueIn(row: readonly string[], head: readonly string[], t: Translate): string {
  const rate = head.indexOf(t('chart.head.rate'));
  if (head.includes(t('chart.head.lost'))) return row[1] ?? '';
  if (rate > 0) return row[rate] ?? '';
  return row
    .slice(1)
    .flatMap((cell, index) => (cell === '' ? [] : [`${head[index + 1] ?? ''} ${cell}`]))
    .join(' / ');
}

/** Bars of even height; few bars get more air, and a legend of many entries the second line that it takes. */
export function heightOf({ bars, chart, stacked = false }: ChartFigure): number {
  const series = stacked ? 1 : chart.data.datasets.filter((set) => set.type !== 'line').length;
  const bar = bars <= 4 ? 26 : bars <= 10 ? 18 : 16;
  const legend = chart.data.datasets.length > 4 ? 20 : 0;
  return Math.min(60 + legend + bars * (bar + (series > 1 ? 6 : 0)), 640);
}
