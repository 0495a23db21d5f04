import { expect, test } from 'vitest';
import type { Clause } from '../../src/model/criteria.ts';
import type { Rating } from '../../src/model/rating.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { makeClause, makeCriteria, makeDossier, notApplicable, rated } from '../support/random-criteria.ts';

const maturity = { levels: ['一', '二', '三', '四', '五'].map((label) => ({ 'zh-CN': label })), reachedAt: '0.85' };

/** Sections of sampled clauses, `{ section: { id: level } }`; a rating is the number failed of 20. */
function assess(sections: Record<string, Record<string, number | null>>, failed: Record<string, number | null | 'n/a'>) {
  const clauses: Clause[] = Object.entries(sections).map(([id, leaves]) =>
    makeClause({
      id,
      points: String(Object.keys(leaves).length),
      aggregate: 'sum',
      clauses: Object.entries(leaves).map(([leaf, level]) =>
        makeClause({ id: leaf, maturity: level, method: { by: 'sample', atLeast: 1 } }),
      ),
    }),
  );
  const ratingOf = (value: number | null | 'n/a'): Rating | null =>
    value === 'n/a' ? notApplicable : value === null ? null : { by: 'sample', size: 20, failed: value };
  const ratings = rated(Object.fromEntries(Object.entries(failed).map(([id, value]) => [id, ratingOf(value)])));
  return resultOf(makeDossier({ criteria: makeCriteria({ clauses, maturity }), ratings })).maturity;
}

const five = { all: { a: 1, b: 2, c: 3, d: 4, e: 5 } };

test('the highest level with no gap below it', () => {
  expect(assess(five, { a: 0, b: 3, c: 4, d: 0, e: 0 })).toEqual({ overall: 2, sections: { all: 2 }, holding: ['c'] });
});

test('exactly the asked share reaches the level', () => {
  expect(assess(five, { a: 3, b: 3, c: 3, d: 3, e: 3 })).toEqual({ overall: 5, sections: { all: 5 }, holding: [] });
});

test('0 when a clause of level 1 fails', () => {
  expect(assess(five, { a: 4, b: 0, c: 9, d: 0, e: 0 })).toEqual({ overall: 0, sections: { all: 0 }, holding: ['a'] });
});

test('a clause that is not applicable does not stand in the way', () => {
  expect(assess(five, { a: 0, b: 'n/a', c: 0, d: 5, e: 0 })?.overall).toBe(3);
});

test('no level above the highest that has applicable clauses', () => {
  expect(assess(five, { a: 0, b: 0, c: 0, d: 'n/a', e: 'n/a' })).toEqual({ overall: 3, sections: { all: 3 }, holding: [] });
  expect(assess(five, { a: 'n/a', b: 'n/a', c: 'n/a', d: 'n/a', e: 'n/a' })?.overall).toBe(1);
});

test('a level without clauses is reached with the one below', () => {
  expect(assess({ all: { b: 2, d: 4 } }, { b: 0, d: 9 })).toEqual({ overall: 3, sections: { all: 3 }, holding: ['d'] });
  expect(assess({ all: { b: 2, d: 4 } }, { b: 9, d: 9 })?.overall).toBe(1);
});

test('unknown while a clause that has a level is unrated, section by section', () => {
  const sections = { one: { a: 1, b: 2 }, two: { c: 1, d: 2 }, three: { plain: null } };
  const result = assess(sections, { a: 0, b: 9, c: 0, d: null, plain: null });
  expect(result).toEqual({ overall: null, sections: { one: 1, two: null }, holding: ['b'] });
});

test('sections differ; the overall level is held by the weakest', () => {
  const sections = { one: { a: 1, b: 2 }, two: { c: 1, d: 3 } };
  expect(assess(sections, { a: 0, b: 9, c: 0, d: 0 })).toEqual({ overall: 1, sections: { one: 1, two: 3 }, holding: ['b'] });
});

test('criteria without maturity have none', () => {
  expect(resultOf(makeDossier()).maturity).toBeNull();
});

test('a grade can ask for a level', () => {
  const requires = [{ if: 'maturity' as const, atLeast: 2 }];
  const clauses = [makeClause({ id: 'a', maturity: 1, points: '9' }), makeClause({ id: 'b', maturity: 2 })];
  const grades = [
    { id: 'high', label: {}, from: '80', requires },
    { id: 'low', label: {}, from: '50', requires: [] },
  ];
  const criteria = makeCriteria({ clauses, grades, maturity });
  const resultWith = (met: boolean) =>
    resultOf(makeDossier({ criteria, ratings: rated({ a: { by: 'met', met: true }, b: { by: 'met', met } }) }));
  expect(resultWith(true).grade).toBe('high');
  expect(resultWith(false)).toMatchObject({ grade: 'low', effects: [{ withheld: 'high', found: { level: 1 } }] });
});
