import type { Criteria, EvidenceKind, FindingGrade } from './criteria.ts';
import type { EvidenceLife } from './evidence-life.ts';
import type { FindingState } from './finding-life.ts';
import type { Rating } from './rating.ts';
import type { SiteRating } from './site-ratings.ts';
import type { SurveyFigures, SurveyKind } from './survey.ts';

export const assessmentKinds = ['self', 'initial', 'surveillance', 'recertification', 'special'] as const;
export type AssessmentKind = (typeof assessmentKinds)[number];

/** As found: when the ratings were closed. After correction: with what was rated anew once findings were closed. */
export const resultKinds = ['as-found', 'after-correction'] as const;
export type ResultKind = (typeof resultKinds)[number];

/** A calendar day, `2026-01-05`. */
export type IsoDate = string;
/** A moment in UTC, `2026-01-05T09:00:00.000Z`. */
export type IsoTime = string;

/**
 * All that is known of one assessment, whether it comes from the database or from an assessment file: what the engine
 * scores and the report prints. Plain JSON, so that a finished assessment keeps it whole.
 */
export interface Dossier {
  readonly criteria: Criteria;
  readonly organization: AssessedOrganization;
  readonly assessment: AssessmentFacts;
  /** Clause id → what was said of it. A clause that is missing here is unrated and has no note. */
  readonly ratings: Readonly<Record<string, ClauseRating>>;
  readonly adjustments: readonly Adjustment[];
  readonly findings: readonly Finding[];
  readonly evidence: readonly Evidence[];
  /** Samples and surveys; left out in assessment files and in results kept before they were recorded. */
  readonly collected?: Collected;
  /** The last finished assessment of the same organization against the same criteria, to compare with. */
  readonly previous: PreviousAssessment | null;
  /** The company's own assessment that stands beside an audit; missing or null: none. */
  readonly selfAssessment?: SelfAssessment | null;
  /** What was found before corrections, where a file tells both; missing: nothing was corrected, or it is kept elsewhere. */
  readonly asFound?: Dossier;
}

export interface AssessedOrganization {
  readonly name: string;
  readonly registrationNumber: string | null;
  readonly trade: string | null;
  readonly headcount: number | null;
  readonly address: string | null;
  /** Only the sites that the assessment covers. */
  readonly sites: readonly AssessedSite[];
}

export interface AssessedSite {
  readonly name: string;
  readonly address: string | null;
  readonly central: boolean;
  /** Left out where it is not known, and in results kept before it was recorded. */
  readonly headcount?: number;
}

export interface AssessmentFacts {
  /** Human-readable reference, e.g. `A-2026-0007`; null for an assessment file. */
  readonly number: string | null;
  readonly kind: AssessmentKind;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly team: readonly TeamMember[];
  /** The grade aimed at; null: the lowest grade of the criteria. */
  readonly targetGrade: string | null;
  /** The grade held before, for grades that ask for one; `since` counts up to the last day of the assessment. */
  readonly heldGrade: { readonly grade: string; readonly since: IsoDate } | null;
  /** When it was reported, finished or stopped; null while it is open. */
  readonly finishedAt: IsoTime | null;
  /** Only of an assessment that was stopped before its time. */
  readonly stopped?: { readonly at: IsoTime; readonly reason: string };
  /** When and by whom the parts of the criteria are assessed, those for which that is laid down; absent where none is. */
  readonly parts?: readonly PartPlan[];
}

export interface PartPlan {
  /** Id of a part of the criteria. */
  readonly part: string;
  /** null: as the whole assessment. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** Names of members of the team; empty: the whole team. */
  readonly members: readonly string[];
}

export interface TeamMember {
  readonly name: string;
  readonly role: 'lead-auditor' | 'auditor' | 'technical-expert' | 'mystery-shopper' | 'observer' | 'company-member';
  readonly registrationNumber: string | null;
}

export interface ClauseRating {
  /** null: unrated, though a note may already be there. */
  readonly rating: Rating | null;
  readonly note: string;
  /** Of a clause that is rated site by site, in an assessment with sites: what counts instead of `rating`. */
  readonly sites?: readonly SiteRating[];
}

export interface Adjustment {
  readonly kind: 'deduction' | 'bonus';
  /** Id of one of the criteria's grounds; null where the criteria name none. */
  readonly ground: string | null;
  readonly statement: string;
}

export interface Finding {
  /** null: concerns the assessment as a whole. */
  readonly clause: string | null;
  readonly grade: FindingGrade;
  /** What fails the requirement. */
  readonly statement: string;
  /** Reference for people, `A-2026-0007/N3`; none before the company was told. */
  readonly number?: string;
  /** What is asked. */
  readonly requirement?: string;
  /** Name of the site where it was found. */
  readonly site?: string;
  /** References of the evidence that shows it. */
  readonly evidence?: readonly string[];
  readonly answer?: FindingAnswer;
  readonly verification?: { readonly by: string; readonly on: IsoDate; readonly how: string };
  readonly state?: FindingState;
  readonly answerDue?: IsoDate;
  readonly correctionDue?: IsoDate;
  /** Set when it is closed; it no longer counts as open. */
  readonly closedAt?: IsoTime;
}

/** What the company says to a finding. */
export interface FindingAnswer {
  readonly correction: string;
  readonly cause: string;
  readonly action: string;
  readonly responsible: string;
  readonly plannedFor: IsoDate | null;
  /** References of the evidence that proves it. */
  readonly proof: readonly string[];
}

export interface Evidence {
  /** Short reference within the assessment, e.g. `E7`. */
  readonly reference: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  /** The evidence's own date, not that of its upload. */
  readonly date: IsoDate | null;
  readonly note: string;
  readonly clauses: readonly string[];
  readonly link: string | null;
  readonly file: EvidenceFile | null;
  /** Left out in assessment files and in results kept before this was recorded. */
  readonly life?: EvidenceLife;
}

/** Figures that were collected, as far as a report prints them. */
export interface Collected {
  readonly samples: readonly {
    readonly reference: string;
    readonly title: string;
    readonly clause: string;
    readonly population: string;
    readonly size: number;
    readonly method: 'random' | 'systematic' | 'judgement';
    readonly seed: string | null;
    readonly start: number | null;
    readonly step: number | null;
    readonly reason: string;
    readonly looked: number;
    readonly failed: number;
  }[];
  readonly surveys: readonly {
    readonly title: string;
    readonly kind: SurveyKind;
    /** Of the sheet, `E7`. */
    readonly reference: string;
    readonly figures: SurveyFigures;
  }[];
}

export interface EvidenceFile {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** What the company said of itself against the same criteria, perhaps of another version. */
export interface SelfAssessment {
  readonly number: string;
  readonly to: IsoDate;
  readonly criteriaVersion: string;
  /** As printed. */
  readonly score: string;
  /** Clause id → rate 0…1 as a decimal string, for clauses whose rate was known. */
  readonly rates: Readonly<Record<string, string>>;
}

export interface PreviousAssessment {
  readonly number: string | null;
  readonly to: IsoDate;
  /** As printed, e.g. `92.75`. */
  readonly score: string;
  readonly grade: string | null;
  /** Clause id → rate 0…1 as a decimal string, for clauses whose rate was known. */
  readonly rates: Readonly<Record<string, string>>;
}
