import type { IsoTime } from '../../model/dossier.ts';

export const drawMethods = ['random', 'systematic', 'judgement'] as const;
export type DrawMethod = (typeof drawMethods)[number];

export const outcomes = ['pass', 'fail'] as const;
export type Outcome = (typeof outcomes)[number];

/** What was sampled for a clause, and how it was drawn. */
export interface Sample {
  readonly id: string;
  readonly assessmentId: string;
  /** `S2`. */
  readonly reference: string;
  readonly clauseId: string;
  readonly title: string;
  /** What is sampled from, in words. */
  readonly population: string;
  /** How many there are in all. */
  readonly size: number;
  readonly method: DrawMethod;
  /** Of a random draw. */
  readonly seed: string | null;
  /** Of a systematic one. */
  readonly start: number | null;
  readonly step: number | null;
  /** Why these, for a choice by judgement. */
  readonly reason: string;
  readonly revision: number;
  readonly drawnBy: string;
  readonly drawnAt: IsoTime;
}

export interface SampleItem {
  /** In the order in which they were drawn, from 1. */
  readonly place: number;
  readonly number: number | null;
  readonly label: string;
  /** null: not looked at yet. */
  readonly outcome: Outcome | null;
  readonly note: string;
  /** `E7`. */
  readonly evidence: { readonly id: string; readonly reference: string } | null;
}

/** How far a sample is, and what it says. */
export interface SampleCount {
  readonly drawn: number;
  readonly looked: number;
  readonly failed: number;
}

export interface CountedSample extends Sample {
  readonly count: SampleCount;
}

/** Items that one sample may have. */
export const mostItems = 500;
