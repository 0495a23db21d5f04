import { expect, test } from 'vitest';
import { criteriaHash } from '../../src/catalog/criteria/criteria-hash.ts';
import { parseCriteriaText } from '../../src/catalog/criteria/parse-criteria.ts';
import { choicesOf, criteriaFor } from '../../src/model/choose-criteria.ts';
import { walkClauses } from '../../src/model/clauses.ts';
import type { Criteria } from '../../src/model/criteria.ts';
import { expectProblem, goodCriteria, problemsOf } from '../support/criteria-text.ts';
import { variantCriteria } from '../support/variant-text.ts';

function read(text: string): Criteria {
  const { criteria, problems } = parseCriteriaText('c.yaml', text);
  if (!criteria) throw new Error(JSON.stringify(problems));
  return criteria;
}

function changed(found: string, replacement: string): string {
  const text = variantCriteria.replace(found, () => replacement);
  if (text === variantCriteria) throw new Error(`Nothing to replace: ${found}`);
  return text;
}

test('a file with variants, profiles and parts is read without problems', () => {
  expect(problemsOf(variantCriteria)).toEqual([]);
});

test.each([
  [{ variant: 'maker', profile: 'full' }, { calls: '20', system: '10', rules: '4', factory: '6' }, ['test', 'audit'], ['safe']],
  [{ variant: 'seller', profile: 'full' }, { calls: '20', system: '10', rules: '6', shops: '4' }, ['test', 'audit'], ['shop']],
  [{ variant: 'maker', profile: 'short' }, { system: '10', rules: '4', factory: '6' }, ['audit'], ['safe']],
  [{ variant: 'seller', profile: 'short' }, { system: '6', rules: '6' }, ['audit'], []],
])('what applies in %o', (chosen, points, parts, gates) => {
  const criteria = criteriaFor(read(variantCriteria), chosen, 'hash');
  const clauses = [...walkClauses(criteria.clauses)].map(({ clause }) => [clause.id, clause.points]);
  expect(Object.fromEntries(clauses)).toEqual(points);
  expect(criteria.parts?.map(({ id }) => id)).toEqual(parts);
  expect(criteria.gates.map(({ id }) => id)).toEqual(gates);
  expect(criteria.grades[0]?.requires).toHaveLength(chosen.profile === 'full' ? 1 : 0);
  expect(criteria.choice).toMatchObject({ variant: { id: chosen.variant }, profile: { id: chosen.profile }, source: 'hash' });
  expect(JSON.stringify(criteria)).not.toMatch(/"(variants|profiles|onlyIn|pointsIn)":/);
});

test('criteria without variants come back as they are, with the content hash that they had', () => {
  const criteria = read(goodCriteria);
  expect(choicesOf(criteria)).toEqual([{ variant: null, profile: null }]);
  expect(criteriaFor(criteria, { variant: null, profile: null })).toBe(criteria);
  expect(criteriaHash(criteria)).toBe('11a23764a0fda0553083ef05dff939b8e621ebbe01b00a629f9249cb6ab768a9');
});

test('a choice that is not offered is refused', () => {
  expect(() => criteriaFor(read(variantCriteria), { variant: 'farmer', profile: 'full' })).toThrow('farmer is none of maker');
});

