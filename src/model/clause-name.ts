import { textIn, walkClauses } from './clauses.ts';
import type { Clause, Criteria } from './criteria.ts';

const indexes = new WeakMap<Criteria, ReadonlyMap<string, Clause>>();

/** The clause with that id, also an explaining one; undefined when the criteria have none. */
export function findClause(criteria: Criteria, id: string): Clause | undefined {
  let index = indexes.get(criteria);
  if (!index) {
    index = new Map([...walkClauses(criteria.clauses)].map(({ clause }) => [clause.id, clause]));
    indexes.set(criteria, index);
  }
  return index.get(id);
}

/** Number and title, `5.1.2 人员配置`; the id when the criteria have no such clause. */
export function clauseName(criteria: Criteria, id: string, language: string): string {
  const clause = findClause(criteria, id);
  if (!clause) return id;
  return [clause.number, textIn(clause.title, language, criteria.language)].filter(Boolean).join(' ') || id;
}
