import { expect, test } from 'vitest';
import { parseCriteriaText } from '../../src/catalog/criteria/parse-criteria.ts';
import { after, changed, expectProblem, goodCriteria, problemsOf } from '../support/criteria-text.ts';

test('the file to start from is in order', () => {
  expect(problemsOf(goodCriteria)).toEqual([]);
});

test.each([
  ['', 'c.yaml:1:1: The file is empty.'],
  ['# nothing but a comment\n', 'c.yaml:1:1: The file is empty.'],
  ['just text\n', 'c.yaml:1:1: “just text” is wrong: “key: value” is needed here.'],
  ['[1, 2]\n', 'c.yaml:1:1: “[…]” is wrong: “key: value” is needed here.'],
])('refuses a file that is no map: %j', (text, problem) => {
  expect(problemsOf(text)).toEqual([problem]);
});

test.each([
  ['title: "open\n', 'c.yaml:2:1: A character is missing here: a quote, a bracket, a comma, a colon or the space after it.'],
  ['title: a: b\n', 'c.yaml:1:8: A second “key: value” on one line. Put text that contains a colon in quotes.'],
  ['title: @x\n', 'c.yaml:1:8: Text cannot start with this character; put the whole value in quotes.'],
  [
    'title: "a\\q"\n',
    'c.yaml:1:10: This backslash in double quotes means nothing. Write \\\\ for a backslash, or use single quotes.',
  ],
  ['title: *x\n', 'c.yaml:1:8: This alias (*) names no anchor (&), or stands where none may.'],
  ['title: !set x\n', 'c.yaml:1:8: Type tags (!…) are not allowed.'],
  ['title: a\n---\ntitle: b\n', 'c.yaml:2:1: A file holds one document; remove what follows “---”.'],
  ['? [a, b]\n: c\n', 'c.yaml:1:3: A key must be plain text.'],
  ['title: a\nabout: b\ntitle: c\n', 'c.yaml:3:1: The key “title” already stands here.'],
  ['title: "\\u0000"\n', 'c.yaml:1:8: The text contains control characters that cannot be shown.'],
  ['a: &a [x]\nb: [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n'.repeat(1), 'c.yaml:1:1: Unknown key “a”'],
])('names a fault of YAML where it stands: %j', (text, problem) => {
  expectProblem(text, problem);
});

test('names every fault of YAML at once', () => {
  const problems = problemsOf('title: @a\nabout: %b\nid: `c\n');
  expect(problems.filter((line) => line.includes('Text cannot start')).map((line) => line.slice(0, 10))).toEqual([
    'c.yaml:1:8',
    'c.yaml:2:8',
    'c.yaml:3:5',
  ]);
});

test('refuses an alias bomb quickly', () => {
  const levels = Array.from(
    { length: 12 },
    (_, index) => `  a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}*a${index}]`,
  );
  const started = performance.now();
  const problems = problemsOf(`${goodCriteria}about:\n  a0: &a0 [x]\n${levels.join('\n')}\n`);
  expect(problems.join('\n')).toContain('There are more than 100 aliases (*).');
  expect(performance.now() - started).toBeLessThan(2000);
});

test('a few aliases are taken, each as what it stands for', () => {
  expect(
    after(
      '{id: first, number: "1.1", title: First, points: 4, rate_by: met}',
      '{id: first, title: &t First, guidance: *t, points: 4, rate_by: met}',
    ),
  ).toEqual([]);
});

test.each([3_000, 200_000])('refuses %i levels of brackets without falling over', (depth) => {
  expect(problemsOf(`title: ${'['.repeat(depth)}${']'.repeat(depth)}\n`).join('\n')).toContain('nested too deeply');
});

