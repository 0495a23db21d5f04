import type { Condition } from './criteria.ts';
import type { Finding } from './dossier.ts';
import { compare, type Fraction, isZero, one, zero } from './fraction.ts';
import type { MaturityScore } from './maturity.ts';
import type { PreparedCriteria } from './prepare.ts';
import type { Found } from './result.ts';
import { at, type ClauseState, type Tally } from './tree.ts';

/** All that conditions look at. */
export interface Facts {
  readonly prepared: PreparedCriteria;
  readonly states: readonly ClauseState[];
  readonly soFar: readonly Tally[];
  readonly ceiling: readonly Tally[];
  readonly findings: readonly Pick<Finding, 'grade'>[];
  readonly deductions: number;
  readonly maturity: MaturityScore | null;
  readonly held: { readonly grade: string; readonly months: number } | null;
}

/**
 * `now`: is it met by what is rated so far; what is unrated does not meet it. `for-certain`: it counts as unmet only when
 * no rating of what is still unrated can meet it. Both agree once everything is rated.
 */
export type Certainty = 'now' | 'for-certain';

/** What was found where the condition is not met; null where it is. A condition on a clause that is not applicable is met. */
export function unmet(condition: Condition, facts: Facts, certainty: Certainty): Found<Fraction> | null {
  switch (condition.if) {
    case 'rate':
      return unmetRate(condition, clauseOf(facts, condition.clause), facts, certainty);
    case 'part':
      return unmetRate(condition, partOf(facts, condition.part), facts, certainty);
    case 'must-pass': {
      const failed = condition.clauses.filter((id) => isBelow(clauseOf(facts, id), one, facts, certainty));
      return failed.length > 0 ? { failed } : null;
    }
    case 'findings': {
      const count = facts.findings.filter(({ grade }) => grade === condition.grade).length;
      return count > condition.atMost ? { count } : null;
    }
    case 'deductions':
      return facts.deductions < condition.fewerThan ? null : { count: facts.deductions };
    case 'maturity': {
      const level = levelFor(facts, certainty);
      return level < condition.atLeast ? { level } : null;
    }
    case 'held':
      return isHeld(condition, facts) ? null : { held: facts.held };
  }
}

function unmetRate(condition: Condition, place: Place, facts: Facts, certainty: Certainty): Found<Fraction> | null {
  const least = facts.prepared.rates.get(condition);
  if (!least) throw new Error('The condition is not one of these criteria.');
  return isBelow(place, least, facts, certainty) ? { rate: at(facts.soFar, place.index).rate ?? zero } : null;
}

function isBelow({ index }: Place, least: Fraction, facts: Facts, certainty: Certainty): boolean {
  if (at(facts.states, index) === 'not-applicable') return false;
  const { rate } = at(certainty === 'now' ? facts.soFar : facts.ceiling, index);
  return rate === null ? !isZero(least) : compare(rate, least) < 0;
}

/** Of a clause or a part. */
interface Place {
  readonly index: number;
}

function partOf({ prepared }: Facts, id: string): Place {
  const found = prepared.parts.find(({ part }) => part.id === id);
  if (!found) throw new Error(`A condition names the part ${id}, which is not there.`);
  return found;
}

function clauseOf({ prepared }: Facts, id: string): Place {
  const clause = prepared.byId.get(id);
  if (!clause) throw new Error(`A condition names the clause ${id}, which is not rated.`);
  return clause;
}

function levelFor({ maturity }: Facts, certainty: Certainty): number {
  return (certainty === 'now' ? maturity?.overall : maturity?.possible) ?? 0;
}

function isHeld(condition: Condition & { if: 'held' }, { prepared, held }: Facts): boolean {
  if (!held) return false;
  const rankOf = (id: string) => prepared.grades.find(({ grade }) => grade.id === id)?.rank ?? -1;
  return rankOf(held.grade) >= rankOf(condition.grade) && held.months >= condition.months;
}
