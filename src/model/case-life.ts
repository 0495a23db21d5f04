/** Where a certification stands, from the application to the decision; what then becomes of the certificate is its own life. */
export const caseStates = [
  'draft',
  'submitted',
  'more-asked',
  'accepted',
  'agreed',
  'in-audit',
  'returned',
  'reviewed',
  'certified',
  'refused',
  'dropped',
  'rejected',
] as const;
export type CaseState = (typeof caseStates)[number];

/** States in which nothing can happen any more. */
export const settledStates: readonly CaseState[] = ['refused', 'dropped', 'rejected'];

/** Who takes a step: the company, the office, the leader of its audit, a reviewer, a decision maker. */
export const caseSides = ['company', 'office', 'leader', 'reviewer', 'decider'] as const;
export type CaseSide = (typeof caseSides)[number];

interface Step {
  readonly by: CaseSide;
  readonly from: readonly CaseState[];
  /** null: it stays as it is. */
  readonly to: CaseState | null;
}

const decided = ['reviewed', 'certified'] as const;
const atCompany = ['draft', 'more-asked'] as const;

/** Every step there is. A test keeps docs/certification.md equal to it. */
export const caseSteps = {
  /** Writes the application down and adds papers. */
  edit: { by: 'company', from: atCompany, to: null },
  submit: { by: 'company', from: ['draft'], to: 'submitted' },
  answer: { by: 'company', from: ['more-asked'], to: 'submitted' },
  drop: { by: 'company', from: ['draft', 'submitted', 'more-asked', 'accepted'], to: 'dropped' },
  ask: { by: 'office', from: ['submitted'], to: 'more-asked' },
  accept: { by: 'office', from: ['submitted'], to: 'accepted' },
  refuse: { by: 'office', from: ['submitted', 'more-asked'], to: 'refused' },
  agree: { by: 'office', from: ['accepted'], to: 'agreed' },
  start: { by: 'office', from: ['agreed'], to: 'in-audit' },
  review: { by: 'reviewer', from: ['in-audit'], to: 'reviewed' },
  return: { by: 'reviewer', from: ['in-audit'], to: 'returned' },
  resubmit: { by: 'leader', from: ['returned'], to: 'in-audit' },
  grant: { by: 'decider', from: ['reviewed'], to: 'certified' },
  reject: { by: 'decider', from: ['reviewed'], to: 'rejected' },
  // On a certificate that is there, after a surveillance or at any time; `certificate-life.ts` says which of them it allows.
  keep: { by: 'decider', from: decided, to: 'certified' },
  renew: { by: 'decider', from: decided, to: 'certified' },
  extend: { by: 'decider', from: decided, to: 'certified' },
  reduce: { by: 'decider', from: decided, to: 'certified' },
  suspend: { by: 'decider', from: decided, to: 'certified' },
  restore: { by: 'decider', from: decided, to: 'certified' },
  withdraw: { by: 'decider', from: decided, to: 'certified' },
  cancel: { by: 'decider', from: decided, to: 'certified' },
} as const satisfies Record<string, Step>;

export type CaseDeed = keyof typeof caseSteps;
export const caseDeeds = Object.keys(caseSteps) as readonly CaseDeed[];

/** The deeds that are decisions: signed, each with reason and day of effect. */
export const decisionKinds = [
  'grant',
  'reject',
  'keep',
  'renew',
  'extend',
  'reduce',
  'suspend',
  'restore',
  'withdraw',
  'cancel',
] as const satisfies readonly CaseDeed[];
export type DecisionKind = (typeof decisionKinds)[number];

/** Decisions on a certificate that is there. */
export type CertificateDecision = Exclude<DecisionKind, 'grant' | 'reject'>;

export function isOnCertificate(kind: DecisionKind): kind is CertificateDecision {
  return kind !== 'grant' && kind !== 'reject';
}

/** The state after that deed; null when it is not possible in this one. */
export function caseStateAfter(state: CaseState, deed: CaseDeed): CaseState | null {
  const step: Step = caseSteps[deed];
  return step.from.includes(state) ? (step.to ?? state) : null;
}

/** What somebody on these sides may do now, in the order of the table. */
export function caseDeedsFor(state: CaseState, sides: readonly CaseSide[]): CaseDeed[] {
  return caseDeeds.filter((deed) => sides.includes(caseSteps[deed].by) && caseStateAfter(state, deed) !== null);
}
