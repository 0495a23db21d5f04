import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  caseDeeds,
  caseDeedsFor,
  caseSides,
  caseStateAfter,
  caseStates,
  caseSteps,
  settledStates,
} from '../../src/model/case-life.ts';
import { caseParts, eyesObjections, type Hand } from '../../src/model/four-eyes.ts';
import { projectRoot } from '../../src/project-root.ts';

const text = readFileSync(join(projectRoot, 'docs/certification.md'), 'utf8');

test('the page names every state, and every step with who takes it, from where and whereto', () => {
  for (const state of caseStates) expect(text).toContain(`| ${state} |`);
  const rows = [...text.matchAll(/^\| (\S+) \| (\S+) \| ([^|]+) \| (\S+) \|/gm)].map(([, deed, by, from, to]) => [
    deed,
    by,
    from,
    to,
  ]);
  const known = caseDeeds.map((deed) => {
    const { by, from, to } = caseSteps[deed];
    return [deed, by, from.join(', '), to ?? '–'];
  });
  expect(rows.filter(([deed]) => caseDeeds.some((one) => one === deed))).toEqual(known);
});

test('every state can be reached, and nothing leads out of those that are settled', () => {
  const reached = new Set<string>(['draft']);
  for (const _ of caseStates)
    for (const deed of caseDeeds)
      for (const state of caseStates) {
        const to = caseStateAfter(state, deed);
        if (to !== null && reached.has(state)) reached.add(to);
      }
  expect([...reached].sort()).toEqual([...caseStates].sort());
  for (const state of settledStates) expect(caseDeedsFor(state, caseSides)).toEqual([]);
});

const people = ['a', 'b', 'c'];
const hands = fc.array(fc.record({ userId: fc.constantFrom(...people), part: fc.constantFrom(...caseParts) }), { maxLength: 8 });

test('whoever is let in takes one part in a case, however the parts are asked for', () => {
  fc.assert(
    fc.property(hands, (asked) => {
      const taken: Hand[] = [];
      for (const { userId, part } of asked) {
        const facts = { hands: taken, ties: [], today: '2026-01-15' };
        if (eyesObjections(userId, part, facts).length === 0) taken.push({ userId, part });
      }
      for (const person of people)
        expect(new Set(taken.filter(({ userId }) => userId === person).map(({ part }) => part)).size).toBeLessThanOrEqual(1);
    }),
  );
});

test('who worked for the company stays away for two years, to the day', () => {
  const objections = (to: string | null, today: string) =>
    eyesObjections('a', 'decide', { hands: [], ties: [{ kind: 'consulting', from: '2020-01-01', to }], today });
  expect(objections('2024-02-29', '2026-02-27')).toHaveLength(1);
  expect(objections('2024-02-29', '2026-02-28')).toEqual([]);
  expect(objections(null, '2030-01-01')).toHaveLength(1);
});
