import type { Condition, Decimal } from './criteria.ts';
import type { SiteRollUp } from './site-ratings.ts';

/**
 * The result of an assessment: plain JSON, frozen with the assessment when it is finished and never recomputed in place.
 * Every number stands twice: exactly, for comparing, and as printed.
 */
export interface Result {
  readonly coverage: Coverage;
  readonly outcome: 'incomplete' | 'failed' | 'graded' | 'ungraded';
  /** After normalising, deductions, bonus and cap. While incomplete: of what is rated so far. */
  readonly score: Figure;
  /** The score if every unrated clause got nothing; equal to `score` when all is rated. */
  readonly floor: Figure;
  /** The score if every unrated clause got everything. */
  readonly ceiling: Figure;
  readonly fullMarks: Figure;
  /** How points became the score, in order. */
  readonly steps: readonly ScoreStep[];
  /** The grade after the gates; null when incomplete, failed or when the criteria have no grades. */
  readonly grade: string | null;
  /** The band that the score alone reaches; null below the lowest. */
  readonly band: string | null;
  /** Everything that held the grade below the band, or failed the assessment. */
  readonly effects: readonly Effect[];
  /** The next grade above the one given (above the band of the score so far while incomplete); null at the top. */
  readonly next: NextGrade | null;
  /** Set when the printed score reads as a bound that the exact score misses, e.g. 94.996 printed as 95.00. */
  readonly nearMiss: { readonly grade: string; readonly from: Figure } | null;
  readonly maturity: MaturityResult | null;
  /** In the order of the criteria; absent where they have no parts. */
  readonly parts?: readonly PartResult[];
  /** Worst first, those of which nothing is rated last; absent where no clause is rated site by site. */
  readonly sites?: readonly SiteResult[];
  /** Parents before children, in the order of the file. Explaining children of an `own` clause are left out. */
  readonly clauses: readonly ClauseResult[];
}

export interface Figure {
  /** Numerator and denominator in lowest terms, `"371/4"`; whole numbers without denominator, `"95"`. */
  readonly exact: string;
  /** Rounded as the criteria declare, always with all digits: `"92.75"`. */
  readonly shown: Decimal;
}

/** Counts of rated clauses (those with a rating method). */
export interface Coverage {
  readonly rated: number;
  /** Rated or unrated, but not "not applicable". */
  readonly applicable: number;
  readonly notApplicable: number;
  readonly total: number;
}

export type ScoreStep =
  /** In criteria with parts these two instead of `points` and `normalise`: each part of which something is rated, and their mean. */
  | {
      readonly step: 'part';
      readonly part: string;
      readonly obtained: Figure;
      readonly applicable: Figure;
      readonly fullMarks: Figure;
      readonly score: Figure;
    }
  | { readonly step: 'weigh'; readonly parts: readonly WeighedPart[]; readonly weights: Figure; readonly score: Figure }
  | { readonly step: 'points'; readonly obtained: Figure; readonly applicable: Figure; readonly full: Figure }
  | {
      readonly step: 'normalise';
      readonly obtained: Figure;
      readonly applicable: Figure;
      readonly fullMarks: Figure;
      readonly score: Figure;
    }
  | {
      readonly step: 'deduct';
      readonly given: number;
      readonly counted: number;
      readonly each: Figure;
      readonly total: Figure;
      /** Before the step. */
      readonly before: Figure;
      readonly score: Figure;
    }
  | {
      readonly step: 'bonus';
      readonly given: number;
      readonly counted: number;
      readonly each: Figure;
      readonly total: Figure;
      /** Before the step. */
      readonly before: Figure;
      readonly score: Figure;
    }
  | { readonly step: 'cap'; readonly before: Figure; readonly score: Figure }
  | { readonly step: 'band'; readonly grade: string | null; readonly from: Figure | null; readonly score: Figure };

/** A part of the criteria, so far. */
export interface PartResult {
  readonly part: string;
  readonly state: ClauseResult['state'];
  /** As the criteria state; relative to the other parts that apply. */
  readonly weight: Figure;
  /** The weight in it of all parts that apply, 0…1; null when the part does not apply. */
  readonly share: Figure | null;
  /** What is rated so far of its clauses' points. */
  readonly obtained: Figure;
  readonly applicable: Figure;
  /** Obtained ÷ applicable; null where nothing is rated. */
  readonly rate: Figure | null;
  /** The rate × full marks. */
  readonly score: Figure | null;
  /** What the part adds to the normalised score so far. */
  readonly adds: Figure;
}

