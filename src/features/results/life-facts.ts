import type { Db } from '../../db/db.ts';
import type { LifeFacts } from '../../model/assessment-life.ts';
import { missingToFinish } from '../../model/completion.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { countFindings } from '../assessments/finding-count-store.ts';

/** What the conditions of the steps go by, of an assessment as it stands. */
export async function readLifeFacts(db: Db, { id }: Pick<Assessment, 'id'>, dossier: Dossier): Promise<LifeFacts> {
  return {
    hasLeader: dossier.assessment.team.some(({ role }) => role === 'lead-auditor'),
    rated: Object.values(dossier.ratings).filter(({ rating }) => rating !== null).length,
    missing: missingToFinish(dossier).length,
    ...(await countFindings(db, id)),
  };
}
