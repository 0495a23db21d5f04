import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { PartFacts } from '../../pdf/document-facts.ts';
import { addMarkdown, splitTitle } from '../../pdf/markdown-blocks.ts';
import { ReportDocument } from '../../pdf/report-document.ts';
import { addParagraph } from '../../pdf/text-block.ts';
import { codePointNames } from './missing-characters.ts';
import { type Chapter, languagesOf, type Paper, type PaperOrder } from './paper.ts';
import { addBriefHead } from './paper-head.ts';
import { addImprint, addLetterhead, addSignature } from './paper-letterhead.ts';
import { addProof } from './paper-proof.ts';
import { paperOf } from './papers/all-papers.ts';
import { type ReportContext, reportContext } from './report-context.ts';
import { addCover } from './report-cover.ts';

export interface RenderedPaper {
  readonly bytes: Buffer;
  readonly pages: number;
  /** Visible characters for which there is no glyph; 〓 stands for each of them. */
  readonly missing: readonly string[];
}

/** How far it is: the share that is done, and which chapter of how many is being written. */
export interface PaperNews {
  readonly share: number;
  readonly chapter: number;
  readonly chapters: number;
}

/**
 * Writes a paper as a tagged PDF (A4) with bookmarks and charts as vectors; one of an assessment that is not finished is marked
 * as a draft. The same order gives the same bytes.
 */
export async function renderPaper(order: PaperOrder, tell: (news: PaperNews) => void = () => undefined): Promise<RenderedPaper> {
  const paper = paperOf(order.paper);
  const languages = languagesOf(order.language);
  const report = openDocument(order, languages);
  languages.forEach((language, place) => {
    const { dossier, result, asFound } = order.source;
    const context = reportContext(report, {
      dossier,
      result,
      asFound,
      brand: order.brand,
      language,
      title: translator(language)(`paper.${paper.id}`),
    });
    if (order.language === 'both') report.beginPart(partFacts(order, language), context.t('paper.part'));
    addPart(context, paper, (chapter, chapters) => {
      const before = place * chapters + chapter;
      const all = languages.length * chapters;
      tell({ share: before / all, chapter: before + 1, chapters: all });
    });
  });
  const [first = 'zh-CN'] = languages;
  addPrintingNote(report, translator(first));
  if (order.issue !== null && order.issue !== 'preview') addProof(report, order.issue, languages);
  const bytes = await report.finish();
  return { bytes, pages: report.pages, missing: [...report.missing] };
}

function addPart(context: ReportContext, paper: Paper, tell: (chapter: number, chapters: number) => void): void {
  const { report, t } = context;
  const chapters = withOwnChapters(context, paper);
  if (paper.layout === 'book') {
    addLetterhead(report, context.brand, context.language);
    addCover(context);
    addImprint(report, context.brand, context.language, true);
    report.contents(t('report.contents'), entriesOf(chapters));
    report.newPage();
  } else {
    addLetterhead(report, context.brand, context.language);
    addBriefHead(context);
  }
  chapters.forEach(({ title, add }, index) => {
    tell(index, chapters.length);
    report.heading({
      level: 1,
      text: paper.layout === 'book' ? `${index + 1}  ${title}` : title,
      listed: paper.layout === 'book',
    });
    add(context);
  });
  if (paper.layout === 'brief') addImprint(report, context.brand, context.language, false);
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

function openDocument(order: PaperOrder, languages: readonly Language[]): ReportDocument {
  const { assessment, criteria } = order.source.dossier;
  const [first = 'zh-CN'] = languages;
  const issue = order.issue === 'preview' ? null : order.issue;
  return new ReportDocument({
    ...partFacts(order, first),
    title: languages.map((language) => titleIn(order, language)).join(' · '),
    subject: `${criteria.id} ${criteria.version}`,
    archival: issue !== null && !issue.compact,
    keywords: issue ? `assay:${issue.code}` : null,
    createdAt: new Date(issue?.at ?? assessment.finishedAt ?? `${assessment.to}T00:00:00Z`),
    watermark: watermarkOf(order, languages),
  });
}

function watermarkOf({ issue }: PaperOrder, languages: readonly Language[]): string | null {
  const inAll = (key: 'paper.preview' | 'paper.copy') => languages.map((language) => translator(language)(key)).join(' ');
  if (issue === 'preview') return inAll('paper.preview');
  return issue?.copy ? inAll('paper.copy') : null;
}

function partFacts(order: PaperOrder, language: Language): PartFacts {
  const t = translator(language);
  const { assessment, criteria } = order.source.dossier;
  return {
    language,
    header: { left: titleIn(order, language), right: assessment.number ?? '' },
    footer: [order.brand?.confidentiality[language], criteriaLine(criteria, language)].filter(Boolean).join(' · '),
    mark: markOf(assessment, t),
    pageOf: (page, pages) => t('report.pageOf', { page, pages }),
  };
}

function criteriaLine({ title, id, version, language: own }: Criteria, language: Language): string {
  return translator(language)('report.fact.criteriaValue', { title: textIn(title, language, own), id, version });
}

function titleIn({ paper, source: { dossier } }: PaperOrder, language: Language): string {
  const t = translator(language);
  return t('paper.documentTitle', { organization: dossier.organization.name, paper: t(`paper.${paper}`) });
}

function markOf({ finishedAt, stopped }: Dossier['assessment'], t: Translate): string | null {
  if (stopped) return t('report.stopped');
  return finishedAt ? null : t('report.draft');
}

/** Names the characters that could not be printed, by code point because they cannot be printed here either. */
function addPrintingNote(report: ReportDocument, t: Translate): void {
  if (report.missing.size === 0) return;
  const codes = [...report.missing].slice(0, 100).map(codePointNames);
  report.heading({ level: 2, text: t('report.printing') });
  addParagraph(report, t('report.printing.missing', { characters: codes.join(t('report.listed')) }));
}
