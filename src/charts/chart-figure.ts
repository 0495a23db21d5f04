import type { ChartConfiguration } from 'chart.js';

/** A chart together with the same numbers as a table, for those who cannot see the chart. */
export interface ChartFigure {
  /** Unique on a page, e.g. `sections` or `clauses-2`. */
  readonly id: string;
  readonly title: string;
  /** A Chart.js configuration that is plain JSON: no functions, so that a page can embed it. */
  readonly chart: ChartConfiguration;
  /** How many bars stand below each other: what the height depends on. */
  readonly bars: number;
  /** Bars that stand in one line count as one. */
  readonly stacked?: boolean;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Ids of the clauses that the rows are about, in their order; empty where they are about something else. */
  readonly clauses: readonly string[];
}

/**
 * Okabe–Ito colours, which colour-blind readers tell apart; blue and orange differ in lightness too, and the target is a
 * mark of another shape, so that the charts read in black and white.
 */
export const seriesColours = { now: '#0072B2', previous: '#E69F00', target: '#000000', lost: '#D55E00' } as const;

/** One bar a label, lying; values on a common axis from 0. */
export interface Bars {
  readonly labels: readonly string[];
  readonly series: readonly BarSeries[];
  readonly axis: string;
  /** End of the axis; null: as the values need. */
  readonly upTo: number | null;
}

export interface BarSeries {
  readonly label: string;
  readonly kind: 'now' | 'previous' | 'target' | 'lost';
  /** null: no bar. */
  readonly values: readonly (number | null)[];
}

/** The configuration of lying bars; a `target` series is a tick across the bars. */
export function barChart({ labels, series, axis, upTo }: Bars): ChartConfiguration {
  return {
    type: 'bar',
    data: { labels: [...labels], datasets: series.map(dataset) },
    options: {
      indexAxis: 'y',
      maintainAspectRatio: false,
      animation: false,
      layout: { padding: { right: 14 } },
      scales: {
        x: {
          beginAtZero: true,
          ...(upTo === null ? {} : { max: upTo }),
          title: { display: true, text: axis },
          grid: { color: '#E3E0D8' },
          border: { display: false },
        },
        y: { grid: { display: false }, ticks: { autoSkip: false }, border: { color: '#1D2433' } },
      },
      plugins: {
        title: { display: false },
        legend: {
          display: series.length > 1,
          position: 'bottom',
          align: 'start',
          labels: { usePointStyle: true, boxWidth: 12, padding: 16 },
        },
      },
    },
  };
}

function dataset({ label, kind, values }: BarSeries): ChartConfiguration['data']['datasets'][number] {
  const colour = seriesColours[kind];
  if (kind !== 'target') {
    const thickness = kind === 'previous' ? 5 : 11;
    return {
      type: 'bar',
      label,
      data: [...values],
      backgroundColor: colour,
      maxBarThickness: thickness,
      pointStyle: 'rect',
      order: 2,
    };
  }
  return {
    type: 'line',
    label,
    data: [...values],
    indexAxis: 'y',
    showLine: false,
    pointStyle: 'line',
    pointRotation: 90,
    pointRadius: 7,
    pointHoverRadius: 7,
    borderColor: colour,
    backgroundColor: colour,
    borderWidth: 2,
    order: 1,
  };
}

/** `5.1 After-sales service system`, shortened to what an axis can hold; a Han character counts as two. */
export function axisLabel(number: string, title: string, widest = 36): string {
  const whole = number === '' ? title : `${number} ${title}`;
  let used = 0;
  let kept = '';
  for (const character of whole) {
    used += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1;
    if (used > widest) return `${kept.trimEnd()}…`;
    kept += character;
  }
  return kept;
}
