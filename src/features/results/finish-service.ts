import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { missingToFinish } from '../../model/completion.ts';
import { AppError } from '../../model/errors.ts';
import { resultOf } from '../../model/result-of.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { markFinished } from '../assessments/assessment-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { readDossier } from '../dossiers/read-dossier.ts';
import { insertResult } from './result-store.ts';

/**
 * Finishes an assessment for good: keeps the dossier and its result as they are now, and locks it. Throws `not_found`,
 * `forbidden`, `conflict` when it is finished already, and `invalid` while something is missing.
 */
export async function finishAssessment(deps: Deps, actor: Actor, id: string): Promise<Assessment> {
  const now = deps.clock();
  return deps.db.transaction(async (trx) => {
    const open = await accessForChange(trx, actor, id, 'lead');
    const assessment = { ...open, finishedAt: now.toISOString(), finishedBy: actor.id };
    const dossier = await readDossier({ db: trx, criteriaCopies: deps.criteriaCopies }, assessment);
    if (missingToFinish(dossier).length > 0) throw new AppError('invalid', message('results.refusedMissing'));

    const result = resultOf(dossier);
    await insertResult(trx, id, { dossier, result }, now);
    await markFinished(trx, id, assessment.finishedAt, actor.id);
    await recordAuditEntry(trx, {
      at: now,
      actor,
      deed: 'assessment.finished',
      subject: 'assessment',
      subjectId: id,
      details: { number: assessment.number, outcome: result.outcome, score: result.score, grade: result.grade },
    });
    return assessment;
  });
}
