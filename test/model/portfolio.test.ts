import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FinishedAudit, toPortfolio } from '../../src/features/portfolio/portfolio.ts';

const audit = (organization: string, score: string, more: Partial<FinishedAudit> = {}): FinishedAudit => ({
  id: `${organization}${score}`,
  organizationId: organization,
  organization,
  trade: null,
  number: 'A-1',
  finishedAt: '2026-01-07T00:00:00.000Z',
  criteria: { id: 'c', title: { en: 'C' } },
  score,
  gradeLabel: Number(score) >= 90 ? { en: 'High' } : { en: 'Low' },
  ...more,
});

test('of each organization the last audit counts, with the change since the one before', () => {
  const [group] = toPortfolio(
    [audit('a', '92.50'), audit('b', '80.00'), audit('a', '95.00')],
    new Map([['b', { open: 2, overdue: 1 }]]),
  );
  expect(group?.standings.map(({ organization, score, change, open }) => [organization, score, change, open])).toEqual([
    ['a', '92.50', '-2.50', 0],
    ['b', '80.00', null, 2],
  ]);
  expect(group).toMatchObject({ mean: '86.25', median: '86.25' });
  expect(group?.grades).toEqual([
    { label: { en: 'High' }, count: 1 },
    { label: { en: 'Low' }, count: 1 },
  ]);
});

test('every organization stands once in each of its criteria, and mean and median lie between the extremes', () => {
  const scores = fc.integer({ min: 0, max: 10_000 }).map((cents) => (cents / 100).toFixed(2));
  const anyAudit = fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd'), scores, fc.constantFrom('x', 'y'))
    .map(([name, score, id]) => audit(name, score, { criteria: { id, title: {} } }));
  fc.assert(
    fc.property(fc.array(anyAudit, { maxLength: 20 }), (audits) => {
      const groups = toPortfolio(audits, new Map());
      const pairs = new Set(audits.map(({ organizationId, criteria }) => `${organizationId} ${criteria.id}`));
      expect(groups.reduce((sum, { standings }) => sum + standings.length, 0)).toBe(pairs.size);
      for (const { standings, mean, median, grades } of groups) {
        const all = standings.map(({ score }) => Number(score));
        for (const middle of [mean, median]) {
          expect(Number(middle)).toBeGreaterThanOrEqual(Math.min(...all) - 0.01);
          expect(Number(middle)).toBeLessThanOrEqual(Math.max(...all) + 0.01);
        }
        expect(grades.reduce((sum, { count }) => sum + count, 0)).toBe(standings.length);
      }
    }),
    { numRuns: 100 },
  );
});
