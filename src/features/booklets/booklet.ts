import type { CatalogEntry } from '../../catalog/open-catalog.ts';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import { ReportDocument } from '../../pdf/report-document.ts';
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

/**
 * A criteria version as a booklet for the company: a tagged PDF (A4) with cover, contents, bookmarks, how it is scored, every
 * clause, and a check list of the evidence to prepare. `createdAt` is written into the file; the same input gives the same bytes.
 */
export async function renderBooklet(entry: CatalogEntry, language: Language, createdAt: Date): Promise<Buffer> {
  const report = openDocument(entry, language, createdAt);
  const context = bookletContext(report, entry, language);
  const chapters = chaptersOf(context);
  addBookletCover(context);
  report.contents(
    context.t('report.contents'),
    chapters.reduce((sum, { below }) => sum + 1 + below, 0),
  );
  report.newPage();
  chapters.forEach(({ title, fresh = false, add }, index) => {
    if (fresh && !report.atTop) report.newPage();
    report.heading({ level: 1, text: `${index + 1}  ${title}`, listed: true });
    add();
  });
  return await report.finish();
}

function openDocument({ criteria }: CatalogEntry, language: Language, createdAt: Date): ReportDocument {
  const t = translator(language);
  const title = textIn(criteria.title, language, criteria.language);
  const { id, version } = criteria;
  return new ReportDocument({
    title: t('booklet.file', { title, version }),
    subject: `${id} ${version}`,
    language,
    createdAt,
    header: { left: title, right: t('booklet.kind') },
    footer: t('report.fact.criteriaValue', { title, id, version }),
    mark: null,
    pageOf: (page, pages) => t('report.pageOf', { page, pages }),
  });
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
