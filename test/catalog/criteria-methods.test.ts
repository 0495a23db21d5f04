import { expect, test } from 'vitest';
import { after, changed, expectProblem, goodCriteria } from '../support/criteria-text.ts';

const bands = 'rate_by: measure, measure: {unit: "%", better: higher, ';

test.each([
  ['rate_by: met, scale: three', 'c.yaml:15:75: “scale” belongs to rate_by: level; this clause has rate_by: met.'],
  [
    'rate_by: met, measure: {unit: d, better: lower, bands: [{at: 1, share: 1}]}',
    'c.yaml:15:75: “measure” belongs to rate_by: measure',
  ],
  ['rate_by: level', 'c.yaml:15:70: rate_by: level needs “scale” beside it.'],
  ['rate_by: points', 'c.yaml:15:70: rate_by: points needs “step” beside it.'],
  ['rate_by: measure', 'c.yaml:15:70: rate_by: measure needs “measure” beside it.'],
  ['rate_by: checklist', 'c.yaml:15:70: rate_by: checklist needs “checklist” beside it.'],
  ['rate_by: points, step: 0.3', 'c.yaml:15:84: The points, 4, are not a multiple of the step 0.3.'],
  ['rate_by: points, step: 0', 'c.yaml:15:84: 0 is not allowed here; it must be above 0.'],
  ['rate_by: sample, sample: {at_least: «0}', '“0” is wrong: a whole number from 1 to 1000000 is needed.'],
  [`${bands}bands: [{at: 90, share: 1}, {at: «95, share: 0.5}]}`, 'The bound 95 must be below the one before, 90'],
  [`${bands}bands: [{at: 95, share: «0.5}, {at: 90, share: 1}]}`, 'The first share is 0.5; it must be 1.'],
  [
    `${bands}bands: [{at: 95, share: 1}, {at: 90, share: 0.5}, {at: 85, share: «0.8}]}`,
    'The share 0.8 is above that of the band before, 0.5',
  ],
  [`${bands}between: lines, bands: [{at: 95, share: 1}, {at: 90, share: «0.5}]}`, 'The last share is 0.5; it must be 0.'],
  [`${bands}between: lines, bands: [{at: 95, share: 1}]}`, 'c.yaml:15:139: between: lines needs at least two bands.'],
  [`${bands}bands: [{at: «95, share: 1}], to: 90}`, 'The bound 95 is outside the range 0 to 90.'],
  [`${bands}bands: [{at: 95, share: 1}], from: 95, to: «95}`, 'to (95) must be above from (95).'],
  [
    'rate_by: measure, measure: {unit: d, better: lower, bands: [{at: 2, share: 1}, {at: «1, share: 0}]}',
    'The bound 1 must be above the one before, 2',
  ],
  [
    'rate_by: checklist, checklist: {need: all, items: [{id: a, label: A}, {id: a, label: B}]}',
    'c.yaml:15:136: The id “a” is already used',
  ],
  [
    'rate_by: checklist, checklist: {need: count, full_at: 2, items: [{id: a, label: A}]}',
    'c.yaml:15:115: full_at is 2, but there are only 1 items.',
  ],
  [
    'rate_by: checklist, checklist: {need: all, full_at: 1, items: [{id: a, label: A}]}',
    'c.yaml:15:104: full_at counts only with need: count.',
  ],
  [
    'rate_by: checklist, checklist: {need: all, items: [{id: a, label: A, weight: 2}]}',
    'c.yaml:15:130: The weight of an item counts only with need: weighted.',
  ],
  [
    'rate_by: checklist, checklist: {need: weighted, items: [{id: a, label: A, weight: 0}]}',
    'c.yaml:15:143: 0 is not allowed here; it must be above 0.',
  ],
])('refuses a leaf with %s', (leaf, problem) => {
  expectProblem(changed('points: 4, rate_by: met}', `points: 4, ${leaf}}`), problem);
});

const explained = `  - id: own
    title: Own
    points: 5
    aggregate: own
    rate_by: met
    clauses:
      - {id: part, title: Part, KEY}
`;

test.each([
  ['points: 1', 'points'],
  ['weight: 1', 'weight'],
  ['rate_by: met', 'rate_by'],
  ['not_applicable: allowed', 'not_applicable'],
  ['maturity: 1', 'maturity'],
])('a clause that only explains an own clause cannot have %s', (key, name) => {
  const problems = after('grades:\n', `${explained.replace('KEY', key)}grades:\n`);
  expect(problems[0]).toBe(
    `c.yaml:23:33: The clause above is rated as a whole (own); the clauses below only explain it and cannot have “${name}”.`,
  );
});

test('evidence can be required only where there is a rating', () => {
  const problems = after(
    'grades:\n',
    `${explained.replace('KEY', 'evidence: [{kind: record, title: R, required: true}]')}grades:\n`,
  );
  expect(problems).toEqual(['c.yaml:23:79: Only a clause that is rated can require evidence.']);
});

test('no condition names a clause that only explains', () => {
  const gates = 'gates:\n  - {id: g, title: G, requires: [{must_pass: [part]}]}\n';
  const problems = after('grades:\n', `${explained.replace('KEY', 'guidance: x')}${gates}grades:\n`);
  expect(problems).toEqual([
    'c.yaml:25:47: The clause “part” only explains the one above and has no score to set a condition on.',
  ]);
});

test.each([
  [
    'gates:\n  - {id: g, title: G, cap_at: psas, requires: [{must_pass: [first]}]}\n',
    'c.yaml:21:31: There is no grade “psas”. Known: pass, star. Did you mean “pass”?',
  ],
  ['gates:\n  - {id: g, title: G, requires: []}\n', 'c.yaml:21:33: The list is too short: it needs at least 1 item.'],
  [
    'gates:\n  - {id: g, title: G, requires: [{must_pass: [first]}]}\n  - {id: g, title: H, requires: [{must_pass: [first]}]}\n',
    'c.yaml:22:10: The id “g” is already used',
  ],
  [
    'adjustments:\n  deduction: {points: 1, grounds: [{id: a, label: A}, {id: a, label: B}]}\n',
    'c.yaml:21:60: The id “a” is already used',
  ],
  ['adjustments:\n  bonus: {points: 1}\n', 'c.yaml:21:10: “at_most” is missing.'],
  ['maturity: {levels: [a, b, c, d], reached_at: 0.85}\n', 'c.yaml:20:20: The list is too short: it needs at least 5 items.'],
  ['maturity: {levels: [a, b, c, d, e], reached_at: 0}\n', 'c.yaml:20:49: 0 is not allowed here'],
  ['certification: {valid_for: 3 jears, number: "A-{serial}"}\n', 'c.yaml:20:28: “3 jears” is not a span of time'],
  [
    'certification: {valid_for: 3 years, number: "A-{year}"}\n',
    'c.yaml:20:45: The number “A-{year}” needs one serial number, {serial:5}',
  ],
  ['certification: {valid_for: 3 years, number: "A-{month}-{serial}"}\n', 'c.yaml:20:45: “{month}” is wrong in a number'],
  ['certification: {valid_for: 3 years, number: "A-{serial:99}"}\n', 'c.yaml:20:45: “{serial:99}” is wrong in a number'],
  ['rounding: {digits: 7}\n', 'c.yaml:20:20: “7” is wrong: a whole number from 0 to 6 is needed.'],
  ['full_marks: 0\n', 'c.yaml:20:13: 0 is not allowed here'],
])('refuses a block %j', (block, problem) => {
  expectProblem(goodCriteria + block, problem);
});
