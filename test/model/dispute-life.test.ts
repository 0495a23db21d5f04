import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  disputeDeeds,
  disputeStateAfter,
  disputeStates,
  disputeSteps,
  involvementObjections,
} from '../../src/model/dispute-life.ts';

test('the page names every step with who takes it, from where and whereto', () => {
  const page = readFileSync(new URL('../../docs/appeals.md', import.meta.url), 'utf8');
  for (const deed of disputeDeeds) {
    const { by, from, to } = disputeSteps[deed];
    expect(page).toContain(`| ${deed} | ${by} | ${from.join(', ')} | ${to ?? '–'} |`);
  }
});

test('every state can be reached, and nothing leads out of a closed one', () => {
  const reached = new Set(['received']);
  for (const _round of disputeStates)
    for (const state of disputeStates.filter((one) => reached.has(one)))
      for (const deed of disputeDeeds) reached.add(disputeStateAfter(state, deed) ?? state);
  expect([...reached].sort()).toEqual([...disputeStates].sort());
  expect(disputeDeeds.filter((deed) => disputeStateAfter('closed', deed) !== null)).toEqual([]);
});

test('whoever had a part in it never investigates, and a tie binds for two years', () => {
  const people = fc.constantFrom('ann', 'ben', 'cid');
  fc.assert(
    fc.property(people, fc.array(people), (person, involved) => {
      expect(involvementObjections(person, { involved, ties: [], today: '2026-01-15' })).toEqual(
        involved.includes(person) ? ['took-part'] : [],
      );
    }),
  );
  const tie = (to: string | null) => [{ kind: 'consulting' as const, from: '2020-01-01', to }];
  const objections = (to: string | null) => involvementObjections('ann', { involved: [], ties: tie(to), today: '2026-01-15' });
  expect(objections(null)).toEqual(['tied']);
  expect(objections('2024-01-16')).toEqual(['tied']);
  expect(objections('2023-12-31')).toEqual([]);
});
