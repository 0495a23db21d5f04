import type { Interval } from './statistics.ts';

/** `answers` of customers, or `visits` of mystery shoppers; each row is one. */
export const surveyKinds = ['answers', 'visits'] as const;
export type SurveyKind = (typeof surveyKinds)[number];

/** What a column holds. */
export const columnRoles = ['ignore', 'answer', 'date', 'site'] as const;
export type ColumnRole = (typeof columnRoles)[number];

/**
 * How answers are read: `number` within limits; `words` of satisfaction, from 非常不满意 (1) to 非常满意 (5), also in English;
 * `yes-no`, 1 or 0.
 */
export const scales = ['number', 'words', 'yes-no'] as const;
export type ScaleKind = (typeof scales)[number];

/** What the clause is rated by: the mean, the share that passes, or how many of how many failed. */
export const feeds = ['mean', 'share', 'sample'] as const;
export type Feed = (typeof feeds)[number];

export interface ColumnChoice {
  readonly role: ColumnRole;
  /** Of an answer: the clause that it is about; null: figures only. */
  readonly clause: string | null;
  readonly scale: ScaleKind;
  /** Limits of numbers, null: none. */
  readonly from: number | null;
  readonly to: number | null;
  /** The least value that passes; null: nothing is said of passing. */
  readonly passFrom: number | null;
  readonly feed: Feed;
}

/** Why a value was left out. */
export const misfits = ['not-a-number', 'below', 'above', 'unknown-word', 'not-a-date', 'columns'] as const;
export type Misfit = (typeof misfits)[number];

export interface RejectedValue {
  /** As the sheet counts: the header is row 1. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly why: Misfit;
}

export interface AnswerFigures {
  readonly column: number;
  readonly header: string;
  readonly clause: string | null;
  readonly feed: Feed;
  readonly passFrom: number | null;
  /** Answers that count, and rows that left it empty. */
  readonly n: number;
  readonly blank: number;
  /** null while there are none. */
  readonly mean: number | null;
  readonly median: number | null;
  readonly deviation: number | null;
  readonly meanInterval: Interval | null;
  readonly passed: number | null;
  readonly share: number | null;
  readonly shareInterval: Interval | null;
  readonly distribution: readonly { readonly label: string; readonly count: number }[];
  /** Values that stand out, by row, the first hundred; they count until somebody leaves the row out. */
  readonly outliers: readonly { readonly row: number; readonly value: number }[];
}

export interface SurveyFigures {
  readonly rows: number;
  /** Rows left out by somebody. */
  readonly excluded: number;
  readonly answers: readonly AnswerFigures[];
  readonly from: string | null;
  readonly to: string | null;
  /** Rows by site, the fullest first, fifty at most. */
  readonly sites: readonly { readonly name: string; readonly rows: number }[];
  readonly rejected: number;
  /** The first of them. */
  readonly rejects: readonly RejectedValue[];
}
