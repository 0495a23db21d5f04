import type { Db } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { IsoDate } from '../../model/dossier.ts';
import type { DueItem } from '../notices/due.ts';

/** Special audits that are ordered and not planned: the office is told before their day. */
export async function listDueSpecials(db: Db, from: IsoDate, until: IsoDate): Promise<DueItem[]> {
  const rows: { id: string; number: string; holder: string; certificate_id: string; due_on: string }[] = await db(
    'programme_audits',
  )
    .join('certificates', 'certificates.id', 'programme_audits.certificate_id')
    .where({ 'programme_audits.kind': 'special' })
    .whereNull('programme_audits.case_id')
    .whereNull('programme_audits.dropped')
    .whereBetween('programme_audits.due_on', [from, until])
    .orderBy(['programme_audits.due_on', 'programme_audits.id'])
    .limit(2000)
    .select('programme_audits.id', 'programme_audits.certificate_id', 'programme_audits.due_on')
    .select('certificates.number', 'certificates.holder');
  if (rows.length === 0) return [];
  const office: string[] = await db('user_roles')
    .whereIn('role', ['administrator', 'programme-manager'])
    .distinct()
    .pluck('user_id');
  return rows.map(({ id, number, holder, certificate_id, due_on: day }) => ({
    kind: 'special-audit',
    id,
    dueOn: day,
    text: {
      soon: message('programmes.due.soon', { number, holder, day }),
      overdue: message('programmes.due.overdue', { number, holder, day }),
    },
    href: `/certificates/${certificate_id}/programme`,
    assessmentId: null,
    to: office,
  }));
}
