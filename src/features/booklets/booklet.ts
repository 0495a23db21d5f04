import type { CatalogEntry } from '../../catalog/open-catalog.ts';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import { type DocumentPart, type RenderedPaper, renderFramed, type TellPaperNews } from '../reports/framed-document.ts';
import type { DocumentLook } from '../reports/paper.ts';
import { addAddress } from '../reports/paper-letterhead.ts';
import type { Writer } from '../reports/write-paper.ts';
import { addChecklist } from './booklet-checklist.ts';
import { addBookletClauses } from './booklet-clauses.ts';
import { type BookletContext, bookletContext } from './booklet-context.ts';
import { addAbout, addBookletCover } from './booklet-cover.ts';
import { addScoring, scoringParts } from './booklet-scoring.ts';
import { evidenceChecklist } from './checklist.ts';

interface Chapter {
  readonly title: string;
  /** How many headings below it stand in the contents. */
  readonly below: number;
  /** Begins on a page of its own, so that it can be handed out alone. */
  readonly fresh?: boolean;
  readonly add: () => void;
}

export interface BookletOrder extends DocumentLook {
  readonly source: CatalogEntry;
  /** Of the version; ISO. */
  readonly at: string;
}

/**
 * A criteria version as a booklet for the company: cover, contents, how it is scored, every clause, and a check list of the evidence to
 * prepare. The same order gives the same bytes.
 */
export function renderBooklet(order: BookletOrder, tell?: TellPaperNews): Promise<RenderedPaper> {
  const { id, version } = order.source.criteria;
  const createdAt = new Date(order.at);
  return renderFramed(
    { look: order, subject: `${id} ${version}`, createdAt, partIn: (language) => partIn(order, language) },
    tell,
  );
}

export const bookletWriter: Writer<BookletOrder> = { module: new URL(import.meta.url), render: renderBooklet };

export function bookletTitle({ title, language: own, version }: Criteria, language: Language): string {
  return translator(language)('booklet.file', { title: textIn(title, language, own), version });
}

function partIn({ source, brand }: BookletOrder, language: Language): DocumentPart {
  const t = translator(language);
  const { criteria } = source;
  const { id, version } = criteria;
  const title = textIn(criteria.title, language, criteria.language);
  return {
    title: bookletTitle(criteria, language),
    header: { left: title, right: t('booklet.kind') },
    footer: t('report.fact.criteriaValue', { title, id, version }),
    countsTables: true,
    write: (report, tell) => {
      const context = bookletContext(report, source, language);
      const chapters = chaptersOf(context);
      addBookletCover(context);
      addAddress(report, brand, language, 'cover');
      report.contents(
        t('report.contents'),
        chapters.reduce((sum, { below }) => sum + 1 + below, 0),
      );
      report.newPage();
      chapters.forEach(({ title: heading, fresh = false, add }, index) => {
        tell(index, chapters.length);
        if (fresh && !report.atTop) report.newPage();
        report.heading({ level: 1, text: `${index + 1}  ${heading}`, listed: true });
        add();
      });
    },
  };
}

function chaptersOf(context: BookletContext): Chapter[] {
  const { t, words, criteria, language } = context;
  const parts = scoringParts(context);
  const checklist = evidenceChecklist(criteria, language);
  const hasAbout = words.about.length > 0 || words.basis.length > 0;
  return [
    ...(hasAbout ? [{ title: t('booklet.about'), below: 0, add: () => addAbout(context) }] : []),
    { title: t('booklet.scoring'), below: parts.length, add: () => addScoring(context, parts) },
    { title: t('booklet.clauses'), below: words.sections.length, fresh: true, add: () => addBookletClauses(context) },
    { title: t('booklet.checklist'), below: 0, fresh: true, add: () => addChecklist(context, checklist) },
  ];
}
