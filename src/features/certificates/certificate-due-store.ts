import type { Db } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { addDays } from '../../model/calendar.ts';
import { type CertificateNotices, commonNotices } from '../../model/certification-rule.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { dayAfter } from '../../model/finding-life.ts';
import { readHolidays } from '../holidays/holiday-store.ts';
import { type DueItem, soonDays } from '../notices/due.ts';
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
  // Once its day is over the certificate is suspended by the clock, which tells of it.
  { kind: 'certificate-surveillance', column: 'surveillance_due', standings: ['valid'], notice: 'surveillance', overdue: false },
  { kind: 'certificate-expiry', column: 'valid_until', standings: ['valid', 'suspended'], notice: 'expiry', overdue: true },
  { kind: 'certificate-suspension', column: 'suspended_until', standings: ['suspended'], notice: 'suspension', overdue: true },
] as const;

/**
 * Surveillance that is due, suspensions and validities that end: the office and the company's managers are told as long
 * before as the criteria say that the certificate rests on.
 */
export async function listDueCertificates(db: Db, from: IsoDate, until: IsoDate): Promise<DueItem[]> {
  const today = addDays(until, -soonDays);
  const [office, table, told] = await Promise.all([listOffice(db), readHolidays(db), listNotices(db)]);
  const lists = await Promise.all(
    kinds.map((kind) => {
      const groups = told.map((notices) => ({
        notices,
        last: dayAfter(today, notices?.[kind.notice] ?? commonNotices[kind.notice], table),
      }));
      return listKind(db, kind, { from: kind.overdue ? from : today, groups, office });
    }),
  );
  return lists.flat();
}

/** What criteria say of notices, each once; null: nothing. */
async function listNotices(db: Db): Promise<(CertificateNotices | null)[]> {
  const kept: string[] = await db('certificates').whereNotNull('notices').distinct().limit(500).pluck('notices');
  return [null, ...kept.map((notices): CertificateNotices => JSON.parse(notices))];
}

interface Range {
  readonly from: IsoDate;
  /** Until which day those are told of that rest on such criteria. */
  readonly groups: readonly { readonly notices: CertificateNotices | null; readonly last: IsoDate }[];
  readonly office: readonly string[];
}

async function listKind(
  db: Db,
  { kind, column, standings }: (typeof kinds)[number],
  { from, groups, office }: Range,
): Promise<DueItem[]> {
  const rows: DueRow[] = await db('certificates')
    .whereIn('standing', [...standings])
    .where((told) => {
      for (const { notices, last } of groups)
        told.orWhere((group) => group.where({ notices: notices && JSON.stringify(notices) }).whereBetween(column, [from, last]));
    })
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
