import type { Deps } from '../deps.ts';
import type { Assessment } from '../features/assessments/assessment.ts';
import { takeStep } from '../features/results/step-service.ts';
import type { Actor } from '../model/actor.ts';
import { nextStep } from '../model/assessment-life.ts';

/** The next step of an assessment, whichever that is. */
export function goOn(deps: Deps, by: Actor, { id, kind, state }: Assessment): Promise<Assessment> {
  const step = nextStep(kind, state);
  if (!step) throw new Error(`Nothing comes after ${state}.`);
  return takeStep(deps, by, id, { step, from: state, reason: null });
}

/** Every step that is left. */
export async function goOnToTheEnd(deps: Deps, by: Actor, assessment: Assessment): Promise<Assessment> {
  let now = assessment;
  while (nextStep(now.kind, now.state)) now = await goOn(deps, by, now);
  return now;
}
