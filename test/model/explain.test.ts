import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/language.ts';
import { ratedClauses } from '../../src/model/clauses.ts';
import type { Clause, Condition, Criteria } from '../../src/model/criteria.ts';
import type { Dossier } from '../../src/model/dossier.ts';
import { describeNearMiss, describeOutcome, explainStep } from '../../src/model/explain.ts';
import { explainClause } from '../../src/model/explain-clause.ts';
import { describeCondition, describeEffect } from '../../src/model/explain-condition.ts';
import type { Rating } from '../../src/model/rating.ts';
import { resultOf } from '../../src/model/result-of.ts';
import {
  anyCriteria,
  anyRatings,
  makeClause,
  makeCriteria,
  makeDossier,
  notApplicable,
  rated,
} from '../support/random-criteria.ts';

const given = (points: string): Rating => ({ by: 'points', points });
const points = (id: string, full: string): Clause => makeClause({ id, points: full, method: { by: 'points', step: '0.001' } });

function explained(clause: Clause, ratings: Record<string, Rating | null>, id = clause.id) {
  const criteria = makeCriteria({ clauses: [clause] });
  const found = resultOf(makeDossier({ criteria, ratings: rated(ratings) })).clauses.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no clause ${id}`);
  return languages.map((language) => explainClause(criteria, found, language));
}

describe('a clause in words', () => {
  const clause = (overrides: Partial<Clause>) => makeClause({ id: 'a', points: '3', ...overrides });

  test('met or not', () => {
    expect(explained(clause({}), { a: { by: 'met', met: true } })).toEqual(['符合：3 / 3 分', 'Met: 3 / 3 points']);
    expect(explained(clause({ points: '1' }), { a: { by: 'met', met: false } })).toEqual([
      '不符合：0 / 1 分',
      'Not met: 0 / 1 point',
    ]);
  });

  test('sample', () => {
    const sampled = clause({ method: { by: 'sample', atLeast: 1 } });
    expect(explained(sampled, { a: { by: 'sample', size: 20, failed: 3 } })).toEqual([
      '抽查 20 项，不合格 3 项：3 × (20 − 3) / 20 = 2.55 分',
      '20 looked at, 3 failed: 3 × (20 − 3) / 20 = 2.55 points',
    ]);
    expect(explained(sampled, { a: { by: 'sample', size: 7, failed: 2 } })[0]).toBe(
      '抽查 7 项，不合格 2 项：3 × (7 − 2) / 7 ≈ 2.14 分',
    );
  });

  test('level, with its label', () => {
    const levels = ['0', '0.6', '1'].map((share, value) => ({
      value,
      share,
      label: { 'zh-CN': `第${value}级`, en: `L${value}` },
      anchor: null,
    }));
    expect(explained(clause({ method: { by: 'level', levels } }), { a: { by: 'level', level: 1 } })).toEqual([
      '等级 1（第1级），得分比例 60%：3 × 60% = 1.8 分',
      'Level 1 (L1), share 60%: 3 × 60% = 1.8 points',
    ]);
  });

  test('points', () => {
    expect(explained(points('a', '3'), { a: given('1.50') })).toEqual(['直接评分：1.5 / 3 分', 'Given: 1.5 / 3 points']);
  });

  test('measure', () => {
    const bands = [
      { at: '95', share: '1' },
      { at: '90', share: '0.5' },
      { at: '80', share: '0' },
    ];
    const measured = (between: 'steps' | 'lines', value: string, unit = '%') =>
      explained(
        clause({
          method: { by: 'measure', unit: { 'zh-CN': unit, en: unit }, better: 'higher', between, bands, from: null, to: null },
        }),
        {
          a: { by: 'measure', value },
        },
      );
    expect(measured('steps', '92')).toEqual([
      '测得 92%，按 90% 档计，得分比例 50%：3 × 50% = 1.5 分',
      'Measured 92%, counts as 90%, share 50%: 3 × 50% = 1.5 points',
    ]);
    expect(measured('lines', '92', '次')).toEqual([
      '测得 92 次，介于 95 次（100%）与 90 次（50%）之间，得分比例 70%：3 × 70% = 2.1 分',
      'Measured 92 次, between 95 次 (100%) and 90 次 (50%), share 70%: 3 × 70% = 2.1 points',
    ]);
    expect(measured('steps', '79')).toEqual([
      '测得 79%，未达到最低一档 80%：0 / 3 分',
      'Measured 79%, short of the lowest band 80%: 0 / 3 points',
    ]);
    expect(measured('lines', '96')[1]).toBe('Measured 96%, counts as 95%, share 100%: 3 × 100% = 3 points');
  });

  test('checklist', () => {
    const items = ['x', 'y', 'z'].map((id) => ({ id, label: {}, weight: '1' }));
    const rating: Rating = { by: 'checklist', present: ['x', 'y'] };
    expect(explained(clause({ method: { by: 'checklist', need: 'count', items, fullAt: 3 } }), { a: rating })).toEqual([
      '清单 3 项，具备 2 项，得分比例 ≈66.67%：3 × 66.67% ≈ 2 分',
      '2 of 3 items present, share ≈66.67%: 3 × 66.67% ≈ 2 points',
    ]);
  });

  test('unrated and not applicable', () => {
    expect(explained(clause({}), {})).toEqual(['尚未评定（满分 3 分）', 'Not rated yet (3 points)']);
    expect(explained(clause({}), { a: { by: 'not-applicable', reason: '企业不销售实物商品' } })).toEqual([
      '不适用：企业不销售实物商品（不计入总分）',
      'Not applicable: 企业不销售实物商品 (left out of the total)',
    ]);
    expect(explained(clause({}), { a: { by: 'not-applicable', reason: '' } })[0]).toBe('不适用（不计入总分）');
  });

  test('sum', () => {
    const children = ['a', 'b', 'c'].map((id) => points(id, '4'));
    const sum = makeClause({ id: 's', points: '12', aggregate: 'sum', clauses: children });
    expect(explained(sum, { a: given('2.55'), b: given('3'), c: given('4') }, 's')).toEqual([
      '2.55 + 3 + 4 = 9.55 / 12 分',
      '2.55 + 3 + 4 = 9.55 / 12 points',
    ]);
    expect(explained(sum, { a: given('1'), b: given('3'), c: notApplicable }, 's')[0]).toBe('1 + 3 = 4 / 8 分');
    expect(explained(sum, { a: given('1'), b: given('3') }, 's')[0]).toBe('1 + 3 = 4 / 12 分（尚有条款未评定）');
    expect(explained(sum, { a: notApplicable, b: notApplicable, c: notApplicable }, 's')[0]).toBe(
      '下级条款均不适用（不计入总分）',
    );

    const many = makeClause({
      id: 's',
      points: '9',
      aggregate: 'sum',
      clauses: [...'abcdefghi'].map((id) => makeClause({ id })),
    });
    const ratings = Object.fromEntries([...'abcdefghi'].map((id) => [id, { by: 'met', met: id < 'e' }] as const));
    expect(explained(many, ratings, 's')).toEqual(['下级 9 项合计 4 / 9 分', '9 clauses together 4 / 9 points']);
  });

  test('weighted mean, minimum and maximum', () => {
    const children = [makeClause({ id: 'a', weight: '2', number: '1.1' }), makeClause({ id: 'b' })];
    const inner = (aggregate: Clause['aggregate']) => makeClause({ id: 's', points: '9', aggregate, clauses: children });
    const ratings: Record<string, Rating> = { a: { by: 'met', met: true }, b: { by: 'met', met: false } };
    expect(explained(inner('weighted-mean'), ratings, 's')).toEqual([
      '按权重平均：(2 × 100% + 1 × 0%) / (2 + 1) ≈ 66.67%；9 × 66.67% ≈ 6 分',
      'Weighted mean: (2 × 100% + 1 × 0%) / (2 + 1) ≈ 66.67%; 9 × 66.67% ≈ 6 points',
    ]);
    expect(explained(inner('minimum'), ratings, 's')[0]).toBe('取下级最低得分率：条款 b 0%；9 × 0% = 0 分');
    expect(explained(inner('maximum'), ratings, 's')[1]).toBe(
      'The highest rate below decides: 1.1 Clause a, 100%; 9 × 100% = 9 points',
    );
  });
});

const starred: Partial<Criteria> = {
  clauses: [points('most', '96'), points('small', '4')],
  grades: [
    { id: 'five', label: { 'zh-CN': '五星级', en: 'Five stars' }, from: '95', requires: [] },
    { id: 'four', label: { 'zh-CN': '四星级', en: 'Four stars' }, from: '90', requires: [] },
  ],
  deduction: { points: '1', failsAt: 5, atMost: null, grounds: [] },
  bonus: { points: '1', atMost: 1, grounds: [] },
};
const deductions = (count: number) =>
  Array.from({ length: count }, () => ({ kind: 'deduction' as const, ground: null, statement: '' }));
const bonus = { kind: 'bonus' as const, ground: null, statement: '' };

function scored(most: string | null, small: Rating | null, more: Partial<Dossier> = {}, changes: Partial<Criteria> = {}) {
  const criteria = makeCriteria({ ...starred, ...changes });
  const ratings = rated({ most: most === null ? null : given(most), small });
  const result = resultOf(makeDossier({ criteria, ratings, ...more }));
  return { criteria, result, outcome: languages.map((language) => describeOutcome(criteria, result, language)) };
}

describe('the outcome in one sentence', () => {
  test('graded, with the way to the next grade', () => {
    expect(scored('90', notApplicable, { adjustments: [...deductions(2), bonus] }).outcome).toEqual([
      '92.75 分，四星级；距五星级还差 2.25 分',
      '92.75 points, Four stars; 2.25 points to Five stars',
    ]);
    expect(scored('96', given('4')).outcome).toEqual(['100 分，五星级', '100 points, Five stars']);
  });

  test('a near miss never reads as nothing missing', () => {
    const { criteria, result, outcome } = scored('90.996', given('4'));
    expect(outcome).toEqual([
      '≈95.00 分，四星级；距五星级还差 0.004 分',
      '≈95.00 points, Four stars; 0.004 points to Five stars',
    ]);
    expect(languages.map((language) => describeNearMiss(criteria, result, language))).toEqual([
      '得分印作 95.00，实为 94.996，低于五星级的分数线 95；等级按未舍入的得分判定，所以不是五星级',
      'The score prints as 95.00 but is 94.996, below the bound 95 of Five stars; grades go by the unrounded score, so it is not Five stars',
    ]);
  });

  test('a near miss without end is cut, never rounded', () => {
    const clauses = [makeClause({ id: 'most', points: '96', method: { by: 'sample', atLeast: 1 } }), points('small', '4')];
    const criteria = makeCriteria({ ...starred, clauses });
    const ratings = rated({ most: { by: 'sample', size: 70_001, failed: 3649 }, small: given('4') });
    const result = resultOf(makeDossier({ criteria, ratings }));
    expect(result.score.shown).toBe('95.00');
    expect(describeOutcome(criteria, result, 'zh-CN')).toBe('≈95.00 分，四星级；距五星级还差不到 0.01 分');
    expect(describeNearMiss(criteria, result, 'zh-CN')).toContain('实为 94.9957…');
  });

  test('no near miss, no words', () => {
    const { criteria, result } = scored('91', given('4'));
    expect(describeNearMiss(criteria, result, 'zh-CN')).toBeNull();
  });

  test('incomplete', () => {
    expect(scored('84', null).outcome).toEqual([
      '已评 1 / 2 项，目前得分 87.5，最终得分在 84.00–88.00 之间',
      '1 of 2 clauses rated; score so far 87.5, final score between 84.00 and 88.00',
    ]);
    expect(scored(null, null).outcome[0]).toBe('尚未开始评定（0 / 2 项）');
  });

  test('failed, with the reason', () => {
    expect(scored('96', given('3'), { adjustments: deductions(5) }).outcome).toEqual([
      '94 分，不合格：特别扣分 5 项，达到 5 项即不通过',
      '94 points, Fail: 5 special deductions, and 5 or more fail the assessment',
    ]);
    expect(scored('80', given('4')).outcome[0]).toBe('84 分，不合格；距四星级还差 6 分');
  });

  test('conditions stand in the way', () => {
    const noMajor: Condition = { if: 'findings', grade: 'major', atMost: 0 };
    const rate: Condition = { if: 'rate', clause: 'small', atLeast: '0.9' };
    const [five, four] = starred.grades ?? [];
    if (!five || !four) throw new Error('two grades');
    const grades = [{ ...five, requires: [noMajor, rate] }, four];
    const findings = [{ clause: null, grade: 'major' as const, statement: '' }];
    expect(scored('96', given('3'), { findings }, { grades }).outcome).toEqual([
      '99 分，四星级；分数已达到五星级，尚有 2 项条件未满足',
      '99 points, Four stars; the score reaches Five stars, 2 conditions are not met',
    ]);
    expect(scored('90', given('3'), {}, { grades }).outcome[1]).toBe(
      '93 points, Four stars; 2 points and 1 condition to Five stars',
    );
  });
});

test('each step from points to grade', () => {
  const { criteria, result } = scored('90', notApplicable, { adjustments: [...deductions(2), bonus, bonus] });
  expect(result.steps.map((step) => explainStep(criteria, step, 'zh-CN'))).toEqual([
    '得分 90，适用总分 96（满分 100）',
    '折算为得分：90 ÷ 96 × 100 = 93.75',
    '特别扣分 2 项，每项 1 分：93.75 − 2 = 91.75',
    '特别加分 2 项，按上限计 1 项，每项 1 分：91.75 + 1 = 92.75',
    '92.75 ≥ 90：达到四星级的分数线',
  ]);
  const capped = scored('96', given('4'), { adjustments: [bonus] });
  expect(capped.result.steps.map((step) => explainStep(capped.criteria, step, 'en'))).toEqual([
    '100 points obtained of 100 applicable (100 in all)',
    'Normalised: 100 ÷ 100 × 100 = 100',
    '1 special bonus of 1: 100 + 1 = 101',
    '101 is above full marks and counts as 100',
    '100 ≥ 95: reaches the bound of Five stars',
  ]);
  const nothing = scored('0', given('0'), { adjustments: deductions(1) });
  expect(nothing.result.steps.slice(2).map((step) => explainStep(nothing.criteria, step, 'zh-CN'))).toEqual([
    '特别扣分 1 项，每项 1 分：0 − 1 = −1',
    '−1 低于 0，按 0 计',
    '0 < 90：未达到最低等级四星级的分数线',
  ]);
});

describe('conditions and effects', () => {
  const criteria = makeCriteria({
    ...starred,
    clauses: [
      makeClause({ id: 'system', number: '5.1', title: { 'zh-CN': '售后服务体系', en: 'Service system' } }),
      makeClause({ id: 'b' }),
    ],
    gates: [{ id: 'lawful', title: { 'zh-CN': '合法经营', en: 'Lawful operation' }, requires: [], capAt: null }],
    maturity: { levels: ['初始级', '已管理级'].map((label) => ({ 'zh-CN': label })), reachedAt: '0.85' },
  });
  const both = (condition: Condition) => languages.map((language) => describeCondition(criteria, condition, language));

  test.each<[Condition, string, string]>([
    [
      { if: 'rate', clause: 'system', atLeast: '0.9' },
      '“5.1 售后服务体系”得分率不低于 90%',
      'a rate of at least 90% on “5.1 Service system”',
    ],
    [
      { if: 'must-pass', clauses: ['system', 'b'] },
      '“5.1 售后服务体系”、“条款 b”得满分',
      'full points on “5.1 Service system”, “Clause b”',
    ],
    [{ if: 'findings', grade: 'major', atMost: 0 }, '没有未关闭的严重不符合', 'no open major nonconformities'],
    [{ if: 'findings', grade: 'minor', atMost: 2 }, '未关闭的轻微不符合不超过 2 项', 'at most 2 open minor nonconformities'],
    [{ if: 'deductions', fewerThan: 5 }, '特别扣分少于 5 项', 'fewer than 5 special deductions'],
    [{ if: 'maturity', atLeast: 2 }, '总体成熟度不低于 2 级（已管理级）', 'an overall maturity of at least level 2 (已管理级)'],
    [
      { if: 'held', grade: 'four', months: 12 },
      '四星级或更高等级已保持 12 个月',
      'Four stars or a higher grade held for 12 months',
    ],
  ])('%j', (condition, chinese, english) => {
    expect(both(condition)).toEqual([chinese, english]);
  });

  test('what took effect, and why', () => {
    const condition: Condition = { if: 'rate', clause: 'system', atLeast: '0.9' };
    const found = { rate: { exact: '17/20', shown: '0.8500' } };
    expect(describeEffect(criteria, { because: 'requirement', withheld: 'five', condition, found }, 'zh-CN')).toBe(
      '未能评为五星级：要求“5.1 售后服务体系”得分率不低于 90%，实际 85%',
    );
    expect(describeEffect(criteria, { because: 'gate', gate: 'lawful', capAt: null, condition, found }, 'zh-CN')).toBe(
      '否决项“合法经营”生效，评价不通过：要求“5.1 售后服务体系”得分率不低于 90%，实际 85%',
    );
    const held: Condition = { if: 'held', grade: 'four', months: 12 };
    const before = { held: { grade: 'four', months: 1 } };
    expect(
      describeEffect(criteria, { because: 'gate', gate: 'lawful', capAt: 'four', condition: held, found: before }, 'en'),
    ).toBe(
      'The gate “Lawful operation” caps the grade at Four stars: it requires Four stars or a higher grade held for 12 months; Four stars was held for 1 month',
    );
  });
});

test('every result of any criteria can be put into words in both languages', () => {
  const partial = anyCriteria.chain((criteria) =>
    fc.record({ criteria: fc.constant(criteria), ratings: anyRatings(ratedClauses(criteria), { unrated: true }) }),
  );
  fc.assert(
    fc.property(partial, ({ criteria, ratings }) => {
      const result = resultOf(makeDossier({ criteria, ratings: rated(ratings) }));
      for (const language of languages) {
        const words = [
          ...result.clauses.map((clause) => explainClause(criteria, clause, language)),
          ...result.steps.map((step) => explainStep(criteria, step, language)),
          describeOutcome(criteria, result, language),
        ];

        for (const text of words) expect(text).not.toMatch(/undefined|NaN|[{}]|\[object| {2}|^$/);
      }
    }),
  );
});
