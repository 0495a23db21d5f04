import { randomUUID } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { findOptionalOrganizationByName } from '../organizations/organization-store.ts';
import { findOptionalHeldAssessment } from './held-assessment-store.ts';
import { insertHold, liftHold } from './hold-store.ts';

export interface HoldInput {
  /** Number of an assessment, or the full name of an organization. */
  readonly about: string;
  readonly reason: string;
}

/** From then on nothing of it goes by its age. Throws `invalid` when neither an assessment nor an organization is called so. */
export async function setHold(deps: Deps, actor: Actor, { about, reason }: HoldInput): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const target = await targetOf(trx, actor, about);
    const id = randomUUID();
    await insertHold(trx, { id, ...target, reason, by: actor.id, at });
    const details = { about, after: { reason } };
    await recordAuditEntry(trx, { at, actor, deed: 'hold.set', subject: 'hold', subjectId: id, details });
  });
}

/** Throws `not_found` when it is lifted already. */
export async function endHold(deps: Deps, actor: Actor, id: string): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    if (!(await liftHold(trx, id, actor.id, at))) throw new AppError('not_found', message('holds.lifted'));
    await recordAuditEntry(trx, { at, actor, deed: 'hold.lifted', subject: 'hold', subjectId: id });
  });
}

async function targetOf(trx: Trx, actor: Actor, about: string) {
  const assessmentId = await findOptionalHeldAssessment(trx, about);
  if (assessmentId !== null) return { assessmentId, organizationId: null };
  const organization = await findOptionalOrganizationByName(trx, actor, about);
  if (organization) return { assessmentId: null, organizationId: organization.id };
  throw new AppError('invalid', message('error.checkFields'), { about: message('holds.unknown', { about }) });
}
