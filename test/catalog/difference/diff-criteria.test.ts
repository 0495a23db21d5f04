import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCriteriaText } from '../../../src/catalog/criteria/parse-criteria.ts';
import { canonical } from '../../../src/catalog/difference/canonical.ts';
import { describeClauseChange } from '../../../src/catalog/difference/describe-difference.ts';
import { describeHeadChange } from '../../../src/catalog/difference/describe-head.ts';
import { diffCriteria } from '../../../src/catalog/difference/diff-criteria.ts';
import { isEmptyDifference } from '../../../src/catalog/difference/difference.ts';
import { wordParts } from '../../../src/catalog/difference/word-parts.ts';
import { openCatalog } from '../../../src/catalog/open-catalog.ts';
import { walkClauses } from '../../../src/model/clauses.ts';
import type { Clause, Criteria } from '../../../src/model/criteria.ts';
import { anyCriteria, anyMethods, makeClause, makeCriteria } from '../../support/random-criteria.ts';
import { variantCriteria } from '../../support/variant-text.ts';

const catalog = await openCatalog('criteria');

test('a version does not differ from itself, nor from a copy of itself', () => {
  expect(catalog.entries.length).toBeGreaterThan(2);
  for (const { criteria } of catalog.entries) {
    expect(isEmptyDifference(diffCriteria(criteria, structuredClone(criteria)))).toBe(true);
  }
  fc.assert(fc.property(anyCriteria, (criteria) => isEmptyDifference(diffCriteria(criteria, structuredClone(criteria)))));
});

/** The tree with one clause replaced by others. */
function replaceClause(clauses: readonly Clause[], id: string, by: (clause: Clause) => Clause[]): Clause[] {
  return clauses.flatMap((clause) =>
    clause.id === id ? by(clause) : [{ ...clause, clauses: replaceClause(clause.clauses, id, by) }],
  );
}

function idsOf({ clauses }: Criteria): string[] {
  return [...walkClauses(clauses)].map(({ clause }) => clause.id);
}

interface Edit {
  readonly name: string;
  readonly clause: (clause: Clause) => Clause[];
  /** What the difference must say of the clause. */
  readonly says: string;
}

const edits: readonly Edit[] = [
  { name: 'number', clause: (clause) => [{ ...clause, number: `${clause.number}9.9` }], says: 'renumbered' },
  { name: 'title', clause: (clause) => [{ ...clause, title: { ...clause.title, en: 'Something else' } }], says: 'reworded' },
  { name: 'requirement', clause: (clause) => [{ ...clause, requirement: { 'zh-CN': '新的要求' } }], says: 'reworded' },
  { name: 'guidance', clause: (clause) => [{ ...clause, guidance: { 'zh-CN': '看记录' } }], says: 'reworded' },
  { name: 'points', clause: (clause) => [{ ...clause, points: `${clause.points}1` }], says: 'points' },
  { name: 'weight', clause: (clause) => [{ ...clause, weight: '9.75' }], says: 'weight' },
  { name: 'maturity', clause: (clause) => [{ ...clause, maturity: clause.maturity === 2 ? 3 : 2 }], says: 'maturity' },
  { name: 'not applicable', clause: (clause) => [{ ...clause, notApplicable: 'with-reason' }], says: 'not-applicable' },
  { name: 'methods of audit', clause: (clause) => [{ ...clause, auditMethods: ['test'] }], says: 'audit-methods' },
  {
    name: 'evidence',
    clause: (clause) => [{ ...clause, evidence: [{ kind: 'photo', title: { 'zh-CN': '照片' }, required: true }] }],
    says: 'evidence',
  },
  { name: 'added before it', clause: (clause) => [makeClause({ id: 'quite-new' }), clause], says: '' },
  { name: 'removed', clause: () => [], says: '' },
];

test('whatever is edited in a random clause is found, and nothing else', () => {
  const edited = fc.tuple(anyCriteria, fc.nat(), fc.constantFrom(...edits));
  fc.assert(
    fc.property(edited, ([before, choice, edit]) => {
      const ids = idsOf(before);
      const id = ids[choice % ids.length] ?? '';
      const after = { ...before, clauses: replaceClause(before.clauses, id, edit.clause) };
      const { added, removed, changed, head } = diffCriteria(before, after);
      expect(head).toEqual([]);
      if (edit.name === 'removed') expect([added, changed, removed.includes(id)]).toEqual([[], [], true]);
      else if (edit.says === '') expect([added, changed, removed]).toEqual([['quite-new'], [], []]);
      else {
        expect([added, removed]).toEqual([[], []]);
        expect(changed).toHaveLength(1);
        expect(changed[0]).toMatchObject({ id, changes: [{ change: edit.says }] });
      }
    }),
  );
});

