import { addFacts } from '../../pdf/table.ts';
import { addBullets, drawLines } from '../../pdf/text-block.ts';
import { contentWidth, page, styles, type TextStyle } from '../../pdf/theme.ts';
import { choiceWords } from '../criteria/choice-words.ts';
import { addBlocks, type BookletContext } from './booklet-context.ts';

/** Characters of a title that is set smaller, so that the facts stay on the first page. */
const longTitle = 80;

/** The first page: whose criteria, which version, and the facts that tell it from any other. */
export function addBookletCover(context: BookletContext): void {
  const { report, t, words } = context;
  report.y = Math.max(report.y + 14, 92);
  addLines(context, t('booklet.kind'), styles.subtitle);
  addLines(context, words.title, words.title.length > longTitle ? styles.heading1 : styles.title, 'H1');
  report.y += 24;
  addFacts(report, words.title, factsOf(context));
}

function factsOf({ t, words, criteria, language }: BookletContext): { name: string; value: string }[] {
  const choice = choiceWords(criteria, language);
  const facts: [string, string | null][] = [
    [t('booklet.version'), words.version],
    [t('booklet.criteria'), words.id],
    [t('booklet.basis'), words.basis.join(t('report.listed'))],
    [t('booklet.fullMarks'), words.fullMarks],
    [t('booklet.rated'), t('booklet.ratedValue', { rated: words.rated, sections: criteria.clauses.length })],
    [t('booklet.language'), words.fallback && t('booklet.languageValue', words.fallback)],
    [t('choices.variant'), choice?.variant ?? null],
    [t('choices.profile'), choice?.profile ?? null],
    [t('choices.source'), choice?.source ?? null],
    [t(choice ? 'choices.copy' : 'booklet.hash'), words.hash],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

/** What the criteria say of themselves. */
export function addAbout(context: BookletContext): void {
  const { words, report, t } = context;
  addBlocks(context, words.about);
  if (words.basis.length === 0) return;
  report.heading({ level: 2, text: t('booklet.basis') });
  addBullets(report, words.basis);
}

function addLines({ report }: BookletContext, text: string, style: TextStyle, tag = 'P'): void {
  const set = report.set(text, style, contentWidth);
  const { y } = report;
  report.tagged(tag, () => drawLines(report, set, page.left, y));
  report.y += set.height;
}
