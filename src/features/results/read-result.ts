import type { Deps } from '../../deps.ts';
import { resultOf } from '../../model/result-of.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { readDossier } from '../dossiers/read-dossier.ts';
import { findOptionalResult, type Scored } from './result-store.ts';

/** What was found before corrections; null where nothing was corrected (yet), or the result as found is the one that counts. */
export async function findOptionalAsFound({ db }: Pick<Deps, 'db'>, { id, resultKind }: Assessment): Promise<Scored | null> {
  return resultKind === 'as-found' ? null : findOptionalResult(db, id, 'as-found');
}

/** The result that counts, as it was kept; until there is one, what the assessment comes to as it stands now. */
export async function readResult(deps: Pick<Deps, 'db' | 'criteriaCopies'>, assessment: Assessment): Promise<Scored> {
  if (assessment.resultKind !== null) {
    const kept = await findOptionalResult(deps.db, assessment.id, assessment.resultKind);
    if (!kept) throw new Error(`Assessment ${assessment.number} is ${assessment.state} but has no result.`);
    return kept;
  }
  const dossier = await readDossier(deps, assessment);
  return { dossier, result: resultOf(dossier) };
}