test('nothing is found exactly when the content is the same', () => {
  const methods = fc.tuple(anyCriteria, anyCriteria, fc.constantFrom(...anyMethods), fc.constantFrom(...anyMethods));
  fc.assert(
    fc.property(methods, ([first, second, one, other]) => {
      expect(isEmptyDifference(diffCriteria(first, second))).toBe(canonical(first) === canonical(second));
      const [a, b] = [one, other].map((method) => makeCriteria({ clauses: [makeClause({ method })] }));
      if (a && b) expect(isEmptyDifference(diffCriteria(a, b))).toBe(canonical(one) === canonical(other));
    }),
  );
});

function tree(): Criteria {
  const leaves = ['a', 'b', 'c', 'd'].map((id) => makeClause({ id }));
  const section = (id: string, clauses: Clause[]) => makeClause({ id, aggregate: 'sum', clauses, points: '4' });
  return makeCriteria({ clauses: [section('one', leaves), section('two', [makeClause({ id: 'e' })])] });
}

test('a clause that went to another section is moved; one that changed places is reordered alone', () => {
  const before = tree();
  const [one, two] = before.clauses;
  if (!one || !two) throw new Error('no sections');
  const [a, b, c, d] = one.clauses;
  if (!a || !b || !c || !d) throw new Error('no leaves');
  const after = {
    ...before,
    clauses: [
      { ...one, clauses: [d, a, b] },
      { ...two, clauses: [...two.clauses, c] },
    ],
  };
  expect(diffCriteria(before, after).changed).toEqual([
    { id: 'd', changes: [{ change: 'reordered', after: null }] },
    { id: 'c', changes: [{ change: 'moved', from: 'one', to: 'two' }] },
  ]);
});

test('every part outside the tree is compared', () => {
  const [entry] = catalog.entries;
  if (!entry) throw new Error('no criteria');
  const before = entry.criteria;
  const heads: [string, Partial<Criteria>][] = [
    ['title', { title: { ...before.title, en: 'X' } }],
    ['about', { about: null }],
    ['basis', { basis: ['X'] }],
    ['full-marks', { fullMarks: '200' }],
    ['rounding', { rounding: { digits: 0, mode: 'down' } }],
    ['fail-label', { failLabel: { 'zh-CN': '不通过' } }],
    ['deduction', { deduction: null }],
    ['bonus', { bonus: { points: '9', atMost: 9, grounds: [{ id: 'x', label: { en: 'X' } }] } }],
    ['maturity', { maturity: before.maturity ? null : { levels: [], reachedAt: '1' } }],
    ['certification', { certification: null }],
    ['grade', { grades: before.grades.slice(1) }],
    ['gate', { gates: [...before.gates, { id: 'new-gate', title: { en: 'X' }, requires: [], capAt: null }] }],
  ];
  for (const [part, change] of heads) {
    const { head, changed, added, removed } = diffCriteria(before, { ...before, ...change });
    expect([changed, added, removed], part).toEqual([[], [], []]);
    expect(new Set(head.map((found) => found.part)), part).toEqual(new Set([part]));
  }
});

test('bounds and conditions of grades, and the order of gates', () => {
  const grade = { id: 'star', label: { en: 'Star' }, from: '90', requires: [{ if: 'deductions', fewerThan: 5 }] } as const;
  const gate = (id: string) => ({ id, title: { en: id }, requires: [], capAt: null });
  const before = makeCriteria({ grades: [grade], gates: [gate('g1'), gate('g2')] });
  const after = makeCriteria({
    grades: [{ ...grade, from: '92', requires: [{ if: 'deductions', fewerThan: 4 }] }],
    gates: [gate('g2'), gate('g1')],
  });
  expect(diffCriteria(before, after).head).toEqual([
    { change: 'value', part: 'grade', id: 'star', field: 'from', from: '90', to: '92' },
    {
      change: 'conditions',
      part: 'grade',
      id: 'star',
      dropped: [{ if: 'deductions', fewerThan: 5 }],
      asked: [{ if: 'deductions', fewerThan: 4 }],
    },
    { change: 'value', part: 'gate', id: null, field: 'order', from: 'g1, g2', to: 'g2, g1' },
  ]);
});

