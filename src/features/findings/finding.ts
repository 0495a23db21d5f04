import type { IsoDate, IsoTime } from '../../model/dossier.ts';
import type { FindingDeed, FindingKind, FindingState } from '../../model/finding-life.ts';

/** A finding with its whole life. */
export interface StoredFinding {
  readonly id: string;
  readonly assessmentId: string;
  readonly kind: FindingKind;
  /** `N3`; null before the company was told. */
  readonly number: string | null;
  readonly clause: string | null;
  /** Id of one of the criteria's grounds, of a deduction or bonus. */
  readonly ground: string | null;
  readonly requirement: string;
  /** What fails it. */
  readonly statement: string;
  readonly site: { readonly id: string; readonly name: string } | null;
  readonly revision: number;
  readonly state: FindingState;
  readonly by: string;
  readonly at: IsoTime;
  readonly issuedAt: IsoTime | null;
  readonly answerDue: IsoDate | null;
  readonly correctionDue: IsoDate | null;
  readonly correction: string;
  readonly cause: string;
  readonly action: string;
  readonly responsible: string;
  readonly plannedFor: IsoDate | null;
  readonly verification: { readonly by: string; readonly on: IsoDate; readonly how: string } | null;
  readonly closedAt: IsoTime | null;
  /** What the company asks for while that is not decided. */
  readonly asked: { readonly until: IsoDate; readonly why: string } | null;
  readonly evidence: readonly LinkedEvidence[];
  readonly proof: readonly LinkedEvidence[];
}

export interface LinkedEvidence {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
}

/** Something that happened to a finding, as it was said then. */
export interface FindingEvent {
  readonly deed: FindingDeed;
  readonly text: string;
  readonly by: string;
  readonly at: IsoTime;
}
