import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  DoughnutController,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  RadarController,
  RadialLinearScale,
  ScatterController,
} from 'chart.js';
import { CanvasContext } from './canvas-context.ts';
import type { Faces } from './face.ts';
import { colours } from './theme.ts';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  RadarController,
  RadialLinearScale,
  ScatterController,
);

Object.assign(Chart.defaults.font, { family: 'Noto Sans SC', size: 8 });
Chart.defaults.color = colours.ink;
// Left out, the marks of an axis would be written as the server's own language writes numbers.
Chart.defaults.locale = 'en';
Chart.defaults.borderColor = colours.line;
// Where something in the process has brought a Path2D along, lines would be drawn with it instead of with what our context has.
for (const kind of ['line', 'scatter', 'radar'] as const) Object.assign(Chart.defaults.datasets[kind], { segment: {} });

/**
 * Draws a Chart.js configuration into a box of the current page: vectors and real text. The configuration is copied,
 * because Chart.js writes into what it is given; it must be plain JSON.
 */
export function drawChart(
  target: { pdf: PDFKit.PDFDocument; faces: Faces; missing: Set<string> },
  configuration: ChartConfiguration,
  box: { x: number; y: number; width: number; height: number },
): void {
  const copy = structuredClone(configuration);
  const context = new CanvasContext(target, box);
  target.pdf.save();
  const chart = new Chart(context, {
    ...copy,
    options: {
      ...copy.options,
      responsive: false,
      maintainAspectRatio: false,
      animation: false,
      devicePixelRatio: 1,
      events: [],
    },
  });
  chart.destroy();
  target.pdf.restore();
}
