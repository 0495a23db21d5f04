import { addFigure } from '../../pdf/figure-block.ts';
import { addTable, type Column, type Row } from '../../pdf/table.ts';
import { addParagraph } from '../../pdf/text-block.ts';
import { styles } from '../../pdf/theme.ts';
import { type ComparedLine, toSelfComparison } from '../self-comparison/self-pages.ts';
import { heightOf } from './report-charts.ts';
import type { ReportContext } from './report-context.ts';

/** The company's own assessment beside the audit: sections as chart and table, then the clauses that were rated differently. */
export function addSelfAssessment({ report, t, dossier, result, language }: ReportContext): void {
  const self = dossier.selfAssessment;
  if (!self) return;
  const { linked, otherVersion, chart, differing, sections } = toSelfComparison(dossier, result, self, language);
  addParagraph(report, linked);
  if (otherVersion) addParagraph(report, otherVersion);
  addParagraph(report, `${t('self.lead')} ${t('self.differing', { count: differing })}`, { style: styles.muted });
  const values = chart.rows.map((row) => t('report.figureValue', { name: row[0] ?? '', value: row.slice(1, 3).join(' / ') }));
  addFigure(report, {
    chart: chart.chart,
    height: heightOf(chart),
    caption: chart.title,
    alternative: t('report.figureAlternative', { title: chart.title, values: values.join(t('report.listed')) }),
  });
  const figure = { width: 70, align: 'decimal' } as const;
  const columns: Column[] = [
    { head: t('self.clause'), share: 1 },
    { head: t('self.auditor'), ...figure },
    { head: t('self.company'), ...figure },
    { head: t('self.difference'), ...figure, width: 84 },
  ];
  const rows = sections.flatMap(({ lines: [section, ...below] }): Row[] => [
    ...(section ? [toRow(section, 'group')] : []),
    ...below.filter(({ differs }) => differs).map((line) => toRow(line, 'plain')),
  ]);
  addTable(report, { title: t('self.title'), columns, rows });
}

function toRow({ name, auditor, company, difference }: ComparedLine, kind: 'plain' | 'group'): Row {
  return { kind, cells: [name, auditor, company, difference] };
}
