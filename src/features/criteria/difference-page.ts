import { nameWithId, type Reader } from '../../catalog/difference/describe-difference.ts';
import { describeHeadChange, partName } from '../../catalog/difference/describe-head.ts';
import { diffCriteria } from '../../catalog/difference/diff-criteria.ts';
import type { ClauseChange, CriteriaDifference, HeadChange } from '../../catalog/difference/difference.ts';
import type { CatalogEntry } from '../../catalog/open-catalog.ts';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import { emptyForm, type FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import { type ChangeLine, type DifferenceSection, differenceSections, sentence, textChange } from './difference-sections.ts';
import type { LibraryLine } from './library-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'criteria/difference': DifferencePage;
  }
}

/** Two versions of the same criteria in words. */
export interface DifferencePage extends PageFrame {
  readonly criteria: { readonly title: string; readonly address: string };
  readonly to: string;
  /** The version that it is compared with; null when no other is known. */
  readonly from: string | null;
  readonly form: FormState;
  readonly versions: readonly { readonly value: string; readonly label: string }[];
  /** null: the content is the same. */
  readonly difference: DifferenceView | null;
}

export interface DifferenceView {
  readonly counts: DifferenceCounts;
  readonly head: readonly ChangeLine[];
  readonly sections: readonly DifferenceSection[];
  /** Removed and added clauses that are perhaps the same. */
  readonly suggestions: readonly string[];
}

/** How many clauses; `head`: how many changes outside them. A clause may count under several. */
export interface DifferenceCounts {
  readonly added: number;
  readonly removed: number;
  readonly placed: number;
  readonly reworded: number;
  readonly scored: number;
  readonly head: number;
}

/** `before` is null when there is nothing to compare with; `others` are the versions to choose from. */
export function differencePage(
  before: CatalogEntry | null,
  { criteria: after }: CatalogEntry,
  others: readonly LibraryLine[],
  language: Language,
): DifferencePage {
  const t = translator(language);
  const from = before?.criteria.version ?? null;
  return {
    title: t('comparison.title'),
    criteria: { title: textIn(after.title, language, after.language), address: `/criteria/${after.id}/${after.version}` },
    to: after.version,
    from,
    form: { ...emptyForm, values: { from: from ?? '' } },
    versions: others.map(({ version }) => ({ value: version, label: version })),
    difference: before && differenceView({ before: before.criteria, after, language }),
  };
}

function differenceView(reader: Reader): DifferenceView | null {
  const { before, after, language } = reader;
  const t = translator(language);
  const difference = diffCriteria(before, after);
  const head = difference.head.flatMap((change) => headLines(change, reader));
  const counts = countsOf(difference, head.length);
  if (Object.values(counts).every((count) => count === 0)) return null;
  return {
    counts,
    head,
    sections: differenceSections(difference, reader),
    suggestions: difference.suggestions.map((suggestion) =>
      t('difference.suggestion', {
        before: nameWithId(before, suggestion.before, language),
        after: nameWithId(after, suggestion.after, language),
        percent: Math.round(suggestion.likeness * 100),
      }),
    ),
  };
}

/** Values longer than this are texts, in which the words are marked. */
const longestValue = 24;

function headLines(change: HeadChange, reader: Reader): ChangeLine[] {
  if (change.change === 'value') {
    const { from, to } = change;
    const isText = [...(from ?? ''), ...(to ?? '')].length > 2 * longestValue;
    if (isText) return [textChange(partName(change, translator(reader.language)), from ?? '', to ?? '')];
  }
  return describeHeadChange(change, reader).map(sentence);
}

const placed: ReadonlySet<ClauseChange['change']> = new Set(['moved', 'reordered', 'renumbered']);

function countsOf({ added, removed, changed }: CriteriaDifference, head: number): DifferenceCounts {
  const countWhere = (holds: (change: ClauseChange) => boolean) => changed.filter(({ changes }) => changes.some(holds)).length;
  return {
    added: added.length,
    removed: removed.length,
    placed: countWhere(({ change }) => placed.has(change)),
    reworded: countWhere(({ change }) => change === 'reworded'),
    scored: countWhere(({ change }) => change !== 'reworded' && !placed.has(change)),
    head,
  };
}
