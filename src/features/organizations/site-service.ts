import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import type { siteForm } from './organization-forms.ts';
import { findVisibleOrganization } from './organization-store.ts';
import { deleteSite, findSite, insertSite, listAssessmentNumbersAt, updateSite } from './site-store.ts';

export type SiteInput = z.output<typeof siteForm>;

/** Throws `not_found`. */
export async function addSite(deps: Deps, actor: Actor, organizationId: string, input: SiteInput): Promise<void> {
  const now = deps.clock();

  await deps.db.transaction(async (trx) => {
    await findVisibleOrganization(trx, actor, organizationId);
    const site = { id: randomUUID(), organizationId, ...input };
    await insertSite(trx, site);
    await recordAuditEntry(trx, {
      ...entryOf(site.id, actor, now),
      deed: 'site.added',
      details: { organizationId, after: input },
    });
  });
}

/** Throws `not_found`. */
export async function changeSite(
  deps: Deps,
  actor: Actor,
  { organizationId, siteId }: { readonly organizationId: string; readonly siteId: string },
  input: SiteInput,
): Promise<void> {
  const now = deps.clock();

  await deps.db.transaction(async (trx) => {
    await findVisibleOrganization(trx, actor, organizationId);
    const { id: _, organizationId: _of, ...before } = await findSite(trx, organizationId, siteId);
    await updateSite(trx, { id: siteId, organizationId, ...input });
    await recordAuditEntry(trx, {
      ...entryOf(siteId, actor, now),
      deed: 'site.changed',
      details: { organizationId, before, after: input },
    });
  });
}

/** Throws `not_found`, or `conflict` when an assessment covers the site. */
export async function removeSite(deps: Deps, actor: Actor, organizationId: string, siteId: string): Promise<void> {
  const now = deps.clock();

  await deps.db.transaction(async (trx) => {
    await findVisibleOrganization(trx, actor, organizationId);
    const site = await findSite(trx, organizationId, siteId);
    const [number] = await listAssessmentNumbersAt(trx, siteId);
    if (number) throw new AppError('conflict', message('organizations.siteUsed', { site: site.name, number }));
    await deleteSite(trx, siteId);
    const { id: _, organizationId: _of, ...before } = site;
    await recordAuditEntry(trx, { ...entryOf(siteId, actor, now), deed: 'site.removed', details: { organizationId, before } });
  });
}

function entryOf(id: string, actor: Actor, at: Date) {
  return { at, actor, subject: 'site', subjectId: id };
}
