import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratedClauses } from '../../src/model/clauses.ts';
import type { Criteria } from '../../src/model/criteria.ts';
import { describeOutcome, explainStep } from '../../src/model/explain.ts';
import { describeEffect } from '../../src/model/explain-condition.ts';
import { add, parseExact, toExact, zero } from '../../src/model/fraction.ts';
import type { Rating } from '../../src/model/rating.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { naiveScore } from '../support/naive-score.ts';
import {
  anyCriteriaInParts,
  anyRatings,
  makeClause,
  makeCriteria,
  makeDossier,
  notApplicable,
  rated,
} from '../support/random-criteria.ts';

/** A test worth 30 % on 20 points, an audit worth 70 % on 100 points in two sections. */
const inParts = makeCriteria({
  clauses: [
    makeClause({ id: 'calls', points: '20', method: { by: 'points', step: '1' } }),
    makeClause({ id: 'system', points: '60', method: { by: 'points', step: '1' } }),
    makeClause({ id: 'complaints', points: '40', method: { by: 'points', step: '1' } }),
  ],
  parts: [
    {
      id: 'test',
      title: { 'zh-CN': '服务特性测试', en: 'Service test' },
      weight: '30',
      clauses: ['calls'],
      auditMethods: ['mystery-shopper'],
      minimumRate: null,
    },
    {
      id: 'audit',
      title: { 'zh-CN': '管理审核', en: 'Management audit' },
      weight: '70',
      clauses: ['system', 'complaints'],
      auditMethods: [],
      minimumRate: null,
    },
  ],
  grades: [
    { id: 'gold', label: { 'zh-CN': '金级', en: 'Gold' }, from: '90', requires: [{ if: 'part', part: 'test', atLeast: '0.9' }] },
    { id: 'pass', label: { 'zh-CN': '达标', en: 'Pass' }, from: '60', requires: [] },
  ],
  deduction: { points: '1', failsAt: null, atMost: null, grounds: [] },
});

function scoreOf(given: Record<string, Rating | null>, criteria: Criteria = inParts, deductions = 0) {
  const adjustments = Array.from({ length: deductions }, () => ({ kind: 'deduction' as const, ground: null, statement: '' }));
  return resultOf(makeDossier({ criteria, ratings: rated(given), adjustments }));
}

const points = (value: string): Rating => ({ by: 'points', points: value });

test('each part is a score of its own, and the result their mean by weight', () => {
  // 15/20 = 75; (54 + 36)/100 = 90; (30 × 75 + 70 × 90) / 100 = 85.5; one deduction: 84.5
  const result = scoreOf({ calls: points('15'), system: points('54'), complaints: points('36') }, inParts, 1);
  expect(result.parts?.map(({ part, score, rate, adds }) => [part, score?.shown, rate?.shown, adds.shown])).toEqual([
    ['test', '75.00', '0.7500', '22.50'],
    ['audit', '90.00', '0.9000', '63.00'],
  ]);
  expect([result.score.exact, result.grade]).toEqual(['169/2', 'pass']);
  expect(result.steps.map((step) => explainStep(inParts, step, 'zh-CN'))).toEqual([
    '“服务特性测试”部分：实得 15 分 ÷ 适用 20 分 × 100 = 75',
    '“管理审核”部分：实得 90 分 ÷ 适用 100 分 × 100 = 90',
    '各部分按权重加权：(30 × 75 + 70 × 90) ÷ 100 = 85.5',
    expect.stringContaining('85.5 − 1 = 84.5'),
    expect.any(String),
  ]);
});

test('the weights are those of parts, not of points', () => {
  // Without parts it would be (20 + 0) / 120; with them the whole test is 30 of 100.
  const result = scoreOf({ calls: points('20'), system: points('0'), complaints: points('0') });
  expect(result.score.exact).toBe('30');
});

test('a part that does not apply leaves the weights', () => {
  const result = scoreOf({ calls: notApplicable, system: points('50'), complaints: points('40') });
  expect([result.score.exact, result.outcome]).toEqual(['90', 'graded']);
  expect(result.parts?.map(({ state, share }) => [state, share?.exact ?? null])).toEqual([
    ['not-applicable', null],
    ['rated', '1'],
  ]);
  expect(explainStep(inParts, result.steps[1] ?? { step: 'cap', before: result.score, score: result.score }, 'en')).toBe(
    'Only the part “Management audit” counts: 90',
  );
});

test('while a part is unrated there are the score so far, the floor and the ceiling', () => {
  const result = scoreOf({ system: points('48'), complaints: points('32') });
  // So far only the audit: 80. Floor: 70 × 0.8 = 56. Ceiling: 30 + 56 = 86.
  expect([result.score.exact, result.floor.exact, result.ceiling.exact, result.outcome]).toEqual([
    '80',
    '56',
    '86',
    'incomplete',
  ]);
  expect(describeOutcome(inParts, result, 'en')).toContain('56.00');
});

