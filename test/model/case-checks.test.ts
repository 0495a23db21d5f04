import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CheckedLine, checkAnswers, missingPapers, openChecks, papersFor } from '../../src/model/case-checks.ts';
import { type CertificationRule, checkStages } from '../../src/model/certification-rule.ts';

const ids = ['a', 'b', 'c', 'd'] as const;
const anyRule: fc.Arbitrary<CertificationRule> = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...ids),
      stage: fc.constantFrom(...checkStages),
      title: fc.constant({}),
      required: fc.boolean(),
    }),
    { selector: ({ id }) => id },
  )
  .map((checks) => ({
    validFor: { value: 3, unit: 'years' },
    surveillanceEvery: null,
    number: 'N-{serial}',
    deadlines: [],
    checks,
  }));
const anyLines: fc.Arbitrary<CheckedLine[]> = fc.array(
  fc.record({
    checkId: fc.constantFrom(...ids),
    answer: fc.constantFrom(...checkAnswers),
    comment: fc.constant(null),
    userId: fc.constantFrom('ann', 'ben'),
  }),
);

test('only required lines stay open, and never one that this person found in order', () => {
  fc.assert(
    fc.property(anyRule, fc.constantFrom(...checkStages), anyLines, (rule, stage, lines) => {
      const open = openChecks(rule, stage, lines, 'ann');
      for (const check of open) {
        expect(check.required && check.stage === stage).toBe(true);
        expect(lines.some(({ checkId, answer, userId }) => checkId === check.id && answer !== 'no' && userId === 'ann')).toBe(
          false,
        );
      }
      const all = ids.map((checkId) => ({ checkId, answer: 'yes' as const, comment: null, userId: 'ann' }));
      expect(openChecks(rule, stage, all, 'ann')).toEqual([]);
      if (stage === 'application') expect(openChecks(rule, stage, all, 'ben')).toEqual([]);
      else expect(openChecks(rule, stage, all, 'ben')).toEqual(openChecks(rule, stage, [], 'ben'));
    }),
  );
});

test('a paper for recertification is not asked for at the first time', () => {
  const documents = [
    { id: 'licence', title: {}, kind: null, required: true },
    { id: 'changes', title: {}, kind: 'recertification', required: true },
    { id: 'extra', title: {}, kind: null, required: false },
  ] as const;
  const rule: CertificationRule = {
    validFor: { value: 3, unit: 'years' },
    surveillanceEvery: null,
    number: 'N-{serial}',
    deadlines: [],
    documents,
  };
  const missing = (kind: string, attached: (string | null)[]) =>
    missingPapers(papersFor(rule, kind), attached).map(({ id }) => id);
  expect(missing('initial', [null])).toEqual(['licence']);
  expect(missing('recertification', ['licence'])).toEqual(['changes']);
  expect(missing('recertification', ['licence', 'changes'])).toEqual([]);
});
