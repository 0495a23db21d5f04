import type { BonusRule, DeductionRule } from './adjustment-rules.ts';
import type { CertificationRule } from './certification-rule.ts';
import type { SiteRollUp } from './site-ratings.ts';
import type { CriteriaChoice, CriteriaPart, Profile, Variant } from './variants.ts';

/**
 * A criteria version as the program holds it: the content of a criteria file and its overlays, checked and with every
 * default written out. It is plain JSON, so that an assessment can keep a copy; numbers that enter arithmetic are
 * decimal strings.
 */

/** A decimal number in digits, e.g. `"0.85"` or `"40"`; never an exponent, never a float. */
export type Decimal = string;

/** Language tag → text. Always has the criteria's own language. */
export type LocalizedText = Readonly<Record<string, string>>;

export interface Criteria {
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  /** The language in which the file is written, e.g. `zh-CN`. */
  readonly language: string;
  /** Own language first, then those of the overlays. */
  readonly languages: readonly string[];
  readonly title: LocalizedText;
  readonly about: LocalizedText | null;
  /** Standards and rules that the criteria lean on, as cited. */
  readonly basis: readonly string[];
  readonly fullMarks: Decimal;
  readonly rounding: Rounding;
  readonly clauses: readonly Clause[];
  readonly deduction: DeductionRule | null;
  readonly bonus: BonusRule | null;
  /** Highest first. */
  readonly grades: readonly Grade[];
  /** What an assessment is called that reaches no grade, e.g. 不合格. */
  readonly failLabel: LocalizedText;
  readonly gates: readonly Gate[];
  readonly maturity: MaturityRule | null;
  readonly certification: CertificationRule | null;
  // What follows is absent, not empty, where the criteria do without it: the content hash of others does not depend on it.
  readonly variants?: readonly Variant[];
  readonly profiles?: readonly Profile[];
  readonly parts?: readonly CriteriaPart[];
  /** What was chosen of the variants and profiles of which these criteria are one; see `criteriaFor`. */
  readonly choice?: CriteriaChoice;
}

export interface Rounding {
  readonly digits: number;
  readonly mode: 'half-up' | 'half-even' | 'down';
}

export type Aggregate = 'sum' | 'weighted-mean' | 'minimum' | 'maximum' | 'own';
export type NotApplicableRule = 'forbidden' | 'allowed' | 'with-reason';

export const auditMethods = [
  'document-review',
  'interview',
  'on-site',
  'observation',
  'sampling',
  'mystery-shopper',
  'customer-survey',
  'test',
  'data-analysis',
] as const;
export type AuditMethod = (typeof auditMethods)[number];

