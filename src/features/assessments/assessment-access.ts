import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { type AssessmentDeed, type AssessmentRights, rightsIn } from '../../model/assessment-rights.ts';
import { AppError } from '../../model/errors.ts';
import type { Assessment } from './assessment.ts';
import { findAssessment, lockAssessment } from './assessment-store.ts';
import { findTeamPlace } from './team-store.ts';

/** An assessment with what somebody may do in it. */
export interface AssessmentAccess {
  readonly assessment: Assessment;
  readonly rights: AssessmentRights;
  /** Is in the team and cannot work in it before a valid statement of impartiality stands. */
  readonly mustDeclare: boolean;
}

/** For reading what `view` or the named deed allows. Throws `not_found` also when it is not theirs to see. */
export async function accessAssessment(
  db: Db,
  actor: Actor,
  id: string,
  deed: AssessmentDeed = 'view',
): Promise<AssessmentAccess> {
  const access = await grant(db, actor, await findAssessment(db, id));
  if (!access.rights[deed]) throw notFound();
  return access;
}

/**
 * For a change in the same transaction: the assessment stays as it is until that ends. Throws `not_found`, `forbidden`
 * when they may see but not do it, and `conflict` when it is finished.
 */
export async function accessForChange(trx: Trx, actor: Actor, id: string, deed: AssessmentDeed): Promise<Assessment> {
  const { assessment, rights, mustDeclare } = await grant(trx, actor, await lockAssessment(trx, id));
  if (assessment.state === 'finished' || assessment.state === 'stopped')
    throw new AppError('conflict', message('assessments.alreadyFinished', { number: assessment.number }));
  if (!rights[deed] && mustDeclare) throw new AppError('forbidden', message('independence.declareFirst'));
  if (!rights[deed]) throw rights.view ? new AppError('forbidden', message('error.forbidden')) : notFound();
  return assessment;
}

async function grant(db: Db, actor: Actor, assessment: Assessment): Promise<AssessmentAccess> {
  const { teamRole, declared } = await findTeamPlace(db, assessment.id, actor.id);
  const rights = rightsIn(actor, { ...assessment, teamRole, declared });
  if (!rights.follow) throw notFound();
  return { assessment, rights, mustDeclare: assessment.kind !== 'self' && teamRole !== null && !declared };
}

function notFound(): AppError {
  return new AppError('not_found', message('error.notFound'));
}
