import { type PlacedClause, placeClauses } from '../../catalog/difference/clause-places.ts';
import { describeClauseChange, type Reader, textName } from '../../catalog/difference/describe-difference.ts';
import type { ClauseChange, CriteriaDifference } from '../../catalog/difference/difference.ts';
import { type TextPart, wordParts } from '../../catalog/difference/word-parts.ts';
import { languageName } from '../../i18n/language-name.ts';
import { translator } from '../../i18n/translate.ts';
import { clauseName } from '../../model/clause-name.ts';
import { textIn } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';

/** A section with every clause of it that differs. */
export interface DifferenceSection {
  readonly anchor: string;
  readonly name: string;
  readonly clauses: readonly DifferentClause[];
}

export interface DifferentClause {
  readonly state: 'added' | 'removed' | 'changed';
  readonly name: string;
  /** Where the clause stands in its version. */
  readonly address: string;
  readonly lines: readonly ChangeLine[];
}

/** One change: a sentence, or a text. */
export interface ChangeLine {
  /** Which text it is; null for a sentence. */
  readonly label: string | null;
  /** A sentence, or a text that stands in one version only. */
  readonly parts: readonly TextPart[];
  /** A text that stands in both versions, with what was removed from the old one and added to the new one; else null. */
  readonly sides: { readonly before: readonly TextPart[]; readonly after: readonly TextPart[] } | null;
}

export function sentence(text: string): ChangeLine {
  return { label: null, parts: [{ part: 'same', text }], sides: null };
}

/** A text in both versions; where one of them is empty there is nothing to set beside it. */
export function textChange(label: string, before: string, after: string): ChangeLine {
  const parts = wordParts(before, after);
  if (before === '' || after === '') return { label, parts, sides: null };
  const side = (without: TextPart['part']) => parts.filter(({ part }) => part !== without);
  return { label, parts: [], sides: { before: side('added'), after: side('removed') } };
}

type Grouped = DifferentClause & { readonly section: string };

/** By the sections of the new version, in its order; what stood in sections that are gone comes last. */
export function differenceSections(difference: CriteriaDifference, reader: Reader): DifferenceSection[] {
  const clauses = [...differentClauses(difference, reader), ...removedClauses(difference, reader)];
  const { before, after, language } = reader;
  const order = [...after.clauses, ...before.clauses].map(({ id }) => id);
  return [...new Set(order)].flatMap((id) => {
    const found = clauses.filter(({ section }) => section === id);
    const criteria = after.clauses.some((clause) => clause.id === id) ? after : before;
    return found.length > 0 ? [{ anchor: `section-${id}`, name: clauseName(criteria, id, language), clauses: found }] : [];
  });
}

function differentClauses({ added, changed }: CriteriaDifference, reader: Reader): Grouped[] {
  const { after } = reader;
  const places = placeClauses(after);
  const fresh = new Set(added);
  const changes = new Map(changed.map((one) => [one.id, one.changes]));
  return [...places.keys()].flatMap((id): Grouped[] => {
    const base = { ...namedIn(after, id, reader), section: rootOf(places, id) };
    if (fresh.has(id)) return [{ ...base, state: 'added', lines: requirementLines(after, places.get(id), 'added', reader) }];
    const found = changes.get(id);
    return found ? [{ ...base, state: 'changed', lines: found.map((change) => changeLine(change, reader)) }] : [];
  });
}

function removedClauses({ removed }: CriteriaDifference, reader: Reader): Grouped[] {
  const { before } = reader;
  const places = placeClauses(before);
  return removed.map((id) => ({
    ...namedIn(before, id, reader),
    section: rootOf(places, id),
    state: 'removed',
    lines: requirementLines(before, places.get(id), 'removed', reader),
  }));
}

function namedIn(criteria: Criteria, id: string, { language }: Reader): Pick<DifferentClause, 'name' | 'address'> {
  return {
    name: clauseName(criteria, id, language),
    address: `/criteria/${criteria.id}/${criteria.version}#clause-${id}`,
  };
}

function rootOf(places: ReadonlyMap<string, PlacedClause>, id: string): string {
  const parent = places.get(id)?.parent ?? null;
  return parent === null ? id : rootOf(places, parent);
}

/** What a clause asks that stands in one version only. */
function requirementLines(
  criteria: Criteria,
  placed: PlacedClause | undefined,
  part: 'added' | 'removed',
  { language }: Reader,
): ChangeLine[] {
  const text = textIn(placed?.clause.requirement ?? null, language, criteria.language);
  return text === '' ? [] : [{ label: textName('requirement', translator(language)), parts: [{ part, text }], sides: null }];
}

function changeLine(change: ClauseChange, reader: Reader): ChangeLine {
  if (change.change !== 'reworded') return sentence(describeClauseChange(change, reader));
  const t = translator(reader.language);
  const name = { text: textName(change.text, t), language: languageName(change.language) };
  return textChange(t('comparison.textIn', name), change.from ?? '', change.to ?? '');
}
