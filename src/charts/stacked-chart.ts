import type { ChartConfiguration } from 'chart.js';

export type Span = readonly [number, number];

/** One kind of piece in lying stacked bars. */
export interface Pieces {
  readonly label: string;
  readonly colour: string;
  /** From where to where in each bar; null: no such piece in it; several: as many of them. */
  readonly spans: readonly (Span | readonly Span[] | null)[];
}

export interface StackedBars {
  readonly labels: readonly string[];
  readonly pieces: readonly Pieces[];
  /** A tick across each bar, or a point in it. */
  readonly marks?: readonly { readonly label: string; readonly values: readonly (number | null)[]; readonly point?: boolean }[];
  readonly axis: string;
  readonly from: number;
  readonly upTo: number | null;
  /** Steps of the axis; left out: as Chart.js likes. */
  readonly whole?: boolean;
}

/** Lying bars made of pieces that begin and end where they are told to; a dark edge parts the pieces in black and white. */
export function stackedChart({ labels, pieces, marks = [], axis, from, upTo, whole = false }: StackedBars): ChartConfiguration {
  return {
    type: 'bar',
    data: { labels: [...labels], datasets: [...pieces.map((piece) => pieceSet(piece, labels)), ...marks.map(markSet)] },
    options: {
      indexAxis: 'y',
      maintainAspectRatio: false,
      animation: false,
      layout: { padding: { right: 14 } },
      scales: {
        x: {
          min: from,
          ...(upTo === null ? {} : { max: upTo }),
          title: { display: true, text: axis },
          grid: { color: '#E3E0D8' },
          border: { display: false },
          ...(whole && { ticks: { precision: 0 } }),
        },
        y: { grid: { display: false }, ticks: { autoSkip: false }, border: { color: '#1D2433' } },
      },
      plugins: {
        title: { display: false },
        legend: {
          display: pieces.length + marks.length > 1,
          position: 'bottom',
          align: 'start',
          labels: { usePointStyle: true, boxWidth: 12, padding: 14 },
        },
      },
    },
  };
}

type DataSet = ChartConfiguration['data']['datasets'][number];

/** Points name their bar, so that one bar may have several pieces of a kind; the types of Chart.js know only one a bar. */
function pieceSet({ label, colour, spans }: Pieces, labels: readonly string[]): DataSet {
  const data = spans.flatMap((own, index) => piecesIn(own).map(([from, to]) => ({ x: [from, to], y: labels[index] })));
  return {
    type: 'bar',
    label,
    data: data as unknown as [number, number][],
    backgroundColor: colour,
    borderColor: '#1D2433',
    borderWidth: 0.5,
    borderSkipped: false,
    grouped: false,
    maxBarThickness: 16,
    pointStyle: 'rect',
    order: 2,
  };
}

function piecesIn(own: Pieces['spans'][number]): readonly Span[] {
  if (own === null) return [];
  return isSpan(own) ? [own] : own;
}

function isSpan(own: Span | readonly Span[]): own is Span {
  return typeof own[0] === 'number';
}

function markSet({ label, values, point }: NonNullable<StackedBars['marks']>[number]): DataSet {
  return {
    type: 'line',
    label,
    data: [...values],
    indexAxis: 'y',
    showLine: false,
    pointStyle: point ? 'rectRot' : 'line',
    pointRotation: point ? 0 : 90,
    pointRadius: point ? 4 : 12,
    borderColor: '#000000',
    backgroundColor: '#000000',
    borderWidth: 2.5,
    order: 1,
  };
}