test('thirds stay exact', () => {
  const criteria = makeCriteria({
    clauses: [makeClause({ id: 'a', method: { by: 'sample', atLeast: 1 } }), makeClause({ id: 'b' })],
    parts: ['a', 'b'].map((id, index) => ({
      id,
      title: { 'zh-CN': id },
      weight: String(index + 1),
      clauses: [id],
      auditMethods: [],
      minimumRate: null,
    })),
  });
  // (1 × 1/7 + 2 × 1) / 3 × 100 = 500/7
  const result = scoreOf({ a: { by: 'sample', size: 7, failed: 6 }, b: { by: 'met', met: true } }, criteria);
  expect(result.score.exact).toBe('500/7');
  expect(result.steps.map((step) => explainStep(criteria, step, 'en'))[2]).toBe(
    'The parts by their weights: (1 × 14.29 + 2 × 100) ÷ 3 ≈ 71.43',
  );
});

test('a condition on a part withholds a grade', () => {
  const result = scoreOf({ calls: points('17'), system: points('60'), complaints: points('40') });
  expect([result.score.exact, result.grade]).toEqual(['191/2', 'pass']);
  expect(result.effects.map((effect) => describeEffect(inParts, effect, 'en'))).toEqual([
    'Gold is withheld: it requires a rate of at least 90% in the part “Service test”; found 85%',
  ]);
});

test('a part below its least rate fails the assessment whatever the score', () => {
  const parts = inParts.parts?.map((part) => ({ ...part, minimumRate: part.id === 'test' ? '0.6' : null }));
  const strict: Criteria = { ...inParts, ...(parts && { parts }) };
  const result = scoreOf({ calls: points('11'), system: points('60'), complaints: points('40') }, strict);
  expect([result.score.exact, result.outcome, result.grade]).toEqual(['173/2', 'failed', null]);
  expect(describeOutcome(strict, result, 'zh-CN')).toContain('“服务特性测试”部分的得分率不低于 60%');
  const fine = scoreOf({ calls: points('12'), system: points('60'), complaints: points('40') }, strict);
  expect([fine.outcome, fine.grade]).toEqual(['graded', 'pass']);
  const open = scoreOf({ system: points('60'), complaints: points('40') }, strict);
  expect(open.effects).toEqual([]);
});

const partial = anyCriteriaInParts.chain((criteria) =>
  fc.record({ criteria: fc.constant(criteria), ratings: anyRatings(ratedClauses(criteria), { unrated: true }) }),
);

test('the score agrees with a second, naive engine', () => {
  fc.assert(
    fc.property(partial, ({ criteria, ratings }) => {
      const { score, floor, ceiling, clauses } = resultOf(makeDossier({ criteria, ratings: rated(ratings) }));
      expect({
        score: score.exact,
        floor: floor.exact,
        ceiling: ceiling.exact,
        rates: Object.fromEntries(clauses.map(({ id, rate }) => [id, rate?.exact ?? null])),
      }).toEqual(naiveScore(criteria, ratings, { minus: '0', plus: '0' }));
    }),
    { numRuns: 200 },
  );
});

test('what parts add is together the score, and each is what its clauses add', () => {
  fc.assert(
    fc.property(partial, ({ criteria, ratings }) => {
      const result = resultOf(makeDossier({ criteria, ratings: rated(ratings) }));
      const total = (list: readonly { exact: string }[]) => toExact(list.map(({ exact }) => parseExact(exact)).reduce(add, zero));
      expect(total((result.parts ?? []).map(({ adds }) => adds))).toBe(result.score.exact);
      for (const { part, adds } of result.parts ?? []) {
        const own = criteria.parts?.find(({ id }) => id === part)?.clauses ?? [];
        expect(total(result.clauses.filter(({ id }) => own.includes(id)).map((clause) => clause.adds))).toBe(adds.exact);
      }
    }),
  );
});

test('one part with everything is the score without parts, unless only clauses without points are rated', () => {
  fc.assert(
    fc.property(partial, ({ criteria: { parts: _, ...plain }, ratings }) => {
      const whole = { id: 'whole', title: {}, weight: '3', clauses: plain.clauses.map(({ id }) => id) };
      const dossier = makeDossier({ criteria: plain, ratings: rated(ratings) });
      const before = resultOf(dossier);
      fc.pre(before.steps[0]?.step === 'points' && before.steps[0].applicable.exact !== '0');
      const after = resultOf({ ...dossier, criteria: { ...plain, parts: [{ ...whole, auditMethods: [], minimumRate: null }] } });
      expect([after.score, after.floor, after.ceiling]).toEqual([before.score, before.floor, before.ceiling]);
    }),
  );
});
