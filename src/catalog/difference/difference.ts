import type { Aggregate, Condition, Decimal, NotApplicableRule, RatingMethod } from '../../model/criteria.ts';
import type { SiteRollUp } from '../../model/site-ratings.ts';

/** What has changed from one version of criteria to another. Plain JSON. Clauses are the same when their ids are. */
export interface CriteriaDifference {
  readonly before: VersionName;
  readonly after: VersionName;
  /** Changes outside the tree: texts at the top, grades, gates, adjustments, maturity, certification. */
  readonly head: readonly HeadChange[];
  /** Ids of new clauses, in the order of the new version. */
  readonly added: readonly string[];
  /** Ids of clauses that are gone, in the order of the old version. */
  readonly removed: readonly string[];
  /** Clauses of both versions that differ, in the order of the new version. */
  readonly changed: readonly ClauseDifference[];
  /** Removed and added clauses that are probably the same under another id. They are only a suggestion. */
  readonly suggestions: readonly RenameSuggestion[];
}

export interface VersionName {
  readonly id: string;
  readonly version: string;
}

export interface ClauseDifference {
  readonly id: string;
  readonly changes: readonly ClauseChange[];
}

export type ClauseChange =
  /** To another parent; null is the top level. */
  | { readonly change: 'moved'; readonly from: string | null; readonly to: string | null }
  /** Among the same siblings. The clause that stands before it now; null: it is the first. */
  | { readonly change: 'reordered'; readonly after: string | null }
  | { readonly change: 'renumbered'; readonly from: string; readonly to: string }
  | TextChange
  | { readonly change: 'points' | 'weight'; readonly from: Decimal; readonly to: Decimal }
  | { readonly change: 'aggregate'; readonly from: Aggregate | null; readonly to: Aggregate | null }
  | { readonly change: 'method'; readonly from: RatingMethod | null; readonly to: RatingMethod | null }
  | { readonly change: 'not-applicable'; readonly from: NotApplicableRule; readonly to: NotApplicableRule }
  | { readonly change: 'at-sites'; readonly from: SiteRollUp | 'once'; readonly to: SiteRollUp | 'once' }
  | { readonly change: 'maturity'; readonly from: number | null; readonly to: number | null }
  /** Ids of variants and profiles; `id = points`. */
  | { readonly change: 'only-in' | 'points-in'; readonly from: readonly string[]; readonly to: readonly string[] }
  | { readonly change: 'audit-methods' | 'evidence'; readonly from: readonly string[]; readonly to: readonly string[] };

/** A text in one language; null where there is none. */
export interface TextChange {
  readonly change: 'reworded';
  /** `title`, `requirement`, `guidance`, `unit`, `evidence.1`, `items.complete`, `levels.2.label`, `levels.2.anchor`. */
  readonly text: string;
  readonly language: string;
  readonly from: string | null;
  readonly to: string | null;
}

export const headParts = [
  'title',
  'about',
  'basis',
  'languages',
  'language',
  'format',
  'full-marks',
  'rounding',
  'fail-label',
  'grade',
  'gate',
  'deduction',
  'bonus',
  'maturity',
  'certification',
  'variants',
  'profiles',
  'parts',
] as const;
export type HeadPart = (typeof headParts)[number];

export type HeadChange =
  | {
      readonly change: 'value';
      readonly part: HeadPart;
      /** Of the grade or gate; null elsewhere. */
      readonly id: string | null;
      /** Where in it, e.g. `from`, `label.en`, `grounds.law.label.en`; empty for the part as a whole. */
      readonly field: string;
      readonly from: string | null;
      readonly to: string | null;
    }
  | { readonly change: 'added' | 'removed'; readonly part: HeadPart; readonly id: string | null }
  | {
      readonly change: 'conditions';
      readonly part: 'grade' | 'gate';
      readonly id: string;
      readonly dropped: readonly Condition[];
      readonly asked: readonly Condition[];
    };

export interface RenameSuggestion {
  /** Id of the removed clause. */
  readonly before: string;
  /** Id of the added clause. */
  readonly after: string;
  /** How alike number and title are, above 0 up to 1, with two digits. */
  readonly likeness: number;
}

/** Whether nothing but the version number differs. */
export function isEmptyDifference({ head, added, removed, changed }: CriteriaDifference): boolean {
  return head.length + added.length + removed.length + changed.length === 0;
}
