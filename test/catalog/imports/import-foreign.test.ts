import { expect, test } from 'vitest';
import { importCriteria } from '../../../src/catalog/imports/import-criteria.ts';
import { largestFile } from '../../../src/catalog/source/text-file.ts';
import { clausesOf, imported, outline } from '../../support/imported.ts';

const ciso = `urn: urn:x:library:service
locale: zh
ref_id: service-lib
name: 服务框架
version: 3
objects:
  framework:
    urn: urn:x:framework:service
    ref_id: service
    name: 服务框架
    description: 说明
    min_score: 1
    max_score: 4
    translations: {en: {name: Service framework}, fr: {name: Cadre}}
    scores_definition:
      - {score: 0, name: 无}
      - {score: 1, name: 初始, description: 零散, translations: {en: {name: Initial}}}
      - {score: 2, name: 已管理}
      - {score: 4, name: 优化}
      - {score: high, name: 高}
    implementation_groups_definition: [{ref_id: G1, name: 基本}]
    requirement_nodes:
      - {urn: "urn:n:1", assessable: false, depth: 1, ref_id: "1", name: 体系, colour: red}
      - urn: urn:n:1.1
        assessable: true
        depth: 2
        parent_urn: urn:n:1
        ref_id: "1.1"
        name: 组织
        description: 设立部门
        annotation: 查文件
        weight: 3
        implementation_groups: [G1, g1]
        translations: {en: {name: Organization, description: Has a department}}
      - {urn: "urn:n:1.1.1", assessable: true, depth: 3, parent_urn: "urn:n:1.1", ref_id: "1.1.1", name: 人员, weight: 0}
      - {urn: "urn:n:1.2", assessable: true, depth: 2, parent_urn: "urn:n:1", ref_id: "1.1", description: 记录齐全。并保存三年}
      - {urn: "urn:n:1.2.1", assessable: false, depth: 3, parent_urn: "urn:n:1.2", description: 例如维修单}
      - {urn: "urn:n:note", assessable: false, depth: 2, parent_urn: "urn:n:1", name: 备注, description: 本节说明}
      - {urn: "urn:n:lost", assessable: true, depth: 2, parent_urn: "urn:n:none", ref_id: "1.9", name: 孤儿, weight: x}
      - {urn: "urn:n:a", assessable: true, depth: 1, parent_urn: "urn:n:b", ref_id: A, name: 甲}
      - {urn: "urn:n:b", assessable: true, depth: 1, parent_urn: "urn:n:a", ref_id: B, name: 乙}
`;

test('a CISO Assistant framework: tree, weights, levels, translations, and every oddity told', () => {
  const { criteria, mapped, dropped, oddities, report } = imported({ 'service.yaml': ciso });
  expect(report.kind).toBe('ciso');
  expect([criteria.id, criteria.version, criteria.language, criteria.languages]).toEqual([
    'service',
    '3.0.0',
    'zh-CN',
    ['zh-CN', 'en'],
  ]);
  expect(criteria.title).toEqual({ 'zh-CN': '服务框架', en: 'Service framework' });
  expect(outline(criteria)).toEqual([
    '1 5',
    '  1-1 3',
    '    1-1-itself 3',
    '    1-1-1 0',
    '  1-1-2 1',
    '    1-2-1 1',
    '  1-9 1',
    'a 2',
    '  a-itself 1',
    '  b 1',
  ]);
  const clauses = clausesOf(criteria);
  expect(clauses.get('1-1-itself')).toMatchObject({
    title: { 'zh-CN': '组织（总体）', en: 'Organization (overall)' },
    requirement: { 'zh-CN': '设立部门', en: 'Has a department' },
    guidance: { 'zh-CN': '查文件' },
  });
  expect(clauses.get('1-1-2')).toMatchObject({ aggregate: 'own', title: { 'zh-CN': '记录齐全。' }, number: '' });
  expect(clauses.get('1')?.guidance).toEqual({ 'zh-CN': '备注\n本节说明' });
  const method = clauses.get('1-1-1')?.method;
  expect(method?.by === 'level' && method.levels.map(({ value, share, label }) => [value, share, label])).toEqual([
    [1, '0', { 'zh-CN': '初始', en: 'Initial' }],
    [2, '0.333333', { 'zh-CN': '已管理' }],
    [3, '0.666667', { 'zh-CN': '3 级' }],
    [4, '1', { 'zh-CN': '优化' }],
  ]);
  const told = [...mapped, ...dropped, ...oddities].join('\n');
  for (const expected of [
    'The key “colour”',
    'Translations into fr were left out (1)',
    'Implementation groups were left out, all clauses are imported: G1',
    'It names a group that does not exist: g1',
    'Levels 0 lie outside 1 to 4',
    'Levels 3 are not defined',
    'score is no number: high',
    'The weight is 0',
    'The weight is no number: x',
    'The number “1.1” occurs again',
    'Its parent “urn:n:none” does not exist',
    'The parents form a cycle; it was cut at “urn:n:a”',
    'Both it and its children are rated',
    'It is rated itself and its children only explain it',
    'Nothing below it is rated',
    'It has no title',
  ])
    expect(told).toContain(expected);
});

