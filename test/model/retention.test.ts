import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastMonths, limitOf, mostMonths, retentionKinds, retentionStateOf } from '../../src/model/retention.ts';

const moment = fc.date({ min: new Date('2001-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

test('a longer period reaches further back, and never into the future', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: mostMonths - 1 }), (now, months) => {
      const limit = limitOf(months, now);
      expect(limit.getTime()).toBeLessThan(now.getTime());
      expect(limitOf(months + 1, now).getTime()).toBeLessThan(limit.getTime());
      // The month is the one meant, whatever its length.
      const month = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
      expect(month(now) - month(limit)).toBe(months);
    }),
  );
});

test.each([
  ['2026-03-31T10:00:00Z', 1, '2026-02-28T10:00:00.000Z'],
  ['2024-03-31T10:00:00Z', 1, '2024-02-29T10:00:00.000Z'],
  ['2026-01-15T09:00:00Z', 36, '2023-01-15T09:00:00.000Z'],
])('%s less %i months is %s', (now, months, limit) => {
  expect(limitOf(months, new Date(now)).toISOString()).toBe(limit);
});

test('only the very period that was agreed to is in force', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...retentionKinds),
      fc.option(fc.integer({ min: 1, max: 100 })),
      fc.option(fc.integer({ min: 1, max: 100 })),
      (kind, months, confirmedMonths) => {
        const state = retentionStateOf({ kind, months, confirmedMonths });
        expect(state === 'in-force').toBe(months !== null && months === confirmedMonths);
        expect(state === 'kept').toBe(months === null);
        expect(leastMonths[kind]).toBeGreaterThan(0);
      },
    ),
  );
});
