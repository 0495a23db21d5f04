import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { findClause } from '../model/clause-name.ts';
import { textIn } from '../model/clauses.ts';
import type { Dossier, SelfAssessment } from '../model/dossier.ts';
import type { Result } from '../model/result.ts';
import { compareWithSelf } from '../model/self-comparison.ts';
import { axisLabel, barChart, type ChartFigure } from './chart-figure.ts';
import { percent, percentText } from './percent.ts';

/** Sections as the auditors rated them and as the company did. */
export function selfChart({ criteria }: Dossier, result: Result, self: SelfAssessment, language: Language): ChartFigure {
  const t = translator(language);
  const lines = compareWithSelf(criteria, result, self)
    .filter(({ depth }) => depth === 0)
    .map((line) => {
      const clause = findClause(criteria, line.id);
      return { ...line, number: clause?.number ?? '', title: textIn(clause?.title ?? null, language, criteria.language) };
    });
  const values = (key: 'auditor' | 'company') => lines.map((line) => (line[key] === null ? null : Number(percent(line[key]))));
  return {
    id: 'self-assessment',
    title: t('self.chart'),
    chart: barChart({
      labels: lines.map(({ number, title }) => axisLabel(number, title)),
      series: [
        { label: t('self.auditor'), kind: 'now', values: values('auditor') },
        { label: t('self.company'), kind: 'previous', values: values('company') },
      ],
      axis: t('chart.rateAxis'),
      upTo: 100,
    }),
    bars: lines.length,
    head: [t('chart.head.section'), t('self.auditor'), t('self.company'), t('self.difference')],
    rows: lines.map(({ number, title, auditor, company, difference }) => [
      `${number} ${title}`.trim(),
      percentText(auditor),
      percentText(company),
      differenceText(difference),
    ]),
    clauses: lines.map(({ id }) => id),
  };
}

/** `+5.00`, `−12.50`, or a dash; percentage points. */
export function differenceText(difference: string | null): string {
  if (difference === null) return '—';
  if (difference.startsWith('-')) return difference.replace('-', '−');
  return /[1-9]/.test(difference) ? `+${difference}` : difference;
}
