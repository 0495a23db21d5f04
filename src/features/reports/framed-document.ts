import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import type { PartFacts } from '../../pdf/document-facts.ts';
import { ReportDocument } from '../../pdf/report-document.ts';
import { addParagraph } from '../../pdf/text-block.ts';
import { codePointNames } from './missing-characters.ts';
import { type DocumentLook, languagesOf } from './paper.ts';
import { addLetterhead } from './paper-letterhead.ts';
import { addProof } from './paper-proof.ts';

/** What a document says in one language. */
export interface DocumentPart {
  readonly title: string;
  readonly header: { readonly left: string; readonly right: string };
  /** Stands in the footer, behind what the body says there of confidentiality. */
  readonly footer: string;
  /** A word printed in the header of every page, e.g. "Draft". */
  readonly mark?: string | null;
  /** Its tables have numbers and titles, as its figures have. */
  readonly countsTables?: boolean;
  /** `margin`: logo and name stand above the text and take nothing from it. */
  readonly head?: 'letter' | 'margin';
  /** What it tells of is not finished: a preview is a draft. */
  readonly isDraft?: boolean;
  /** It tells of an audit, so that it may bear the mark of the accreditation. */
  readonly bearsMark?: boolean;
  /** Tells which chapter of how many it is about to write. */
  readonly write: (report: ReportDocument, tell: (chapter: number, chapters: number) => void) => void;
}

/** A document of whatever kind, before it is written. */
export interface FramedDocument {
  readonly look: DocumentLook;
  readonly subject: string;
  /** The date of one that is not issued. */
  readonly createdAt: Date;
  readonly partIn: (language: Language) => DocumentPart;
}

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

export type TellPaperNews = (news: PaperNews) => void;

/**
 * Writes a document as a tagged PDF (A4) with bookmarks, in one language or in a part for each, the body's head above each part;
 * one that is issued with its code at its end. The same input gives the same bytes.
 */
export async function renderFramed(framed: FramedDocument, tell: TellPaperNews = () => undefined): Promise<RenderedPaper> {
  const { look, partIn } = framed;
  const languages = languagesOf(look.language);
  const parts = languages.map((language) => ({ ...partIn(language), language }));
  const report = openDocument(framed, parts);
  parts.forEach((part, place) => {
    if (look.language === 'both') report.beginPart(factsOf(part, look), translator(part.language)('paper.part'));
    addLetterhead(report, look.brand, part);
    part.write(report, (chapter, chapters) => {
      const before = place * chapters + chapter;
      const all = parts.length * chapters;
      tell({ share: before / all, chapter: before + 1, chapters: all });
    });
  });
  const [first = 'zh-CN'] = languages;
  addPrintingNote(report, translator(first));
  if (look.issue !== null && look.issue !== 'preview') addProof(report, look.issue, languages);
  const bytes = await report.finish();
  return { bytes, pages: report.pages, missing: [...report.missing] };
}

type PartIn = DocumentPart & { readonly language: Language };

function openDocument({ look, subject, createdAt }: FramedDocument, parts: readonly PartIn[]): ReportDocument {
  const [first] = parts;
  if (!first) throw new Error('A document in no language.');
  const issue = look.issue === 'preview' ? null : look.issue;
  return new ReportDocument({
    ...factsOf(first, look),
    title: parts.map(({ title }) => title).join(' · '),
    subject,
    archival: issue !== null && !issue.compact,
    keywords: issue ? `assay:${issue.code}` : null,
    createdAt: issue ? new Date(issue.at) : createdAt,
    watermark: watermarkOf(look, parts),
  });
}

function watermarkOf({ issue }: DocumentLook, parts: readonly PartIn[]): string | null {
  const inAll = (keyOf: (part: PartIn) => 'report.draft' | 'paper.preview' | 'paper.copy') =>
    parts.map((part) => translator(part.language)(keyOf(part))).join(' ');
  if (issue === 'preview') return inAll(({ isDraft }) => (isDraft ? 'report.draft' : 'paper.preview'));
  return issue?.copy ? inAll(() => 'paper.copy') : null;
}

function factsOf({ language, header, footer, mark = null, countsTables = false }: PartIn, { brand }: DocumentLook): PartFacts {
  const t = translator(language);
  return {
    language,
    header,
    footer: [brand?.confidentiality[language], footer].filter(Boolean).join(' · '),
    mark,
    pageOf: (page, pages) => t('report.pageOf', { page, pages }),
    ...(countsTables && { tableCaption: (number: number, title: string) => t('report.table', { number, title }) }),
  };
}

/** Names the characters that could not be printed, by code point because they cannot be printed here either. */
function addPrintingNote(report: ReportDocument, t: Translate): void {
  if (report.missing.size === 0) return;
  const codes = [...report.missing].slice(0, 100).map(codePointNames);
  report.heading({ level: 2, text: t('report.printing') });
  addParagraph(report, t('report.printing.missing', { characters: codes.join(t('report.listed')) }));
}
