import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '../../src/model/calendar.ts';
import { dayAfter } from '../../src/model/finding-life.ts';
import { layOutProgramme, spanBefore, stateOfProgramme } from '../../src/model/programme.ts';
import { addWorkingDays, type HolidayKind, isWorkingDay, noHolidays } from '../../src/model/working-days.ts';

const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2024-01-01', days));
const anyTable = fc
  .array(fc.tuple(anyDay, fc.constantFrom<HolidayKind>('holiday', 'workday')), { maxLength: 60 })
  .map((entries) => new Map(entries));
const anySpan = fc.record({
  value: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom('days', 'working days', 'weeks', 'months'),
});

test('surveillances come in order, each in its window, none after the certificate ends, and no gap is longer than asked', () => {
  const terms = fc.record({
    issuedOn: anyDay,
    years: fc.integer({ min: 1, max: 5 }),
    every: fc.integer({ min: 3, max: 24 }),
    opens: anySpan,
  });
  fc.assert(
    fc.property(terms, anyTable, ({ issuedOn, years, every, opens }, table) => {
      const surveillanceEvery = { value: every, unit: 'months' as const };
      const validUntil = addDays(dayAfter(issuedOn, { value: years, unit: 'years' }), -1);
      const surveillanceDue = dayAfter(issuedOn, surveillanceEvery);
      const windows = layOutProgramme(
        { issuedOn, validUntil, surveillanceDue, surveillanceEvery, surveillanceOpens: opens, recertificationOpens: null },
        table,
      );
      const [last, ...earlier] = [...windows].reverse();
      expect(last).toMatchObject({ kind: 'recertification', dueOn: validUntil });
      let before = issuedOn;
      for (const { kind, opensOn, dueOn } of earlier.reverse()) {
        expect(kind).toBe('surveillance');
        expect(dueOn > before && dueOn <= validUntil).toBe(true);
        expect(dueOn <= dayAfter(before, surveillanceEvery)).toBe(true);
        expect(opensOn >= before && opensOn <= dueOn).toBe(true);
        before = dueOn;
      }
      expect(dayAfter(before, surveillanceEvery) > validUntil).toBe(true);
    }),
  );
});

test('counting working days agrees with looking at each day', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), anyTable, (day, count, table) => {
      const end = addWorkingDays(day, count, table);
      expect(daysBetween(addDays(day, 1), end, 1000).filter((one) => isWorkingDay(one, table))).toHaveLength(count);
      expect(isWorkingDay(end, table)).toBe(true);
      const start = addWorkingDays(day, -count, table);
      expect(daysBetween(start, addDays(day, -1), 1000).filter((one) => isWorkingDay(one, table))).toHaveLength(count);
    }),
  );
});

test('Spring Festival 2026: days off and the weekends on which people work instead', () => {
  const table = new Map<string, HolidayKind>([
    ['2026-02-14', 'workday'],
    ['2026-02-28', 'workday'],
  ]);
  for (const day of daysBetween('2026-02-15', '2026-02-23')) table.set(day, 'holiday');
  expect(addWorkingDays('2026-02-13', 1, table)).toBe('2026-02-14');
  expect(addWorkingDays('2026-02-13', 2, table)).toBe('2026-02-24');
  expect(addWorkingDays('2026-02-13', 2, noHolidays)).toBe('2026-02-17');
  expect(spanBefore('2026-02-24', { value: 2, unit: 'working days' }, table)).toBe('2026-02-13');
  expect(dayAfter('2026-02-27', { value: 1, unit: 'working days' }, table)).toBe('2026-02-28');
});

test('an audit is overdue when its day is over without a decision', () => {
  const facts = { opensOn: '2026-10-15', dueOn: '2027-01-15', isPlanned: false, isDecided: false, isDropped: false };
  expect(stateOfProgramme(facts, '2026-10-14')).toBe('ahead');
  expect(stateOfProgramme(facts, '2026-10-15')).toBe('open');
  expect(stateOfProgramme({ ...facts, isPlanned: true }, '2027-01-15')).toBe('planned');
  expect(stateOfProgramme({ ...facts, isPlanned: true }, '2027-01-16')).toBe('overdue');
  expect(stateOfProgramme({ ...facts, isDecided: true }, '2027-01-16')).toBe('done');
});
