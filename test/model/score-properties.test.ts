import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratedClauses } from '../../src/model/clauses.ts';
import type { Clause, Criteria } from '../../src/model/criteria.ts';
import { add, compare, parseExact, toExact, zero } from '../../src/model/fraction.ts';
import type { Rating } from '../../src/model/rating.ts';
import type { Result } from '../../src/model/result.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { naiveScore } from '../support/naive-score.ts';
import {
  anyCriteria,
  anyRating,
  anyRatings,
  extremeRating,
  makeDossier,
  notApplicable,
  rated,
} from '../support/random-criteria.ts';

type Ratings = Record<string, Rating | null>;

const complete = anyCriteria.chain((criteria) =>
  fc.record({ criteria: fc.constant(criteria), ratings: anyRatings(ratedClauses(criteria), { unrated: false }) }),
);
const partial = anyCriteria.chain((criteria) =>
  fc.record({
    criteria: fc.constant(criteria),
    ratings: anyRatings(ratedClauses(criteria), { unrated: true }),
    completion: anyRatings(ratedClauses(criteria), { unrated: false }),
  }),
);

function score(criteria: Criteria, ratings: Ratings): Result {
  return resultOf(makeDossier({ criteria, ratings: rated(ratings) }));
}

function isAtMost(low: { exact: string }, high: { exact: string }): boolean {
  return compare(parseExact(low.exact), parseExact(high.exact)) <= 0;
}

function ratingsOf(criteria: Criteria, rate: (clause: Clause) => Rating): Ratings {
  return Object.fromEntries(ratedClauses(criteria).map((clause) => [clause.id, rate(clause)]));
}

test('the best ratings give full marks, the worst give 0', () => {
  fc.assert(
    fc.property(anyCriteria, (criteria) => {
      const best = score(
        criteria,
        ratingsOf(criteria, (clause) => extremeRating(clause, 'best')),
      );
      const worst = score(
        criteria,
        ratingsOf(criteria, (clause) => extremeRating(clause, 'worst')),
      );
      expect([best.score.exact, worst.score.exact]).toEqual(['100', '0']);
    }),
  );
});

test('the score agrees with a second, naive engine in every figure and every rate', () => {
  const adjusted = fc.record({
    given: partial,
    deductions: fc.integer({ min: 0, max: 6 }),
    bonuses: fc.integer({ min: 0, max: 4 }),
  });
  fc.assert(
    fc.property(adjusted, ({ given: { criteria: plain, ratings }, deductions, bonuses }) => {
      const criteria: Criteria = {
        ...plain,
        deduction: { points: '1.5', failsAt: null, atMost: 4, grounds: [] },
        bonus: { points: '2', atMost: 3, grounds: [] },
      };
      const adjustments = [
        ...Array.from({ length: deductions }, () => ({ kind: 'deduction' as const, ground: null, statement: '' })),
        ...Array.from({ length: bonuses }, () => ({ kind: 'bonus' as const, ground: null, statement: '' })),
      ];
      const result = resultOf(makeDossier({ criteria, ratings: rated(ratings), adjustments }));
      const points = { minus: String(1.5 * Math.min(4, deductions)), plus: String(2 * Math.min(3, bonuses)) };
      expect({
        score: result.score.exact,
        floor: result.floor.exact,
        ceiling: result.ceiling.exact,
        rates: Object.fromEntries(result.clauses.map(({ id, rate }) => [id, rate?.exact ?? null])),
      }).toEqual(naiveScore(criteria, ratings, points));
    }),
    { numRuns: 400 },
  );
});

test('"not applicable" never changes the rates of clauses elsewhere', () => {
  fc.assert(
    fc.property(complete, fc.nat(), ({ criteria, ratings }, pick) => {
      const ids = Object.keys(ratings);
      const id = ids[pick % ids.length] ?? '';
      const before = score(criteria, ratings);
      const after = score(criteria, { ...ratings, [id]: notApplicable });
      const elsewhere = ({ clauses }: Result) =>
        clauses.filter((clause) => clause.id !== id && !id.startsWith(`${clause.id}-`)).map((clause) => [clause.id, clause.rate]);
      expect(elsewhere(after)).toEqual(elsewhere(before));
    }),
  );
});

