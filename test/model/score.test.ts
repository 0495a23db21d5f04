import { describe, expect, test } from 'vitest';
import type { Clause, Criteria, Grade } from '../../src/model/criteria.ts';
import type { Adjustment, Dossier } from '../../src/model/dossier.ts';
import type { Rating } from '../../src/model/rating.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { makeClause, makeCriteria, makeDossier, notApplicable, rated } from '../support/random-criteria.ts';

const grades: Grade[] = [
  { id: 'five-star', label: { 'zh-CN': '五星级' }, from: '95', requires: [] },
  { id: 'four-star', label: { 'zh-CN': '四星级' }, from: '90', requires: [] },
  { id: 'three-star', label: { 'zh-CN': '三星级' }, from: '80', requires: [] },
  { id: 'standard', label: { 'zh-CN': '达标级' }, from: '70', requires: [] },
];

const starred: Partial<Criteria> = {
  grades,
  deduction: { points: '1', failsAt: 5, atMost: null, grounds: [] },
  bonus: { points: '1', atMost: 1, grounds: [] },
};

const points = (id: string, full: string, step = '0.001'): Clause =>
  makeClause({ id, points: full, method: { by: 'points', step } });
const given = (value: string): Rating => ({ by: 'points', points: value });
const met: Rating = { by: 'met', met: true };
const notMet: Rating = { by: 'met', met: false };

function times(kind: Adjustment['kind'], count: number): Adjustment[] {
  return Array.from({ length: count }, () => ({ kind, ground: null, statement: '' }));
}

function scoreOf(criteria: Partial<Criteria>, ratings: Record<string, Rating | null>, more: Partial<Dossier> = {}) {
  return resultOf(makeDossier({ criteria: makeCriteria(criteria), ratings: rated(ratings), ...more }));
}

function clauseIn(result: ReturnType<typeof resultOf>, id: string) {
  const found = result.clauses.find((clause) => clause.id === id);
  if (!found) throw new Error(`no clause ${id}`);
  return found;
}

