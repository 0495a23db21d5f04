import type { Deps } from '../../deps.ts';
import type { Language } from '../../i18n/language.ts';
import { textIn } from '../../model/clauses.ts';
import { findCriteriaCopy } from '../assessments/criteria-copy-store.ts';
import type { DocumentManifest } from './issued-document.ts';

/** What criteria and grade of a manifest are called. */
export async function namesOf(
  deps: Pick<Deps, 'db' | 'criteriaCopies'>,
  { criteria, result }: DocumentManifest,
  language: Language,
): Promise<{ criteriaTitle: string | null; gradeLabel: string | null }> {
  if (!criteria) return { criteriaTitle: null, gradeLabel: null };
  // A booklet is of criteria by which perhaps nobody was assessed yet.
  if (criteria.title) return { criteriaTitle: textIn(criteria.title, language, 'zh-CN'), gradeLabel: null };
  const copy = await findCriteriaCopy(deps, criteria.sha256);
  const grade = result ? copy.grades.find(({ id }) => id === result.grade) : undefined;
  return {
    criteriaTitle: textIn(copy.title, language, copy.language),
    gradeLabel: grade ? textIn(grade.label, language, copy.language) : null,
  };
}
