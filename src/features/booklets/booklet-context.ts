import type { CatalogEntry } from '../../catalog/open-catalog.ts';
import type { Language } from '../../i18n/language.ts';
import type { TextBlock } from '../../i18n/text-blocks.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { ReportDocument } from '../../pdf/report-document.ts';
import { addBullets, addParagraph, type ParagraphOptions } from '../../pdf/text-block.ts';
import { type CriteriaPage, criteriaPage } from '../criteria/criteria-pages.ts';

/** What every part of a booklet is written from. */
export interface BookletContext {
  readonly report: ReportDocument;
  readonly criteria: Criteria;
  /** The criteria in words, as their page has them. */
  readonly words: CriteriaPage;
  readonly language: Language;
  readonly t: Translate;
}

export function bookletContext(report: ReportDocument, entry: CatalogEntry, language: Language): BookletContext {
  return {
    report,
    criteria: entry.criteria,
    words: criteriaPage(entry, language),
    language,
    t: translator(language),
  };
}

/** Prints paragraphs and lists. */
export function addBlocks({ report }: BookletContext, blocks: readonly TextBlock[], options: ParagraphOptions = {}): void {
  for (const block of blocks) {
    if (block.block === 'list') addBullets(report, block.items, options.style);
    else addParagraph(report, block.text, options);
  }
}

/** Paragraphs and lists as lines of a cell. */
export function blockLines(blocks: readonly TextBlock[]): string {
  return blocks
    .map((block) => (block.block === 'list' ? block.items.map((item) => `• ${item}`).join('\n') : block.text))
    .join('\n');
}