describe('the worked examples', () => {
  const ofHundred = { ...starred, clauses: [points('most', '96'), points('small', '4')] };

  test('90 of 96 with two deductions and a bonus is 92.75: four stars', () => {
    const adjustments = [...times('deduction', 2), ...times('bonus', 1)];
    const result = scoreOf(ofHundred, { most: given('90'), small: notApplicable }, { adjustments });

    expect(result.score).toEqual({ exact: '371/4', shown: '92.75' });
    expect([result.outcome, result.grade, result.band]).toEqual(['graded', 'four-star', 'four-star']);
    expect(result.steps).toEqual([
      {
        step: 'points',
        obtained: { exact: '90', shown: '90.00' },
        applicable: { exact: '96', shown: '96.00' },
        full: { exact: '100', shown: '100.00' },
      },
      {
        step: 'normalise',
        obtained: { exact: '90', shown: '90.00' },
        applicable: { exact: '96', shown: '96.00' },
        fullMarks: { exact: '100', shown: '100.00' },
        score: { exact: '375/4', shown: '93.75' },
      },
      {
        step: 'deduct',
        given: 2,
        counted: 2,
        each: { exact: '1', shown: '1.00' },
        total: { exact: '2', shown: '2.00' },
        before: { exact: '375/4', shown: '93.75' },
        score: { exact: '367/4', shown: '91.75' },
      },
      {
        step: 'bonus',
        given: 1,
        counted: 1,
        each: { exact: '1', shown: '1.00' },
        total: { exact: '1', shown: '1.00' },
        before: { exact: '367/4', shown: '91.75' },
        score: { exact: '371/4', shown: '92.75' },
      },
      { step: 'band', grade: 'four-star', from: { exact: '90', shown: '90.00' }, score: { exact: '371/4', shown: '92.75' } },
    ]);
    expect(result.next).toEqual({ grade: 'five-star', missing: { exact: '9/4', shown: '2.25' }, unmet: [] });
  });

  test('95 of 100 is five stars: the bound is inclusive', () => {
    const result = scoreOf(ofHundred, { most: given('91'), small: given('4') });
    expect([result.score.exact, result.grade, result.next, result.nearMiss]).toEqual(['95', 'five-star', null, null]);
  });

  test('94.996 prints as 95.00 and is four stars, and the result says so', () => {
    const result = scoreOf(ofHundred, { most: given('90.996'), small: given('4') });
    expect(result.score).toEqual({ exact: '23749/250', shown: '95.00' });
    expect(result.grade).toBe('four-star');
    expect(result.nearMiss).toEqual({ grade: 'five-star', from: { exact: '95', shown: '95.00' } });
    expect(result.next).toEqual({ grade: 'five-star', missing: { exact: '1/250', shown: '0.00' }, unmet: [] });
  });

  test('99 with five deductions is 94 and fails', () => {
    const result = scoreOf(ofHundred, { most: given('95'), small: given('4') }, { adjustments: times('deduction', 5) });
    expect([result.score.shown, result.outcome, result.grade, result.band]).toEqual(['94.00', 'failed', null, 'four-star']);
    expect(result.effects).toEqual([{ because: 'deductions', given: 5, failsAt: 5 }]);
    expect(result.next).toEqual({
      grade: 'standard',
      missing: { exact: '0', shown: '0.00' },
      unmet: [{ if: 'deductions', fewerThan: 5 }],
    });
  });

  test('four deductions do not fail', () => {
    const result = scoreOf(ofHundred, { most: given('96'), small: given('4') }, { adjustments: times('deduction', 4) });
    expect([result.score.exact, result.grade]).toEqual(['96', 'five-star']);
  });

  test('99.5 and a bonus is capped at 100', () => {
    const result = scoreOf(ofHundred, { most: given('95.5'), small: given('4') }, { adjustments: times('bonus', 1) });
    expect([result.score.exact, result.grade]).toEqual(['100', 'five-star']);
    expect(result.steps).toContainEqual({
      step: 'cap',
      before: { exact: '201/2', shown: '100.50' },
      score: { exact: '100', shown: '100.00' },
    });
  });

  test('a 7-point clause with 2 failed of 7 has exactly 5', () => {
    const clauses = [makeClause({ id: 'seven', points: '7', method: { by: 'sample', atLeast: 1 } })];
    const result = scoreOf({ clauses }, { seven: { by: 'sample', size: 7, failed: 2 } });
    expect(clauseIn(result, 'seven').obtained).toEqual({ exact: '5', shown: '5.00' });
    expect(clauseIn(result, 'seven').rate).toEqual({ exact: '5/7', shown: '0.7143' });
  });
});

describe('deductions and bonus', () => {
  test('only as many are counted as the criteria say', () => {
    const rules: Partial<Criteria> = {
      clauses: [points('all', '100')],
      deduction: { points: '1.5', failsAt: null, atMost: 3, grounds: [] },
      bonus: { points: '2', atMost: 1, grounds: [] },
    };
    const adjustments = [...times('deduction', 7), ...times('bonus', 3)];
    const result = scoreOf(rules, { all: given('50') }, { adjustments });
    expect(result.score.exact).toBe('95/2');
    expect(result.steps.map((step) => ('given' in step ? [step.step, step.given, step.counted] : step.step))).toEqual([
      'points',
      'normalise',
      ['deduct', 7, 3],
      ['bonus', 3, 1],
    ]);
  });

  test('the score never falls below 0', () => {
    const result = scoreOf(
      { ...starred, clauses: [points('all', '100')] },
      { all: given('1') },
      { adjustments: times('deduction', 3) },
    );
    expect(result.score.exact).toBe('0');
    expect(result.steps).toContainEqual({
      step: 'cap',
      before: { exact: '-2', shown: '-2.00' },
      score: { exact: '0', shown: '0.00' },
    });
  });

  test('criteria without such a rule count none', () => {
    const result = scoreOf({ clauses: [points('all', '100')] }, { all: given('50') }, { adjustments: times('deduction', 2) });
    expect(result.score.exact).toBe('50');
  });
});

