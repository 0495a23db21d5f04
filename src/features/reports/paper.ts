import { type Language, languages } from '../../i18n/language.ts';
import type { Scored } from '../results/result-store.ts';
import type { PaperBrand } from './paper-brand.ts';
import type { ReportContext } from './report-context.ts';

/** What can be written about an assessment, in the order in which it is offered. */
export const paperIds = [
  'audit-report',
  'self-report',
  'executive-summary',
  'findings-paper',
  'roadmap-paper',
  'comparison-paper',
  'evidence-index',
] as const;
export type PaperId = (typeof paperIds)[number];

/** `both`: Chinese first, then the same in English. */
export const paperLanguages = [...languages, 'both'] as const;
export type PaperLanguage = (typeof paperLanguages)[number];

export function languagesOf(language: PaperLanguage): readonly Language[] {
  return language === 'both' ? ['zh-CN', 'en'] : [language];
}

/** What papers are written from: plain data, so that a thread can write them. */
export interface PaperSource extends Scored {
  /** What was found before corrections; null: nothing was corrected. */
  readonly asFound: Scored | null;
}

/** A chapter: its title, how many headings below it stand in the contents, and its content. */
export interface Chapter {
  readonly title: string;
  readonly below: number;
  readonly add: (context: ReportContext) => void;
}

/** A kind of paper. To add one: its id above, a file in `papers/`, its place in `all-papers.ts`, its texts under `paper.…`. */
export interface Paper {
  readonly id: PaperId;
  /** `book`: cover, contents and numbered chapters; `brief`: a head and chapters without numbers. */
  readonly layout: 'book' | 'brief';
  /** Whether there is something to write in it. */
  readonly isOffered: (source: PaperSource) => boolean;
  readonly chapters: (context: ReportContext) => readonly Chapter[];
}

/** By what an issued paper is known. */
export interface IssueMark {
  readonly code: string;
  /** Where everybody can verify it. */
  readonly address: string;
  readonly at: string;
  readonly by: string;
  /** Marked as a copy on every page. */
  readonly copy?: boolean;
  /** A smaller file instead of the form for archives. */
  readonly compact?: boolean;
}

/** What every document has, whatever it is about. */
export interface DocumentLook {
  readonly language: PaperLanguage;
  /** Whose paper it is; null: nobody has said. */
  readonly brand: PaperBrand | null;
  /** `preview`: marked as such on every page; null: neither issued nor marked. */
  readonly issue: IssueMark | 'preview' | null;
}

export interface PaperOrder extends DocumentLook {
  readonly paper: PaperId;
  readonly source: PaperSource;
}
