import type { Language } from '../../i18n/language.ts';
import type { TextKey } from '../../i18n/texts.ts';
import { findClause } from '../../model/clause-name.ts';
import { ratedClauses, textIn } from '../../model/clauses.ts';
import { type Clause, type Criteria, type EvidenceKind, evidenceKinds } from '../../model/criteria.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Paged } from '../../web/paging.ts';
import type { ClauseEvidencePage } from './clause-evidence.ts';
import { isDrawable } from './content-type.ts';
import type { StoredEvidence } from './evidence.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'evidence/list': EvidenceListPage;
    'evidence/show': EvidencePage;
    'evidence/clause-evidence': { readonly evidence: ClauseEvidencePage };
  }
}

/** A piece of evidence as lists show it. */
export interface EvidenceLine extends Omit<StoredEvidence, 'clauses' | 'kind'> {
  readonly href: string;
  readonly fileHref: string;
  readonly kind: TextKey;
  /** A picture that can be drawn in the page. */
  readonly isPicture: boolean;
  readonly clauses: readonly { readonly href: string; readonly number: string; readonly title: string }[];
}

/** The clauses that evidence can be linked to, under the sections of the criteria. */
export interface ClauseGroup {
  readonly title: string;
  readonly clauses: readonly { readonly id: string; readonly label: string }[];
}

export interface KindOption {
  readonly value: EvidenceKind;
  readonly text: TextKey;
}

interface AssessmentOfEvidence {
  readonly id: string;
  readonly number: string;
}

export interface EvidenceListPage extends PageFrame {
  readonly assessment: AssessmentOfEvidence;
  readonly list: Paged<EvidenceLine>;
  readonly search: string;
  readonly kind: EvidenceKind | null;
  readonly filtered: boolean;
  readonly kinds: readonly KindOption[];
  readonly mayAdd: boolean;
  /** The form stands open: something is wrong in it, or there is nothing else to show. */
  readonly adding: boolean;
  readonly form: FormState;
  readonly groups: readonly ClauseGroup[];
  readonly limit: string;
  readonly mostFiles: number;
}

export interface EvidencePage extends PageFrame {
  readonly assessment: AssessmentOfEvidence;
  readonly evidence: EvidenceLine;
  readonly mayChange: boolean;
  readonly form: FormState;
  readonly kinds: readonly KindOption[];
  readonly groups: readonly ClauseGroup[];
}

/** What each kind of evidence is called. */
export const kindTexts = {
  record: 'evidenceKind.record',
  document: 'evidenceKind.document',
  photo: 'evidenceKind.photo',
  recording: 'evidenceKind.recording',
  certificate: 'evidenceKind.certificate',
  data: 'evidenceKind.data',
  interview: 'evidenceKind.interview',
  observation: 'evidenceKind.observation',
  visit: 'evidenceKind.visit',
  link: 'evidenceKind.link',
} as const satisfies Record<EvidenceKind, TextKey>;

export function kindOptions(): KindOption[] {
  return evidenceKinds.map((value) => ({ value, text: kindTexts[value] }));
}

export function toEvidenceLine(
  evidence: StoredEvidence,
  assessmentId: string,
  criteria: Criteria,
  language: Language,
): EvidenceLine {
  const href = `/assessments/${assessmentId}/evidence/${evidence.id}`;
  return {
    ...evidence,
    kind: kindTexts[evidence.kind],
    href,
    fileHref: `${href}/file`,
    isPicture: evidence.file !== null && isDrawable(evidence.file.mediaType),
    clauses: inCriteriaOrder(evidence.clauses, criteria).map((clause) => ({
      href: `/assessments/${assessmentId}/clauses/${clause.id}`,
      number: clause.number || clause.id,
      title: textIn(clause.title, language, criteria.language),
    })),
  };
}

function inCriteriaOrder(ids: readonly string[], criteria: Criteria): Clause[] {
  if (ids.length < 2) return ids.flatMap((id) => findClause(criteria, id) ?? []);
  return ratedClauses(criteria).filter(({ id }) => ids.includes(id));
}

export function clauseGroups(criteria: Criteria, language: Language): ClauseGroup[] {
  const nameOf = ({ number, title }: Clause) => [number, textIn(title, language, criteria.language)].filter(Boolean).join(' ');
  return criteria.clauses.map((section) => ({
    title: nameOf(section),
    clauses: ratedClauses({ ...criteria, clauses: [section] }).map((clause) => ({ id: clause.id, label: nameOf(clause) })),
  }));
}

/** The form as it stands for evidence that exists. */
export function filledForm({ kind, title, date, note, link, clauses }: StoredEvidence): FormState {
  return { errors: {}, values: { kind, title, ownDate: date ?? '', note, link: link ?? '', clauses } };
}