test('a clause under a new id is suggested by its number and title, never taken for the same', () => {
  const old = makeClause({ id: 'repair', number: '5.1', title: { 'zh-CN': '维修记录完整' } });
  const before = makeCriteria({ clauses: [old, makeClause({ id: 'other', title: { 'zh-CN': '投诉处理' } })] });
  const after = makeCriteria({
    clauses: [
      makeClause({ id: 'hotline', title: { 'zh-CN': '客户热线' } }),
      { ...old, id: 'repair-records', title: { 'zh-CN': '维修记录完整准确' } },
    ],
  });
  const { added, removed, suggestions } = diffCriteria(before, after);
  expect([added, removed]).toEqual([
    ['hotline', 'repair-records'],
    ['repair', 'other'],
  ]);
  expect(suggestions).toEqual([{ before: 'repair', after: 'repair-records', likeness: expect.any(Number) }]);
});

test('word by word: both texts can be put together from the parts', () => {
  const text = fc.array(fc.constantFrom('维', '修', '单', 'record', ' ', '，', '5.1', '\n', '😀'), { maxLength: 40 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [before, after] = [a.join(''), b.join('')];
      const parts = wordParts(before, after);
      const put = (without: string) =>
        parts
          .filter(({ part }) => part !== without)
          .map((part) => part.text)
          .join('');
      expect(put('added')).toBe(before);
      expect(put('removed')).toBe(after);
    }),
  );
  expect(wordParts('维修记录完整', '维修记录须完整')).toEqual([
    { part: 'same', text: '维修记录' },
    { part: 'added', text: '须' },
    { part: 'same', text: '完整' },
  ]);
  expect(wordParts('keep the records', 'keep all records')).toEqual([
    { part: 'same', text: 'keep ' },
    { part: 'removed', text: 'the' },
    { part: 'added', text: 'all' },
    { part: 'same', text: ' records' },
  ]);
});

test('two versions of 2,000 clauses are compared within 300 ms', () => {
  const section = (index: number, change: boolean) => {
    const clauses = Array.from({ length: 99 }, (_, at) => {
      const id = `s${index}-c${at}${change && at % 5 === 0 ? '-new' : ''}`;
      const title = { 'zh-CN': `第 ${index} 节第 ${at} 项服务要求${change && at % 3 === 0 ? '（修订）' : ''}` };
      const requirement = { 'zh-CN': `第 ${index}-${at} 项：${'应建立并保持服务记录，'.repeat(20)}${change ? '按期评审' : ''}` };
      return makeClause({ id, number: `${index}.${at + 1}`, title, requirement });
    });
    return makeClause({ id: `s${index}`, number: `${index}`, aggregate: 'sum', clauses, points: '99' });
  };
  const version = (change: boolean) => makeCriteria({ clauses: Array.from({ length: 20 }, (_, at) => section(at + 1, change)) });
  const [before, after] = [version(false), version(true)];
  diffCriteria(before, before);
  const times = [1, 2, 3].map(() => {
    const started = performance.now();
    const { added, changed } = diffCriteria(before, after);
    expect([added.length, changed.length]).toEqual([400, 1580]);
    return performance.now() - started;
  });
  expect(Math.min(...times)).toBeLessThan(300);
});

test('variants, profiles, parts and where clauses apply are compared', () => {
  const read = (text: string) => {
    const { criteria } = parseCriteriaText('c.yaml', text);
    if (!criteria) throw new Error('The text has problems.');
    return criteria;
  };
  const before = read(variantCriteria);
  const after = read(
    variantCriteria
      .replace('weight: 30', 'weight: 20')
      .replace('title: Seller}', 'title: Shop}')
      .replace('{seller: 6}', '{seller: 6, maker: 4}')
      .replace('[seller, full]}\n', '[full, seller]}\n'),
  );
  const { head, changed } = diffCriteria(before, after);
  expect(head).toEqual([
    { change: 'value', part: 'variants', id: null, field: 'seller.title.en', from: 'Seller', to: 'Shop' },
    { change: 'value', part: 'parts', id: null, field: 'test.weight', from: '30', to: '20' },
  ]);
  expect(changed).toEqual([
    { id: 'rules', changes: [{ change: 'points-in', from: ['seller = 6'], to: ['seller = 6', 'maker = 4'] }] },
    { id: 'shops', changes: [{ change: 'only-in', from: ['seller', 'full'], to: ['full', 'seller'] }] },
  ]);
  const reader = { before, after, language: 'en' as const };
  expect(changed.flatMap(({ changes }) => changes.map((change) => describeClauseChange(change, reader)))).toEqual([
    'points that differ: Seller = 6 → Shop = 6, Maker = 4',
    'only in: Seller, Full audit → Full audit, Shop',
  ]);
  expect(head.flatMap((change) => describeHeadChange(change, reader))[1]).toContain('30');
  const { variants: _, profiles: __, parts: ___, ...plain } = before;
  expect(diffCriteria(plain, before).head).toContainEqual({ change: 'added', part: 'parts', id: null });
});
