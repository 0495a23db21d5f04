import type { Language } from '../../i18n/language.ts';
import type { TextKey } from '../../i18n/texts.ts';
import { findClause } from '../../model/clause-name.ts';
import { ratedClauses, textIn } from '../../model/clauses.ts';
import { type Clause, type Criteria, type EvidenceKind, evidenceKinds } from '../../model/criteria.ts';
import { type EvidenceStatus, nextStatuses, type Unreliable, whyUnreliable } from '../../model/evidence-life.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Paged } from '../../web/paging.ts';
import type { ClauseEvidencePage } from './clause-evidence.ts';
import { isDrawable } from './content-type.ts';
import type { StoredEvidence } from './evidence.ts';
import type { StatusFilter } from './evidence-list-store.ts';
import type { EvidenceStep } from './evidence-step-store.ts';
import type { FindingLink } from './finding-link-store.ts';
import type { Source } from './reuse-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'evidence/list': EvidenceListPage;
    'evidence/show': EvidencePage;
    'evidence/reuse': ReusePage;
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
  /** Why its file cannot be had: a virus scanner has not seen it yet, or found something. */
  readonly held: 'scanning' | 'quarantined' | null;
  /** Why it does not count; null when it does. */
  readonly unreliable: Unreliable | null;
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
  readonly status: StatusFilter | null;
  readonly statuses: readonly StatusFilter[];
  readonly kinds: readonly KindOption[];
  readonly sites: readonly Option[];
  readonly findings: readonly Option[];
  /** Not only what they handed in themselves. */
  readonly showsAll: boolean;
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
  readonly steps: readonly StepLine[];
  readonly sites: readonly Option[];
  readonly findings: readonly Option[];
  /** What rests on it. */
  readonly linkedFindings: readonly Option[];
  /** Whose correction it proves. */
  readonly provenFindings: readonly Option[];
  /** The statuses that it can be given by whoever looks. */
  readonly judgements: readonly EvidenceStatus[];
  readonly judging: FormState;
  /** Whether clauses lead to the workbench. */
  readonly showsAll: boolean;
  readonly mayChange: boolean;
  readonly form: FormState;
  readonly kinds: readonly KindOption[];
  readonly groups: readonly ClauseGroup[];
}

/** A choice in a form. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface StepLine extends Omit<EvidenceStep, 'details'> {
  readonly reason: string | null;
  readonly reference: string | null;
  readonly fields: readonly TextKey[];
}

export interface ReusePage extends PageFrame {
  readonly assessment: AssessmentOfEvidence;
  readonly list: Paged<EvidenceLine & { readonly source: Source }>;
  readonly search: string;
  readonly from: string | null;
  readonly sources: readonly Source[];
  readonly form: FormState;
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
  { id: assessmentId, to }: { readonly id: string; readonly to: string },
  criteria: Criteria,
  language: Language,
): EvidenceLine {
  const href = `/assessments/${assessmentId}/evidence/${evidence.id}`;
  return {
    ...evidence,
    kind: kindTexts[evidence.kind],
    href,
    fileHref: `${href}/file`,
    unreliable: whyUnreliable(evidence.life, to),
    isPicture: evidence.file !== null && isDrawable(evidence.file.mediaType) && heldBy(evidence) === null,
    held: heldBy(evidence),
    clauses: inCriteriaOrder(evidence.clauses, criteria).map((clause) => ({
      href: `/assessments/${assessmentId}/clauses/${clause.id}`,
      number: clause.number || clause.id,
      title: textIn(clause.title, language, criteria.language),
    })),
  };
}

function heldBy({ safety }: StoredEvidence): EvidenceLine['held'] {
  if (safety?.scan === 'waiting') return 'scanning';
  return safety?.scan === 'infected' ? 'quarantined' : null;
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
export function filledForm({ kind, title, date, note, link, clauses, siteId, findings, life }: StoredEvidence): FormState {
  const { periodFrom, periodTo, source, validUntil } = life;
  const open = { ownDate: date, link, siteId, periodFrom, periodTo, source, validUntil };
  const values = Object.fromEntries(Object.entries(open).map(([name, value]) => [name, value ?? '']));
  return { errors: {}, values: { ...values, kind, title, note, clauses, findings } };
}

export function findingOptions(findings: readonly FindingLink[], criteria: Criteria, language: Language): Option[] {
  return findings.map(({ id, clauseId, statement }) => {
    const clause = clauseId === null ? null : findClause(criteria, clauseId);
    const name = clause ? `${clause.number || textIn(clause.title, language, criteria.language)} ` : '';
    return { value: id, label: `${name}${shortened(statement)}` };
  });
}

function shortened(statement: string): string {
  const signs = [...statement.replace(/\s+/g, ' ')];
  return signs.length > 80 ? `${signs.slice(0, 79).join('')}…` : signs.join('');
}

const fieldTexts: Readonly<Record<string, TextKey>> = {
  kind: 'evidence.kind',
  title: 'evidence.name',
  date: 'evidence.ownDate',
  note: 'evidence.note',
  link: 'evidence.link',
  clauses: 'evidence.clauses',
  periodFrom: 'evidence.periodFrom',
  periodTo: 'evidence.periodTo',
  siteId: 'evidence.site',
  source: 'evidence.source',
  validUntil: 'evidence.validUntil',
  findings: 'evidence.findings',
};

export function toStepLine({ at, by, deed, details }: EvidenceStep): StepLine {
  const fields = Object.keys(details.after ?? {}).flatMap((name) => fieldTexts[name] ?? []);
  return { at, by, deed, reason: details.reason ?? null, reference: details.reference ?? null, fields };
}

/** The statuses that a button is shown for. */
export function judgementsFor({ life }: StoredEvidence, mayJudge: boolean): readonly EvidenceStatus[] {
  return mayJudge ? nextStatuses(life.status) : [];
}