export interface WeighedPart {
  readonly part: string;
  readonly weight: Figure;
  readonly score: Figure;
}

/** A condition that was not met, and what it did. */
export type Effect<Value = Figure> =
  | { readonly because: 'requirement'; readonly withheld: string; readonly condition: Condition; readonly found: Found<Value> }
  | {
      readonly because: 'gate';
      readonly gate: string;
      readonly capAt: string | null;
      readonly condition: Condition;
      readonly found: Found<Value>;
    }
  | { readonly because: 'part'; readonly part: string; readonly condition: Condition; readonly found: Found<Value> }
  | { readonly because: 'deductions'; readonly given: number; readonly failsAt: number };

/** What was found where a condition was not met. */
export type Found<Value = Figure> =
  | { readonly rate: Value }
  | { readonly failed: readonly string[] }
  | { readonly count: number }
  | { readonly level: number }
  | { readonly held: null | { readonly grade: string; readonly months: number } };

export interface NextGrade {
  readonly grade: string;
  /** Points of score still missing to its bound; 0 when only conditions stand in the way. */
  readonly missing: Figure;
  /** Its conditions and the gates that are not met now. */
  readonly unmet: readonly Condition[];
}

export interface MaturityResult {
  /** null while a clause that has a level is unrated; 0: not even level 1. */
  readonly overall: number | null;
  /** Top-level clause id → its level; sections without any levelled clause are left out. */
  readonly sections: Readonly<Record<string, number | null>>;
  /** The clauses that stand in the way of the next overall level. */
  readonly holding: readonly string[];
}

export interface ClauseResult {
  readonly id: string;
  readonly depth: number;
  /** Inner clauses: `rated` when all below is rated or not applicable, `unrated` when nothing is, else `partly`. */
  readonly state: 'unrated' | 'partly' | 'rated' | 'not-applicable';
  /** Full points as the criteria state. */
  readonly points: Figure;
  /** What of them applies: 0 when not applicable; unrated leaves count here. */
  readonly applicable: Figure;
  readonly obtained: Figure;
  /** Obtained ÷ applicable of what is rated so far, 0…1; null where nothing is rated. Two more digits than a score. */
  readonly rate: Figure | null;
  /** What the clause adds to the normalised score so far (before deductions and bonus). Those of all rated leaves add up to it. */
  readonly adds: Figure;
  /** What full marks on this clause would have added besides. */
  readonly lost: Figure;
  readonly explanation: Explanation;
  /** Of a clause that is rated site by site. */
  readonly sites?: readonly SiteOfClause[];
}

/** A clause at one site. */
export interface SiteOfClause {
  readonly site: string;
  readonly state: 'unrated' | 'rated' | 'not-applicable';
  /** null unless rated. */
  readonly rate: Figure | null;
  /** In a mean, relative to the other sites. */
  readonly weight: Figure;
}

/** One site over all clauses that are rated site by site. */
export interface SiteResult {
  readonly site: string;
  readonly rated: number;
  readonly applicable: number;
  /** Of the points of the clauses rated there; null where none is. */
  readonly rate: Figure | null;
}

/** The arithmetic of one clause, to be put into words by `explain`. */
export type Explanation =
  | { readonly by: 'unrated' }
  | { readonly by: 'not-applicable'; readonly reason: string }
  | { readonly by: 'sites'; readonly rollUp: SiteRollUp; readonly share: Figure; readonly sites: readonly SiteOfClause[] }
  | { readonly by: 'met'; readonly met: boolean }
  | { readonly by: 'sample'; readonly size: number; readonly failed: number }
  | { readonly by: 'level'; readonly level: number; readonly share: Figure }
  | { readonly by: 'points'; readonly points: Decimal }
  | {
      readonly by: 'measure';
      readonly value: Decimal;
      readonly share: Figure;
      readonly band: { readonly at: Decimal; readonly share: Decimal } | null;
      readonly between: { readonly at: Decimal; readonly share: Decimal } | null;
    }
  | { readonly by: 'checklist'; readonly present: number; readonly of: number; readonly share: Figure }
  | {
      readonly by: 'sum';
      /** How many children are rated so far, wholly or partly. */
      readonly children: number;
      /** What each of them obtained; empty when there are more than eight. */
      readonly parts: readonly Figure[];
    }
  | {
      readonly by: 'weighted-mean';
      readonly children: readonly { readonly id: string; readonly weight: Decimal; readonly rate: Figure }[];
    }
  | { readonly by: 'minimum' | 'maximum'; readonly clause: string; readonly rate: Figure };
