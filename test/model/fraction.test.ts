import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  add,
  compare,
  divide,
  fraction,
  max,
  min,
  multiply,
  parseDecimal,
  parseExact,
  round,
  subtract,
  toExact,
} from '../../src/model/fraction.ts';

const anyFraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([n, d]) => fraction(n, d));
const smallFraction = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 50 }))
  .map(([n, d]) => fraction(n, d));
const any = fc.oneof(anyFraction, smallFraction);

test.each([
  ['0.85', '17/20'],
  ['40', '40'],
  ['-0.5', '-1/2'],
  ['007.10', '71/10'],
  ['999999999999.999999', '999999999999999999/1000000'],
])('reads %s as %s', (text, exact) => {
  expect(toExact(parseDecimal(text))).toBe(exact);
});

test.each(['', ' 1', '1e3', '+1', '.5', '5.', '1,5', 'NaN', '0x10', '１', '1_000', '--1'])('refuses %j as a number', (text) => {
  expect(() => parseDecimal(text)).toThrow(SyntaxError);
});

test.each([
  ['1.005', 2, '1.01', '1.00', '1.00'],
  ['1.015', 2, '1.02', '1.02', '1.01'],
  ['-1.005', 2, '-1.01', '-1.00', '-1.00'],
  ['-0.001', 2, '0.00', '0.00', '0.00'],
  ['0.5', 0, '1', '0', '0'],
  ['1.5', 0, '2', '2', '1'],
  ['95', 2, '95.00', '95.00', '95.00'],
  ['94.996', 2, '95.00', '95.00', '94.99'],
  ['-12.3456', 3, '-12.346', '-12.346', '-12.345'],
])('rounds %s to %d digits: half up %s, half even %s, down %s', (text, digits, halfUp, halfEven, down) => {
  const value = parseDecimal(text);
  expect([round(value, digits, 'half-up'), round(value, digits, 'half-even'), round(value, digits, 'down')]).toEqual([
    halfUp,
    halfEven,
    down,
  ]);
});

test('division by zero is refused', () => {
  expect(() => fraction(1n, 0n)).toThrow(RangeError);
  expect(() => fraction(1, 0)).toThrow(RangeError);
  expect(() => divide(fraction(1), fraction(0))).toThrow(RangeError);
});

test('a number that is not whole is refused', () => {
  expect(() => fraction(1.5, 1)).toThrow(RangeError);
});

test('the laws of arithmetic hold exactly', () => {
  fc.assert(
    fc.property(any, any, any, (a, b, c) => {
      expect(add(a, b)).toEqual(add(b, a));
      expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
      expect(add(subtract(a, b), b)).toEqual(a);
      if (b.numerator !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
    }),
  );
});

test('every result is in lowest terms with a denominator above 0', () => {
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
  fc.assert(
    fc.property(any, any, (a, b) => {
      for (const { numerator, denominator } of [add(a, b), subtract(a, b), multiply(a, b)]) {
        expect(denominator > 0n).toBe(true);
        expect(gcd(numerator < 0n ? -numerator : numerator, denominator)).toBe(1n);
      }
    }),
  );
});

test('comparing agrees with subtracting', () => {
  fc.assert(
    fc.property(any, any, (a, b) => {
      const difference = subtract(a, b).numerator;
      expect(compare(a, b)).toBe(difference > 0n ? 1 : difference < 0n ? -1 : 0);
      expect(add(min(a, b), max(a, b))).toEqual(add(a, b));
    }),
  );
});

test('what is written exactly is read again', () => {
  fc.assert(
    fc.property(any, (a) => {
      expect(parseExact(toExact(a))).toEqual(a);
    }),
  );
});

test('rounding is never further away than half a unit', () => {
  fc.assert(
    fc.property(any, fc.integer({ min: 0, max: 8 }), (a, digits) => {
      const twice = multiply(subtract(parseDecimal(round(a, digits, 'half-up')), a), fraction(2n * 10n ** BigInt(digits)));
      expect(compare(twice, fraction(1)) <= 0 && compare(twice, fraction(-1)) >= 0).toBe(true);
    }),
  );
});
