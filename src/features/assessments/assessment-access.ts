import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { type AssessmentDeed, type AssessmentRights, mayEver, rightsIn } from '../../model/assessment-rights.ts';
import { AppError } from '../../model/errors.ts';
import type { Assessment } from './assessment.ts';
import { findAssessment, findOptionalTeamRole, lockAssessment } from './assessment-store.ts';

/** An assessment with what somebody may do in it. */
export interface AssessmentAccess {
  readonly assessment: Assessment;
  readonly rights: AssessmentRights;
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
 * when they may see but never do it, and `conflict` when its state does not allow it (any more).
 */
export async function accessForChange(trx: Trx, actor: Actor, id: string, deed: AssessmentDeed): Promise<Assessment> {
  const { assessment, rights, ever } = await grant(trx, actor, await lockAssessment(trx, id));
  if (rights[deed]) return assessment;
  const { state, number } = assessment;
  if (ever(deed) || (rights.view && (state === 'finished' || state === 'stopped')))
    throw new AppError('conflict', message(`assessments.locked.${state}`, { number }));
  throw rights.view ? new AppError('forbidden', message('error.forbidden')) : notFound();
}

interface Grant extends AssessmentAccess {
  readonly ever: (deed: AssessmentDeed) => boolean;
}

async function grant(db: Db, actor: Actor, assessment: Assessment): Promise<Grant> {
  const teamRole = await findOptionalTeamRole(db, assessment.id, actor.id);
  const place = { ...assessment, teamRole };
  const rights = rightsIn(actor, place);
  if (!rights.follow) throw notFound();
  return { assessment, rights, ever: (deed) => mayEver(actor, place, deed) };
}

function notFound(): AppError {
  return new AppError('not_found', message('error.notFound'));
}
