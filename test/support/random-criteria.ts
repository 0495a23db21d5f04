import fc from 'fast-check';
import type { Clause, Criteria, RatingMethod } from '../../src/model/criteria.ts';
import type { ClauseRating, Dossier } from '../../src/model/dossier.ts';
import { add, parseDecimal, round, zero } from '../../src/model/fraction.ts';
import type { Rating } from '../../src/model/rating.ts';

/** A rated clause of 1 point, met or not met. */
export function makeClause(overrides: Partial<Clause> = {}): Clause {
  const id = overrides.id ?? 'clause';
  return {
    id,
    number: '',
    title: { 'zh-CN': `条款 ${id}`, en: `Clause ${id}` },
    requirement: null,
    guidance: null,
    points: '1',
    weight: '1',
    aggregate: null,
    clauses: [],
    method: overrides.aggregate && overrides.aggregate !== 'own' ? null : { by: 'met' },
    notApplicable: 'allowed',
    maturity: null,
    auditMethods: [],
    evidence: [],
    ...overrides,
  };
}

/** Criteria with one clause and no grades. */
export function makeCriteria(overrides: Partial<Criteria> = {}): Criteria {
  return {
    format: 1,
    id: 'sample',
    version: '1.0.0',
    language: 'zh-CN',
    languages: ['zh-CN', 'en'],
    title: { 'zh-CN': '示例准则', en: 'Sample criteria' },
    about: null,
    basis: [],
    fullMarks: '100',
    rounding: { digits: 2, mode: 'half-up' },
    clauses: [makeClause()],
    deduction: null,
    bonus: null,
    grades: [],
    failLabel: { 'zh-CN': '不合格', en: 'Fail' },
    gates: [],
    maturity: null,
    certification: null,
    ...overrides,
  };
}

/** A dossier of `makeCriteria()` in which nothing is rated. */
export function makeDossier(overrides: Partial<Dossier> = {}): Dossier {
  return {
    criteria: makeCriteria(),
    organization: { name: '海川电器有限公司', registrationNumber: null, trade: null, headcount: null, address: null, sites: [] },
    assessment: {
      number: null,
      kind: 'initial',
      from: '2026-01-05',
      to: '2026-01-07',
      team: [],
      targetGrade: null,
      heldGrade: null,
      finishedAt: null,
    },
    ratings: {},
    adjustments: [],
    findings: [],
    evidence: [],
    previous: null,
    ...overrides,
  };
}

/** `{ id: rating }` → the ratings of a dossier. */
export function rated(ratings: Readonly<Record<string, Rating | null>>): Record<string, ClauseRating> {
  return Object.fromEntries(Object.entries(ratings).map(([id, rating]) => [id, { rating, note: '' }]));
}

const levels: RatingMethod = {
  by: 'level',
  levels: ['0', '0.2', '0.333333', '0.8', '1'].map((share, value) => ({
    value,
    share,
    label: { 'zh-CN': `${value} 级` },
    anchor: null,
  })),
};

const items = ['first', 'second', 'third'].map((id, index) => ({
  id,
  label: { 'zh-CN': id },
  weight: ['1', '2.5', '0.3'][index] ?? '1',
}));

const measures: RatingMethod[] = (['steps', 'lines'] as const).flatMap((between) => [
  {
    by: 'measure',
    unit: { 'zh-CN': '%' },
    better: 'higher',
    between,
    bands: [
      { at: '95', share: '1' },
      { at: '90.5', share: '0.8' },
      { at: '70', share: '0' },
    ],
    from: '0',
    to: '100',
  },
  {
    by: 'measure',
    unit: { 'zh-CN': '小时' },
    better: 'lower',
    between,
    bands: [
      { at: '2', share: '1' },
      { at: '24', share: '0.45' },
      { at: '72', share: '0' },
    ],
    from: '0',
    to: null,
  },
]);

/** Every rating method, in each of its forms. */
export const anyMethods: readonly RatingMethod[] = [
  { by: 'met' },
  { by: 'sample', atLeast: 1 },
  levels,
  { by: 'points', step: '0.25' },
  ...measures,
  { by: 'checklist', need: 'all', items, fullAt: 3 },
  { by: 'checklist', need: 'any', items, fullAt: 3 },
  { by: 'checklist', need: 'count', items, fullAt: 2 },
  { by: 'checklist', need: 'weighted', items, fullAt: 3 },
];

const weight = fc.constantFrom('1', '2', '0.5', '3.7');
const maturity = fc.option(fc.integer({ min: 1, max: 5 }));
const noPointsMethods = anyMethods.filter(({ by }) => by !== 'points');

const anyLeaf: fc.Arbitrary<Clause> = fc
  .record({
    points: fc.constantFrom('0', '0.5', '1', '2', '2.25', '3', '7'),
    method: fc.constantFrom(...anyMethods),
    other: fc.constantFrom(...noPointsMethods),
    weight,
    maturity,
  })
  .map(({ points, method, other, ...rest }) => makeClause({ ...rest, points, method: points === '0' ? other : method }));

