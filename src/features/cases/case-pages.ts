import type { Language } from '../../i18n/language.ts';
import type { Translate } from '../../i18n/translate.ts';
import { papersFor } from '../../model/case-checks.ts';
import { type CaseDeed, type CaseSide, caseDeedsFor, type DecisionKind, decisionKinds } from '../../model/case-life.ts';
import { type CertificateState, canChange, certificateChanges } from '../../model/certificate-life.ts';
import type { CertificationRule } from '../../model/certification-rule.ts';
import { textIn } from '../../model/clauses.ts';
import type { Criteria, LocalizedText } from '../../model/criteria.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Paged } from '../../web/paging.ts';
import { type Agreement, type CaseDocument, type CaseStep, type CertificationCase, type Decision, missingIn } from './case.ts';
import type { ChecklistLine } from './case-check-pages.ts';
import type { CaseFilter } from './case-store.ts';
import type { OpenAppeal } from './open-appeal-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'cases/list': CaseListPage;
    'cases/form': CaseFormPage;
    'cases/show': CasePage;
    'cases/signature': SignaturePage;
  }
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface CaseListPage extends PageFrame {
  readonly list: Paged<CertificationCase & { readonly href: string }>;
  readonly filter: CaseFilter;
  readonly search: string;
  readonly mayApply: boolean;
  readonly ofCompany: boolean;
}

export interface CaseFormPage extends PageFrame {
  readonly form: FormState;
  /** null: a new one. */
  readonly found: CertificationCase | null;
  readonly organizations: readonly Option[];
  readonly criteria: readonly Option[];
  readonly sites: readonly Option[];
}

export interface CasePage extends PageFrame {
  readonly found: CertificationCase;
  readonly href: string;
  readonly criteria: string | null;
  readonly sites: string;
  readonly documents: readonly CaseDocument[];
  /** Papers that the criteria list for such an application. */
  readonly papers: readonly PaperLine[];
  /** Only for people of the body. */
  readonly checklists: readonly ChecklistLine[];
  readonly agreement: Agreement | null;
  readonly certificate: { readonly number: string; readonly state: CertificateState; readonly validUntil: string } | null;
  readonly steps: readonly CaseStep[];
  readonly decisions: readonly Decision[];
  /** In one sentence; null before the audit is finished. */
  readonly result: string | null;
  readonly mayReadReport: boolean;
  readonly mayAppeal: boolean;
  /** Against earlier decisions; for those who decide. */
  readonly openAppeals: readonly OpenAppeal[];
  /** The deeds that are possible now for whoever looks. */
  readonly deeds: readonly CaseDeed[];
  readonly decisionKinds: readonly Option[];
  readonly leaders: readonly Option[];
  /** What is missing before it can be submitted, in words; empty when nothing is. */
  readonly missing: string;
  readonly limit: string;
  /** The deed whose form comes back with what was typed. */
  readonly typed: CaseDeed | 'decide' | 'documents' | null;
  readonly form: FormState;
  readonly today: string;
}

export interface SignaturePage extends PageFrame {
  readonly found: CertificationCase;
  readonly decision: Readonly<Record<'kind' | 'reason' | 'effectiveOn' | 'until' | 'scope' | 'scopeEn', string>>;
  readonly revision: number;
  readonly text: string;
  readonly sha256: string;
  readonly openAppeals: readonly OpenAppeal[];
  readonly form: FormState;
}

export interface PaperLine extends Option {
  readonly required: boolean;
  readonly attached: boolean;
}

export function paperLines(
  rule: CertificationRule | null,
  { application }: CertificationCase,
  documents: readonly CaseDocument[],
  language: Language,
): PaperLine[] {
  return papersFor(rule, application.kind).map(({ id, title, required }) => ({
    value: id,
    label: textIn(title, language, 'zh-CN'),
    required,
    attached: documents.some(({ paperId }) => paperId === id),
  }));
}

/** The deeds that are decisions stand in a form of their own. */
export function decisionOptions(deeds: readonly CaseDeed[], t: Translate): Option[] {
  const possible = decisionKinds.filter((kind): kind is DecisionKind => deeds.includes(kind));
  return possible.map((kind) => ({ value: kind, label: t(`cases.decision.${kind}`) }));
}

/** A review waits for the audit to be finished; what is decided of a certificate, its own state allows. */
export function deedsNow(
  { state, assessment, certificateId }: CertificationCase,
  sides: readonly CaseSide[],
  certificate: CertificateState | null,
): CaseDeed[] {
  const finished = assessment?.state === 'finished';
  return caseDeedsFor(state, sides).filter((deed) => {
    if (deed === 'review' || deed === 'return') return finished;
    if (deed === 'grant') return certificateId === null;
    const change = certificateChanges.find((one) => one === deed);
    return change === undefined || (certificate !== null && canChange(certificate, change));
  });
}

/** Fields and papers without which it cannot be submitted. */
export function missingWords(
  { application }: CertificationCase,
  papers: readonly PaperLine[],
  t: Translate,
  names: (list: readonly string[]) => string,
): string {
  const lacking = papers.filter(({ required, attached }) => required && !attached).map(({ label }) => label);
  return names([...missingIn(application).map((field) => t(`cases.${field}`)), ...lacking]);
}

/** Every way in which the criteria can be applied for. */
export function criteriaOptions(entries: readonly { readonly criteria: Criteria }[], language: Language): Option[] {
  return entries.flatMap(({ criteria }) => {
    const label = (text: LocalizedText) => textIn(text, language, criteria.language);
    const profiles = criteria.profiles ?? [null];
    return (criteria.variants ?? [null]).flatMap((variant) =>
      profiles.map((profile) => ({
        value: [`${criteria.id}@${criteria.version}`, variant?.id ?? '', profile?.id ?? ''].join('|'),
        label: [`${label(criteria.title)} ${criteria.version}`, variant && label(variant.title), profile && label(profile.title)]
          .filter((part) => part !== null)
          .join(' · '),
      })),
    );
  });
}