describe('aggregation', () => {
  const section = (aggregate: Clause['aggregate'], clauses: Clause[]): Partial<Criteria> => ({
    clauses: [makeClause({ id: 'section', points: '10', aggregate, clauses }), points('other', '10')],
  });

  test('sum: a child that is not applicable shrinks the points of its parent', () => {
    const criteria = section('sum', [points('a', '6'), points('b', '4')]);
    const result = scoreOf(criteria, { a: given('3'), b: notApplicable, other: given('10') });
    const { points: full, applicable, obtained, rate } = clauseIn(result, 'section');
    expect([full.exact, applicable.exact, obtained.exact, rate?.exact]).toEqual(['10', '6', '3', '1/2']);
    expect(result.score.exact).toBe('325/4');
  });

  test('weighted mean: the parent stays whole while one child applies', () => {
    const a = makeClause({ id: 'a', weight: '3' });
    const b = makeClause({ id: 'b', weight: '1' });
    const c = makeClause({ id: 'c', weight: '2' });
    const result = scoreOf(section('weighted-mean', [a, b, c]), { a: met, b: notMet, c: notApplicable, other: given('0') });
    const { applicable, obtained, rate, explanation } = clauseIn(result, 'section');
    expect([applicable.exact, obtained.exact, rate?.exact]).toEqual(['10', '15/2', '3/4']);
    expect(explanation).toEqual({
      by: 'weighted-mean',
      children: [
        { id: 'a', weight: '3', rate: { exact: '1', shown: '1.0000' } },
        { id: 'b', weight: '1', rate: { exact: '0', shown: '0.0000' } },
      ],
    });
    expect([clauseIn(result, 'a').adds.exact, clauseIn(result, 'b').lost.exact]).toEqual(['75/2', '25/2']);
  });

  test('weights that are all 0 share evenly', () => {
    const children = ['a', 'b'].map((id) => makeClause({ id, weight: '0' }));
    const result = scoreOf(section('weighted-mean', children), { a: met, b: notMet, other: given('10') });
    expect(clauseIn(result, 'section').rate?.exact).toBe('1/2');
    expect(clauseIn(result, 'a').adds.exact).toBe('25');
  });

  test.each([
    ['minimum' as const, 'b', '1/2'],
    ['maximum' as const, 'a', '4/5'],
  ])('%s: one child decides and carries all', (aggregate, decider, rate) => {
    const result = scoreOf(section(aggregate, [points('a', '5'), points('b', '2'), points('c', '1')]), {
      a: given('4'),
      b: given('1'),
      c: given('0.5'),
      other: given('10'),
    });
    const inner = clauseIn(result, 'section');
    expect(inner.rate?.exact).toBe(rate);
    expect(inner.explanation).toMatchObject({ by: aggregate, clause: decider });
    expect(['a', 'b', 'c'].filter((id) => clauseIn(result, id).adds.exact !== '0')).toEqual([decider]);
    expect(clauseIn(result, decider).adds).toEqual(inner.adds);
  });

  test('own: the clause is rated itself and its children only explain it', () => {
    const note = (id: string) => makeClause({ id, method: null });
    const own = makeClause({ id: 'own', points: '4', aggregate: 'own', method: { by: 'met' }, clauses: [note('x'), note('y')] });
    const result = scoreOf({ clauses: [own, points('other', '6')] }, { own: met, other: given('3') });
    expect(result.score.exact).toBe('70');
    expect(result.clauses.map(({ id }) => id)).toEqual(['own', 'other']);
    expect(result.coverage).toEqual({ rated: 2, applicable: 2, notApplicable: 0, total: 2 });
  });

  test('a sum whose children all have 0 points has the plain mean of their rates', () => {
    const children = ['a', 'b', 'c'].map((id) => makeClause({ id, points: '0' }));
    const free = makeClause({ id: 'free', points: '0', aggregate: 'sum', clauses: children });
    const result = scoreOf({ clauses: [free, points('other', '10')] }, { a: met, b: met, c: notMet, other: given('5') });
    expect(clauseIn(result, 'free').rate?.exact).toBe('2/3');
    expect([clauseIn(result, 'free').adds.exact, result.score.exact]).toEqual(['0', '50']);
  });

  test('a section that is wholly not applicable leaves its parent the same way', () => {
    const inner = makeClause({ id: 'inner', points: '8', aggregate: 'sum', clauses: [points('a', '5'), points('b', '3')] });
    const outer = makeClause({ id: 'outer', points: '10', aggregate: 'minimum', clauses: [inner, points('c', '2')] });
    const ratings = { a: notApplicable, b: notApplicable, c: given('1'), other: given('10') };
    const result = scoreOf({ clauses: [outer, points('other', '10')] }, ratings);
    const { state, applicable, rate, adds, lost } = clauseIn(result, 'inner');
    expect([state, applicable.exact, rate, adds.exact, lost.exact]).toEqual(['not-applicable', '0', null, '0', '0']);
    expect(clauseIn(result, 'outer').rate?.exact).toBe('1/2');
    expect(result.score.exact).toBe('75');
  });

  test('when nothing applies the score is 0', () => {
    const result = scoreOf({ ...starred, clauses: [points('a', '10')] }, { a: notApplicable });
    expect([result.score.exact, result.outcome, result.coverage.applicable]).toEqual(['0', 'failed', 0]);
  });
});