/** A tree of clauses at most `depth` deep, with every aggregation; ids are given by `anyCriteria`. */
function anyClause(depth: number): fc.Arbitrary<Clause> {
  if (depth <= 1) return anyLeaf;
  const inner = fc
    .record({
      aggregate: fc.constantFrom('sum', 'sum', 'weighted-mean', 'minimum', 'maximum'),
      clauses: fc.array(anyClause(depth - 1), { minLength: 1, maxLength: 4 }),
      points: fc.constantFrom('0', '1', '4.5', '10'),
      weight,
    })
    .map(({ aggregate, clauses, points, ...rest }) =>
      makeClause({ ...rest, aggregate, clauses, points: aggregate === 'sum' ? sumOf(clauses) : points }),
    );
  return fc.oneof({ weight: 1, arbitrary: anyLeaf }, { weight: 3, arbitrary: inner });
}

function sumOf(clauses: readonly Clause[]): string {
  return round(
    clauses.reduce((sum, { points }) => add(sum, parseDecimal(points)), zero),
    6,
    'down',
  );
}

/** Criteria with trees of mixed aggregations and methods, worth more than 0 points. */
export const anyCriteria: fc.Arbitrary<Criteria> = fc
  .array(anyClause(4), { minLength: 1, maxLength: 5 })
  .filter((clauses) => parseDecimal(sumOf(clauses)).numerator > 0n)
  .map((clauses) => makeCriteria({ clauses: nameClauses(clauses, 'c') }));

/** The same with the top-level clauses dealt out to up to three parts. */
export const anyCriteriaInParts: fc.Arbitrary<Criteria> = anyCriteria.chain((criteria) =>
  fc
    .record({
      places: fc.array(fc.nat({ max: 2 }), { minLength: criteria.clauses.length, maxLength: criteria.clauses.length }),
      weights: fc.tuple(weight, weight, weight),
    })
    .map(({ places, weights }) => ({ ...criteria, parts: dealOut(criteria.clauses, places, weights) })),
);

function dealOut(clauses: readonly Clause[], places: readonly number[], weights: readonly string[]) {
  const dealt = weights.map((own, place) => ({
    id: `part${place + 1}`,
    title: { 'zh-CN': `部分 ${place + 1}` },
    weight: own,
    clauses: clauses.flatMap(({ id }, index) => (places[index] === place ? id : [])),
    auditMethods: [],
    minimumRate: null,
  }));
  return dealt.filter((part) => part.clauses.length > 0);
}

function nameClauses(clauses: readonly Clause[], prefix: string): Clause[] {
  return clauses.map((clause, index) => {
    const id = `${prefix}${index + 1}`;
    return { ...clause, id, clauses: nameClauses(clause.clauses, `${id}-`) };
  });
}

/** Any rating that fits the clause, but never "not applicable". */
export function anyRating({ method, points }: Clause): fc.Arbitrary<Rating> {
  switch (method?.by) {
    case 'sample':
      return fc
        .integer({ min: 1, max: 30 })
        .chain((size) => fc.integer({ min: 0, max: size }).map((failed) => ({ by: 'sample' as const, size, failed })));
    case 'level':
      return fc.constantFrom(...method.levels.map(({ value }) => ({ by: 'level' as const, level: value })));
    case 'points':
      return fc
        .integer({ min: 0, max: Number(points) * 4 })
        .map((steps) => ({ by: 'points' as const, points: String(steps / 4) }));
    case 'measure':
      return fc.integer({ min: 0, max: 1000 }).map((tenths) => ({ by: 'measure' as const, value: (tenths / 10).toFixed(1) }));
    case 'checklist':
      return fc.subarray(method.items.map(({ id }) => id)).map((present) => ({ by: 'checklist' as const, present }));
    default:
      return fc.boolean().map((met) => ({ by: 'met' as const, met }));
  }
}

/** The rating that gives a clause all (`best`) or none of its points. */
export function extremeRating({ method, points }: Clause, which: 'best' | 'worst'): Rating {
  const best = which === 'best';
  switch (method?.by) {
    case 'sample':
      return { by: 'sample', size: 7, failed: best ? 0 : 7 };
    case 'level':
      return { by: 'level', level: (best ? method.levels.at(-1) : method.levels[0])?.value ?? 0 };
    case 'points':
      return { by: 'points', points: best ? points : '0' };
    case 'measure': {
      const higherValue = best === (method.better === 'higher');
      return { by: 'measure', value: higherValue ? '100' : '0' };
    }
    case 'checklist':
      return { by: 'checklist', present: best ? method.items.map(({ id }) => id) : [] };
    default:
      return { by: 'met', met: best };
  }
}

export const notApplicable: Rating = { by: 'not-applicable', reason: '不涉及' };

/** A rating for every clause: of the clause's method, not applicable, or (with `unrated`) none. */
export function anyRatings(
  clauses: readonly Clause[],
  { unrated }: { unrated: boolean },
): fc.Arbitrary<Record<string, Rating | null>> {
  const one = (clause: Clause) =>
    fc.oneof(
      { weight: 6, arbitrary: anyRating(clause) },
      { weight: 1, arbitrary: fc.constant(notApplicable) },
      { weight: unrated ? 3 : 0, arbitrary: fc.constant(null) },
    );
  return fc.record(Object.fromEntries(clauses.map((clause) => [clause.id, one(clause)])));
}
