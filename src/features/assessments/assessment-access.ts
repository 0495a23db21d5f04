import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { type AssessmentRights, rightsIn } from '../../model/permissions.ts';
import type { Assessment } from './assessment.ts';
import { findAssessment, findOptionalMembership, lockAssessment } from './assessment-store.ts';

/** An assessment with what somebody may do in it. */
export interface AssessmentAccess {
  readonly assessment: Assessment;
  readonly rights: AssessmentRights;
}

/** For reading. Throws `not_found` also when it is not theirs to see. */
export async function accessAssessment(db: Db, actor: Actor, id: string): Promise<AssessmentAccess> {
  return grant(db, actor, await findAssessment(db, id));
}

/**
 * For a change in the same transaction: the assessment stays as it is until that ends. Throws `not_found`, `forbidden`
 * when they may see but not do it, and `conflict` when it is finished.
 */
export async function accessForChange(trx: Trx, actor: Actor, id: string, right: 'rate' | 'lead'): Promise<Assessment> {
  const { assessment, rights } = await grant(trx, actor, await lockAssessment(trx, id));
  if (assessment.finishedAt !== null)
    throw new AppError('conflict', message('assessments.alreadyFinished', { number: assessment.number }));
  if (!rights[right]) throw new AppError('forbidden', message('error.forbidden'));
  return assessment;
}

async function grant(db: Db, actor: Actor, assessment: Assessment): Promise<AssessmentAccess> {
  const membership = await findOptionalMembership(db, assessment.id, actor.id);
  const rights = rightsIn(actor, {
    kind: assessment.kind,
    finished: assessment.finishedAt !== null,
    inTeam: membership !== null,
    leads: membership?.leads ?? false,
    ofOrganization: actor.organizationId === assessment.organizationId,
  });
  if (!rights.view) throw new AppError('not_found', message('error.notFound'));
  return { assessment, rights };
}
