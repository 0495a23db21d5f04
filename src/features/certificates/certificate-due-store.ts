import type { Db } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { dayAfter } from '../../model/finding-life.ts';
import type { DueItem } from '../notices/due.ts';
import type { Certificate } from './certificate.ts';
import { type CertificateRow, toCertificate } from './certificate-store.ts';

/** Valid certificates whose surveillance was due before today. */
export async function listOverdueIds(db: Db, today: IsoDate, most: number): Promise<string[]> {
  return db('certificates')
    .where({ standing: 'valid' })
    .where('surveillance_due', '<', today)
    .where('valid_until', '>=', today)
    .orderBy('surveillance_due')
    .limit(most)
    .pluck('id');
}

/** The office, and those who manage that company. */
export async function listConcerned(db: Db, organizationId: string): Promise<string[]> {
  const managers: string[] = await db('company_places').where({ organization_id: organizationId }).distinct().pluck('user_id');
  return [...new Set([...(await listOffice(db)), ...managers])];
}

function listOffice(db: Db): Promise<string[]> {
  return db('user_roles').whereIn('role', ['administrator', 'programme-manager']).distinct().pluck('user_id');
}

/** Suspended certificates whose suspension ended without a decision, those of long ago first. */
export async function listEndedSuspensions(db: Db, today: IsoDate): Promise<Certificate[]> {
  const rows: CertificateRow[] = await db('certificates')
    .where({ standing: 'suspended' })
    .where('suspended_until', '<', today)
    .where('valid_until', '>=', today)
    .orderBy(['suspended_until', 'number'])
    .limit(200);
  return rows.map(toCertificate);
}

interface DueRow {
  readonly id: string;
  readonly number: string;
  readonly holder: string;
  readonly organization_id: string;
  readonly day: string;
}

const kinds = [
  { kind: 'certificate-surveillance', column: 'surveillance_due', standings: ['valid'], ahead: 53 },
  { kind: 'certificate-expiry', column: 'valid_until', standings: ['valid', 'suspended'], ahead: 83 },
  { kind: 'certificate-suspension', column: 'suspended_until', standings: ['suspended'], ahead: 23 },
] as const;

/** Surveillance that is due, suspensions and validities that end: the office and the company's managers are told long before. */
export async function listDueCertificates(db: Db, from: IsoDate, until: IsoDate): Promise<DueItem[]> {
  const office = await listOffice(db);
  const lists = await Promise.all(kinds.map((kind) => listKind(db, kind, { from, until, office })));
  return lists.flat();
}

interface Range {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly office: readonly string[];
}

async function listKind(
  db: Db,
  { kind, column, standings, ahead }: (typeof kinds)[number],
  { from, until, office }: Range,
): Promise<DueItem[]> {
  const rows: DueRow[] = await db('certificates')
    .whereIn('standing', [...standings])
    .whereBetween(column, [from, dayAfter(until, { value: ahead, unit: 'days' })])
    .orderBy([column, 'id'])
    .limit(2000)
    .select('id', 'number', 'holder', 'organization_id', { day: column });
  const managers: { user_id: string; organization_id: string }[] = await db('company_places')
    .whereIn('organization_id', [...new Set(rows.map((row) => row.organization_id))])
    .select('user_id', 'organization_id');
  return rows.map(({ id, number, holder, organization_id, day }) => ({
    kind,
    id,
    dueOn: day,
    text: {
      soon: message(`certificates.due.${kind}.soon`, { number, holder, day }),
      overdue: message(`certificates.due.${kind}.overdue`, { number, holder, day }),
    },
    href: `/certificates/${id}`,
    assessmentId: null,
    to: [...office, ...managers.filter((place) => place.organization_id === organization_id).map(({ user_id }) => user_id)],
  }));
}
