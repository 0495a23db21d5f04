import { textIn } from '../../model/clauses.ts';
import { decimalPercent } from '../../model/figure-words.ts';
import { partShare } from '../../model/part-name.ts';
import { addTable } from '../../pdf/table.ts';
import { addParagraph } from '../../pdf/text-block.ts';
import type { BookletContext } from './booklet-context.ts';

/** The parts that are assessed apart, and how they are weighted. */
export function addPartsTable({ report, t, criteria, language }: BookletContext): void {
  const { parts = [], clauses } = criteria;
  const titles = new Map(clauses.map(({ id, title }) => [id, textIn(title, language, criteria.language)]));
  addParagraph(report, t('parts.formula'), { after: 4 });
  addTable(report, {
    title: t('parts.title'),
    columns: [
      { head: t('parts.part'), share: 1 },
      { head: t('parts.weight'), width: 52, align: 'right' },
      { head: t('parts.clauses'), share: 1.2 },
      { head: t('parts.methods'), share: 1.2 },
      { head: t('parts.minimum'), width: 70, align: 'right' },
    ],
    rows: parts.map((part) => ({
      cells: [
        textIn(part.title, language, criteria.language),
        partShare(criteria, part),
        part.clauses.map((id) => titles.get(id) ?? id).join(t('report.listed')),
        part.auditMethods.map((method) => t(`auditMethod.${method}`)).join(t('report.listed')),
        part.minimumRate === null ? '—' : decimalPercent(part.minimumRate),
      ],
    })),
  });
}