test.each([
  ['numbers without quotes', 'number: "1.1"', 'number: 5.10', 'c.yaml:15:29: “5.10” is not text. Put it in quotes: "5.10".'],
  ['leading zeros', 'title: First', 'title: 012', 'c.yaml:15:43: “012” is not text. Put it in quotes: "012".'],
  ['truth values as text', 'title: First', 'title: true', 'c.yaml:15:43: “true” is not text. Put it in quotes: "true".'],
  ['empty values', 'title: First', 'title:', 'c.yaml:15:42: There is no value. Give one, or leave the key out.'],
  ['blank text', 'title: First', 'title: "  "', 'c.yaml:15:43: The text is empty. Give one, or leave the key out.'],
  [
    'long titles',
    'title: First',
    `title: ${'测'.repeat(301)}`,
    'c.yaml:15:43: The text has 301 characters; at most 300 are allowed.',
  ],
  [
    'long texts',
    'title: First',
    `title: First, guidance: ${'测'.repeat(20_001)}`,
    'c.yaml:15:60: The text has 20001 characters; at most 20000 are allowed.',
  ],
  ['negative points', 'points: 4', 'points: -4', 'c.yaml:15:58: “-4” is wrong: it cannot be negative.'],
  [
    'exponents',
    'points: 4',
    'points: 4e0',
    'c.yaml:15:58: “4e0” is wrong: a number is needed, at most 12 digits before and 6 after the point, without leading zeros.',
  ],
  [
    'zeros in front',
    'points: 4',
    'points: 04',
    'c.yaml:15:58: “04” is wrong: a number is needed, at most 12 digits before and 6 after the point, without leading zeros. Did you mean “4”?',
  ],
  ['seven digits after the point', 'points: 4', 'points: 4.0000001', 'c.yaml:15:58: “4.0000001” is wrong: a number is needed'],
  [
    'thirteen digits before it',
    'points: 4',
    'points: 1234567890123',
    'c.yaml:15:58: “1234567890123” is wrong: a number is needed',
  ],
  ['infinity', 'points: 4', 'points: .inf', 'c.yaml:15:58: “.inf” is wrong: a number is needed'],
  ['unknown keys', 'title: First', 'titel: First', 'c.yaml:15:36: Unknown key “titel”.'],
  [
    'words not on the list',
    'rate_by: met',
    'rate_by: leval',
    'c.yaml:15:70: “leval” is not one of: met, sample, level, points, measure, checklist. Did you mean “level”?',
  ],
  [
    'capital letters in ids',
    'id: first',
    'id: First_One',
    'c.yaml:15:14: “First_One” cannot be an id: only lower-case letters, digits and hyphens, at most 80 characters. Did you mean “first-one”?',
  ],
  ['reserved words', 'id: first', 'id: constructor', 'c.yaml:15:14: “constructor” is a reserved word; use another.'],
  [
    'a version of two numbers',
    'version: 1.0.0',
    'version: 1.0',
    'c.yaml:3:10: “1.0” is not a version: three numbers such as 1.0.0 are needed.',
  ],
  [
    'languages we do not have',
    'language: en',
    'language: eng',
    'c.yaml:4:11: “eng” is not one of: zh-CN, en. Did you mean “en”?',
  ],
  ['another format', 'format: 1', 'format: 2', 'c.yaml:1:9: “2” is wrong: a whole number from 1 to 1 is needed.'],
  ['keys that are missing', 'version: 1.0.0\n', '', 'c.yaml:1:1: “version” is missing.'],
  ['text for a list', /grades:[\s\S]*/, 'grades: none\n', 'c.yaml:17:9: “none” is wrong: a list is needed here.'],
  ['empty lists', /clauses:\n[\s\S]*/, 'clauses: []\n', 'c.yaml:8:10: The list is too short: it needs at least 1 item.'],
])('refuses %s', (_, found, replacement, problem) => {
  expectProblem(changed(found, replacement), problem);
});

test('an unknown key comes with the allowed ones and a suggestion', () => {
  const [line] = after('title: First', 'title: First, guidence: x');
  expect(line).toMatch(
    /^c\.yaml:15:50: Unknown key “guidence”\. Allowed here: id, number, .*evidence.*\. Did you mean “guidance”\?$/,
  );
});

test('names all problems at once, in the order of the file, each at its own place', () => {
  const text = goodCriteria
    .replace('version: 1.0.0', 'version: one')
    .replace('points: 4', 'points: -4')
    .replace('scale: three', 'scale: tree')
    .replace('from: 90', 'from: 70');
  const places = parseCriteriaText('c.yaml', text).problems.map(({ line, column, message }) => [line, column, message.key]);
  expect(places).toEqual([
    [3, 10, 'catalog.badVersion'],
    [7, 3, 'criteria.scaleUnused'],
    [15, 58, 'catalog.negative'],
    [16, 86, 'criteria.scaleUnknown'],
    [19, 35, 'criteria.doubledBound'],
  ]);
});

test('a broken list entry does not hide what is wrong with the others', () => {
  const problems = goodCriteria
    .replace('{id: pass, label: Pass, from: 70}', '{id: pass, label: Pass, from: seventy}')
    .replace('clause: section', 'clause: nothing');
  expect(problemsOf(problems).map((line) => line.slice(0, 12))).toEqual(['c.yaml:18:35', 'c.yaml:19:59']);
});

test('clauses nested 33 levels deep are refused, 32 are not', () => {
  const nested = (depth: number): string => {
    let text = '{id: c0, title: T, points: 10, rate_by: met}';
    for (let level = 1; level < depth; level += 1)
      text = `{id: c${level}, title: T, points: 10, aggregate: sum, clauses: [${text}]}`;
    return goodCriteria.replace(/scales:\n.*\n/, '').replace(/clauses:\n[\s\S]*/, `clauses: [${text}]\n`);
  };
  expect(problemsOf(nested(32))).toEqual([]);
  expect(problemsOf(nested(33)).join('\n')).toContain('Clauses nest at most 32 levels deep.');
});

test('more than 20,000 clauses are refused', () => {
  const many = Array.from({ length: 20_001 }, (_, index) => `- {id: c${index}, title: T, points: 1, rate_by: met}`);
  const text = goodCriteria.replace(/scales:\n.*\n/, '').replace(/clauses:\n[\s\S]*/, `clauses:\n${many.join('\n')}\n`);
  expect(problemsOf(text)).toEqual(['c.yaml:20007:3: There are at most 20000 clauses.']);
}, 60_000);
