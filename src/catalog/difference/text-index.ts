import type { Clause } from '../../model/criteria.ts';
import { bigramsOf } from './likeness.ts';

/** A clause with the pairs of letters of a text of it. */
export interface IndexedClause {
  readonly clause: Clause;
  readonly bigrams: ReadonlySet<string>;
}

/** A pair of letters that so many clauses share says nothing of which is which. */
const mostShared = 60;
const mostCandidates = 20;

/** Finds clauses by what their texts have in common, without comparing each with each. */
export interface TextIndex {
  readonly all: readonly IndexedClause[];
  /** Those that share most with a text, at most twenty. */
  readonly near: (bigrams: ReadonlySet<string>) => IndexedClause[];
}

export function indexTexts(clauses: readonly Clause[], textOf: (clause: Clause) => string): TextIndex {
  const all = clauses.map((clause) => ({ clause, bigrams: bigramsOf(textOf(clause)) }));
  const index = new Map<string, IndexedClause[]>();
  for (const item of all) {
    for (const bigram of item.bigrams) {
      const list = index.get(bigram);
      if (list) list.push(item);
      else index.set(bigram, [item]);
    }
  }
  return { all, near: (bigrams) => nearest(bigrams, index) };
}

function nearest(bigrams: ReadonlySet<string>, index: ReadonlyMap<string, readonly IndexedClause[]>): IndexedClause[] {
  const shared = new Map<IndexedClause, number>();
  for (const bigram of bigrams) {
    const found = index.get(bigram) ?? [];
    if (found.length > mostShared) continue;
    for (const item of found) shared.set(item, (shared.get(item) ?? 0) + 1);
  }
  return [...shared]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostCandidates)
    .map(([item]) => item);
}
