import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import type { Result } from '../model/result.ts';
import { siteLines } from '../model/site-words.ts';
import { axisLabel, barChart, type ChartFigure } from './chart-figure.ts';
import { percent } from './percent.ts';

/** The rate of each site over the clauses that are rated site by site, worst first; null while fewer than two have one. */
export function sitesChart(result: Result, language: Language): ChartFigure | null {
  const standing = (result.sites ?? []).filter(({ rate }) => rate !== null);
  if (standing.length < 2) return null;
  const t = translator(language);
  return {
    id: 'sites',
    title: t('chart.sites'),
    chart: barChart({
      labels: standing.map(({ site }) => axisLabel('', site)),
      series: [
        {
          label: t('chart.thisAssessment'),
          kind: 'now',
          values: standing.map(({ rate }) => (rate === null ? null : Number(percent(rate.shown)))),
        },
      ],
      axis: t('chart.rateAxis'),
      upTo: 100,
    }),
    bars: standing.length,
    head: [t('results.site'), t('results.siteRated'), t('chart.head.rate')],
    rows: siteLines({ ...result, sites: standing }).map(({ site, rated, applicable, rate }) => [
      site,
      `${rated} / ${applicable}`,
      rate ?? '—',
    ]),
    clauses: [],
  };
}
