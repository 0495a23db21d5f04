import { describe, expect, test } from 'vitest';
import type { Clause, Condition, Criteria, Gate, Grade } from '../../src/model/criteria.ts';
import type { Dossier } from '../../src/model/dossier.ts';
import type { Rating } from '../../src/model/rating.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { makeClause, makeCriteria, makeDossier, notApplicable, rated } from '../support/random-criteria.ts';

const points = (id: string, full: string): Clause => makeClause({ id, points: full, method: { by: 'points', step: '0.5' } });
const given = (value: string): Rating => ({ by: 'points', points: value });
const gate = (requires: Condition[], capAt: string | null = null): Gate => ({
  id: 'gate',
  title: { en: 'Gate' },
  requires,
  capAt,
});

interface Setting {
  readonly five?: Condition[];
  readonly four?: Condition[];
  readonly gates?: Gate[];
  readonly more?: Partial<Criteria>;
}

/** Two sections of 60 and 40 points; five stars from 95, four from 90, pass from 70. */
function criteriaWith({ five = [], four = [], gates = [], more = {} }: Setting): Criteria {
  const grade = (id: string, from: string, requires: Condition[]): Grade => ({ id, label: { en: id }, from, requires });
  return makeCriteria({
    clauses: [points('system', '60'), points('customers', '40')],
    grades: [grade('five', '95', five), grade('four', '90', four), grade('pass', '70', [])],
    gates,
    ...more,
  });
}

function score(setting: Setting, [system, customers]: [string | null, string | null], more: Partial<Dossier> = {}) {
  const ratings = rated({
    system: system === null ? null : given(system),
    customers: customers === null ? null : given(customers),
  });
  return resultOf(makeDossier({ criteria: criteriaWith(setting), ratings, ...more }));
}

const customersRate: Condition = { if: 'rate', clause: 'customers', atLeast: '0.9' };
const noMajor: Condition = { if: 'findings', grade: 'major', atMost: 0 };
const major = { clause: null, grade: 'major' as const, statement: '' };

describe('requirements of a grade', () => {
  test('a rate below the asked one withholds the grade and says what was found', () => {
    const result = score({ five: [customersRate] }, ['60', '35.5']);
    expect([result.score.exact, result.band, result.grade]).toEqual(['191/2', 'five', 'four']);
    expect(result.effects).toEqual([
      {
        because: 'requirement',
        withheld: 'five',
        condition: customersRate,
        found: { rate: { exact: '71/80', shown: '0.8875' } },
      },
    ]);
    expect(result.next).toEqual({ grade: 'five', missing: { exact: '0', shown: '0.00' }, unmet: [customersRate] });
  });

  test('exactly the asked rate is enough', () => {
    expect(score({ five: [customersRate] }, ['60', '36']).grade).toBe('five');
  });

  test('two grades can be withheld at once', () => {
    const result = score({ five: [customersRate], four: [noMajor] }, ['60', '35.5'], { findings: [major] });
    expect(result.grade).toBe('pass');
    expect(result.effects.map((effect) => (effect.because === 'requirement' ? effect.withheld : ''))).toEqual(['five', 'four']);
    expect(result.next).toMatchObject({ grade: 'four', missing: { exact: '0' }, unmet: [noMajor] });
  });

  test('a condition on a clause that is not applicable is met', () => {
    const criteria = criteriaWith({ five: [customersRate, { if: 'must-pass', clauses: ['customers'] }] });
    const ratings = rated({ system: given('60'), customers: notApplicable });
    expect(resultOf(makeDossier({ criteria, ratings })).grade).toBe('five');
  });

  test('named clauses must have their full points', () => {
    const condition: Condition = { if: 'must-pass', clauses: ['system', 'customers'] };
    const result = score({ five: [condition] }, ['60', '39.5']);
    expect(result.grade).toBe('four');
    expect(result.effects).toMatchObject([{ found: { failed: ['customers'] } }]);
    expect(score({ five: [condition] }, ['60', '40']).grade).toBe('five');
  });

  test('findings of other classes do not count', () => {
    const findings = [{ ...major, grade: 'minor' as const }];
    expect(score({ five: [noMajor] }, ['60', '40'], { findings }).grade).toBe('five');
    expect(score({ five: [noMajor] }, ['60', '40'], { findings: [major] }).effects).toMatchObject([{ found: { count: 1 } }]);
  });

  test('fewer special deductions', () => {
    const more: Partial<Criteria> = { deduction: { points: '0', failsAt: null, atMost: null, grounds: [] } };
    const setting = { five: [{ if: 'deductions' as const, fewerThan: 2 }], more };
    const adjustments = (count: number) =>
      Array.from({ length: count }, () => ({ kind: 'deduction' as const, ground: null, statement: '' }));
    expect(score(setting, ['60', '40'], { adjustments: adjustments(1) }).grade).toBe('five');
    expect(score(setting, ['60', '40'], { adjustments: adjustments(2) }).grade).toBe('four');
  });
});

