import type { Deps } from '../../deps.ts';
import { listNewerOffered } from '../criteria/library-store.ts';
import type { Assessment } from './assessment.ts';

/** The highest version of its criteria that is offered and newer than its own; null: there is none. */
export async function newerVersionOf(deps: Deps, { criteriaId, criteriaVersion }: Assessment): Promise<string | null> {
  const [highest] = await listNewerOffered(deps, criteriaId, criteriaVersion);
  return highest?.version ?? null;
}
