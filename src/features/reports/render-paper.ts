import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import type { Dossier } from '../../model/dossier.ts';
import { addMarkdown, splitTitle } from '../../pdf/markdown-blocks.ts';
import { type DocumentPart, type RenderedPaper, renderFramed, type TellPaperNews } from './framed-document.ts';
import type { Chapter, Paper, PaperOrder } from './paper.ts';
import { addBriefHead } from './paper-head.ts';
import { addImprint, addSignature } from './paper-letterhead.ts';
import { paperOf } from './papers/all-papers.ts';
import { type ReportContext, reportContext } from './report-context.ts';
import { addCover } from './report-cover.ts';

/**
 * Writes a paper as a tagged PDF (A4) with bookmarks and charts as vectors; one of an assessment that is not finished is marked
 * as a draft. The same order gives the same bytes.
 */
export function renderPaper(order: PaperOrder, tell?: TellPaperNews): Promise<RenderedPaper> {
  const { assessment, criteria } = order.source.dossier;
  return renderFramed(
    {
      look: order,
      subject: `${criteria.id} ${criteria.version}`,
      createdAt: new Date(assessment.finishedAt ?? `${assessment.to}T00:00:00Z`),
      partIn: (language) => partIn(order, language),
    },
    tell,
  );
}

function partIn(order: PaperOrder, language: Language): DocumentPart {
  const t = translator(language);
  const { dossier, result, asFound } = order.source;
  const { assessment, criteria, organization } = dossier;
  const title = t(`paper.${order.paper}`);
  const whole = t('paper.documentTitle', { organization: organization.name, paper: title });
  return {
    title: whole,
    header: { left: whole, right: assessment.number ?? '' },
    footer: t('report.fact.criteriaValue', {
      title: textIn(criteria.title, language, criteria.language),
      id: criteria.id,
      version: criteria.version,
    }),
    mark: markOf(assessment, t),
    isDraft: !assessment.finishedAt && !assessment.stopped,
    bearsMark: assessment.kind !== 'self',
    // Two pages are all that it may have.
    head: order.paper === 'executive-summary' ? 'margin' : 'letter',
    countsTables: paperOf(order.paper).layout === 'book',
    write: (report, tell) => {
      const about = { dossier, result, asFound, brand: order.brand, language, title };
      addPart(reportContext(report, about), paperOf(order.paper), tell);
    },
  };
}

function addPart(context: ReportContext, paper: Paper, tell: (chapter: number, chapters: number) => void): void {
  const { report, t } = context;
  const chapters = withOwnChapters(context, paper);
  if (paper.layout === 'book') {
    addCover(context);
    addImprint(report, context.brand, context.language, 'cover');
    report.contents(t('report.contents'), entriesOf(chapters));
    report.newPage();
  } else addBriefHead(context);
  chapters.forEach(({ title, add }, index) => {
    tell(index, chapters.length);
    report.heading({
      level: 1,
      text: paper.layout === 'book' ? `${index + 1}  ${title}` : title,
      listed: paper.layout === 'book',
    });
    add(context);
  });
  if (paper.layout === 'brief') addImprint(report, context.brand, context.language, 'end');
  else addSignature(report, context.brand, context.language);
}

/** The chapters of a full report with the body's own before and after them. */
function withOwnChapters(context: ReportContext, paper: Paper): Chapter[] {
  const { brand, language, t } = context;
  const chapters = paper.chapters(context);
  const own = (markdown: string | undefined): Chapter[] => {
    if (!markdown) return [];
    const { title, rest } = splitTitle(markdown);
    return [{ title: title ?? t('brand.ownChapter'), below: 0, add: ({ report }) => addMarkdown(report, rest) }];
  };
  if (paper.layout === 'brief') return [...chapters];
  return [...own(brand?.before[language]), ...chapters, ...own(brand?.after[language])];
}

function entriesOf(chapters: readonly Chapter[]): number {
  return chapters.reduce((sum, { below }) => sum + 1 + below, 0);
}

function markOf({ finishedAt, stopped }: Dossier['assessment'], t: Translate): string | null {
  if (stopped) return t('report.stopped');
  return finishedAt ? null : t('report.draft');
}
