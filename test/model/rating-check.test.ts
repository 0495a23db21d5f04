import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '../../src/i18n/language.ts';
import { translateMessage } from '../../src/i18n/translate.ts';
import type { Clause, RatingMethod } from '../../src/model/criteria.ts';
import type { Rating } from '../../src/model/rating.ts';
import { ratingProblem } from '../../src/model/rating-check.ts';
import { anyMethods, anyRating, extremeRating, makeClause } from '../support/random-criteria.ts';

const methods: Record<string, RatingMethod> = {
  met: { by: 'met' },
  sample: { by: 'sample', atLeast: 5 },
  level: { by: 'level', levels: [0, 1, 3].map((value) => ({ value, share: '0', label: {}, anchor: null })) },
  points: { by: 'points', step: '0.5' },
  measure: {
    by: 'measure',
    unit: {},
    better: 'higher',
    between: 'steps',
    bands: [{ at: '95', share: '1' }],
    from: '0',
    to: '100',
  },
  open: { by: 'measure', unit: {}, better: 'lower', between: 'steps', bands: [{ at: '2', share: '1' }], from: '0', to: null },
  below: { by: 'measure', unit: {}, better: 'lower', between: 'steps', bands: [{ at: '2', share: '1' }], from: null, to: '9' },
  checklist: { by: 'checklist', need: 'all', items: ['a', 'b'].map((id) => ({ id, label: {}, weight: '1' })), fullAt: 2 },
};

function problem(method: string, rating: Rating, overrides: Partial<Clause> = {}) {
  return ratingProblem(makeClause({ points: '3', method: methods[method] ?? null, ...overrides }), rating);
}

const refused: [string, Rating, string, string][] = [
  ['met', { by: 'points', points: '1' }, 'rating.needsMet', 'met or not met'],
  ['sample', { by: 'met', met: true }, 'rating.needsSample', 'looked at'],
  ['level', { by: 'met', met: true }, 'rating.needsLevel', 'level'],
  ['points', { by: 'met', met: true }, 'rating.needsPoints', 'points'],
  ['measure', { by: 'met', met: true }, 'rating.needsMeasure', 'measured number'],
  ['checklist', { by: 'met', met: true }, 'rating.needsChecklist', 'items'],
  ['none', { by: 'met', met: true }, 'rating.notRated', 'not rated itself'],
  ['sample', { by: 'sample', size: 7, failed: 8 }, 'rating.sampleMoreFailed', 'at most 7'],
  ['sample', { by: 'sample', size: 4, failed: 0 }, 'rating.sampleTooSmall', 'at least 5'],
  ['sample', { by: 'sample', size: 0, failed: 0 }, 'rating.sampleSize', 'at least 5'],
  ['sample', { by: 'sample', size: 7.5, failed: 0 }, 'rating.sampleSize', 'whole number'],
  ['sample', { by: 'sample', size: Number.NaN, failed: 0 }, 'rating.sampleSize', 'whole number'],
  ['sample', { by: 'sample', size: 1e12, failed: 0 }, 'rating.sampleSize', '12 digits'],
  ['sample', { by: 'sample', size: 7, failed: -1 }, 'rating.sampleFailed', 'from 0 to 7'],
  ['sample', { by: 'sample', size: 7, failed: 0.5 }, 'rating.sampleFailed', 'whole number'],
  ['level', { by: 'level', level: 2 }, 'rating.levelUnknown', '0, 1, 3'],
  ['points', { by: 'points', points: '3.5' }, 'rating.pointsTooMany', 'the 3 of this clause'],
  ['points', { by: 'points', points: '1.25' }, 'rating.pointsStep', '0 to 3 in steps of 0.5'],
  ['points', { by: 'points', points: '-1' }, 'rating.pointsNumber', 'from 0 to 3'],
  ['points', { by: 'points', points: '1e1' }, 'rating.pointsNumber', 'decimal number'],
  ['points', { by: 'points', points: '0.1234567' }, 'rating.pointsNumber', 'decimal number'],
  ['measure', { by: 'measure', value: '100.1' }, 'rating.measureOutside', '0 to 100'],
  ['measure', { by: 'measure', value: '-0.1' }, 'rating.measureOutside', '0 to 100'],
  ['open', { by: 'measure', value: '-1' }, 'rating.measureTooLow', '0 or more'],
  ['below', { by: 'measure', value: '9.5' }, 'rating.measureTooHigh', '9 or less'],
  ['measure', { by: 'measure', value: '96,4' }, 'rating.measureNumber', 'at most 12 digits'],
  ['measure', { by: 'measure', value: '' }, 'rating.measureNumber', 'decimal number'],
  ['open', { by: 'measure', value: '1234567890123' }, 'rating.measureNumber', 'at most 12 digits'],
  ['checklist', { by: 'checklist', present: ['a', 'c'] }, 'rating.itemUnknown', 'a, b'],
  ['checklist', { by: 'checklist', present: ['a', 'a'] }, 'rating.itemDoubled', 'once'],
];

test.each(refused)('%s refuses %j', (method, rating, key, words) => {
  const found = problem(method, rating);
  expect(found?.key).toBe(key);
  if (!found) return;
  expect(translateMessage(found, 'en')).toContain(words);
  for (const language of languages) expect(translateMessage(found, language)).not.toMatch(/[{}]|undefined/);
});

test('not applicable is forbidden, allowed, or allowed with a reason', () => {
  const rating = (reason: string): Rating => ({ by: 'not-applicable', reason });
  expect(problem('met', rating('x'), { notApplicable: 'forbidden' })?.key).toBe('rating.notApplicableForbidden');
  expect(problem('met', rating(''), { notApplicable: 'allowed' })).toBeNull();
  expect(problem('met', rating(' \n'), { notApplicable: 'with-reason' })?.key).toBe('rating.reasonMissing');
  expect(problem('met', rating('无实物商品'), { notApplicable: 'with-reason' })).toBeNull();
});

test.each(['0', '0.5', '3', '3.0', '1.50'])('%s points are allowed', (points) => {
  expect(problem('points', { by: 'points', points })).toBeNull();
});

test('every rating that fits is allowed', () => {
  const any = fc.constantFrom(...anyMethods).chain((method) => {
    const clause = makeClause({ method, points: '2' });
    return anyRating(clause).map((rating) => ({ clause, rating }));
  });
  fc.assert(
    fc.property(any, ({ clause, rating }) => {
      expect(ratingProblem(clause, rating)).toBeNull();
      for (const which of ['best', 'worst'] as const) expect(ratingProblem(clause, extremeRating(clause, which))).toBeNull();
    }),
  );
});
