import type { ChartConfiguration } from 'chart.js';
import { drawChart } from './draw-chart.ts';
import type { ReportDocument } from './report-document.ts';
import { drawLines } from './text-block.ts';
import { contentWidth, page, styles } from './theme.ts';

export interface Figure {
  readonly chart: ChartConfiguration;
  /** In points. */
  readonly height: number;
  readonly caption: string;
  /** What the picture says, for those who cannot see it. */
  readonly alternative: string;
}

/** Prints a chart over the whole width with its caption above, both on one page. */
export function addFigure(report: ReportDocument, { chart, height, caption, alternative }: Figure): void {
  const set = report.set(caption, styles.smallStrong, contentWidth);
  report.reserve(set.height + 6 + height);
  const top = report.y;
  report.tagged('Caption', () => drawLines(report, set, page.left, top));
  const y = top + set.height + 6;
  report.tagged('Figure', () => drawChart(report, chart, { x: page.left, y, width: contentWidth, height }), { alt: alternative });
  report.y = y + height + 14;
}
