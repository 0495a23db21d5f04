import type { Knex } from 'knex';
import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { type CaseState, caseStates } from '../../model/case-life.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import { type Occasion, occasions, type ProgrammeKind, programmeKinds } from '../../model/programme.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { type CertificateRow, toCertificate } from '../certificates/certificate-store.ts';

/** An audit of a certificate's programme that is planned, or ordered beside what is laid out. */
export interface ProgrammeAudit {
  readonly id: string;
  readonly certificateId: string;
  readonly kind: ProgrammeKind;
  readonly occasion: Occasion | null;
  readonly reason: string | null;
  readonly opensOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly case: { readonly id: string; readonly number: string; readonly state: CaseState } | null;
  readonly dropped: string | null;
  readonly revision: number;
}

interface AuditRow {
  readonly id: string;
  readonly certificate_id: string;
  readonly kind: string;
  readonly occasion: string | null;
  readonly reason: string | null;
  readonly opens_on: string;
  readonly due_on: string;
  readonly case_id: string | null;
  readonly case_number: string | null;
  readonly case_state: string | null;
  readonly dropped: string | null;
  readonly revision: number;
}

/** Certificates of which a period is read at most; whoever has more looks at shorter periods. */
export const mostCertificates = 3000;

/** Certificates in force of which something may fall into the period, those due first. */
export async function listInForce(db: Db, from: IsoDate, until: IsoDate): Promise<Certificate[]> {
  const rows: CertificateRow[] = await db('certificates')
    .whereIn('standing', ['valid', 'suspended'])
    .where('valid_until', '>=', from)
    .where((due) => due.where('surveillance_due', '<=', until).orWhere('valid_until', '<=', until))
    .orderBy(['surveillance_due', 'valid_until', 'id'])
    .limit(mostCertificates);
  return rows.map(toCertificate);
}

function audits(db: Db): Knex.QueryBuilder {
  return db('programme_audits')
    .leftJoin('certification_cases', 'certification_cases.id', 'programme_audits.case_id')
    .select('programme_audits.*', 'certification_cases.number as case_number', 'certification_cases.state as case_state');
}

/** Those of one certificate, in order of their days. */
export async function listAuditsOf(db: Db, certificateId: string): Promise<ProgrammeAudit[]> {
  const rows: AuditRow[] = await audits(db)
    .where('programme_audits.certificate_id', certificateId)
    .orderBy(['programme_audits.due_on', 'programme_audits.created_at'])
    .limit(500);
  return rows.map(toAudit);
}

/** Everything planned or ordered for a period. */
export async function listAuditsDue(db: Db, from: IsoDate, until: IsoDate): Promise<ProgrammeAudit[]> {
  const rows: AuditRow[] = await audits(db)
    .whereBetween('programme_audits.due_on', [from, until])
    .whereNull('programme_audits.dropped')
    .orderBy(['programme_audits.due_on', 'programme_audits.id'])
    .limit(mostCertificates);
  return rows.map(toAudit);
}

/** The certificates with these ids. */
export async function listCertificates(db: Db, ids: readonly string[]): Promise<Certificate[]> {
  const rows: CertificateRow[] = await db('certificates')
    .whereIn('id', [...new Set(ids)])
    .limit(mostCertificates);
  return rows.map(toCertificate);
}

/** Hash of the criteria of each of these assessments. */
export async function findHashes(db: Db, assessmentIds: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(assessmentIds)];
  const found = new Map<string, string>();
  for (let start = 0; start < ids.length; start += 500) {
    const rows: { id: string; criteria_hash: string }[] = await db('assessments')
      .whereIn('id', ids.slice(start, start + 500))
      .select('id', 'criteria_hash');
    for (const { id, criteria_hash } of rows) found.set(id, criteria_hash);
  }
  return found;
}

/** Throws `not_found` also when it belongs to another certificate. */
export async function findAudit(db: Db, certificateId: string, id: string): Promise<ProgrammeAudit> {
  const row: AuditRow | undefined = await audits(db)
    .where({ 'programme_audits.id': id, 'programme_audits.certificate_id': certificateId })
    .first();
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return toAudit(row);
}

export async function insertAudit(
  trx: Trx,
  audit: Omit<ProgrammeAudit, 'case' | 'dropped' | 'revision'> & { readonly caseId: string | null },
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await trx('programme_audits').insert({
    id: audit.id,
    certificate_id: audit.certificateId,
    kind: audit.kind,
    occasion: audit.occasion,
    reason: audit.reason,
    opens_on: audit.opensOn,
    due_on: audit.dueOn,
    case_id: audit.caseId,
    slot: audit.kind === 'special' ? null : `${audit.certificateId}|${audit.kind}|${audit.dueOn}`,
    created_by: by,
    created_at: at.toISOString(),
    revision: 1,
  });
}

/** False when somebody changed it since `revision`. */
export async function updateAudit(
  trx: Trx,
  { id, revision }: Pick<ProgrammeAudit, 'id' | 'revision'>,
  change: { readonly caseId: string } | { readonly dropped: string },
): Promise<boolean> {
  const values = 'caseId' in change ? { case_id: change.caseId } : { dropped: change.dropped };
  const changed = await trx('programme_audits')
    .where({ id, revision })
    .update({ ...values, revision: revision + 1 });
  return changed === 1;
}

function toAudit(row: AuditRow): ProgrammeAudit {
  const kind = programmeKinds.find((known) => known === row.kind);
  if (!kind) throw new Error(`The database holds an unknown kind of audit in a programme: ${row.kind}`);
  const state = caseStates.find((known) => known === row.case_state);
  return {
    id: row.id,
    certificateId: row.certificate_id,
    kind,
    occasion: occasions.find((known) => known === row.occasion) ?? null,
    reason: row.reason,
    opensOn: row.opens_on,
    dueOn: row.due_on,
    case: row.case_id && row.case_number && state ? { id: row.case_id, number: row.case_number, state } : null,
    dropped: row.dropped,
    revision: row.revision,
  };
}
