import { expect, test } from 'vitest';
import { contrast } from '../../src/model/contrast.ts';

test('contrast is reckoned as WCAG does', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
  expect(contrast('#FFFFFF', '#767676')).toBeGreaterThan(4.5);
});
