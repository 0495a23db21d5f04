import type { IsoDate } from './dossier.ts';
import { bindingTies, type PastTie } from './independence.ts';

/** `appeal`: a company against a decision on itself; `complaint`: anybody about a certified company or about the body. */
export const disputeKinds = ['appeal', 'complaint'] as const;
export type DisputeKind = (typeof disputeKinds)[number];

export const disputeStates = ['received', 'acknowledged', 'investigating', 'answered', 'closed'] as const;
export type DisputeState = (typeof disputeStates)[number];

/** What came of it. */
export const disputeOutcomes = ['upheld', 'partly', 'rejected'] as const;
export type DisputeOutcome = (typeof disputeOutcomes)[number];

export type DisputeSide = 'office' | 'investigator';

interface Step {
  readonly by: DisputeSide;
  readonly from: readonly DisputeState[];
  /** null: it stays as it is. */
  readonly to: DisputeState | null;
}

/** Every step there is. A test keeps docs/appeals.md equal to it. */
export const disputeSteps = {
  acknowledge: { by: 'office', from: ['received'], to: 'acknowledged' },
  assign: { by: 'office', from: ['acknowledged', 'investigating'], to: 'investigating' },
  note: { by: 'investigator', from: ['investigating'], to: null },
  answer: { by: 'investigator', from: ['investigating'], to: 'answered' },
  reopen: { by: 'office', from: ['answered'], to: 'investigating' },
  close: { by: 'office', from: ['answered'], to: 'closed' },
  dismiss: { by: 'office', from: ['received', 'acknowledged'], to: 'closed' },
} as const satisfies Record<string, Step>;

export type DisputeDeed = keyof typeof disputeSteps;
export const disputeDeeds = Object.keys(disputeSteps) as readonly DisputeDeed[];

/** The state after that deed; null when it is not possible in this one. */
export function disputeStateAfter(state: DisputeState, deed: DisputeDeed): DisputeState | null {
  const step: Step = disputeSteps[deed];
  return step.from.includes(state) ? (step.to ?? state) : null;
}

/** What somebody on these sides may do now. */
export function disputeDeedsFor(state: DisputeState, sides: readonly DisputeSide[]): DisputeDeed[] {
  return disputeDeeds.filter((deed) => sides.includes(disputeSteps[deed].by) && disputeStateAfter(state, deed) !== null);
}

/** Why somebody may not investigate: they had a part in what it is about, or are tied to the company. */
export type InvolvementObjection = 'took-part' | 'tied';

export interface InvolvementFacts {
  /** Everybody who rated, reviewed, decided or changed the certificate in what it is about. */
  readonly involved: readonly string[];
  /** Ties of that person with the company. */
  readonly ties: readonly PastTie[];
  readonly today: IsoDate;
}

export function involvementObjections(userId: string, { involved, ties, today }: InvolvementFacts): InvolvementObjection[] {
  return [
    ...(involved.includes(userId) ? (['took-part'] as const) : []),
    ...(bindingTies(ties, { from: today, to: today }).length > 0 ? (['tied'] as const) : []),
  ];
}
