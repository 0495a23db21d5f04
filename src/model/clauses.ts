import type { Clause, Criteria, LocalizedText } from './criteria.ts';

/** The text in the wanted language, else in the criteria's own, else in any. */
export function textIn(text: LocalizedText | null, language: string, own: string): string {
  if (!text) return '';
  return text[language] ?? text[own] ?? Object.values(text)[0] ?? '';
}

/** Every clause, parents before children, in the order of the file. */
export function* walkClauses(clauses: readonly Clause[], depth = 0): Generator<{ clause: Clause; depth: number }> {
  for (const clause of clauses) {
    yield { clause, depth };
    yield* walkClauses(clause.clauses, depth + 1);
  }
}

/** The clauses that are rated themselves, in the order of the file. */
export function ratedClauses(criteria: Criteria): Clause[] {
  return [...walkClauses(criteria.clauses)].flatMap(({ clause }) => (clause.method ? [clause] : []));
}

/** That clause when it is rated itself, else the rated clauses below it; empty when the criteria have no such clause. */
export function clausesUnder(criteria: Criteria, id: string): Clause[] {
  const found = [...walkClauses(criteria.clauses)].find(({ clause }) => clause.id === id);
  return found ? ratedClauses({ ...criteria, clauses: [found.clause] }) : [];
}
