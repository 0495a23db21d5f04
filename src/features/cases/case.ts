import type { AssessmentState } from '../../model/assessment-rights.ts';
import type { CaseDeed, CaseState, DecisionKind } from '../../model/case-life.ts';
import type { AssessmentKind, IsoDate, IsoTime } from '../../model/dossier.ts';

/** Kinds of audit that a company can apply for. */
export const appliedKinds = ['initial', 'recertification'] as const satisfies readonly AssessmentKind[];

/** What a company writes into its application; null where it has not said (yet). */
export interface Application {
  readonly kind: Exclude<AssessmentKind, 'self'>;
  /** `id@version`, with variant and profile where the criteria have them: `id@version|variant|profile`. */
  readonly criteria: string | null;
  /** The grade that it hopes for, in its own words. */
  readonly grade: string | null;
  readonly legalPerson: string | null;
  readonly licence: string | null;
  readonly scope: string | null;
  readonly products: string | null;
  readonly headcount: number | null;
  /** Ids of its sites that are to be covered. */
  readonly sites: readonly string[];
  /** Sites in words: those that are not on record yet, what differs between them. */
  readonly siteNote: string | null;
  readonly contact: string | null;
  readonly note: string | null;
  /** As the English certificate names them; without them it says them in Chinese. */
  readonly nameEn: string | null;
  readonly addressEn: string | null;
  readonly scopeEn: string | null;
}

/** What applications that were written before it was asked for do not say. */
export const noEnglish = { nameEn: null, addressEn: null, scopeEn: null } as const;

/** What must be said before an application is submitted. */
export const neededFields = ['criteria', 'legalPerson', 'licence', 'scope', 'products', 'headcount', 'contact'] as const;
export type NeededField = (typeof neededFields)[number];

export function missingIn(application: Application): NeededField[] {
  return neededFields.filter((field) => application[field] === null);
}

/** The parts of a chosen criteria option. */
export function chosenCriteria(option: string): { criteria: string; variant: string | null; profile: string | null } {
  const [criteria = '', variant = '', profile = ''] = option.split('|');
  return { criteria, variant: variant || null, profile: profile || null };
}

export interface CertificationCase {
  readonly id: string;
  readonly number: string;
  readonly organizationId: string;
  readonly organization: string;
  readonly state: CaseState;
  readonly revision: number;
  readonly application: Application;
  readonly answerDue: IsoDate | null;
  readonly assessment: { readonly id: string; readonly number: string; readonly state: AssessmentState } | null;
  /** The certificate that it led to, or that it is about. */
  readonly certificateId: string | null;
  /** The company hears of it only when its audit begins. */
  readonly unannounced: boolean;
  readonly createdAt: IsoTime;
  readonly submittedAt: IsoTime | null;
}

export interface CaseDocument {
  readonly id: string;
  /** Which of the papers that the criteria list; null: another one. */
  readonly paperId: string | null;
  readonly title: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly addedBy: string;
  readonly addedAt: IsoTime;
}

export interface CaseStep {
  readonly at: IsoTime;
  readonly by: string;
  readonly deed: CaseDeed;
  readonly text: string;
}

export interface Agreement {
  readonly version: string;
  readonly companySigner: string;
  readonly companySignedOn: IsoDate;
  readonly bodySigner: string;
  readonly bodySignedOn: IsoDate;
}

export interface DecisionInput {
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly effectiveOn: IsoDate;
  /** The last day of a suspension. */
  readonly until: IsoDate | null;
  /** What the certificate covers from then on; only where the scope is extended or reduced. */
  readonly scope: string | null;
  /** The same in English; null: the certificate says it in Chinese. */
  readonly scopeEn: string | null;
}

export interface Decision extends DecisionInput {
  readonly id: string;
  readonly place: number;
  readonly sha256: string;
  readonly signedBy: string;
  readonly signedAt: IsoTime;
}
