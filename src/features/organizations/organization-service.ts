import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { databaseTrouble } from '../../db/driver-errors.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import type { organizationForm } from './organization-forms.ts';
import { findVisibleOrganization, insertOrganization, type Organization, updateOrganization } from './organization-store.ts';

export type OrganizationInput = z.output<typeof organizationForm>;

/** Throws `invalid` when there is an organization of that name. */
export async function addOrganization(deps: Deps, actor: Actor, input: OrganizationInput): Promise<Organization> {
  const now = deps.clock();
  const organization = { id: randomUUID(), ...input };

  await deps.db
    .transaction(async (trx) => {
      await insertOrganization(trx, organization, now);
      await recordAuditEntry(trx, {
        ...entryOf(organization.id, actor, now),
        deed: 'organization.added',
        details: { after: input },
      });
    })
    .catch(refuseTakenName);
  return organization;
}

/** Throws `not_found`, or `invalid` when another organization has that name. */
export async function changeOrganization(deps: Deps, actor: Actor, id: string, input: OrganizationInput): Promise<void> {
  const now = deps.clock();

  await deps.db
    .transaction(async (trx) => {
      const { id: _, ...before } = await findVisibleOrganization(trx, actor, id);
      await updateOrganization(trx, { id, ...input }, now);
      await recordAuditEntry(trx, {
        ...entryOf(id, actor, now),
        deed: 'organization.changed',
        details: { before, after: input },
      });
    })
    .catch(refuseTakenName);
}

function entryOf(id: string, actor: Actor, at: Date) {
  return { at, actor, subject: 'organization', subjectId: id };
}

function refuseTakenName(error: unknown): never {
  if (databaseTrouble(error) !== 'unique') throw error;
  const fields = { name: message('organizations.nameTaken') };
  throw new AppError('invalid', message('error.checkFields'), fields, { cause: error });
}