test('raising one rating never lowers the score, lowering it never raises it', () => {
  const one = complete.chain(({ criteria, ratings }) =>
    fc.constantFrom(...ratedClauses(criteria)).chain((clause) =>
      fc.record({
        criteria: fc.constant(criteria),
        ratings: fc.constant(ratings),
        clause: fc.constant(clause),
        rating: anyRating(clause),
      }),
    ),
  );
  fc.assert(
    fc.property(one, ({ criteria, ratings, clause, rating }) => {
      const scoreWith = (changed: Rating) => score(criteria, { ...ratings, [clause.id]: changed }).score;
      const between = scoreWith(rating);
      expect(isAtMost(scoreWith(extremeRating(clause, 'worst')), between)).toBe(true);
      expect(isAtMost(between, scoreWith(extremeRating(clause, 'best')))).toBe(true);
    }),
  );
});

test('the order of clauses never matters to the score', () => {
  const turned = (clauses: readonly Clause[]): Clause[] =>
    clauses.toReversed().map((clause) => ({ ...clause, clauses: turned(clause.clauses) }));
  fc.assert(
    fc.property(partial, ({ criteria, ratings }) => {
      const figures = ({ score, floor, ceiling, coverage }: Result) => ({ score, floor, ceiling, coverage });
      const other = score({ ...criteria, clauses: turned(criteria.clauses) }, ratings);
      expect(figures(other)).toEqual(figures(score(criteria, ratings)));
    }),
  );
});

test('what the rated clauses add is together the score, and with what they lost the full marks', () => {
  fc.assert(
    fc.property(partial, ({ criteria, ratings }) => {
      const result = score(criteria, ratings);
      const leaves = result.clauses.filter(({ id }) => id in ratings);
      const total = (figures: readonly { exact: string }[]) =>
        toExact(figures.map(({ exact }) => parseExact(exact)).reduce(add, zero));
      const counts = result.steps.some((step) => step.step === 'points' && step.applicable.exact !== '0');

      expect(total(leaves.map(({ adds }) => adds))).toBe(result.score.exact);
      expect(total(leaves.flatMap(({ adds, lost }) => [adds, lost]))).toBe(counts ? '100' : '0');
    }),
  );
});

test('every inner clause adds what its children add', () => {
  fc.assert(
    fc.property(partial, ({ criteria, ratings }) => {
      const { clauses } = score(criteria, ratings);
      for (const { id, depth, adds } of clauses.filter((clause) => !(clause.id in ratings))) {
        const children = clauses.filter((child) => child.depth === depth + 1 && child.id.startsWith(`${id}-`));
        expect(toExact(children.map((child) => parseExact(child.adds.exact)).reduce(add, zero))).toBe(adds.exact);
      }
    }),
  );
});

test('however an assessment is completed, its score stays between floor and ceiling', () => {
  fc.assert(
    fc.property(partial, ({ criteria, ratings, completion }) => {
      const open = score(criteria, ratings);
      const all = Object.fromEntries(Object.keys(completion).map((id) => [id, ratings[id] ?? completion[id] ?? null]));
      const closed = score(criteria, all);
      for (const figure of [open.score, closed.score]) {
        expect(isAtMost(open.floor, figure)).toBe(true);
        expect(isAtMost(figure, open.ceiling)).toBe(true);
      }
      expect([closed.floor, closed.ceiling]).toEqual([closed.score, closed.score]);
    }),
    { numRuns: 300 },
  );
});

test('the same input gives the same result', () => {
  fc.assert(
    fc.property(partial, ({ criteria, ratings }) => {
      expect(score(structuredClone(criteria), ratings)).toEqual(score(criteria, ratings));
    }),
  );
});
