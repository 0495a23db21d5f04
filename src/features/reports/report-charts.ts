import type { ChartFigure } from '../../charts/chart-figure.ts';
import { lostPointsChart } from '../../charts/lost-points-chart.ts';
import { partsChart } from '../../charts/parts-chart.ts';
import { clauseCharts, sectionsChart } from '../../charts/rate-charts.ts';
import { sitesChart } from '../../charts/sites-chart.ts';
import { addFigure } from '../../pdf/figure-block.ts';
import { addParagraph } from '../../pdf/text-block.ts';
import { styles } from '../../pdf/theme.ts';
import type { ReportContext } from './report-context.ts';

/** Beyond that nobody compares bars over pages; the tables of the next chapters have every rate. */
const mostClauseCharts = 6;

/** The charts as vectors, each with a caption and its numbers as alternative text; the tables of the next chapter hold them too. */
export function addCharts(context: ReportContext): void {
  const { dossier, result, language } = context;
  const lost = lostPointsChart(dossier, result, language);
  const clauses = clauseCharts(dossier, result, language);
  const few = clauses.length <= mostClauseCharts;
  const parts = partsChart(dossier, result, language);
  const sites = sitesChart(result, language);
  const figures = [
    ...(parts ? [parts] : []),
    sectionsChart(dossier, result, language),
    ...(sites ? [sites] : []),
    ...(few ? clauses : []),
    ...(lost ? [lost] : []),
  ];
  figures.forEach((figure, index) => {
    addOne(context, figure, index + 1);
  });
  if (!few) addParagraph(context.report, context.t('report.charts.tooMany'), { style: styles.muted });
}

function addOne({ report, t }: ReportContext, figure: ChartFigure, number: number): void {
  const { title, chart, rows, head } = figure;
  const rate = figure.id === 'lost-points' ? 1 : Math.max(head.indexOf(t('chart.head.rate')), 1);
  const values = rows
    .map((row) => t('report.figureValue', { name: row[0] ?? '', value: row[rate] ?? '' }))
    .join(t('report.listed'));
  addFigure(report, {
    chart,
    height: heightOf(figure),
    caption: t('report.figure', { number, title }),
    alternative: t('report.figureAlternative', { title, values }),
  });
}

/** Bars of even height; few bars get more air. */
export function heightOf({ bars, chart }: ChartFigure): number {
  const series = chart.data.datasets.filter((set) => set.type !== 'line').length;
  const bar = bars <= 4 ? 26 : 16;
  return Math.min(60 + bars * (bar + (series > 1 ? 6 : 0)), 640);
}
