import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyUpgrade } from '../../../src/catalog/difference/apply-upgrade.ts';
import { proposeUpgrade } from '../../../src/catalog/difference/propose-upgrade.ts';
import { previewUpgrade } from '../../../src/catalog/difference/upgrade-dossier.ts';
import type { UpgradeMap } from '../../../src/catalog/difference/upgrade-map.ts';
import { ratedClauses } from '../../../src/model/clauses.ts';
import type { Clause, Criteria } from '../../../src/model/criteria.ts';
import { resultOf } from '../../../src/model/result-of.ts';
import {
  anyCriteria,
  anyMethods,
  anyRatings,
  makeClause,
  makeCriteria,
  makeDossier,
  rated,
} from '../../support/random-criteria.ts';

const level = anyMethods[2];
if (level?.by !== 'level') throw new Error('no levels');

const zh = (text: string) => ({ 'zh-CN': text });
const before = makeCriteria({
  version: '1.0.0',
  clauses: [
    makeClause({ id: 'same', number: '1', title: zh('服务组织') }),
    makeClause({ id: 'worded', number: '2', title: zh('人员配置'), requirement: zh('人员充足') }),
    makeClause({ id: 'renamed', number: '3', title: zh('维修记录完整可追溯') }),
    makeClause({ id: 'scaled', number: '4', title: zh('投诉受理渠道'), method: level }),
    makeClause({ id: 'given', number: '5', title: zh('配件价格公示'), points: '4', method: { by: 'points', step: '0.5' } }),
    makeClause({ id: 'opened', number: '6', title: zh('旧件回收') }),
    makeClause({ id: 'joined-a', number: '7', title: zh('网点地址公布') }),
    makeClause({ id: 'joined-b', number: '8', title: zh('热线号码公布') }),
    makeClause({ id: 'gone', number: '9', title: zh('传真机') }),
  ],
});
const after = makeCriteria({
  version: '2.0.0',
  clauses: [
    makeClause({ id: 'same', number: '1.1', title: zh('服务组织'), points: '3' }),
    makeClause({ id: 'worded', number: '2', title: zh('人员配置'), requirement: zh('人员充足，持证上岗') }),
    makeClause({ id: 'repair-records', number: '3', title: zh('维修记录完整可追溯、可核验') }),
    makeClause({ id: 'scaled', number: '4', title: zh('投诉受理渠道'), method: { ...level, levels: level.levels.slice(0, 4) } }),
    makeClause({ id: 'given', number: '5', title: zh('配件价格公示'), points: '6', method: { by: 'points', step: '0.5' } }),
    makeClause({
      id: 'opened',
      number: '6',
      title: zh('旧件回收'),
      aggregate: 'sum',
      points: '2',
      clauses: [makeClause({ id: 'take-back' }), makeClause({ id: 'disposal' })],
    }),
    makeClause({ id: 'joined', number: '7', title: zh('网点地址公布，热线号码公布') }),
    makeClause({ id: 'new-one', number: '10', title: zh('隐私保护') }),
  ],
});

const expected: UpgradeMap = [
  { clause: 'same', deed: 'same', targets: ['same'] },
  { clause: 'worded', deed: 'changed', targets: ['worded'] },
  { clause: 'renamed', deed: 'changed', targets: ['repair-records'] },
  { clause: 'scaled', deed: 'changed', targets: ['scaled'] },
  { clause: 'given', deed: 'same', targets: ['given'] },
  { clause: 'opened', deed: 'split', targets: ['take-back', 'disposal'] },
  { clause: 'joined-a', deed: 'merged', targets: ['joined'] },
  { clause: 'joined-b', deed: 'merged', targets: ['joined'] },
  { clause: 'gone', deed: 'dropped', targets: [] },
];

test('each old rated clause gets a proposal', () => {
  expect(proposeUpgrade(before, after)).toEqual(expected);
});

test('a clause whose children are now only explained by it takes their place', () => {
  const children = ['x', 'y'].map((id) => makeClause({ id }));
  const old = makeCriteria({ clauses: [makeClause({ id: 'whole', aggregate: 'sum', points: '2', clauses: children })] });
  const explaining = children.map((child): Clause => ({ ...child, method: null }));
  const now = makeCriteria({ clauses: [makeClause({ id: 'whole', aggregate: 'own', points: '2', clauses: explaining })] });
  expect(proposeUpgrade(old, now)).toEqual([
    { clause: 'x', deed: 'merged', targets: ['whole'] },
    { clause: 'y', deed: 'merged', targets: ['whole'] },
  ]);
});

const ratings = {
  ...rated({
    same: { by: 'met', met: true },
    worded: { by: 'met', met: false },
    renamed: { by: 'met', met: true },
    scaled: { by: 'level', level: 3 },
    given: { by: 'points', points: '3.5' },
    opened: { by: 'met', met: true },
    'joined-a': { by: 'met', met: true },
    'joined-b': { by: 'met', met: false },
    gone: { by: 'met', met: true },
  }),
  worded: { rating: { by: 'met', met: false }, note: '缺两人' },
} as const;

