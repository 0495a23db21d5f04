import { describe, expect, test } from 'vitest';
import type { Agreement, Item } from '../../../src/model/agreement/agreement.ts';
import { cohensKappa, type Pair, weightedKappa } from '../../../src/model/agreement/cohen-kappa.ts';
import { fleissKappa } from '../../../src/model/agreement/fleiss-kappa.ts';
import { krippendorffAlpha } from '../../../src/model/agreement/krippendorff-alpha.ts';
import { percentAgreement } from '../../../src/model/agreement/percent-agreement.ts';
import { fraction, round, toExact } from '../../../src/model/fraction.ts';

function shown(agreement: Agreement, digits = 3): string {
  return agreement.value ? round(agreement.value, digits, 'half-up') : agreement.why;
}

/** Pairs from a square table of counts, the first rater down, the second across. */
function pairsOf(table: readonly (readonly number[])[]): Pair[] {
  return table.flatMap((row, a) => row.flatMap((count, b) => Array.from({ length: count }, (): Pair => [String(a), String(b)])));
}

/** Items from counts: how many raters chose each category. */
function itemsOf(table: readonly (readonly number[])[]): Item[] {
  return table.map((row) => row.flatMap((count, category) => Array.from({ length: count }, () => String(category))));
}

describe("Cohen's kappa", () => {
  test('fifty grant proposals, read by two people: 0.40', () => {
    const pairs = pairsOf([
      [20, 5],
      [10, 15],
    ]);
    expect(toExact(cohensKappa(pairs).value ?? fraction(0))).toBe('2/5');
    expect(shown(percentAgreement(pairs), 2)).toBe('0.70');
  });

  test.each([
    {
      table: [
        [45, 15],
        [25, 15],
      ],
      kappa: '0.1304',
    },
    {
      table: [
        [25, 35],
        [5, 35],
      ],
      kappa: '0.2593',
    },
  ])('the same agreement of 60 in 100 with other margins: $kappa', ({ table, kappa }) => {
    expect(shown(cohensKappa(pairsOf(table)), 4)).toBe(kappa);
    expect(shown(percentAgreement(pairsOf(table)), 2)).toBe('0.60');
  });

  test('two hundred diagnoses of Cohen 1968: 0.492 unweighted, 0.348 weighted', () => {
    const pairs = pairsOf([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]);
    const weights = [
      [0, 1, 3],
      [1, 0, 6],
      [3, 6, 0],
    ];
    expect(shown(cohensKappa(pairs))).toBe('0.492');
    expect(shown(weightedKappa(pairs, (a, b) => fraction(weights[Number(a)]?.[Number(b)] ?? 0)))).toBe('0.348');
  });
});

test("Fleiss' kappa: fourteen raters, ten subjects, five categories: 0.210", () => {
  const items = itemsOf([
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ]);
  expect(shown(fleissKappa(items))).toBe('0.210');
  expect(shown(percentAgreement(items))).toBe('0.378');
});

describe("Krippendorff's alpha", () => {
  const observers = ['12332141 2...', '12332241 25.3', '.3332342 251.', '12332441 251.'].map((row) => [...row.replace(' ', '')]);
  const items: Item[] = Array.from({ length: 12 }, (_, unit) =>
    observers.map((row) => (row[unit] === '.' ? null : (row[unit] ?? null))),
  );
  const numbers = new Map(['1', '2', '3', '4', '5'].map((value) => [value, fraction(Number(value))]));

  test.each([
    { metric: 'nominal', alpha: '0.743' },
    { metric: 'ordinal', alpha: '0.815' },
    { metric: 'interval', alpha: '0.849' },
  ] as const)('four observers, twelve units, with gaps, $metric: $alpha', ({ metric, alpha }) => {
    expect(shown(krippendorffAlpha(items, metric, numbers))).toBe(alpha);
  });

  test('two observers, ten items, yes and no: 0.095', () => {
    const rows = ['0100000010', '1110010000'];
    const binary: Item[] = Array.from({ length: 10 }, (_, unit) => rows.map((row) => row[unit] ?? null));
    expect(shown(krippendorffAlpha(binary, 'nominal'))).toBe('0.095');
  });
});

describe('where there is no figure, it is said why', () => {
  test.each([
    { what: 'nothing was judged', items: [] },
    { what: 'one item', items: [['a', 'b']] },
    {
      what: 'nobody judged the same item',
      items: [
        ['a', null],
        [null, 'b'],
      ],
    },
  ])('$what: too few', ({ items }) => {
    expect(shown(fleissKappa(items))).toBe('too-few');
    expect(shown(krippendorffAlpha(items, 'nominal'))).toBe('too-few');
  });

  test('everybody says the same everywhere: no variation', () => {
    const same: Item[] = [
      ['a', 'a'],
      ['a', 'a'],
    ];
    expect(shown(fleissKappa(same))).toBe('no-variation');
    expect(shown(krippendorffAlpha(same, 'interval'))).toBe('no-variation');
    expect(
      shown(
        cohensKappa([
          ['a', 'a'],
          ['a', 'a'],
        ]),
      ),
    ).toBe('no-variation');
    expect(shown(percentAgreement(same), 0)).toBe('1');
  });

  test("Fleiss' kappa asks for the same number of raters everywhere", () => {
    expect(
      shown(
        fleissKappa([
          ['a', 'a', 'b'],
          ['a', 'b', null],
        ]),
      ),
    ).toBe('uneven');
  });
});
