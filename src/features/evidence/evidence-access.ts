import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { type Actor, worksFor } from '../../model/actor.ts';
import type { AssessmentDeed } from '../../model/assessment-rights.ts';
import { AppError } from '../../model/errors.ts';
import { type AssessmentAccess, accessAssessment, accessForChange } from '../assessments/assessment-access.ts';
import type { StoredEvidence } from './evidence.ts';
import { type EvidenceScope, findEvidence } from './evidence-store.ts';

export interface EvidenceAccess extends AssessmentAccess {
  /** Whose evidence they see. */
  readonly scope: EvidenceScope;
}

/** For reading evidence. A mystery shopper sees their own, a company its people's until the result is reported. Throws `not_found`. */
export async function accessEvidence(db: Db, actor: Actor, assessmentId: string): Promise<EvidenceAccess> {
  const access = await accessAssessment(db, actor, assessmentId, 'seeEvidence');
  return { ...access, scope: scopeOf(actor, access) };
}

function scopeOf(actor: Actor, { assessment: { organizationId }, rights }: AssessmentAccess): EvidenceScope {
  if (rights.view) return 'all';
  return worksFor(actor, organizationId) ? { company: organizationId } : { person: actor.id };
}

/** Who judges may change every piece, others what they handed in themselves as long as nobody judged it. */
export function mayChangeEvidence(actor: Actor, { rights }: AssessmentAccess, { addedById, life }: StoredEvidence): boolean {
  if (rights.judgeEvidence) return true;
  return rights.handIn && addedById === actor.id && life.status === 'submitted';
}

/**
 * A piece that is to be changed, its assessment held until the transaction ends. Throws what `accessForChange` throws,
 * `not_found` for a piece they do not see, and `forbidden` for one that they may only read.
 */
export async function evidenceForChange(
  trx: Trx,
  actor: Actor,
  place: { readonly assessmentId: string; readonly evidenceId: string },
  deed: Extract<AssessmentDeed, 'handIn' | 'judgeEvidence'>,
): Promise<{ readonly access: EvidenceAccess; readonly evidence: StoredEvidence }> {
  await accessForChange(trx, actor, place.assessmentId, deed);
  const access = await accessEvidence(trx, actor, place.assessmentId);
  const evidence = await findEvidence(trx, place.assessmentId, place.evidenceId, access.scope);
  if (!mayChangeEvidence(actor, access, evidence)) throw new AppError('forbidden', message('error.forbidden'));
  return { access, evidence };
}
