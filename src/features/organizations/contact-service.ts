import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../model/actor.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { deleteContact, findContact, insertContact, updateContact } from './contact-store.ts';
import type { contactForm } from './organization-forms.ts';
import { findVisibleOrganization } from './organization-store.ts';

export type ContactInput = z.output<typeof contactForm>;

/** Throws `not_found`. */
export async function addContact(deps: Deps, actor: Actor, organizationId: string, input: ContactInput): Promise<void> {
  const now = deps.clock();

  await deps.db.transaction(async (trx) => {
    await findVisibleOrganization(trx, actor, organizationId);
    const contact = { id: randomUUID(), organizationId, ...input };
    await insertContact(trx, contact);
    await recordAuditEntry(trx, { ...entryOf(contact.id, actor, now), deed: 'contact.added', details: { organizationId } });
  });
}

/** Throws `not_found`. */
export async function changeContact(
  deps: Deps,
  actor: Actor,
  { organizationId, contactId }: { readonly organizationId: string; readonly contactId: string },
  input: ContactInput,
): Promise<void> {
  const now = deps.clock();

  await deps.db.transaction(async (trx) => {
    await findVisibleOrganization(trx, actor, organizationId);
    await findContact(trx, organizationId, contactId);
    await updateContact(trx, { id: contactId, organizationId, ...input });
    await recordAuditEntry(trx, { ...entryOf(contactId, actor, now), deed: 'contact.changed', details: { organizationId } });
  });
}

/** Throws `not_found`. */
export async function removeContact(deps: Deps, actor: Actor, organizationId: string, contactId: string): Promise<void> {
  const now = deps.clock();

  await deps.db.transaction(async (trx) => {
    await findVisibleOrganization(trx, actor, organizationId);
    await findContact(trx, organizationId, contactId);
    await deleteContact(trx, contactId);
    await recordAuditEntry(trx, { ...entryOf(contactId, actor, now), deed: 'contact.removed', details: { organizationId } });
  });
}

/** Names and numbers of people stay out of the details: the trail is kept for ever, they need not be. */
function entryOf(id: string, actor: Actor, at: Date) {
  return { at, actor, subject: 'contact', subjectId: id };
}
