import type { Deps } from '../../deps.ts';
import type { Language } from '../../i18n/language.ts';
import { textIn } from '../../model/clauses.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import type { DocumentManifest } from './issued-document.ts';

/** What criteria and grade of a manifest are called. */
export async function namesOf(
  deps: Pick<Deps, 'db' | 'criteriaCopies'>,
  { criteria: { sha256 }, result }: DocumentManifest,
  language: Language,
): Promise<{ criteriaTitle: string | null; gradeLabel: string | null }> {
  const criteria = await findCriteriaCopy(deps, sha256);
  const grade = criteria.grades.find(({ id }) => id === result.grade);
  return {
    criteriaTitle: textIn(criteria.title, language, criteria.language),
    gradeLabel: grade ? textIn(grade.label, language, criteria.language) : null,
  };
}
