import { expect } from 'vitest';
import { parseCriteriaText } from '../../src/catalog/criteria/parse-criteria.ts';
import { formatProblem } from '../../src/catalog/source/problem.ts';

/** Two clauses that are in order, on lines 1 to 19. */
export const goodCriteria = `format: 1
id: sample
version: 1.0.0
language: en
title: Sample
scales:
  three: {levels: [{value: 0, share: 0, label: None}, {value: 1, share: 0.5, label: Some}, {value: 2, share: 1, label: All}]}
clauses:
  - id: section
    number: "1"
    title: Section
    points: 10
    aggregate: sum
    clauses:
      - {id: first, number: "1.1", title: First, points: 4, rate_by: met}
      - {id: second, number: "1.2", title: Second, points: 6, rate_by: level, scale: three}
grades:
  - {id: pass, label: Pass, from: 70}
  - {id: star, label: Star, from: 90, requires: [{clause: section, rate_at_least: 0.9}]}
`;

export function problemsOf(text: string): string[] {
  return parseCriteriaText('c.yaml', text).problems.map((problem) => formatProblem(problem, 'en'));
}

/** `«` in a text marks where a problem is expected: the text without it, and the place. */
function marked(text: string): { text: string; place: string } {
  const before = text.slice(0, text.indexOf('«')).split('\n');
  return { text: text.replace('«', ''), place: `c.yaml:${before.length}:${(before.at(-1) ?? '').length + 1}` };
}

/** One problem begins so. In a marked text its place is the mark; else the expected line says it. */
export function expectProblem(text: string, expected: string): void {
  const { text: file, place } = text.includes('«') ? marked(text) : { text, place: null };
  const problems = problemsOf(file);
  const start = place === null ? expected : `${place}: ${expected}`;
  expect(
    problems.filter((line) => line.startsWith(start)),
    problems.join('\n'),
  ).toHaveLength(1);
}

/** The problems of the good file after one replacement. */
export function after(found: string | RegExp, replacement: string): string[] {
  return problemsOf(changed(found, replacement));
}

export function changed(found: string | RegExp, replacement: string): string {
  const text = goodCriteria.replace(found, () => replacement);
  if (text === goodCriteria) throw new Error(`Nothing to replace: ${found}`);
  return text;
}