const questions = `locale: en
name: Questions
objects:
  framework:
    name: Questions
    min_score: 0
    max_score: 100
    requirement_nodes:
      - urn: "u:1"
        assessable: true
        ref_id: "1"
        name: One question
        questions:
          "u:1:q1":
            type: unique_choice
            text: Is it done?
            choices: [{value: "No", add_score: 0}, {value: Partly, add_score: 50}, {value: "Yes", add_score: 100}]
      - urn: "u:2"
        assessable: true
        ref_id: "2"
        name: Two questions
        questions:
          "u:2:q1": {type: unique_choice, text: Done?, choices: [{value: "Yes", compute_result: true}, {value: "No", compute_result: false}]}
          "u:2:q2": {type: multiple_choice, text: Which?, choices: [{value: A, add_score: 2}, {value: B, add_score: 3}, {value: C, add_score: -1}]}
          "u:2:q3": {type: text, text: Tell more}
      - {urn: "u:3", assessable: true, ref_id: "3", name: None}
`;

test('questions of CISO Assistant: one is the clause, several become children by their scores', () => {
  const { criteria, dropped } = imported({ 'q.yaml': questions });
  const clauses = clausesOf(criteria);
  const one = clauses.get('1')?.method;
  expect(one?.by === 'level' && one.levels.map(({ share, label }) => [share, label.en])).toEqual([
    ['0', 'No'],
    ['0.5', 'Partly'],
    ['1', 'Yes'],
  ]);
  expect(clauses.get('1')?.requirement).toEqual({ en: 'Is it done?' });
  expect(clauses.get('2')).toMatchObject({ aggregate: 'weighted-mean', points: '1', guidance: { en: 'Tell more' } });
  expect(clauses.get('2')?.clauses.map(({ weight, method }) => [weight, method?.by])).toEqual([
    ['1', 'level'],
    ['5', 'checklist'],
  ]);
  expect(clauses.get('3')?.method).toMatchObject({ by: 'measure', between: 'lines', from: '0', to: '100' });
  expect(dropped.join()).toContain('1 answer that give');
});

test('6,000 nodes nine levels deep, 1,800 of them rated, nearly 4 MB', () => {
  const text = '售后服务应当可追溯并保持记录。'.repeat(14);
  const lines = Array.from({ length: 6000 }, (_, index) => {
    const depth = (index % 9) + 1;
    const parent = depth > 1 ? `, parent_urn: "n:${index - 1}"` : '';
    const rated =
      depth === 9 || (depth === 8 && index % 3 === 0) || (depth === 5 && index % 2 === 0) || (depth === 7 && index % 9 === 6);
    return `      - {urn: "n:${index}", assessable: ${rated}, depth: ${depth}${parent}, description: "${index} ${text}"}`;
  });
  const file = `locale: zh\nobjects:\n  framework:\n    name: 大\n    requirement_nodes:\n${lines.join('\n')}\n`;
  expect(Buffer.byteLength(file)).toBeGreaterThan(3_500_000);
  const started = performance.now();
  const files = [{ name: 'big.yaml', bytes: Buffer.from(file) }];
  const result = importCriteria(files);
  if ('refused' in result) throw new Error(result.refused.key);
  expect(result.report.kept.rated).toBeGreaterThan(1600);
  expect(Buffer.byteLength(result.yaml)).toBeLessThan(largestFile);
  expect(result.reading.problems).toEqual([]);
  expect(performance.now() - started).toBeLessThan(20_000);
}, 60_000);

