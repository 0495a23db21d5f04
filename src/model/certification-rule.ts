import type { CompetenceRule } from './competence.ts';
import type { Decimal, Duration, LocalizedText } from './criteria.ts';

/** Kinds of application for which papers may differ. */
export const paperKinds = ['initial', 'recertification'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** When a checklist is gone through. */
export const checkStages = ['application', 'review', 'decision'] as const;
export type CheckStage = (typeof checkStages)[number];

/** What criteria say of certification: certificates, dates, and how an audit is staffed and planned. */
export interface CertificationRule {
  readonly validFor: Duration;
  readonly surveillanceEvery: Duration | null;
  /** How long before its day a surveillance may begin; without it, any time since the one before. */
  readonly surveillanceOpens?: Duration;
  /** How long before the end of the certificate a recertification may begin. */
  readonly recertificationOpens?: Duration;
  readonly notices?: CertificateNotices;
  /** Pattern of the certificate number, e.g. `ASM-{year}-{serial:5}`. */
  readonly number: string;
  readonly deadlines: readonly Deadline[];
  readonly documents?: readonly NeededPaper[];
  readonly checks?: readonly CaseCheck[];
  /** How sites are sampled; without it the program's own rule holds, and pages say so. */
  readonly sampling?: SamplingRule;
  /** How many person-days a site takes. */
  readonly personDays?: PersonDaysRule;
  /** The competence without which nobody is put into a team; without it the deployment decides whether it is asked for. */
  readonly competence?: CompetenceRule;
}

/** How long before its day office and holder are told; what is left out is as long as the program says. */
export interface CertificateNotices {
  readonly surveillance?: Duration;
  readonly expiry?: Duration;
  /** Before a suspension ends. */
  readonly suspension?: Duration;
}

export const commonNotices = {
  surveillance: { value: 60, unit: 'days' },
  expiry: { value: 90, unit: 'days' },
  suspension: { value: 30, unit: 'days' },
} as const satisfies Required<CertificateNotices>;

/** A paper that an application brings. */
export interface NeededPaper {
  readonly id: string;
  readonly title: LocalizedText;
  /** Only for this kind of application; null: for every kind. */
  readonly kind: PaperKind | null;
  readonly required: boolean;
}

/** A line of a checklist. */
export interface CaseCheck {
  readonly id: string;
  readonly stage: CheckStage;
  readonly title: LocalizedText;
  /** Nothing goes on while it is not in order. */
  readonly required: boolean;
}

/** Sites are factor × √(sites other than the central function), rounded up. */
export interface SamplingRule {
  /** false: all sites, or 30 % of them at surveillance. */
  readonly suited: boolean;
  readonly initial: Decimal;
  readonly surveillance: Decimal;
  readonly recertification: Decimal;
  /** The least share of the sample that is drawn at random. */
  readonly random: Decimal;
}

export interface PersonDaysRule {
  /** The least time at a site, in person-days. */
  readonly siteAtLeast: Decimal;
  /** Rising: from that headcount, so many person-days. */
  readonly bands: readonly { readonly from: number; readonly days: Decimal }[];
}

export interface Deadline {
  readonly id: string;
  readonly title: LocalizedText;
  readonly within: Duration;
  /** The event from which the time runs. */
  readonly after: LocalizedText;
}
