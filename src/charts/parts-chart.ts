import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import type { Dossier } from '../model/dossier.ts';
import { partWords } from '../model/part-words.ts';
import type { Result } from '../model/result.ts';
import { barChart, type ChartFigure } from './chart-figure.ts';
import { percent } from './percent.ts';

/** The rate of each part, and the least that it must reach where the criteria say one; null for criteria without parts. */
export function partsChart({ criteria }: Dossier, result: Result, language: Language): ChartFigure | null {
  const words = partWords(criteria, result, language);
  if (words.length === 0) return null;
  const t = translator(language);
  const number = (rate: string | null | undefined) => (rate ? Number(percent(rate)) : null);
  const minima = words.map(({ id }) => criteria.parts?.find((part) => part.id === id)?.minimumRate ?? null);
  const rates = (result.parts ?? []).map(({ rate }) => number(rate?.shown));
  return {
    id: 'parts',
    title: t('chart.parts'),
    chart: barChart({
      labels: words.map(({ title, share, weight }) => `${title} (${share ?? weight})`),
      series: [
        { label: t('chart.thisAssessment'), kind: 'now', values: rates },
        ...(minima.some(Boolean) ? [{ label: t('parts.minimum'), kind: 'target' as const, values: minima.map(number) }] : []),
      ],
      axis: t('chart.rateAxis'),
      upTo: 100,
    }),
    bars: words.length,
    head: [t('parts.part'), t('parts.weight'), t('chart.head.obtained'), t('chart.head.applicable'), t('chart.head.rate')],
    rows: words.map((part) => [part.title, part.share ?? '—', part.obtained, part.applicable, part.rate ?? '—']),
    clauses: words.map(({ id }) => criteria.parts?.find((part) => part.id === id)?.clauses[0] ?? ''),
  };
}
