import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import type { AnswerFigures } from '../model/survey.ts';
import { barChart, type ChartFigure } from './chart-figure.ts';

/** How often each answer was given. */
export function distributionChart({ column, header, distribution, n }: AnswerFigures, language: Language): ChartFigure {
  const t = translator(language);
  const share = (count: number) => (n === 0 ? '–' : `${((count / n) * 100).toFixed(1)} %`);
  return {
    id: `answer-${column}`,
    title: t('chart.distribution', { question: header }),
    chart: barChart({
      labels: distribution.map(({ label }) => label),
      series: [{ label: t('chart.answers'), kind: 'now', values: distribution.map(({ count }) => count) }],
      axis: t('chart.answers'),
      upTo: null,
    }),
    bars: distribution.length,
    head: [t('chart.head.answer'), t('chart.answers'), t('chart.head.share')],
    rows: distribution.map(({ label, count }) => [label, String(count), share(count)]),
    clauses: [],
  };
}
