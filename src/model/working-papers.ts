import type { AgendaKind, ClockTime } from './agenda.ts';
import type { AssessmentStep } from './assessment-life.ts';
import type { AssessmentState } from './assessment-rights.ts';
import type { SamplingRule } from './certification-rule.ts';
import type { Decimal } from './criteria.ts';
import type { IsoDate, IsoTime } from './dossier.ts';
import type { ConflictRuling, ImpartialityQuestion } from './independence.ts';
import type { Rating } from './rating.ts';
import type { RequestDeed, RequestState } from './request-life.ts';
import type { SiteReason } from './site-sampling.ts';
import type { ColumnChoice } from './survey.ts';

/**
 * What was kept of an assessment beside what is scored and printed. Plain JSON; people and sites stand in it by name, evidence
 * and samples by reference, so that it means the same elsewhere.
 */
export interface WorkingPapers {
  /** null: nothing was planned. */
  readonly plan: PlanPaper | null;
  readonly requests: readonly RequestPaper[];
  readonly statements: readonly StatementPaper[];
  /** Clauses that several rate without seeing each other, once all may see it. */
  readonly comparisons: readonly ComparisonPaper[];
  /** The items of samples; samples without any are missing. */
  readonly items: readonly { readonly sample: string; readonly items: readonly ItemPaper[] }[];
  /** How sheets of answers are read, by the reference of the sheet. */
  readonly readings: readonly ReadingPaper[];
  /** From state to state, in the order of time. */
  readonly steps: readonly StepPaper[];
}

export const noPapers: WorkingPapers = {
  plan: null,
  requests: [],
  statements: [],
  comparisons: [],
  items: [],
  readings: [],
  steps: [],
};

export interface PlanPaper {
  /** The draw that holds first, then earlier ones. */
  readonly draws: readonly DrawPaper[];
  readonly days: readonly { readonly name: string; readonly days: Decimal }[];
  /** Why the days are not what the table suggests. */
  readonly daysReason: string;
  readonly agenda: readonly AgendaPaper[];
}

export interface DrawPaper {
  readonly at: IsoTime;
  readonly by: string;
  readonly seed: string;
  /** Why it was drawn again. */
  readonly reason: string;
  readonly rule: SamplingRule;
  readonly ruleIsCommon: boolean;
  /** Every site that could be drawn; its place in the list, from 1, is its number. */
  readonly sites: readonly DrawnSitePaper[];
}

export interface DrawnSitePaper {
  readonly name: string;
  readonly headcount: number | null;
  readonly central: boolean;
  readonly lastAudited: IsoDate | null;
  readonly chosen: boolean;
  readonly reason: SiteReason;
  readonly lot: string;
}

export interface AgendaPaper {
  readonly kind: AgendaKind;
  readonly title: string;
  readonly day: IsoDate;
  readonly from: ClockTime;
  readonly to: ClockTime;
  readonly site: string | null;
  readonly people: readonly string[];
  readonly clauses: readonly string[];
  readonly attendees: readonly { readonly name: string; readonly position: string; readonly present: boolean }[];
}

export interface RequestPaper {
  /** `R3`. */
  readonly reference: string;
  readonly text: string;
  readonly clauses: readonly string[];
  readonly site: string | null;
  readonly dueOn: IsoDate;
  readonly state: RequestState;
  readonly askedBy: string;
  readonly askedAt: IsoTime;
  /** References of what was handed in. */
  readonly evidence: readonly string[];
  readonly steps: readonly { readonly deed: RequestDeed; readonly at: IsoTime; readonly by: string; readonly text: string }[];
}

export interface StatementPaper {
  readonly signedName: string;
  readonly signedAt: IsoTime;
  /** The questions answered yes, each with what was said of it. */
  readonly yes: readonly { readonly question: ImpartialityQuestion; readonly explanation: string }[];
  readonly supersededAt: IsoTime | null;
  readonly ruling: {
    readonly ruling: ConflictRuling;
    readonly reason: string;
    readonly measures: string;
    readonly by: string;
    readonly at: IsoTime;
  } | null;
}

export interface ComparisonPaper {
  readonly clause: string;
  readonly openedAt: IsoTime;
  readonly raters: readonly {
    readonly name: string;
    readonly rating: Rating | null;
    readonly note: string;
    readonly at: IsoTime;
  }[];
  /** How the agreed rating came about, in the order of time. */
  readonly agreed: readonly AgreedPaper[];
}

export interface AgreedPaper {
  readonly by: string;
  readonly at: IsoTime;
  readonly reason: string;
  readonly before: { readonly rating: Rating | null; readonly note: string };
  readonly after: { readonly rating: Rating; readonly note: string };
}

export interface ItemPaper {
  /** Its number in what it was drawn from; null where somebody chose it by name. */
  readonly number: number | null;
  readonly label: string;
  /** null: not looked at yet. */
  readonly outcome: 'pass' | 'fail' | null;
  readonly note: string;
  /** Reference of the evidence. */
  readonly evidence: string | null;
}

export interface ReadingPaper {
  readonly survey: string;
  readonly columns: readonly ColumnChoice[];
  /** Rows that somebody left out. */
  readonly excluded: readonly { readonly row: number; readonly reason: string; readonly by: string; readonly at: IsoTime }[];
}

export interface StepPaper {
  readonly step: AssessmentStep;
  readonly from: AssessmentState;
  readonly to: AssessmentState;
  readonly at: IsoTime;
  readonly by: string;
  readonly reason: string;
}
