import { compare } from './fraction.ts';
import type { LevelledClause, PreparedCriteria } from './prepare.ts';
import { at, type ClauseState, type Tally } from './tree.ts';

export interface MaturityScore {
  /** null while a clause that has a level is unrated; 0: not even level 1. */
  readonly overall: number | null;
  /** What `overall` becomes at best, when all that is unrated is rated full; equal to it when nothing is unrated. */
  readonly possible: number;
  readonly sections: ReadonlyMap<string, number | null>;
  /** The clauses known to stand in the way of the next overall level; while clauses are unrated, of the level after `possible`. */
  readonly holding: readonly string[];
}

/**
 * Highest level with no gap below: level k is reached when every applicable clause of level k and below has at least
 * the asked share of its points. At most the highest level that has applicable clauses in the scope (1 when none has).
 */
export function maturityOf(
  prepared: PreparedCriteria,
  states: readonly ClauseState[],
  ceiling: readonly Tally[],
): MaturityScore | null {
  if (!prepared.criteria.maturity) return null;

  const applicable = prepared.levelled.filter(({ index }) => at(states, index) !== 'not-applicable');
  const failing = applicable.filter(({ index }) => {
    const { rate } = at(ceiling, index);
    return rate !== null && compare(rate, prepared.reachedAt) < 0;
  });
  const open = applicable.filter(({ index }) => at(states, index) !== 'rated');
  const possible = levelWithoutGap(applicable, failing);

  return {
    overall: open.length > 0 ? null : possible,
    possible,
    sections: sectionLevels(prepared.levelled, { applicable, failing, open }),
    holding: failing.filter(({ level }) => level <= possible + 1).map(({ id }) => id),
  };
}

function sectionLevels(
  levelled: readonly LevelledClause[],
  { applicable, failing, open }: Readonly<Record<'applicable' | 'failing' | 'open', readonly LevelledClause[]>>,
): Map<string, number | null> {
  const [applicableIn, failingIn, openIn] = [bySection(applicable), bySection(failing), bySection(open)];
  const level = (section: string) => levelWithoutGap(applicableIn.get(section) ?? [], failingIn.get(section) ?? []);
  return new Map(levelled.map(({ section }) => [section, openIn.has(section) ? null : level(section)]));
}

function bySection(clauses: readonly LevelledClause[]): Map<string, LevelledClause[]> {
  const sections = new Map<string, LevelledClause[]>();
  for (const clause of clauses) {
    const section = sections.get(clause.section);
    if (section) section.push(clause);
    else sections.set(clause.section, [clause]);
  }
  return sections;
}

function levelWithoutGap(applicable: readonly LevelledClause[], failing: readonly LevelledClause[]): number {
  const highest = applicable.reduce((most, { level }) => Math.max(most, level), 1);
  return failing.reduce((least, { level }) => Math.min(least, level - 1), highest);
}
