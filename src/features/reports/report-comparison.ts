import { addTable, type Row } from '../../pdf/table.ts';
import { addParagraph } from '../../pdf/text-block.ts';
import { toComparison } from '../results/comparison.ts';
import type { Scored } from '../results/result-store.ts';
import type { ReportContext } from './report-context.ts';

/** Score, grade and open nonconformities as found and after correction, then clause by clause what moved. */
export function addAsFound({ report, t, dossier, result, language }: ReportContext, asFound: Scored): void {
  const { asFound: before, corrected: after, clauses } = toComparison(asFound, { dossier, result }, language);
  const head: Row[] = [
    { cells: [t('results.score'), before.score, after.score], kind: 'total' },
    { cells: [t('results.grade'), before.grade, after.grade] },
    { cells: [t('results.openNonconformities'), String(before.open), String(after.open)] },
  ];
  const moved = clauses.map(({ name, from, to, points }): Row => ({ cells: [name, from, `${to} / ${points}`] }));
  addTable(report, {
    title: t('results.comparison'),
    columns: [
      { head: t('results.clause'), share: 1 },
      { head: t('results.asFound'), width: 96, align: 'right' },
      { head: t('results.afterCorrection'), width: 96, align: 'right' },
    ],
    rows: [...head, ...moved],
  });
  if (moved.length === 0) addParagraph(report, t('results.nothingMoved'));
}
