import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { ratedClauses, textIn } from '../model/clauses.ts';
import type { Clause } from '../model/criteria.ts';
import type { Dossier } from '../model/dossier.ts';
import { compare, parseExact, zero } from '../model/fraction.ts';
import type { ClauseResult, Result } from '../model/result.ts';
import { axisLabel, barChart, type ChartFigure } from './chart-figure.ts';
import { percentText } from './percent.ts';

const most = 15;

/** The rated clauses that cost the score most, at most fifteen, dearest first; null when nothing was lost. */
export function lostPointsChart(dossier: Dossier, result: Result, language: Language): ChartFigure | null {
  const t = translator(language);
  const dearest = dearestClauses(dossier, result);
  if (dearest.length === 0) return null;

  const titleOf = (clause: Clause) => textIn(clause.title, language, dossier.criteria.language);
  return {
    id: 'lost-points',
    title: t('chart.lost'),
    chart: barChart({
      labels: dearest.map(({ clause }) => axisLabel(clause.number, titleOf(clause))),
      series: [{ label: t('chart.lostPoints'), kind: 'lost', values: dearest.map(({ own }) => Number(own.lost.shown)) }],
      axis: t('chart.lostAxis'),
      upTo: null,
    }),
    bars: dearest.length,
    head: [
      t('chart.head.clause'),
      t('chart.head.lost'),
      t('chart.head.obtained'),
      t('chart.head.applicable'),
      t('chart.head.rate'),
    ],
    rows: dearest.map(({ clause, own }) => [
      clause.number === '' ? titleOf(clause) : `${clause.number} ${titleOf(clause)}`,
      own.lost.shown,
      own.obtained.shown,
      own.applicable.shown,
      percentText(own.rate?.shown),
    ]),
    clauses: dearest.map(({ clause }) => clause.id),
  };
}

function dearestClauses({ criteria }: Dossier, result: Result): { clause: Clause; own: ClauseResult }[] {
  const results = new Map(result.clauses.map((one) => [one.id, one]));
  return ratedClauses(criteria)
    .flatMap((clause) => {
      const own = results.get(clause.id);
      return own && own.state === 'rated' && compare(parseExact(own.lost.exact), zero) > 0 ? [{ clause, own }] : [];
    })
    .sort((a, b) => compare(parseExact(b.own.lost.exact), parseExact(a.own.lost.exact)))
    .slice(0, most);
}
