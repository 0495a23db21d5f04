import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '../../src/i18n/format.ts';
import { addDays } from '../../src/model/calendar.ts';
import { isSuspensionOver, stateOfCertificate } from '../../src/model/certificate-life.ts';
import { momentOf } from '../../src/model/zoned-time.ts';

/** East and west of everybody, with and without summer time, half an hour of it too. */
const zones = [
  'Asia/Shanghai',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
] as const;

test('a certificate holds to the last millisecond of its last day where the body is, and not a millisecond longer', () => {
  const days = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2024-01-01', count));
  fc.assert(
    fc.property(days, fc.constantFrom(...zones), (validUntil, zone) => {
      const end = momentOf(addDays(validUntil, 1), '00:00', zone).getTime();
      const stateAt = (moment: number) => stateOfCertificate({ standing: 'valid', validUntil }, dayOf(new Date(moment), zone));
      expect(stateAt(end - 1)).toBe('valid');
      expect(stateAt(end)).toBe('expired');
    }),
  );
});

test.each([
  ['America/New_York', '2026-03-08', '2026-03-09T04:00:00Z'],
  ['America/New_York', '2026-11-01', '2026-11-02T05:00:00Z'],
  ['Asia/Shanghai', '2026-03-08', '2026-03-08T16:00:00Z'],
  ['Pacific/Kiritimati', '2026-12-31', '2026-12-31T10:00:00Z'],
  ['Pacific/Pago_Pago', '2026-12-31', '2027-01-01T11:00:00Z'],
])('in %s the day %s ends at %s', (zone, validUntil, end) => {
  const stateAt = (moment: number) => stateOfCertificate({ standing: 'suspended', validUntil }, dayOf(new Date(moment), zone));
  expect(stateAt(Date.parse(end) - 1)).toBe('suspended');
  expect(stateAt(Date.parse(end))).toBe('expired');
});

test('a suspension is over after its last day, unless the certificate expired before', () => {
  const suspended = { standing: 'suspended' as const, validUntil: '2027-01-01', suspendedUntil: '2026-06-30' };
  expect(isSuspensionOver(suspended, '2026-06-30')).toBe(false);
  expect(isSuspensionOver(suspended, '2026-07-01')).toBe(true);
  expect(isSuspensionOver(suspended, '2027-01-02')).toBe(false);
  expect(isSuspensionOver({ ...suspended, suspendedUntil: null }, '2026-07-01')).toBe(false);
});
