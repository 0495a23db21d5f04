import type { Aggregate, Clause, Condition, Criteria, Grade } from './criteria.ts';
import { add, type Fraction, parseDecimal, zero } from './fraction.ts';
import { type PreparedMethod, prepareMethod } from './share.ts';

/** Criteria with every decimal parsed once and the tree laid flat, so that scoring is quick. */
export interface PreparedCriteria {
  readonly criteria: Criteria;
  /** The whole first, then its clauses, parents before children. Explaining children of `own` clauses are left out. */
  readonly clauses: readonly PreparedClause[];
  readonly byId: ReadonlyMap<string, PreparedClause>;
  readonly levelled: readonly LevelledClause[];
  /** Points of the top-level clauses together. */
  readonly points: Fraction;
  readonly fullMarks: Fraction;
  readonly deduction: Fraction;
  readonly bonus: Fraction;
  readonly reachedAt: Fraction;
  /** Highest first. */
  readonly grades: readonly PreparedGrade[];
  /** The least rate that a `rate` condition asks for. */
  readonly rates: ReadonlyMap<Condition, Fraction>;
}

export interface PreparedClause {
  /** Place in `PreparedCriteria.clauses`. */
  readonly index: number;
  /** null: the whole, which sums the top-level clauses. */
  readonly clause: Clause | null;
  readonly depth: number;
  readonly points: Fraction;
  readonly weight: Fraction;
  /** How the children count; null when the clause is rated itself. */
  readonly aggregate: Exclude<Aggregate, 'own'> | null;
  readonly children: readonly number[];
  readonly method: PreparedMethod | null;
}

/** A clause that belongs to a maturity level. */
export interface LevelledClause {
  readonly index: number;
  readonly level: number;
  readonly id: string;
  /** Id of its top-level clause. */
  readonly section: string;
}

export interface PreparedGrade {
  readonly grade: Grade;
  readonly from: Fraction;
  /** 0 is the lowest grade. */
  readonly rank: number;
}

/** The costly part of scoring, to be kept by the caller: it depends on the criteria alone. */
export function prepareCriteria(criteria: Criteria): PreparedCriteria {
  const { clauses, levelled } = flatten(criteria);
  return {
    criteria,
    clauses,
    byId: new Map(clauses.flatMap((prepared) => (prepared.clause ? [[prepared.clause.id, prepared]] : []))),
    levelled,
    points: clauses[0]?.points ?? zero,
    fullMarks: parseDecimal(criteria.fullMarks),
    deduction: criteria.deduction ? parseDecimal(criteria.deduction.points) : zero,
    bonus: criteria.bonus ? parseDecimal(criteria.bonus.points) : zero,
    reachedAt: criteria.maturity ? parseDecimal(criteria.maturity.reachedAt) : zero,
    grades: prepareGrades(criteria.grades),
    rates: ratesOf([...criteria.grades, ...criteria.gates].flatMap(({ requires }) => requires)),
  };
}

function prepareGrades(grades: readonly Grade[]): PreparedGrade[] {
  return grades.map((grade, index) => ({ grade, from: parseDecimal(grade.from), rank: grades.length - 1 - index }));
}

function ratesOf(conditions: readonly Condition[]): Map<Condition, Fraction> {
  return new Map(
    conditions.flatMap((condition) => (condition.if === 'rate' ? [[condition, parseDecimal(condition.atLeast)]] : [])),
  );
}

interface Waiting {
  readonly clause: Clause;
  readonly depth: number;
  readonly section: string;
  readonly siblings: number[];
}

/** With a stack of its own instead of recursion: the depth of a tree is not ours to trust. */
function flatten({ clauses }: Criteria): { clauses: PreparedClause[]; levelled: LevelledClause[] } {
  const whole = { ...wholeOf(clauses), children: [] as number[] };
  const flat: PreparedClause[] = [whole];
  const levelled: LevelledClause[] = [];
  const waiting: Waiting[] = [];
  const push = (children: readonly Clause[], parent: Omit<Waiting, 'clause'>) => {
    for (const clause of children.toReversed()) waiting.push({ ...parent, section: parent.section || clause.id, clause });
  };

  push(clauses, { depth: 0, section: '', siblings: whole.children });
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { clause, depth, section, siblings } = next;
    const index = flat.length;
    const children: number[] = [];
    siblings.push(index);
    flat.push({ ...prepareClause(clause, depth), index, children });
    if (clause.maturity !== null) levelled.push({ index, level: clause.maturity, id: clause.id, section });
    if (!clause.method) push(clause.clauses, { depth: depth + 1, section, siblings: children });
  }
  return { clauses: flat, levelled };
}

function wholeOf(clauses: readonly Clause[]): Omit<PreparedClause, 'children'> {
  const points = clauses.reduce((sum, { points }) => add(sum, parseDecimal(points)), zero);
  return { index: 0, clause: null, depth: -1, points, weight: zero, aggregate: 'sum', method: null };
}

function prepareClause(clause: Clause, depth: number): Omit<PreparedClause, 'index' | 'children'> {
  return {
    clause,
    depth,
    points: parseDecimal(clause.points),
    weight: parseDecimal(clause.weight),
    aggregate: aggregateOf(clause),
    method: clause.method ? prepareMethod(clause.method, clause.points) : null,
  };
}

function aggregateOf({ id, method, aggregate }: Clause): PreparedClause['aggregate'] {
  if (method) return null;
  if (aggregate === null || aggregate === 'own') throw new Error(`Clause ${id} is neither rated nor does it add up others.`);
  return aggregate;
}
