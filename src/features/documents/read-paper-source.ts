import type { Deps } from '../../deps.ts';
import type { Assessment } from '../assessments/assessment.ts';
import type { PaperSource } from '../reports/paper.ts';
import { findOptionalAsFound, readResult } from '../results/read-result.ts';

/** All that papers about an assessment are written from, as it stands now or as it was kept. */
export async function readPaperSource(deps: Pick<Deps, 'db' | 'criteriaCopies'>, assessment: Assessment): Promise<PaperSource> {
  const scored = await readResult(deps, assessment);
  return { ...scored, asFound: await findOptionalAsFound(deps, assessment) };
}
