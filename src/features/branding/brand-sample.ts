import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { addMarkdown, splitTitle } from '../../pdf/markdown-blocks.ts';
import { ReportDocument } from '../../pdf/report-document.ts';
import { addFacts } from '../../pdf/table.ts';
import { addParagraph, drawLines } from '../../pdf/text-block.ts';
import { contentWidth, page, styles } from '../../pdf/theme.ts';
import type { PaperBrand } from '../reports/paper-brand.ts';
import { addImprint, addLetterhead, addSignature } from '../reports/paper-letterhead.ts';

/** A paper about nothing that shows how every paper will look. */
export async function renderSample(brand: PaperBrand, language: Language): Promise<Buffer> {
  const t = translator(language);
  const title = t('brand.sample');
  const report = new ReportDocument({
    title,
    subject: title,
    language,
    createdAt: new Date(0),
    header: { left: title, right: 'A-2026-0007' },
    footer: [brand.confidentiality[language], title].filter(Boolean).join(' · '),
    mark: null,
    watermark: t('paper.preview'),
    pageOf: (number, pages) => t('report.pageOf', { page: number, pages }),
  });
  addLetterhead(report, brand, { language, bearsMark: true });
  const set = report.set(t('paper.audit-report'), styles.title, contentWidth);
  const { y } = report;
  report.tagged('H1', () => drawLines(report, set, page.left, y));
  report.y += set.height + 10;
  addFacts(report, title, [
    { name: t('report.fact.number'), value: 'A-2026-0007' },
    { name: t('results.score'), value: '92.38 / 100.00' },
  ]);
  addImprint(report, brand, language, 'cover');
  report.newPage();
  for (const text of [brand.before[language], brand.after[language]]) {
    if (text === '') continue;
    const { title: own, rest } = splitTitle(text);
    report.heading({ level: 1, text: own ?? t('brand.ownChapter') });
    addMarkdown(report, rest);
  }
  if (brand.before[language] === '' && brand.after[language] === '')
    addParagraph(report, t('brand.noChapters'), { style: styles.muted });
  addSignature(report, brand, language);
  return report.finish();
}
