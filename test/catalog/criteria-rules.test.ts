import { test } from 'vitest';
import { changed, expectProblem } from '../support/criteria-text.ts';

test.each([
  ['doubled ids', 'id: second', 'id: first', 'c.yaml:16:14: The id “first” is already used; each id is used once.'],
  ['doubled numbers', '"1.2"', '«"1.1"', 'The number “1.1” is already that of the clause “first”.'],
  [
    'points that do not add up',
    'points: 6',
    'points: 5.9',
    'c.yaml:12:13: The points of its clauses add up to 9.9; they must add up to its own 10.',
  ],
  ['leaves without points', ', points: 4', '', 'c.yaml:15:9: The clause “first” has no points: they are added up above it.'],
  ['leaves without rate_by', ', rate_by: met', '', 'c.yaml:15:9: The clause “first” is rated and has no rate_by'],
  ['rated clauses without title', ', title: First', '', 'c.yaml:15:9: The clause “first” has no title.'],
  [
    'inner clauses without aggregate',
    '    aggregate: sum\n',
    '',
    'c.yaml:9:5: The clause “section” has clauses below it and no aggregate',
  ],
  [
    'rating on inner clauses',
    'aggregate: sum',
    'aggregate: sum\n    not_applicable: allowed',
    'c.yaml:14:5: “not_applicable” belongs to clauses that are rated',
  ],
  [
    'an aggregate on a leaf',
    'rate_by: met',
    'rate_by: met, aggregate: sum',
    'c.yaml:15:75: Only a clause with clauses below it has an aggregate.',
  ],
  [
    'weights that count for nothing',
    'rate_by: met',
    'rate_by: met, weight: 2',
    'c.yaml:15:75: A weight counts only below a clause with aggregate: weighted-mean.',
  ],
  ['maturity without its block', 'rate_by: met', 'rate_by: met, maturity: 2', 'c.yaml:15:85: The file has no maturity block'],
  [
    'methods named twice',
    'rate_by: met',
    'rate_by: met, method: [test, interview, test]',
    'c.yaml:15:101: “test” stands in the list twice.',
  ],
  [
    'scales that do not exist',
    'scale: three',
    'scale: «tree',
    'There is no scale “tree” in scales. Known: three. Did you mean “three”?',
  ],
  ['scales that nothing uses', 'rate_by: level, scale: three', 'rate_by: met', 'c.yaml:7:3: No clause uses the scale “three”.'],
  ['levels that stand still', 'value: 2', 'value: «1', 'The level 1 must be above the one before, 1'],
  [
    'shares that fall',
    'label: Some}',
    'label: Some}, {value: 2, share: «0.4, label: Less}',
    'The share 0.4 is below that of the level before, 0.5; shares never fall.',
  ],
  [
    'shares above 1',
    'share: 0.5',
    'share: «50',
    '“50” is wrong: a number from 0 to 1 with at most 6 decimals is needed. Did you mean “0.5”?',
  ],
  ['a lowest level that earns something', 'share: 0,', 'share: 0.1,', 'c.yaml:7:38: The first share is 0.1; it must be 0.'],
  ['a highest level that earns less than all', 'share: 1,', 'share: «0.9,', 'The last share is 0.9; it must be 1.'],
  ['grades with the same bound', 'from: 90', 'from: 70.0', 'c.yaml:19:35: The bound 70 is that of the grade “pass” too.'],
  ['grades with the same id', 'id: star', 'id: pass', 'c.yaml:19:10: The id “pass” is already used'],
  [
    'bounds above full marks',
    'from: 90',
    'from: 101',
    'c.yaml:19:35: The bound 101 is above full marks, 100, and cannot be reached.',
  ],
  [
    'conditions on unknown clauses',
    'clause: section',
    'clause: «sektion',
    'There is no clause with the id “sektion”. Did you mean “section”?',
  ],
  [
    'conditions with half of what they need',
    '{clause: section, rate_at_least: 0.9}',
    '«{clause: section}',
    '“rate_at_least” is missing.',
  ],
  [
    'conditions on deductions without any',
    '{clause: section, rate_at_least: 0.9}',
    '«{deductions_fewer_than: 5}',
    'The file has no adjustments.deduction',
  ],
  [
    'conditions on maturity without it',
    '{clause: section, rate_at_least: 0.9}',
    '«{maturity_at_least: 3}',
    'The file has no maturity block',
  ],
  [
    'conditions on unknown grades',
    '{clause: section, rate_at_least: 0.9}',
    '{held_grade: «stars, for: 1 year}',
    'There is no grade “stars”. Known: pass, star. Did you mean “star”?',
  ],
  [
    'holding for days',
    '{clause: section, rate_at_least: 0.9}',
    '{held_grade: pass, for: «30 days}',
    'How long a grade was held is given in months or years.',
  ],
  [
    'findings that nobody counts',
    '{clause: section, rate_at_least: 0.9}',
    '{open_findings: «strength, at_most: 0}',
    '“strength” is not one of: major, minor, observation.',
  ],
  [
    'must_pass of nothing',
    '{clause: section, rate_at_least: 0.9}',
    '{must_pass: [first, «frist]}',
    'There is no clause with the id “frist”. Did you mean “first”?',
  ],
])('refuses %s', (_, found, replacement, problem) => {
  expectProblem(changed(found, replacement), problem);
});