test('ratings that still hold are kept; the others are quoted in the note', () => {
  const copy = structuredClone(ratings);
  const upgraded = applyUpgrade(ratings, { before, after, map: expected, language: 'zh-CN' });
  expect(ratings).toEqual(copy);
  expect(upgraded.ratings).toEqual({
    same: { rating: { by: 'met', met: true }, note: '' },
    worded: { rating: { by: 'met', met: false }, note: '缺两人' },
    'repair-records': { rating: { by: 'met', met: true }, note: '' },
    scaled: { rating: null, note: '按 1.0.0 版“4 投诉受理渠道”的评定：3 3 级' },
    given: { rating: null, note: '按 1.0.0 版“5 配件价格公示”的评定：3.5 分（满分 4 分）' },
    'take-back': { rating: null, note: '按 1.0.0 版“6 旧件回收”的评定：符合' },
    disposal: { rating: null, note: '按 1.0.0 版“6 旧件回收”的评定：符合' },
    joined: {
      rating: null,
      note: '按 1.0.0 版“7 网点地址公布”的评定：符合\n\n按 1.0.0 版“8 热线号码公布”的评定：不符合',
    },
  });
  expect(upgraded.outcomes.map(({ target, happened }) => [target, happened])).toEqual([
    ['same', 'kept'],
    ['worded', 'look'],
    ['repair-records', 'look'],
    ['scaled', 'unrated'],
    ['given', 'unrated'],
    ['take-back', 'unrated'],
    ['disposal', 'unrated'],
    ['joined', 'unrated'],
    ['new-one', 'new'],
    [null, 'dropped'],
  ]);
});

test('merged clauses that were rated alike keep their rating, and not applicable survives a split', () => {
  const agreed = {
    ...ratings,
    'joined-b': { rating: { by: 'met', met: true }, note: '见官网' },
    opened: { rating: { by: 'not-applicable', reason: '无旧件' }, note: '' },
  } as const;
  const upgraded = applyUpgrade(agreed, { before, after, map: expected, language: 'en' });
  expect(upgraded.ratings.joined).toEqual({ rating: { by: 'met', met: true }, note: '见官网' });
  expect(upgraded.ratings.disposal?.rating).toEqual({ by: 'not-applicable', reason: '无旧件' });
});

test('the preview gives the result of both versions and moves what names clauses', () => {
  const dossier = makeDossier({
    criteria: before,
    ratings,
    findings: [
      { clause: 'joined-a', grade: 'minor', statement: '地址有误' },
      { clause: 'gone', grade: 'minor', statement: '无传真' },
    ],
    evidence: [
      {
        reference: 'E1',
        kind: 'record',
        title: '回收单',
        date: null,
        note: '',
        clauses: ['opened', 'same'],
        link: null,
        file: null,
      },
    ],
  });
  const preview = previewUpgrade(dossier, { after, map: expected, language: 'zh-CN' });
  expect(preview.before).toEqual(resultOf(dossier));
  expect(preview.after).toEqual(resultOf(preview.dossier));
  expect(preview.after.coverage).toMatchObject({ rated: 3, total: 9 });
  expect(preview.dossier.findings.map(({ clause }) => clause)).toEqual(['joined', null]);
  expect(preview.dossier.evidence[0]?.clauses).toEqual(['take-back', 'disposal', 'same']);
  expect(preview.loosened).toEqual({ findings: 1, evidence: 0, adjustments: 0 });
  expect(dossier.ratings).toBe(ratings);
});

test('from any version to any other every old clause is told of, and to the same one all is kept', () => {
  const pair = fc
    .tuple(anyCriteria, anyCriteria)
    .chain(([one, other]) =>
      fc.record({ one: fc.constant(one), other: fc.constant(other), said: anyRatings(ratedClauses(one), { unrated: true }) }),
    );
  fc.assert(
    fc.property(pair, ({ one, other, said }) => {
      const from = rated(said);
      const map = proposeUpgrade(one, other);
      expect(map.map(({ clause }) => clause)).toEqual(ratedClauses(one).map(({ id }) => id));
      const known = new Set(ratedClauses(other).map(({ id }) => id));
      expect(map.flatMap(({ targets }) => targets).filter((id) => !known.has(id))).toEqual([]);
      const { outcomes } = applyUpgrade(from, { before: one, after: other, map, language: 'en' });
      const told = new Set(outcomes.flatMap(({ sources }) => sources));
      expect(ratedClauses(one).filter(({ id }) => !told.has(id))).toEqual([]);

      expect(applyUpgrade(from, toItself(one)).ratings).toEqual(
        Object.fromEntries(Object.entries(from).filter(([, { rating }]) => rating)),
      );
    }),
  );
});

function toItself(criteria: Criteria) {
  return { before: criteria, after: criteria, map: proposeUpgrade(criteria, criteria), language: 'en' } as const;
}
