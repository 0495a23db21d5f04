import { siteLines } from '../../model/site-words.ts';
import { addTable } from '../../pdf/table.ts';
import { addParagraph } from '../../pdf/text-block.ts';
import { styles } from '../../pdf/theme.ts';
import type { ReportContext } from './report-context.ts';

/** Each site over the clauses that are rated site by site, worst first; nothing where none is. */
export function addSites({ report, t, result }: ReportContext): void {
  const lines = siteLines(result);
  if (lines.length === 0) return;
  report.heading({ level: 2, text: t('results.sites') });
  addParagraph(report, t('results.sitesNote'), { style: styles.muted, keep: 110 });
  addTable(report, {
    title: t('results.sites'),
    columns: [
      { head: t('results.site'), share: 1 },
      { head: t('results.siteRated'), width: 90, align: 'right' },
      { head: t('parts.rate'), width: 70, align: 'right' },
    ],
    rows: lines.map(({ site, rated, applicable, rate }) => ({ cells: [site, `${rated} / ${applicable}`, rate ?? '—'] })),
  });
}
