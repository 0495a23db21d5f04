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

  const whole = newScope();
  const sections = new Map<string, Scope>();
  const failing: LevelledClause[] = [];
  for (const clause of prepared.levelled) {
    const section = sections.get(clause.section) ?? newScope();
    sections.set(clause.section, section);
    const state = at(states, clause.index);
    if (state === 'not-applicable') continue;

    const { rate } = at(ceiling, clause.index);
    const fails = rate !== null && compare(rate, prepared.reachedAt) < 0;
    if (fails) failing.push(clause);
    for (const scope of [whole, section]) widen(scope, clause.level, { fails, open: state !== 'rated' });
  }

  const possible = levelWithoutGap(whole);
  return {
    overall: whole.open ? null : possible,
    possible,
    sections: new Map([...sections].map(([id, scope]) => [id, scope.open ? null : levelWithoutGap(scope)])),
    holding: failing.filter(({ level }) => level <= possible + 1).map(({ id }) => id),
  };
}

/** What is known of the levels in the whole or in one section. */
interface Scope {
  /** Highest level that has applicable clauses, at least 1. */
  highest: number;
  /** Lowest level with a clause that fails. */
  failsAt: number;
  open: boolean;
}

function newScope(): Scope {
  return { highest: 1, failsAt: Number.POSITIVE_INFINITY, open: false };
}

function widen(scope: Scope, level: number, { fails, open }: { fails: boolean; open: boolean }): void {
  scope.highest = Math.max(scope.highest, level);
  if (fails) scope.failsAt = Math.min(scope.failsAt, level);
  scope.open ||= open;
}

function levelWithoutGap({ highest, failsAt }: Scope): number {
  return Math.min(highest, failsAt - 1);
}
