import { addTable } from '../../pdf/table.ts';
import { addParagraph } from '../../pdf/text-block.ts';
import { styles } from '../../pdf/theme.ts';
import type { BookletContext } from './booklet-context.ts';
import { type ChecklistSection, countItems } from './checklist.ts';

/** Beyond so many clauses only the count is told. */
const mostClauses = 8;

/** What the company gets ready, to be ticked by hand. */
export function addChecklist({ report, t }: BookletContext, sections: readonly ChecklistSection[]): void {
  if (sections.length === 0) {
    addParagraph(report, t('booklet.checklistNone'));
    return;
  }
  addParagraph(report, t('booklet.checklistLead'), { after: 4 });
  addParagraph(report, t('booklet.checklistCount', countItems(sections)), { style: styles.muted });
  for (const { name, items } of sections) {
    report.heading({ level: 2, text: name });
    addTable(report, {
      title: name,
      columns: [
        { head: t('booklet.ready'), width: 40, align: 'center' },
        { head: t('booklet.item'), share: 1 },
        { head: t('booklet.kindOf'), width: 84 },
        { head: t('booklet.clause'), width: 76 },
        { head: t('booklet.where'), width: 100 },
      ],
      rows: items.map(({ title, kind, required, clauses }) => ({
        cells: [
          '□',
          title,
          required ? [{ text: kind }, { text: t('criteriaPage.required'), style: styles.smallStrong }] : kind,
          clausesText(clauses, t('report.listed')),
          '',
        ],
        atLeast: 26,
      })),
    });
  }
}

function clausesText(clauses: readonly string[], separator: string): string {
  const shown = clauses.slice(0, mostClauses).join(separator);
  return clauses.length > mostClauses ? `${shown} …` : shown;
}
