import type { AssessmentState } from './assessment-rights.ts';
import type { AssessmentKind } from './dossier.ts';

/** The deeds that take an assessment from one state to another; each is a row of `assessmentRules` as well. */
export const assessmentSteps = ['begin', 'replan', 'closeRating', 'reopenRating', 'report', 'finish', 'stop'] as const;
export type AssessmentStep = (typeof assessmentSteps)[number];

/** Companies rate themselves without anybody to report to; every other kind is an audit. */
export type Path = 'audit' | 'self';

interface Transition {
  readonly path: Path;
  readonly step: AssessmentStep;
  readonly from: AssessmentState;
  readonly to: AssessmentState;
}

/** Every transition there is; docs/assessment-states.md draws them, and a test keeps the two equal. */
export const transitions: readonly Transition[] = [
  { path: 'audit', step: 'begin', from: 'planned', to: 'in-progress' },
  { path: 'audit', step: 'replan', from: 'in-progress', to: 'planned' },
  { path: 'audit', step: 'closeRating', from: 'in-progress', to: 'findings-open' },
  // Nothing has to be answered, so there is nothing to wait for.
  { path: 'audit', step: 'closeRating', from: 'in-progress', to: 'reported' },
  { path: 'audit', step: 'reopenRating', from: 'findings-open', to: 'in-progress' },
  { path: 'audit', step: 'report', from: 'findings-open', to: 'reported' },
  { path: 'audit', step: 'finish', from: 'reported', to: 'finished' },
  { path: 'audit', step: 'stop', from: 'planned', to: 'stopped' },
  { path: 'audit', step: 'stop', from: 'in-progress', to: 'stopped' },
  { path: 'audit', step: 'stop', from: 'findings-open', to: 'stopped' },
  { path: 'self', step: 'finish', from: 'in-progress', to: 'finished' },
  { path: 'self', step: 'stop', from: 'in-progress', to: 'stopped' },
];

/** The states one after the other, as long as nothing goes wrong. */
export const courses: Readonly<Record<Path, readonly AssessmentState[]>> = {
  audit: ['planned', 'in-progress', 'findings-open', 'reported', 'finished'],
  self: ['in-progress', 'finished'],
};

/** Going back and stopping are explained; going on is not. */
export const stepsWithReason: ReadonlySet<AssessmentStep> = new Set(['reopenRating', 'stop']);

/** What the conditions of the steps go by. */
export interface LifeFacts {
  readonly hasLeader: boolean;
  /** Clauses of which something was said. */
  readonly rated: number;
  /** Ratings, reasons and required evidence that are missing, as `missingToFinish` lists them. */
  readonly missing: number;
  /** Findings that the company must answer, taken back and withdrawn ones left out. */
  readonly toAnswer: number;
  /** Those of them that are not closed yet. */
  readonly unclosed: number;
  /** Findings of which the company was told. */
  readonly issued: number;
}

/** Why a step cannot be taken. */
export type Obstacle = 'leader' | 'rated' | 'missing' | 'unclosed' | 'told';

export function pathOf(kind: AssessmentKind): Path {
  return kind === 'self' ? 'self' : 'audit';
}

/** Where an assessment begins. */
export function firstState(kind: AssessmentKind): AssessmentState {
  return kind === 'self' ? 'in-progress' : 'planned';
}

/** The steps that lead on from a state, whoever takes them. */
export function stepsFrom(kind: AssessmentKind, state: AssessmentState): AssessmentStep[] {
  const path = pathOf(kind);
  return [...new Set(transitions.filter((one) => one.path === path && one.from === state).map(({ step }) => step))];
}

/** The step by which it goes on; null at the end. */
export function nextStep(kind: AssessmentKind, state: AssessmentState): AssessmentStep | null {
  const forward: readonly AssessmentStep[] = ['begin', 'closeRating', 'report', 'finish'];
  return stepsFrom(kind, state).find((step) => forward.includes(step)) ?? null;
}

/** Everything in the way of a step; empty when it can be taken. */
export function obstaclesTo(step: AssessmentStep, kind: AssessmentKind, facts: LifeFacts): Obstacle[] {
  const found = (obstacle: Obstacle, holds: boolean) => (holds ? [obstacle] : []);
  switch (step) {
    case 'begin':
      return found('leader', !facts.hasLeader);
    case 'replan':
      return found('rated', facts.rated > 0);
    case 'closeRating':
      return found('missing', facts.missing > 0);
    case 'reopenRating':
      return found('told', facts.issued > 0);
    case 'report':
      return found('unclosed', facts.unclosed > 0);
    case 'finish':
      return found('missing', pathOf(kind) === 'self' && facts.missing > 0);
    case 'stop':
      return [];
  }
}

/** Where the step leads; null when it does not lead on from there. */
export function stateAfter(
  step: AssessmentStep,
  kind: AssessmentKind,
  from: AssessmentState,
  { toAnswer }: Pick<LifeFacts, 'toAnswer'>,
): AssessmentState | null {
  const path = pathOf(kind);
  const ways = transitions.filter((one) => one.path === path && one.step === step && one.from === from);
  const way = step === 'closeRating' ? ways.find(({ to }) => (to === 'findings-open') === toAnswer > 0) : ways[0];
  return way?.to ?? null;
}
