import { expect } from 'vitest';
import { importCriteria } from '../../src/catalog/imports/import-criteria.ts';
import type { ImportKind } from '../../src/catalog/imports/import-report.ts';
import { formatProblem } from '../../src/catalog/source/problem.ts';
import { translateMessage } from '../../src/i18n/translate.ts';
import { walkClauses } from '../../src/model/clauses.ts';
import type { Clause, Criteria } from '../../src/model/criteria.ts';

/** Imports texts that must be taken; the result must pass our own checker. */
export function imported(texts: Record<string, string | Uint8Array>, kind: ImportKind | null = null) {
  const files = Object.entries(texts).map(([name, text]) => ({
    name,
    bytes: typeof text === 'string' ? Buffer.from(text) : text,
  }));
  const result = importCriteria(files, kind);
  if ('refused' in result) throw new Error(translateMessage(result.refused, 'en'));
  expect(result.reading.problems.map((problem) => formatProblem(problem, 'en'))).toEqual([]);
  if (!result.reading.criteria) throw new Error('no criteria');
  const say = (notes: readonly { place: string; text: Parameters<typeof translateMessage>[0] }[]) =>
    notes.map(({ place, text }) => `${place}: ${translateMessage(text, 'en')}`);
  const { mapped, dropped, oddities } = result.report;
  return { ...result, criteria: result.reading.criteria, mapped: say(mapped), dropped: say(dropped), oddities: say(oddities) };
}

export function clausesOf(criteria: Criteria): Map<string, Clause> {
  return new Map([...walkClauses(criteria.clauses)].map(({ clause }) => [clause.id, clause]));
}

/** Id, level and points of every clause. */
export function outline(criteria: Criteria): string[] {
  return [...walkClauses(criteria.clauses)].map(({ clause, depth }) => `${'  '.repeat(depth)}${clause.id} ${clause.points}`);
}
