import { expect, test } from 'vitest';
import { evidenceStatuses, nextStatuses, whyUnreliable } from '../../src/model/evidence-life.ts';
import { isOverdue, requestDeeds, requestStates, stateAfter } from '../../src/model/request-life.ts';

test.each([
  ['submitted', null, null],
  ['accepted', '2026-01-07', null],
  ['accepted', '2026-01-06', 'expired'],
  ['rejected', null, 'rejected'],
  ['superseded', '2025-01-01', 'superseded'],
] as const)('evidence that is %s and valid until %s: %s', (status, validUntil, why) => {
  expect(whyUnreliable({ status, validUntil }, '2026-01-07')).toBe(why);
});

test('what was never said of evidence does not count against it', () => {
  expect(whyUnreliable(undefined, '2026-01-07')).toBeNull();
});

test('no status leads to itself, and each can be left', () => {
  for (const status of evidenceStatuses) {
    expect(nextStatuses(status)).not.toContain(status);
    expect(nextStatuses(status).length).toBeGreaterThan(0);
  }
});

test('a settled request stays settled', () => {
  for (const deed of requestDeeds.filter((one) => one !== 'ask')) {
    expect(stateAfter('accepted', deed)).toBeNull();
    expect(stateAfter('withdrawn', deed)).toBeNull();
  }
  expect(stateAfter('returned', 'hand-in')).toBe('handed-in');
  expect(stateAfter('open', 'accept')).toBeNull();
});

test('only what waits for the company is overdue, from the day after', () => {
  const overdue = requestStates.filter((state) => isOverdue({ state, dueOn: '2026-01-14' }, '2026-01-15'));
  expect(overdue).toEqual(['open', 'returned']);
  expect(isOverdue({ state: 'open', dueOn: '2026-01-15' }, '2026-01-15')).toBe(false);
});
