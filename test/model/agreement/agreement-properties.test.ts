import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Agreement, Item } from '../../../src/model/agreement/agreement.ts';
import { cohensKappa, linearDistance, type Pair, weightedKappa } from '../../../src/model/agreement/cohen-kappa.ts';
import { fleissKappa } from '../../../src/model/agreement/fleiss-kappa.ts';
import { type AlphaMetric, alphaMetrics, krippendorffAlpha } from '../../../src/model/agreement/krippendorff-alpha.ts';
import { percentAgreement } from '../../../src/model/agreement/percent-agreement.ts';
import { compare, fraction, one, toExact, zero } from '../../../src/model/fraction.ts';

const values = ['0', '1', '2', '3'];
const numbers = new Map(values.map((value) => [value, fraction(Number(value))]));
const value = fc.constantFrom(...values);
const pairs = fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 12 });
const items = fc.array(fc.array(fc.option(value, { freq: 4 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 12 });
const metric = fc.constantFrom(...alphaMetrics);

const told = (agreement: Agreement) => (agreement.value ? toExact(agreement.value) : agreement.why);
const alpha = (list: readonly Item[], by: AlphaMetric) => krippendorffAlpha(list, by, numbers);

test('neither the order of items nor that of raters matters to many-rater figures', () => {
  fc.assert(
    fc.property(items, metric, (list, by) => {
      const turned = list.toReversed().map((item) => item.toReversed());
      expect(told(alpha(turned, by))).toBe(told(alpha(list, by)));
      expect(told(fleissKappa(turned))).toBe(told(fleissKappa(list)));
      expect(told(percentAgreement(turned))).toBe(told(percentAgreement(list)));
    }),
  );
});

test('no figure is above 1, and each is 1 exactly when all agree and something varies', () => {
  fc.assert(
    fc.property(items, metric, (list, by) => {
      const { value: figure } = alpha(list, by);
      if (!figure) return;
      const agree = list.every(
        (item) => new Set(item.filter((one) => one !== null)).size <= 1 || item.filter(Boolean).length < 2,
      );
      expect(compare(figure, one)).toBeLessThanOrEqual(0);
      expect(compare(figure, one) === 0).toBe(agree);
    }),
  );
});

test("Cohen's kappa does not mind who is first", () => {
  fc.assert(
    fc.property(pairs, (list) => {
      const swapped = list.map(([first, second]): Pair => [second, first]);
      expect(told(cohensKappa(swapped))).toBe(told(cohensKappa(list)));
      expect(told(weightedKappa(swapped, linearDistance(numbers)))).toBe(told(weightedKappa(list, linearDistance(numbers))));
    }),
  );
});

test('between two categories every distance gives the same kappa', () => {
  const two = fc.array(fc.tuple(fc.constantFrom('0', '3'), fc.constantFrom('0', '3')), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(two, (list) => {
      expect(told(weightedKappa(list, linearDistance(numbers)))).toBe(told(cohensKappa(list)));
      const binary = list.map(([a, b]): Item => [a, b]);
      expect(told(alpha(binary, 'interval'))).toBe(told(alpha(binary, 'nominal')));
    }),
  );
});

test('an item that one person judged changes nothing', () => {
  fc.assert(
    fc.property(items, value, metric, (list, lonely, by) => {
      const more: Item[] = [...list, [null, lonely, null]];
      expect(told(alpha(more, by))).toBe(told(alpha(list, by)));
      expect(told(percentAgreement(more))).toBe(told(percentAgreement(list)));
    }),
  );
});

test('percent agreement lies between 0 and 1', () => {
  fc.assert(
    fc.property(items, (list) => {
      const { value: figure } = percentAgreement(list);
      if (!figure) return;
      expect(compare(figure, zero)).toBeGreaterThanOrEqual(0);
      expect(compare(figure, one)).toBeLessThanOrEqual(0);
    }),
  );
});
