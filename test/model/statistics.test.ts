import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviationOf, fences, meanInterval, meanOf, medianOf, shareInterval, tQuantile } from '../../src/model/statistics.ts';

describe('the interval of a mean', () => {
  // NIST/SEMATECH e-Handbook 1.3.6.7.2, critical values of Student's t, upper 0.025.
  test.each([
    [1, 12.706],
    [2, 4.303],
    [9, 2.262],
    [29, 2.045],
    [100, 1.984],
  ])('has t for %i degrees of freedom as the tables say: %f', (freedom, table) => {
    expect(tQuantile(freedom)).toBeCloseTo(table, 3);
  });

  test('comes to the normal value for very many answers', () => {
    expect(tQuantile(99_999)).toBeCloseTo(1.96, 3);
  });

  test('is that of the handbook: ZARR13.DAT, 195 values, mean 9.26146, deviation 0.02279', () => {
    // NIST/SEMATECH e-Handbook 1.3.5.2: 9.26 to 9.26.
    const interval = meanInterval(195, 9.26146, 0.022789);
    expect(interval?.from).toBeCloseTo(9.258242, 5);
    expect(interval?.to).toBeCloseTo(9.264679, 5);
  });

  test('does not exist for a single answer', () => {
    expect(meanInterval(1, 5, 0)).toBeNull();
  });
});

describe('the interval of a share', () => {
  // Newcombe 1998, Statistics in Medicine 17, table I, method 3 (score interval without continuity correction).
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is %f to %f', (hits, n, from, to) => {
    const interval = shareInterval(n, hits);
    expect(interval?.from).toBeCloseTo(from, 4);
    expect(interval?.to).toBeCloseTo(to, 4);
  });

  test('holds the share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const hits = Math.floor(n * part);
        const interval = shareInterval(n, hits);
        expect(interval?.from).toBeGreaterThanOrEqual(0);
        expect(interval?.to).toBeLessThanOrEqual(1);
        expect(interval?.from).toBeLessThanOrEqual(hits / n + 1e-12);
        expect(interval?.to).toBeGreaterThanOrEqual(hits / n - 1e-12);
      }),
    );
  });
});

test('mean, median and deviation of a small list', () => {
  const values = [2, 4, 4, 4, 5, 5, 7, 9];
  expect(meanOf(values)).toBe(5);
  expect(medianOf(values)).toBe(4.5);
  expect(deviationOf(values, 5)).toBeCloseTo(2.13809, 5);
  expect(medianOf([1, 2, 9])).toBe(2);
});

test('the fences of Tukey lie one and a half middle halves beyond it', () => {
  expect(fences([1, 2, 3, 4, 5])).toEqual({ from: -1, to: 7 });
});