describe('a grade that must have been held before', () => {
  const held: Condition = { if: 'held', grade: 'four', months: 12 };
  const withHeld = (grade: string, since: string, to: string) => {
    const dossier = makeDossier();
    return score({ five: [held] }, ['60', '40'], { assessment: { ...dossier.assessment, to, heldGrade: { grade, since } } });
  };

  test.each([
    ['four', '2025-01-07', '2026-01-07', 'five'],
    ['four', '2025-01-08', '2026-01-07', 'four'],
    ['five', '2024-06-01', '2026-01-07', 'five'],
    ['pass', '2020-01-01', '2026-01-07', 'four'],
    ['four', '2024-02-29', '2025-02-28', 'five'],
    ['four', '2027-01-01', '2026-01-07', 'four'],
  ])('%s since %s, assessed until %s: %s', (grade, since, to, expected) => {
    expect(withHeld(grade, since, to).grade).toBe(expected);
  });

  test('the result says how long it was held', () => {
    expect(withHeld('four', '2025-03-31', '2026-01-30').effects).toMatchObject([
      { found: { held: { grade: 'four', months: 9 } } },
    ]);
    expect(score({ five: [held] }, ['60', '40']).effects).toMatchObject([{ found: { held: null } }]);
  });
});

describe('gates', () => {
  test('a gate without cap fails the assessment whatever the score', () => {
    const result = score({ gates: [gate([noMajor])] }, ['60', '40'], { findings: [major] });
    expect([result.outcome, result.grade, result.band]).toEqual(['failed', null, 'five']);
    expect(result.effects).toEqual([{ because: 'gate', gate: 'gate', capAt: null, condition: noMajor, found: { count: 1 } }]);
    expect(result.next).toMatchObject({ grade: 'pass', missing: { exact: '0' }, unmet: [noMajor] });
  });

  test('a gate fails also where there are no grades', () => {
    const setting = { gates: [gate([noMajor])], more: { grades: [] } };
    expect(score(setting, ['60', '40'], { findings: [major] }).outcome).toBe('failed');
    expect(score(setting, ['60', '40']).outcome).toBe('ungraded');
  });

  test('a cap holds the grade down', () => {
    const result = score({ gates: [gate([noMajor], 'four')] }, ['60', '40'], { findings: [major] });
    expect([result.outcome, result.grade]).toEqual(['graded', 'four']);
    expect(result.effects).toMatchObject([{ because: 'gate', capAt: 'four' }]);
    expect(result.next).toMatchObject({ grade: 'five', unmet: [noMajor] });
  });

  test('under a cap the grade still needs its own conditions', () => {
    const result = score({ four: [customersRate], gates: [gate([noMajor], 'four')] }, ['60', '35.5'], { findings: [major] });
    expect(result.grade).toBe('pass');
    expect(result.effects.map(({ because }) => because)).toEqual(['gate', 'requirement']);
  });

  test('a cap above the score has no effect', () => {
    const result = score({ gates: [gate([noMajor], 'four')] }, ['50', '30'], { findings: [major] });
    expect([result.grade, result.effects]).toEqual(['pass', []]);
    expect(result.next).toMatchObject({ grade: 'four', unmet: [] });
  });
});

describe('while incomplete', () => {
  test('only those effects are told that no further rating can undo', () => {
    const setting = { five: [customersRate], gates: [gate([{ if: 'must-pass', clauses: ['system'] }])] };
    const open = score(setting, ['60', null]);
    expect([open.outcome, open.band, open.effects]).toEqual(['incomplete', 'five', []]);
    expect(open.next).toBeNull();

    const lost = score(setting, ['58', null]);
    expect(lost.effects).toMatchObject([{ because: 'gate', found: { failed: ['system'] } }]);
  });

  test('what is unrated does not meet a condition of the next grade yet', () => {
    expect(score({ five: [customersRate] }, ['55', null]).next).toEqual({
      grade: 'five',
      missing: { exact: '10/3', shown: '3.33' },
      unmet: [customersRate],
    });
  });
});

test('below the lowest bound the assessment fails', () => {
  const result = score({}, ['40', '29.5']);
  expect([result.outcome, result.band, result.effects]).toEqual(['failed', null, []]);
  expect(result.next).toEqual({ grade: 'pass', missing: { exact: '1/2', shown: '0.50' }, unmet: [] });
  expect(result.steps.at(-1)).toMatchObject({ step: 'band', grade: null, from: null });
});
