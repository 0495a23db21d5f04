import { expect, test } from 'vitest';
import type { ChecklistMethod, MeasureMethod, RatingMethod } from '../../src/model/criteria.ts';
import { toExact } from '../../src/model/fraction.ts';
import type { Rating } from '../../src/model/rating.ts';
import { prepareMethod, shareOf } from '../../src/model/share.ts';

function share(method: RatingMethod, rating: Rating, points = '4'): string | null {
  const result = shareOf(prepareMethod(method, points), rating);
  return result && toExact(result);
}

const closure: MeasureMethod = {
  by: 'measure',
  unit: { en: '%' },
  better: 'higher',
  between: 'steps',
  bands: [
    { at: '95', share: '1' },
    { at: '90', share: '0.8' },
    { at: '80', share: '0.5' },
  ],
  from: '0',
  to: '100',
};
const response: MeasureMethod = {
  ...closure,
  better: 'lower',
  between: 'lines',
  bands: [
    { at: '2', share: '1' },
    { at: '24', share: '0.45' },
    { at: '72', share: '0' },
  ],
};

test.each([
  ['100', '1'],
  ['95', '1'],
  ['94.999', '4/5'],
  ['90', '4/5'],
  ['80', '1/2'],
  ['79.9', '0'],
])('steps, higher is better: %s gets %s', (value, expected) => {
  expect(share(closure, { by: 'measure', value })).toBe(expected);
});

test.each([
  ['0', '1'],
  ['2', '1'],
  ['13', '29/40'],
  ['24', '9/20'],
  ['48', '9/40'],
  ['72', '0'],
  ['100', '0'],
])('lines, lower is better: %s gets %s', (value, expected) => {
  expect(share(response, { by: 'measure', value })).toBe(expected);
});

const items = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, label: { en: id }, weight: String(index + 1) }));
const checklist = (need: ChecklistMethod['need'], fullAt = 4): ChecklistMethod => ({ by: 'checklist', need, items, fullAt });

test.each([
  ['all', 4, 'abcd', '1'],
  ['all', 4, 'abc', '0'],
  ['any', 4, 'c', '1'],
  ['any', 4, '', '0'],
  ['count', 3, 'ab', '2/3'],
  ['count', 3, 'abcd', '1'],
  ['weighted', 4, 'ad', '1/2'],
  ['weighted', 4, 'abcd', '1'],
] as const)('checklist %s (full at %d): %j gets %s', (need, fullAt, present, expected) => {
  expect(share(checklist(need, fullAt), { by: 'checklist', present: [...present] })).toBe(expected);
});

test('met, sample, level and points', () => {
  const levels: RatingMethod = {
    by: 'level',
    levels: ['0', '0.35', '1'].map((of, value) => ({ value, share: of, label: { en: String(value) }, anchor: null })),
  };
  expect(share({ by: 'met' }, { by: 'met', met: true })).toBe('1');
  expect(share({ by: 'met' }, { by: 'met', met: false })).toBe('0');
  expect(share({ by: 'sample', atLeast: 1 }, { by: 'sample', size: 20, failed: 3 })).toBe('17/20');
  expect(share(levels, { by: 'level', level: 1 })).toBe('7/20');
  expect(share({ by: 'points', step: '0.5' }, { by: 'points', points: '1.5' })).toBe('3/8');
  expect(share({ by: 'points', step: '0.5' }, { by: 'points', points: '0' }, '0')).toBe('1');
});

test('not applicable has no share', () => {
  expect(share({ by: 'met' }, { by: 'not-applicable', reason: '' })).toBeNull();
});

test('a rating that does not fit is a fault, not a score', () => {
  expect(() => share({ by: 'met' }, { by: 'points', points: '1' })).toThrow(/does not fit/);
  expect(() => share({ by: 'level', levels: [] }, { by: 'level', level: 9 })).toThrow(/no level 9/);
});
