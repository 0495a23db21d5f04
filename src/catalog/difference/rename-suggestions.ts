import type { Clause } from '../../model/criteria.ts';
import type { RenameSuggestion } from './difference.ts';
import { bigramsOf, likeness } from './likeness.ts';
import { type IndexedClause, indexTexts } from './text-index.ts';

const leastLikeness = 0.55;

/** Pairs a removed clause with the added one that is most like it by number and title; each is used once. */
export function suggestRenames(removed: readonly Clause[], added: readonly Clause[]): RenameSuggestion[] {
  if (removed.length === 0 || added.length === 0) return [];
  const index = indexTexts(added, titleOf);
  const byNumber = new Map(index.all.map((item) => [item.clause.number, item]));

  const pairs = removed.flatMap((clause) => {
    const bigrams = bigramsOf(titleOf(clause));
    const numbered = clause.number === '' ? undefined : byNumber.get(clause.number);
    const candidates = new Set([...index.near(bigrams), ...(numbered ? [numbered] : [])]);
    return [...candidates].map((candidate) => ({
      before: clause.id,
      after: candidate.clause.id,
      likeness: likenessOf(clause, bigrams, candidate),
    }));
  });
  return oneToOne(pairs.filter((pair) => pair.likeness >= leastLikeness));
}

/** Mostly the title; the same number speaks for it too. */
function likenessOf(clause: Clause, bigrams: ReadonlySet<string>, { clause: other, bigrams: others }: IndexedClause): number {
  const titles = likeness(bigrams, others);
  const isNumbered = clause.number !== '' && other.number !== '';
  const value = isNumbered ? 0.75 * titles + (clause.number === other.number ? 0.25 : 0) : titles;
  return Math.round(value * 100) / 100;
}

function oneToOne(pairs: readonly RenameSuggestion[]): RenameSuggestion[] {
  const used = new Set<string>();
  return [...pairs]
    .sort((a, b) => b.likeness - a.likeness)
    .filter(({ before, after }) => {
      const [from, to] = [`-${before}`, `+${after}`];
      if (used.has(from) || used.has(to)) return false;
      used.add(from).add(to);
      return true;
    });
}

function titleOf({ title }: Clause): string {
  return Object.values(title).join(' ');
}