describe('unrated is never zero', () => {
  const criteria = { ...starred, clauses: [points('a', '50'), points('b', '30'), points('c', '20')] };

  test('three figures instead of a grade', () => {
    const result = scoreOf(criteria, { a: given('45'), c: notApplicable });
    expect(result.outcome).toBe('incomplete');
    expect(result.grade).toBeNull();
    expect([result.score.exact, result.floor.exact, result.ceiling.exact]).toEqual(['90', '225/4', '375/4']);
    expect([result.band, result.next?.grade]).toEqual(['four-star', 'five-star']);
    expect(result.coverage).toEqual({ rated: 1, applicable: 2, notApplicable: 1, total: 3 });
  });

  test('a clause rated zero counts in the score', () => {
    const result = scoreOf(criteria, { a: given('45'), b: given('0'), c: notApplicable });
    expect([result.outcome, result.score.exact]).toEqual(['failed', '225/4']);
    expect(clauseIn(result, 'b')).toMatchObject({ state: 'rated', rate: { exact: '0' }, lost: { exact: '75/2' } });
  });

  test('an unrated clause has no rate, but its points apply', () => {
    const b = clauseIn(scoreOf(criteria, { a: given('45') }), 'b');
    expect([b.state, b.rate, b.applicable.exact, b.adds.exact, b.explanation]).toEqual([
      'unrated',
      null,
      '30',
      '0',
      { by: 'unrated' },
    ]);
  });

  test('a clause with a note but without rating is unrated', () => {
    const ratings = { a: { rating: null, note: '待查' } };
    expect(resultOf(makeDossier({ criteria: makeCriteria(criteria), ratings })).coverage.rated).toBe(0);
  });

  test('inner clauses are partly rated in between', () => {
    const section = makeClause({ id: 'section', points: '10', aggregate: 'sum', clauses: [points('x', '6'), points('y', '4')] });
    const stateWith = (ratings: Record<string, Rating | null>) =>
      clauseIn(scoreOf({ clauses: [section] }, ratings), 'section').state;
    expect(stateWith({})).toBe('unrated');
    expect(stateWith({ x: notApplicable })).toBe('unrated');
    expect(stateWith({ x: given('1') })).toBe('partly');
    expect(stateWith({ x: given('1'), y: notApplicable })).toBe('rated');
    expect(stateWith({ x: notApplicable, y: notApplicable })).toBe('not-applicable');
  });

  test('without grades a finished assessment is ungraded', () => {
    const result = scoreOf({ clauses: [points('a', '10')] }, { a: given('7.5') });
    expect([result.outcome, result.grade, result.next, result.score.exact]).toEqual(['ungraded', null, null, '75']);
  });
});

test('results are rounded once, as the criteria declare', () => {
  const clauses = [points('a', '3'), points('b', '3'), points('c', '3')];
  const ratings = { a: given('1'), b: given('1'), c: given('0') };
  const shown = (rounding: Criteria['rounding']) => scoreOf({ clauses, rounding }, ratings).score;
  expect(shown({ digits: 2, mode: 'half-up' })).toEqual({ exact: '200/9', shown: '22.22' });
  expect(shown({ digits: 0, mode: 'half-up' }).shown).toBe('22');
  expect(shown({ digits: 4, mode: 'down' }).shown).toBe('22.2222');
});

test('full marks other than 100', () => {
  const result = scoreOf({ fullMarks: '1000', clauses: [points('a', '8')] }, { a: given('2') });
  expect([result.score.exact, result.fullMarks.exact]).toEqual(['250', '1000']);
});
