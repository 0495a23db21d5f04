import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ratedClauses } from '../../src/model/clauses.ts';
import type { Clause, Condition, Criteria } from '../../src/model/criteria.ts';
import { toExact } from '../../src/model/fraction.ts';
import { prepareCriteria } from '../../src/model/prepare.ts';
import type { Rating } from '../../src/model/rating.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { type Roadmap, roadmapsOf } from '../../src/model/roadmap.ts';
import { scoreAssessment } from '../../src/model/score.ts';
import {
  anyCriteria,
  anyRatings,
  extremeRating,
  makeClause,
  makeCriteria,
  makeDossier,
  rated,
} from '../support/random-criteria.ts';

type Ratings = Record<string, Rating | null>;

function roadmaps(criteria: Criteria, ratings: Ratings, more: Parameters<typeof makeDossier>[0] = {}): Roadmap[] {
  const dossier = makeDossier({ criteria, ratings: rated(ratings), ...more });
  const prepared = prepareCriteria(criteria);
  const { heldGrade, to } = dossier.assessment;
  return roadmapsOf(prepared, scoreAssessment(prepared, { ...dossier, heldGrade, to }));
}

function grade(id: string, from: string, ...requires: Condition[]) {
  return { id, label: { 'zh-CN': id }, from, requires };
}

/** All inner and rated clauses. */
function allIds(clauses: readonly Clause[]): string[] {
  return clauses.flatMap((clause) => [clause.id, ...(clause.aggregate === 'own' ? [] : allIds(clause.clauses))]);
}

const anyCase = anyCriteria
  .filter((criteria) => ratedClauses(criteria).length <= 9)
  .chain((criteria) =>
    fc.record({
      criteria: fc.constant(criteria),
      ratings: anyRatings(ratedClauses(criteria), { unrated: false }),
      from: fc.constantFrom('0', '40', '66.6', '80', '95', '100'),
      least: fc.record({
        clause: fc.constantFrom(...allIds(criteria.clauses)),
        atLeast: fc.constantFrom('0.1', '0.5', '0.75', '1'),
      }),
      passed: fc.subarray(
        ratedClauses(criteria).map(({ id }) => id),
        { minLength: 1 },
      ),
      ask: fc.subarray(['rate', 'must-pass'] as const),
    }),
  )
  .map(({ criteria, ratings, from, least, passed, ask }) => {
    const requires: Condition[] = ask.map((what) =>
      what === 'rate' ? { if: 'rate', ...least } : { if: 'must-pass', clauses: passed },
    );
    return { criteria: { ...criteria, grades: [grade('only', from, ...requires)] }, ratings };
  });

/** The smallest number of clauses that reach the grade when rated full, found by trying every set. */
function fewestByTrying(criteria: Criteria, ratings: Ratings): number | null {
  const clauses = ratedClauses(criteria);
  const raised = (chosen: number): Ratings => ({
    ...ratings,
    ...Object.fromEntries(
      clauses.flatMap((clause, place) =>
        (chosen >> place) & 1 && ratings[clause.id]?.by !== 'not-applicable' ? [[clause.id, extremeRating(clause, 'best')]] : [],
      ),
    ),
  });
  const reaching = Array.from({ length: 2 ** clauses.length }, (_, chosen) => chosen).filter(
    (chosen) => resultOf(makeDossier({ criteria, ratings: rated(raised(chosen)) })).grade === 'only',
  );
  const sizes = reaching.map((chosen) => chosen.toString(2).replaceAll('0', '').length);
  return sizes.length > 0 ? Math.min(...sizes) : null;
}

test('the way has as few changes as trying every set finds, and leads there', () => {
  fc.assert(
    fc.property(anyCase, ({ criteria, ratings }) => {
      const before = resultOf(makeDossier({ criteria, ratings: rated(ratings) }));
      const [way] = roadmaps(criteria, ratings);
      if (before.grade === 'only') {
        expect(way).toBeUndefined();
        return;
      }

      expect(way?.steps?.length ?? null).toBe(fewestByTrying(criteria, ratings));
      if (!way?.steps) return;
      const clauses = new Map(ratedClauses(criteria).map((clause) => [clause.id, clause]));
      const raised = way.steps.map(({ clause }) => {
        const known = clauses.get(clause);
        if (!known) throw new Error(`${clause} is not rated.`);
        return [clause, extremeRating(known, 'best')] as const;
      });
      const after = resultOf(makeDossier({ criteria, ratings: rated({ ...ratings, ...Object.fromEntries(raised) }) }));
      expect(after.grade).toBe('only');
      expect(after.score.exact).toBe(way.steps.length > 0 ? toExact(way.steps.at(-1)?.score ?? way.from) : before.score.exact);
    }),
    { numRuns: 100 },
  );
});

describe('the way to the next grades', () => {
  const criteria = makeCriteria({
    clauses: [
      makeClause({
        id: 'system',
        aggregate: 'sum',
        points: '60',
        clauses: ['a', 'b', 'c'].map((id) => makeClause({ id, points: '20' })),
      }),
      makeClause({
        id: 'service',
        aggregate: 'sum',
        points: '40',
        clauses: [makeClause({ id: 'd', points: '30' }), makeClause({ id: 'e', points: '10' })],
      }),
    ],
    grades: [
      grade('gold', '90', { if: 'rate', clause: 'service', atLeast: '0.9' }),
      grade('silver', '70', { if: 'findings', grade: 'major', atMost: 0 }),
    ],
    deduction: { points: '1', atMost: null, failsAt: 5, grounds: [] },
  });
  const met = (...ids: string[]): Ratings =>
    Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [id, { by: 'met', met: ids.includes(id) }]));

  test('nearest grade first, each with its own way, the step that brings most first', () => {
    const ways = roadmaps(criteria, met('a', 'b'));
    expect(ways.map((way) => [way.grade, way.steps?.map(({ clause }) => clause)])).toEqual([
      ['silver', ['d']],
      ['gold', ['d', 'c', 'e']],
    ]);
    expect(ways[1]?.steps?.map(({ gain, score }) => [toExact(gain), toExact(score)])).toEqual([
      ['30', '70'],
      ['20', '90'],
      ['10', '100'],
    ]);
  });

  test('names what no rating changes', () => {
    const findings = [{ clause: null, grade: 'major' as const, statement: 'x' }];
    const [silver] = roadmaps(criteria, met('a', 'b', 'd', 'e'), { findings });
    expect(silver).toMatchObject({ grade: 'silver', steps: [], besides: [{ if: 'findings' }] });
  });

  test('says when not even full marks would do', () => {
    const strict = { ...criteria, grades: [grade('perfect', '100')] };
    const adjustments = [{ kind: 'deduction' as const, ground: null, statement: 'x' }];
    expect(roadmaps(strict, met('a'), { adjustments })[0]?.steps).toBeNull();
  });

  test('there is none while something is unrated, nor above the highest grade', () => {
    expect(roadmaps(criteria, { ...met('a'), e: null })).toEqual([]);
    expect(roadmaps(criteria, met('a', 'b', 'c', 'd', 'e'))).toEqual([]);
  });
});
