import { type Message, message } from '../../i18n/translate.ts';
import { type AssessmentStep, courses, nextStep, pathOf, stepsFrom, stepsWithReason } from '../../model/assessment-life.ts';
import type { AssessmentRights, AssessmentState } from '../../model/assessment-rights.ts';
import type { Assessment } from './assessment.ts';
import type { TakenStep } from './step-store.ts';

/** Where an assessment stands: the states it goes through, what comes next and what that still waits for. */
export interface LifeLine {
  readonly states: readonly { readonly state: AssessmentState; readonly mark: 'done' | 'now' | 'skipped' | 'ahead' }[];
  /** null: there is nothing more to come. */
  readonly next: { readonly step: AssessmentStep; readonly way: Way | null; readonly missing: readonly Message[] } | null;
  readonly others: readonly { readonly step: AssessmentStep; readonly way: Way }[];
  readonly taken: readonly TakenStep[];
  readonly stopReason: string | null;
}

/** How a step is taken: by a button here, or on a page that says what it means. */
export interface Way {
  readonly href: string;
  readonly button: boolean;
}

interface Source {
  readonly assessment: Pick<Assessment, 'id' | 'kind' | 'state'>;
  readonly rights: AssessmentRights;
  readonly taken: readonly TakenStep[];
  readonly hasLeader: boolean;
  readonly progress: { readonly rated: number; readonly total: number };
  readonly unclosed: number;
}

export function toLifeLine(source: Source): LifeLine {
  const { assessment, rights, taken } = source;
  const { kind, state } = assessment;
  const step = nextStep(kind, state);
  return {
    states: statesOf(source),
    next: step && { step, way: wayOf(step, source), missing: missingTo(step, source) },
    others: stepsFrom(kind, state)
      .filter((other) => other !== step && rights[other] && isOffered(other, source))
      .flatMap((other) => {
        const way = wayOf(other, source);
        return way ? [{ step: other, way }] : [];
      }),
    taken: rights.view ? taken : [],
    stopReason: taken.findLast(({ to }) => to === 'stopped')?.reason ?? null,
  };
}

/** A state that was jumped over is marked as not needed; of a stopped one, nothing lies ahead. */
function statesOf({ assessment: { kind, state }, taken }: Source): LifeLine['states'] {
  const course = courses[pathOf(kind)];
  const stoppedIn = state === 'stopped' ? (taken.at(-1)?.from ?? course[0] ?? state) : null;
  const place = course.indexOf(stoppedIn ?? state);
  const passed = new Set(taken.flatMap(({ from, to }) => [from, to]));
  const line = course.flatMap((one, index): LifeLine['states'][number][] => {
    if (index > place) return stoppedIn ? [] : [{ state: one, mark: 'ahead' }];
    if (one === state) return [{ state: one, mark: 'now' }];
    // Of assessments that began before their steps were written down it is not known what they went through.
    const skipped = one === 'findings-open' && taken.length > 0 && !passed.has(one);
    return [{ state: one, mark: skipped ? 'skipped' : 'done' }];
  });
  return stoppedIn ? [...line, { state, mark: 'now' }] : line;
}

const paths = {
  begin: 'beginning',
  replan: 'replanning',
  closeRating: 'completion',
  reopenRating: 'reopening',
  report: 'completion',
  finish: 'completion',
  stop: 'stop',
} as const satisfies Record<AssessmentStep, string>;

function wayOf(step: AssessmentStep, { assessment, rights }: Source): Way | null {
  if (!rights[step]) return null;
  const button = paths[step] !== 'completion' && !stepsWithReason.has(step);
  return { href: `/assessments/${assessment.id}/${paths[step]}`, button };
}

/** Going back to planning is offered only while nothing is rated. */
function isOffered(step: AssessmentStep, { progress }: Source): boolean {
  return step !== 'replan' || progress.rated === 0;
}

/** An audited company does not watch how far its audit has come. */
function missingTo(step: AssessmentStep, { assessment, rights, hasLeader, progress, unclosed }: Source): Message[] {
  if (step === 'begin') return hasLeader ? [] : [message('life.short.leader')];
  if (step === 'report') return unclosed > 0 ? [message('life.short.unclosed', { count: unclosed })] : [];
  const rates = (step === 'closeRating' || assessment.kind === 'self') && rights.view;
  const unrated = progress.total - progress.rated;
  return rates && unrated > 0 ? [message('life.short.rating', { count: unrated })] : [];
}