export const evidenceKinds = [
  'record',
  'document',
  'photo',
  'recording',
  'certificate',
  'data',
  'interview',
  'observation',
  'visit',
  'link',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/**
 * A node of the tree. It is rated itself when it has a `method`: a leaf, or an inner clause with `aggregate: own`,
 * whose children only explain it and have neither method nor aggregate.
 */
export interface Clause {
  readonly id: string;
  /** As displayed, e.g. `5.1.4.2`; may be empty. */
  readonly number: string;
  readonly title: LocalizedText;
  readonly requirement: LocalizedText | null;
  readonly guidance: LocalizedText | null;
  /** Full points. Under a parent that does not sum, only the rate of the clause counts and this is `"1"` unless given. */
  readonly points: Decimal;
  /** Share among its siblings under a `weighted-mean` parent. */
  readonly weight: Decimal;
  /** null on a leaf and on the children of an `own` clause. */
  readonly aggregate: Aggregate | null;
  readonly clauses: readonly Clause[];
  /** null on inner clauses (other than `own`) and on the children of an `own` clause. */
  readonly method: RatingMethod | null;
  readonly notApplicable: NotApplicableRule;
  /** The maturity level at which the clause belongs, 1 to 5. */
  readonly maturity: number | null;
  readonly auditMethods: readonly AuditMethod[];
  readonly evidence: readonly ExpectedEvidence[];
  /** Ids of variants and profiles; absent: the clause is in all of them. */
  readonly onlyIn?: readonly string[];
  /** Points that differ from `points`: `maker`, `short` or `maker+short` → points there. */
  readonly pointsIn?: Readonly<Record<string, Decimal>>;
  /** How the ratings at the sites of an assessment become one; absent: rated once for the organization. */
  readonly siteRollUp?: SiteRollUp;
}

export interface ExpectedEvidence {
  readonly kind: EvidenceKind;
  readonly title: LocalizedText;
  /** An assessment cannot be finished while a rated clause lacks evidence of this kind. */
  readonly required: boolean;
}

export type RatingMethod = MetMethod | SampleMethod | LevelMethod | PointsMethod | MeasureMethod | ChecklistMethod;

/** All or nothing. */
export interface MetMethod {
  readonly by: 'met';
}

/** n looked at, k failed: the share is (n − k) / n. */
export interface SampleMethod {
  readonly by: 'sample';
  /** The fewest items that must be looked at, at least 1. */
  readonly atLeast: number;
}

/** One of the named levels. */
export interface LevelMethod {
  readonly by: 'level';
  /** Lowest first; the first has share 0, the last share 1. */
  readonly levels: readonly Level[];
}

export interface Level {
  readonly value: number;
  readonly share: Decimal;
  readonly label: LocalizedText;
  readonly anchor: LocalizedText | null;
}

/** 0 to the clause's points, in multiples of `step`. */
export interface PointsMethod {
  readonly by: 'points';
  readonly step: Decimal;
}

/** A number with a unit, judged against bands. */
export interface MeasureMethod {
  readonly by: 'measure';
  readonly unit: LocalizedText;
  readonly better: 'higher' | 'lower';
  /** `steps`: the share of the best band reached, 0 when none is. `lines`: straight lines between the bands, flat outside. */
  readonly between: 'steps' | 'lines';
  /** Best first; the first has share 1. With `lines` the last has share 0. */
  readonly bands: readonly { readonly at: Decimal; readonly share: Decimal }[];
  /** Values outside are refused, e.g. 0 to 100 for a percentage. */
  readonly from: Decimal | null;
  readonly to: Decimal | null;
}

/** Items that are there or not. */
export interface ChecklistMethod {
  readonly by: 'checklist';
  /** `all`: full when all are there, else nothing. `any`: full when one is. `count`: present ÷ `fullAt`, at most 1. `weighted`: weight present ÷ weight. */
  readonly need: 'all' | 'any' | 'count' | 'weighted';
  readonly items: readonly ChecklistItem[];
  /** For `count`: how many items give full points. Equal to the number of items otherwise. */
  readonly fullAt: number;
}

export interface ChecklistItem {
  readonly id: string;
  readonly label: LocalizedText;
  readonly weight: Decimal;
}

export interface Grade {
  readonly id: string;
  readonly label: LocalizedText;
  /** Inclusive lower bound, compared with the unrounded score. */
  readonly from: Decimal;
  readonly requires: readonly Condition[];
}

/** When its conditions are not all met, the gate takes effect: it fails the result, or caps the grade. */
export interface Gate {
  readonly id: string;
  readonly title: LocalizedText;
  readonly requires: readonly Condition[];
  /** null fails the assessment; else the highest grade that remains possible. */
  readonly capAt: string | null;
  /** As of a clause. */
  readonly onlyIn?: readonly string[];
}

export const findingGrades = ['major', 'minor', 'observation', 'opportunity', 'strength'] as const;
export type FindingGrade = (typeof findingGrades)[number];

/** A condition on a clause that is not applicable is met. */
export type Condition = AnyCondition & {
  /** As of a clause: elsewhere the condition does not stand. */
  readonly onlyIn?: readonly string[];
};

type AnyCondition =
  | { readonly if: 'rate'; readonly clause: string; readonly atLeast: Decimal }
  | { readonly if: 'part'; readonly part: string; readonly atLeast: Decimal }
  | { readonly if: 'must-pass'; readonly clauses: readonly string[] }
  | { readonly if: 'findings'; readonly grade: FindingGrade; readonly atMost: number }
  | { readonly if: 'deductions'; readonly fewerThan: number }
  | { readonly if: 'maturity'; readonly atLeast: number }
  | { readonly if: 'held'; readonly grade: string; readonly months: number };

export interface MaturityRule {
  /** Labels of the levels, lowest first. */
  readonly levels: readonly LocalizedText[];
  /** The share of its points that a clause must reach to count for its level. */
  readonly reachedAt: Decimal;
}

export interface Duration {
  readonly value: number;
  readonly unit: 'days' | 'working days' | 'weeks' | 'months' | 'years';
}
