import type { Chosen } from '../../model/choose-criteria.ts';
import { queryOf } from '../criteria/choice-view.ts';
import { paperIds } from '../reports/paper.ts';

/** What can be issued about an assessment, in the order in which it is offered: before its result, then of its result. */
export const assessmentDocumentIds = ['plan', 'nonconformity-forms', ...paperIds] as const;
export const documentIds = [...assessmentDocumentIds, 'booklet', 'portfolio'] as const;

export type AssessmentDocumentId = (typeof assessmentDocumentIds)[number];
export type DocumentId = (typeof documentIds)[number];

/** What a document is about: an assessment, a version of criteria (in one variant and profile), all organizations. */
export type DocumentSubject =
  | { readonly of: 'assessment'; readonly id: string }
  | ({ readonly of: 'criteria'; readonly id: string; readonly version: string } & Chosen)
  | { readonly of: 'portfolio' };

/** What the input of a task is about; one that was asked for while only assessments had documents names nothing else. */
export function subjectOf(input: { readonly subject?: DocumentSubject; readonly assessmentId?: string }): DocumentSubject {
  return input.subject ?? { of: 'assessment', id: input.assessmentId ?? '' };
}

/** The subject as it is kept: the path of its own page. */
export function keyOf(subject: DocumentSubject): string {
  if (subject.of === 'assessment') return `/assessments/${subject.id}`;
  if (subject.of === 'portfolio') return '/portfolio';
  return `/criteria/${subject.id}/${subject.version}${queryOf(subject)}`;
}

/** Path of the page on which the documents of a subject stand, or of something below it. */
export function documentsPath(key: string, below = ''): string {
  const [path = '', query] = key.split('?');
  return `${path}/documents${below}${query ? `?${query}` : ''}`;
}
