import type { Aggregate, Clause, Condition, Criteria, Grade } from './criteria.ts';
import { add, type Fraction, parseDecimal, zero } from './fraction.ts';
import { type PreparedMethod, prepareMethod } from './share.ts';
import type { CriteriaPart } from './variants.ts';

/** Criteria with every decimal parsed once and the tree laid flat, so that scoring is quick. */
export interface PreparedCriteria {
  readonly criteria: Criteria;
  /** The whole first, then its clauses, parents before children. Explaining children of `own` clauses are left out. */
  readonly clauses: readonly PreparedClause[];
  readonly byId: ReadonlyMap<string, PreparedClause>;
  /** In the order of the criteria; empty where they have no parts. */
  readonly parts: readonly PreparedPart[];
  readonly levelled: readonly LevelledClause[];
  /** Points of the top-level clauses together. */
  readonly points: Fraction;
  readonly fullMarks: Fraction;
  readonly deduction: Fraction;
  readonly bonus: Fraction;
  readonly reachedAt: Fraction;
  /** Highest first. */
  readonly grades: readonly PreparedGrade[];
  /** The least rate that a condition on a clause or a part asks for. */
  readonly rates: ReadonlyMap<Condition, Fraction>;
}

export interface PreparedClause {
  /** Place in `PreparedCriteria.clauses`. */
  readonly index: number;
  /** null: the whole, which sums the top-level clauses or weights the parts; or a part, which sums its clauses. */
  readonly clause: Clause | null;
  readonly depth: number;
  readonly points: Fraction;
  readonly weight: Fraction;
  /** How the children count; null when the clause is rated itself. */
  readonly aggregate: Exclude<Aggregate, 'own'> | null;
  readonly children: readonly number[];
  readonly method: PreparedMethod | null;
}

export interface PreparedPart {
  readonly part: CriteriaPart;
  /** Place in `PreparedCriteria.clauses`. */
  readonly index: number;
  /** What its least rate amounts to; null where it has none. */
  readonly minimum: Condition | null;
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
  const { clauses, levelled, parts } = flatten(criteria);
  const conditions = [...criteria.grades, ...criteria.gates].flatMap(({ requires }) => requires);
  return {
    criteria,
    clauses,
    byId: new Map(clauses.flatMap((prepared) => (prepared.clause ? [[prepared.clause.id, prepared]] : []))),
    parts,
    levelled,
    points: clauses[0]?.points ?? zero,
    fullMarks: parseDecimal(criteria.fullMarks),
    deduction: criteria.deduction ? parseDecimal(criteria.deduction.points) : zero,
    bonus: criteria.bonus ? parseDecimal(criteria.bonus.points) : zero,
    reachedAt: criteria.maturity ? parseDecimal(criteria.maturity.reachedAt) : zero,
    grades: prepareGrades(criteria.grades),
    rates: ratesOf([...conditions, ...parts.flatMap(({ minimum }) => minimum ?? [])]),
  };
}

function prepareGrades(grades: readonly Grade[]): PreparedGrade[] {
  return grades.map((grade, index) => ({ grade, from: parseDecimal(grade.from), rank: grades.length - 1 - index }));
}

function ratesOf(conditions: readonly Condition[]): Map<Condition, Fraction> {
  return new Map(
    conditions.flatMap((condition) =>
      condition.if === 'rate' || condition.if === 'part' ? [[condition, parseDecimal(condition.atLeast)]] : [],
    ),
  );
}

interface Waiting {
  readonly clause: Clause;
  readonly depth: number;
  readonly section: string;
  readonly siblings: number[];
}

type Flat = Pick<PreparedCriteria, 'clauses' | 'levelled' | 'parts'>;

/** With a stack of its own instead of recursion: the depth of a tree is not ours to trust. */
function flatten({ clauses, parts: given = [] }: Criteria): Flat {
  const { top, parts, siblingsOf } = prepareTop(clauses, given);
  const flat = [...top];
  const levelled: LevelledClause[] = [];
  const waiting: Waiting[] = [];
  const push = (children: readonly Clause[], siblings: (clause: Clause) => number[], depth: number, section: string) => {
    for (const clause of children.toReversed()) {
      waiting.push({ clause, depth, section: section || clause.id, siblings: siblings(clause) });
    }
  };

  push(clauses, siblingsOf, 0, '');
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { clause, depth, section, siblings } = next;
    const index = flat.length;
    const children: number[] = [];
    siblings.push(index);
    flat.push({ ...prepareClause(clause, depth), index, children });
    if (clause.maturity !== null) levelled.push({ index, level: clause.maturity, id: clause.id, section });
    if (!clause.method) push(clause.clauses, () => children, depth + 1, section);
  }
  return { clauses: flat, levelled, parts };
}

/** The whole, followed by the parts where there are any; the lists of children are filled later, by `siblingsOf`. */
function prepareTop(clauses: readonly Clause[], given: readonly CriteriaPart[]) {
  const lists = given.map((): number[] => []);
  const partOf = new Map(given.flatMap(({ clauses: ids }, place) => ids.map((id) => [id, place])));
  const parts = given.map((part, place): PreparedPart => {
    const { id, minimumRate: atLeast } = part;
    return { part, index: place + 1, minimum: atLeast === null ? null : { if: 'part', part: id, atLeast } };
  });
  const unrated = { clause: null, depth: -1, method: null };
  const children = parts.map(({ index }) => index);
  const whole: PreparedClause = {
    ...{ ...unrated, index: 0, children, points: pointsOf(clauses), weight: zero },
    aggregate: parts.length > 0 ? 'weighted-mean' : 'sum',
  };
  const nodes = parts.map(({ part, index }, place): PreparedClause => {
    const own = clauses.filter(({ id }) => part.clauses.includes(id));
    const weight = parseDecimal(part.weight);
    return { ...unrated, index, children: lists[place] ?? [], points: pointsOf(own), weight, aggregate: 'sum' };
  });
  const siblingsOf = ({ id }: Clause): number[] => {
    if (parts.length === 0) return children;
    const list = lists[partOf.get(id) ?? -1];
    if (!list) throw new Error(`Clause ${id} is in no part.`);
    return list;
  };
  return { top: [whole, ...nodes], parts, siblingsOf };
}

function pointsOf(clauses: readonly Clause[]): Fraction {
  return clauses.reduce((sum, { points }) => add(sum, parseDecimal(points)), zero);
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