test.each([
  [
    'points that do not add up in one variant only',
    'points_in: {seller+short: 6}',
    'points_in: {seller: «6}',
    'In seller+full the points of its clauses add up to 10; they must add up to its own 6.',
  ],
  [
    'points that do not add up in one variant and profile, at the points of both',
    '{seller+short: 6}',
    '{seller+short: «5}',
    'In seller+short the points of its clauses add up to 6; they must add up to its own 5.',
  ],
  [
    'unknown variants',
    'only_in: [maker]}\n      - {id: shops',
    'only_in: [«maler]}\n      - {id: shops',
    'There is no variant or profile “maler”. Known: maker, seller, full, short. Did you mean “maker”?',
  ],
  ['unknown keys of points', '{seller: 6}', '{«selles: 6}', 'There is no variant or profile “selles”.'],
  [
    'points that two keys give',
    '{seller: 6}',
    '{seller: 6, «full: 5}',
    'In seller+full both “seller” and “full” apply and differ. Add a line seller+full: with the points there.',
  ],
  [
    'steps that do not divide the points of a variant',
    '{seller: 6}, rate_by: points, step: 0.5',
    '{seller: 6.2}, rate_by: points, step: «0.5',
    'The points, 6.2, are not a multiple of the step 0.5.',
  ],
  ['names used twice', 'id: short,', 'id: «maker,', 'The id “maker” is already used'],
  ['unknown kinds', '[self]', '[«selfie]', '“selfie”'],
  [
    'conditions on a clause that is not everywhere',
    'only_in: [maker], requires: [{must_pass: [factory]}]',
    'requires: [{must_pass: [«factory]}]',
    '“factory” is not there in seller+full, seller+short, where the condition would say nothing. Say with only_in where it is meant. That would be only_in: [maker].',
  ],
  [
    'conditions on a part that is not everywhere',
    '{part: test, rate_at_least: 0.6, only_in: [full]}',
    '{part: «test, rate_at_least: 0.6}',
    '“test” is not there in maker+short, seller+short',
  ],
  [
    'clauses that lose all below them',
    '  - id: system\n    title: System\n    points: 10\n    points_in: {seller+short: 6}\n    aggregate: sum\n    clauses:\n      - {id: rules, title: Rules, points: 4, points_in: {seller: 6}, rate_by: points, step: 0.5}\n',
    '  - «id: system\n    title: System\n    points: 10\n    aggregate: sum\n    clauses:\n',
    'In seller+short the clause “system” has no clauses below it.',
  ],
  ['unknown parts', '{part: test', '{part: «tests', 'There is no part “tests”. Known: test, audit.'],
  ['clauses of parts that are not at the top', '[system]', '[«factory]', '“factory” is no top-level clause'],
  ['clauses in two parts', '[system]', '[system, «calls]', 'The clause “calls” is already in the part “test”'],
  [
    'clauses in no part',
    '[calls], method: [mystery-shopper], minimum_rate: 0.5}\n  - {id: audit, title: Management audit, weight: 70, clauses: [system]}\nclauses:\n  - {id: calls',
    '[system]}\nclauses:\n  - {id: «calls',
    'The clause “calls” is in no part',
  ],
  ['parts without weight', 'weight: 70', 'weight: «0', '0 is not allowed here'],
])('refuses %s', (_, found, replacement, expected) => {
  expectProblem(changed(found, replacement), expected);
});

test('a clause that can be nowhere is refused at its own only_in', () => {
  const text = changed('    points: 10\n', '    points: 10\n    only_in: [maker]\n');
  expect(problemsOf(text).filter((line) => line.includes('is in no variant and profile'))).toEqual([
    expect.stringContaining('The clause “shops”'),
  ]);
});

test('only_in without variants and profiles names nothing', () => {
  const text = goodCriteria.replace('points: 4,', 'points: 4, only_in: [maker],');
  expect(problemsOf(text)).toEqual(['c.yaml:15:71: The file has no variants and no profiles, so “maker” names nothing.']);
});

test('an overlay translates variants, profiles and parts, and nothing else of the kind', () => {
  const overlay = (texts: string) => ({
    name: 'c.zh-CN.yaml',
    language: 'zh-CN',
    text: `format: 1\ncriteria: sample\nversion: 1.0.0\nlanguage: zh-CN\n${texts}`,
  });
  const given = 'variants: {maker: {title: 制造商, about: 制造商品}}\nprofiles: {full: {title: 完整审核}}\nparts: {test: 测试}\n';
  const reading = parseCriteriaText('c.yaml', variantCriteria, [overlay(given)]);
  expect(reading.criteria?.variants?.[0]).toMatchObject({ title: { 'zh-CN': '制造商' }, about: { 'zh-CN': '制造商品' } });
  expect(reading.criteria?.parts?.[0]?.title['zh-CN']).toBe('测试');
  expect(reading.translations[0]?.missing).toContain('profiles.short.title');

  const wrong = 'variants: {seller: {about: 无}, farmer: {title: 农}}\nparts: {rest: 其他}\n';
  const problems = parseCriteriaText('c.yaml', variantCriteria, [overlay(wrong)]).problems;
  expect(problems.map(({ line, column }) => `${line}:${column}`)).toEqual(['5:21', '5:32', '6:9']);
});
