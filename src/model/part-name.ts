import type { Language } from '../i18n/language.ts';
import { textIn } from './clauses.ts';
import type { Criteria } from './criteria.ts';

/** The title of a part; the id when the criteria have none such. */
export function partName(criteria: Criteria, id: string, language: Language): string {
  const part = criteria.parts?.find((candidate) => candidate.id === id);
  return part ? textIn(part.title, language, criteria.language) : id;
}

/** Id of a top-level clause → the part that it is in. */
export function partOfClause({ parts = [] }: Criteria, clause: string): string | null {
  return parts.find(({ clauses }) => clauses.includes(clause))?.id ?? null;
}
