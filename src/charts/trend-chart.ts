import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { type ChartFigure, seriesColours } from './chart-figure.ts';

/** An assessment in the course of time. */
export interface TrendPoint {
  /** Its number and day, `A-2026-0007 2026-01-07`. */
  readonly label: string;
  /** As printed. */
  readonly score: string;
  readonly grade: string;
}

/** The score over assessments, the earliest first, and a bound where one is aimed at; null for fewer than two. */
export function trendChart(
  points: readonly TrendPoint[],
  bound: { readonly label: string; readonly from: string } | null,
  language: Language,
): ChartFigure | null {
  if (points.length < 2) return null;
  const t = translator(language);
  const scores = points.map(({ score }) => Number(score));
  const least = Math.min(...scores, ...(bound ? [Number(bound.from)] : []));
  const line = { type: 'line' as const, pointRadius: 4, borderWidth: 2, tension: 0 };
  return {
    id: 'trend',
    title: t('chart.trend'),
    chart: {
      type: 'line',
      data: {
        labels: points.map(({ label }) => label),
        datasets: [
          { ...line, label: t('chart.score'), data: scores, borderColor: seriesColours.now, backgroundColor: seriesColours.now },
          ...(bound
            ? [
                {
                  ...line,
                  label: bound.label,
                  data: points.map(() => Number(bound.from)),
                  pointRadius: 0,
                  borderDash: [5, 4],
                  borderColor: seriesColours.target,
                  backgroundColor: seriesColours.target,
                },
              ]
            : []),
        ],
      },
      options: {
        maintainAspectRatio: false,
        animation: false,
        layout: { padding: { right: 24, left: 8, top: 8 } },
        scales: {
          x: { grid: { display: false }, border: { color: '#1D2433' } },
          y: {
            min: Math.max(0, Math.floor((least - 8) / 10) * 10),
            title: { display: true, text: t('chart.pointsAxis') },
            grid: { color: '#E3E0D8' },
            border: { display: false },
          },
        },
        plugins: {
          title: { display: false },
          legend: {
            display: bound !== null,
            position: 'bottom',
            align: 'start',
            labels: { usePointStyle: true, pointStyle: 'line' },
          },
        },
      },
    },
    bars: 6,
    stacked: true,
    head: [t('chart.head.assessment'), t('chart.score'), t('chart.head.grade')],
    rows: points.map(({ label, score, grade }) => [label, score, grade]),
    clauses: points.map(() => ''),
  };
}
