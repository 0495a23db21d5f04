import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { type AssessmentDeed, type AssessmentRights, mayEver, rightsIn } from '../../model/assessment-rights.ts';
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
 * when they may see but never do it, and `conflict` when its state does not allow it (any more).
 */
export async function accessForChange(trx: Trx, actor: Actor, id: string, deed: AssessmentDeed): Promise<Assessment> {
  const { assessment, rights, ever, mustDeclare, once } = await grant(trx, actor, await lockAssessment(trx, id));
  if (rights[deed]) return assessment;
  if (mustDeclare && once[deed]) throw new AppError('forbidden', message('independence.declareFirst'));
  const { state, number } = assessment;
  if (ever(deed) || (rights.view && (state === 'finished' || state === 'stopped')))
    throw new AppError('conflict', message(`assessments.locked.${state}`, { number }));
  throw rights.view ? new AppError('forbidden', message('error.forbidden')) : notFound();
}

/** For a change, before anything of it is read. Throws `not_found`, or `forbidden` when they may see but could do it in no state. */
export async function refuseForeign(db: Db, actor: Actor, id: string, deed: AssessmentDeed): Promise<void> {
  const { ever, rights } = await grant(db, actor, await findAssessment(db, id));
  if (!ever(deed)) throw rights.view ? new AppError('forbidden', message('error.forbidden')) : notFound();
}

interface Grant extends AssessmentAccess {
  readonly ever: (deed: AssessmentDeed) => boolean;
  /** Rights that they have once their statement stands. */
  readonly once: AssessmentRights;
}

async function grant(db: Db, actor: Actor, assessment: Assessment): Promise<Grant> {
  const { teamRole, declared } = await findTeamPlace(db, assessment.id, actor.id);
  const place = { ...assessment, teamRole, declared: true };
  const rights = rightsIn(actor, { ...place, declared });
  if (!rights.follow) throw notFound();
  return {
    assessment,
    rights,
    mustDeclare: assessment.kind !== 'self' && teamRole !== null && !declared,
    ever: (deed) => mayEver(actor, place, deed),
    once: rightsIn(actor, place),
  };
}

function notFound(): AppError {
  return new AppError('not_found', message('error.notFound'));
}
