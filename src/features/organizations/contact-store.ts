import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';

/** Somebody at an organization whom one can turn to. */
export interface Contact {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly position: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

interface ContactRow {
  readonly id: string;
  readonly organization_id: string;
  readonly name: string;
  readonly position: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** In the order in which they were added. */
export async function listContacts(db: Db, organizationId: string): Promise<Contact[]> {
  const rows = await db<ContactRow>('contacts').where({ organization_id: organizationId }).orderBy(['place', 'id']);
  return rows.map(toContact);
}

/** Throws `not_found` also when the contact is another organization's. */
export async function findContact(db: Db, organizationId: string, id: string): Promise<Contact> {
  const row = await db<ContactRow>('contacts').where({ id, organization_id: organizationId }).first();
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return toContact(row);
}

export async function insertContact(trx: Trx, contact: Contact): Promise<void> {
  const last = await trx('contacts').where({ organization_id: contact.organizationId }).max({ place: 'place' }).first();
  await trx('contacts').insert({ ...toRow(contact), place: Number(last?.place ?? 0) + 1 });
}

export async function updateContact(trx: Trx, contact: Contact): Promise<void> {
  const { id, ...row } = toRow(contact);
  await trx('contacts').where({ id }).update(row);
}

export async function deleteContact(trx: Trx, id: string): Promise<void> {
  await trx('contacts').where({ id }).delete();
}

function toContact(row: ContactRow): Contact {
  return {
    id: row.id,
    organizationId: row.organization_id,
    name: row.name,
    position: row.position,
    phone: row.phone,
    email: row.email,
  };
}

function toRow(contact: Contact): ContactRow {
  return {
    id: contact.id,
    organization_id: contact.organizationId,
    name: contact.name,
    position: contact.position,
    phone: contact.phone,
    email: contact.email,
  };
}