test('a parent chain of 6,000 and a cycle of 6,000 end nowhere near the stack', () => {
  const chain = (close: boolean) =>
    Array.from({ length: 6000 }, (_, index) => {
      const parent = index > 0 ? `n:${index - 1}` : close ? 'n:5999' : '';
      return `      - {urn: "n:${index}", assessable: true, name: "${index}", parent_urn: "${parent}"}`;
    }).join('\n');
  for (const close of [false, true]) {
    const { report } = imported({
      'c.yaml': `locale: en\nobjects:\n  framework:\n    name: C\n    requirement_nodes:\n${chain(close)}\n`,
    });
    expect(report.kept.rated).toBe(6000);
    expect(report.oddities.map(({ text }) => text.key)).toContain('imports.tooDeep');
  }
}, 60_000);

const samm = `---
{model: SAMM20, id: f1, name: Governance, description: About, order: 2, type: Function}
---
{model: SAMM20, id: f2, name: Design, order: 1, type: Function}
---
{function: f1, id: p1, name: Strategy, shortName: SM, order: 1, type: Practice, assignee: me}
---
{practice: p1, id: s1, name: Create, letter: A, order: 1, type: Stream}
---
{stream: s1, level: l2, id: a2, title: Second, longDescription: Long, type: Activity, personnel: many}
---
{stream: s1, level: l1, id: a1, title: First, type: Activity}
---
{practice: p1, maturityLevel: m1, id: l1, type: PracticeLevel}
---
{practice: p1, maturityLevel: m2, id: l2, type: PracticeLevel}
---
{id: m1, number: 1, type: MaturityLevel}
---
{id: m2, number: 2, type: MaturityLevel}
---
{activity: a1, answerSet: k, id: q1, text: Do you?, order: 1, quality: [Written down, Known], type: Question}
---
{activity: a2, answerSet: gone, id: q2, text: Do you more?, order: 1, type: Question}
---
{activity: none, answerSet: k, id: q3, text: Lost?, type: Question}
---
id: k
values:
  - {text: "No", value: 0, weight: 1, order: 0}
  - {text: Some, value: 0.25, weight: 1, order: 1}
  - {text: All, value: 1, weight: 1, order: 2}
type: AnswerSet
`;

test('a SAMM model from one combined file or from many', () => {
  const together = imported({ 'samm.yml': samm });
  const parts = samm.split('---\n').filter(Boolean);
  const apart = imported(Object.fromEntries(parts.map((part, index) => [`model/${index}.yml`, part])));
  expect(apart.criteria).toEqual(together.criteria);
  expect(together.report.kind).toBe('samm');
  expect(outline(together.criteria)).toEqual(['g 1', '  g-sm 1', '    g-sm-a 1', '      g-sm-a-1 1', '      g-sm-a-2 1']);
  const clauses = clausesOf(together.criteria);
  expect(clauses.get('g-sm')).toMatchObject({ aggregate: 'weighted-mean', number: 'G-SM' });
  expect(clauses.get('g-sm-a-1')).toMatchObject({ requirement: { en: 'Do you?' }, guidance: { en: '- Written down\n- Known' } });
  const method = clauses.get('g-sm-a-1')?.method;
  expect(method?.by === 'level' && method.levels.map(({ share }) => share)).toEqual(['0', '0.25', '1']);
  expect(clauses.get('g-sm-a-2')?.method).toEqual({ by: 'met' });
  expect(together.oddities.join('\n')).toMatch(/answer set “gone” does not exist/);
  expect(together.oddities.join('\n')).toContain('“none”, does not exist');
  expect(together.dropped.join('\n')).toContain('The key “personnel”');
});
