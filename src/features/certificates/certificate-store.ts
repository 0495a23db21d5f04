import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { CertificateFacts } from '../../model/certificate-facts.ts';
import { certificateCauses, certificateStandings } from '../../model/certificate-life.ts';
import { certificateNumber, numberKey, seriesOf } from '../../model/certificate-number.ts';
import { AppError } from '../../model/errors.ts';
import type { Certificate, CertificateEvent } from './certificate.ts';
import { keepTerms } from './certificate-term-store.ts';

export interface CertificateRow {
  readonly id: string;
  readonly number: string;
  readonly organization_id: string;
  readonly assessment_id: string;
  readonly holder: string;
  readonly trade: string | null;
  readonly criteria_id: string;
  readonly grade_id: string;
  readonly grade_label: string;
  readonly standing: string;
  readonly issued_on: string;
  readonly valid_until: string;
  readonly suspended_until: string | null;
  readonly surveillance_every: string | null;
  readonly suspension_lasts: string | null;
  readonly notices: string | null;
  readonly surveillance_due: string | null;
  readonly replaced_by: string | null;
  readonly edition: number;
  readonly revision: number;
  readonly created_at: string;
}

/** The next number of its series. The counter stays locked until the transaction ends, so that none is left out or given twice. */
export async function takeCertificateNumber(trx: Trx, pattern: string, year: string): Promise<string> {
  const series = seriesOf(pattern, year);
  await trx('certificate_counters').insert({ series, last: 0 }).onConflict('series').ignore();
  await trx('certificate_counters').where({ series }).increment('last', 1);
  const row: { last: number } = await trx('certificate_counters').where({ series }).first('last');
  return certificateNumber(pattern, year, row.last);
}

/** Throws `not_found`. */
export async function findCertificate(db: Db, id: string): Promise<Certificate> {
  const row: CertificateRow | undefined = await db('certificates').where({ id }).first();
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return toCertificate(row);
}

/** The same, holding the row until the transaction ends. Throws `not_found`. */
export async function lockCertificate(trx: Trx, id: string): Promise<Certificate> {
  const row: CertificateRow | undefined = await trx('certificates').where({ id }).forUpdate().first();
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return toCertificate(row);
}

/** By its number as somebody types it. */
export async function findOptionalByNumber(db: Db, number: string): Promise<Certificate | null> {
  const row: CertificateRow | undefined = await db('certificates')
    .where({ number_key: numberKey(number) })
    .first();
  return row ? toCertificate(row) : null;
}

/** Those of an assessment or of an organization, the newest first. */
export async function listCertificatesOf(
  db: Db,
  owner: { readonly assessmentId: string } | { readonly organizationId: string },
): Promise<Certificate[]> {
  const where = 'assessmentId' in owner ? { assessment_id: owner.assessmentId } : { organization_id: owner.organizationId };
  const rows: CertificateRow[] = await db('certificates').where(where).orderBy(['issued_on', 'number']).limit(100);
  return rows.map(toCertificate).reverse();
}

export async function insertCertificate(trx: Trx, certificate: Certificate, facts: CertificateFacts): Promise<void> {
  const keys = { numberKey: numberKey(certificate.number), searchKey: searchKey(facts) };
  await trx('certificates').insert({ ...toRow(certificate), number_key: keys.numberKey, search_key: keys.searchKey });
  await keepTerms(trx, [{ certificateId: certificate.id, ...keys }]);
  await keepGrade(trx, certificate);
}

/** All that can change. The caller holds the row. */
export async function updateCertificate(trx: Trx, certificate: Certificate, facts: CertificateFacts): Promise<void> {
  const { id, number, created_at, ...row } = toRow(certificate);
  const keys = { numberKey: numberKey(number), searchKey: searchKey(facts) };
  await trx('certificates')
    .where({ id })
    .update({ ...row, search_key: keys.searchKey });
  await keepTerms(trx, [{ certificateId: id, ...keys }]);
  await keepGrade(trx, certificate);
}

/** The newest label of a grade is the one that the register offers. */
async function keepGrade(trx: Trx, { gradeId, gradeLabel }: Certificate): Promise<void> {
  const row = { grade_id: gradeId, label: JSON.stringify(gradeLabel) };
  await trx('certificate_grades').insert(row).onConflict('grade_id').merge();
}

export async function insertEdition(trx: Trx, certificateId: string, facts: CertificateFacts, at: Date): Promise<void> {
  await trx('certificate_editions').insert({
    certificate_id: certificateId,
    edition: facts.edition,
    facts: JSON.stringify(facts),
    created_at: at.toISOString(),
  });
}

/** What it says in that edition. */
export async function findFacts(db: Db, certificateId: string, edition: number): Promise<CertificateFacts> {
  const row = await db('certificate_editions').where({ certificate_id: certificateId, edition }).first('facts');
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return JSON.parse(row.facts);
}

export async function insertEvent(
  trx: Trx,
  event: Omit<CertificateEvent, 'place' | 'cause'> & Partial<Pick<CertificateEvent, 'cause'>>,
): Promise<void> {
  const last = await trx('certificate_events').where({ certificate_id: event.certificateId }).max({ place: 'place' }).first();
  await trx('certificate_events').insert({
    certificate_id: event.certificateId,
    place: Number(last?.place ?? 0) + 1,
    change: event.change,
    reason: event.reason,
    cause: event.cause ?? null,
    from_date: event.from,
    until_date: event.until,
    edition: event.edition,
    decision_id: event.decisionId,
    actor_id: event.actorId,
    at: event.at,
  });
}

/** An event with the name of who did it; null: the program by the clock. */
export interface NamedEvent extends CertificateEvent {
  readonly actorName: string | null;
}

/** All that happened, the first first. */
export async function listEvents(db: Db, certificateId: string): Promise<NamedEvent[]> {
  const rows = await db('certificate_events')
    .leftJoin('users', 'users.id', 'certificate_events.actor_id')
    .where({ certificate_id: certificateId })
    .orderBy('place')
    .limit(500)
    .select('certificate_events.*', 'users.name');
  return rows.map((row) => ({
    certificateId: row.certificate_id,
    place: row.place,
    change: row.change,
    reason: row.reason,
    cause: certificateCauses.find((known) => known === row.cause) ?? null,
    from: row.from_date,
    until: row.until_date,
    edition: row.edition,
    decisionId: row.decision_id,
    actorId: row.actor_id,
    actorName: row.name,
    at: row.at,
  }));
}

/** Numbers of the major findings of an assessment that are not closed, `N3`. */
export async function listOpenMajors(db: Db, assessmentId: string): Promise<string[]> {
  const numbers: (number | null)[] = await db('findings')
    .where({ assessment_id: assessmentId, grade: 'major' })
    .whereNotIn('state', ['closed', 'withdrawn'])
    .orderBy('number')
    .pluck('number');
  return numbers.map((number) => `N${number ?? '?'}`);
}

/** Names and addresses as they are compared: without case and width of letters. */
function searchKey({ holder }: CertificateFacts): string {
  const texts = [...Object.values(holder.name), ...Object.values(holder.address)];
  return texts.map((text) => text.normalize('NFKC').toLowerCase().slice(0, 150)).join('\n');
}

export function toCertificate(row: CertificateRow): Certificate {
  const standing = certificateStandings.find((known) => known === row.standing);
  if (!standing) throw new Error(`The database holds an unknown standing of a certificate: ${row.standing}`);
  return {
    id: row.id,
    number: row.number,
    organizationId: row.organization_id,
    assessmentId: row.assessment_id,
    holder: row.holder,
    trade: row.trade,
    criteriaId: row.criteria_id,
    gradeId: row.grade_id,
    gradeLabel: JSON.parse(row.grade_label),
    standing,
    issuedOn: row.issued_on,
    validUntil: row.valid_until,
    suspendedUntil: row.suspended_until,
    surveillanceEvery: row.surveillance_every && JSON.parse(row.surveillance_every),
    notices: row.notices && JSON.parse(row.notices),
    suspensionLasts: row.suspension_lasts && JSON.parse(row.suspension_lasts),
    surveillanceDue: row.surveillance_due,
    replacedBy: row.replaced_by,
    edition: row.edition,
    revision: row.revision,
    createdAt: row.created_at,
  };
}

function toRow(certificate: Certificate): CertificateRow {
  const { surveillanceEvery, suspensionLasts, notices } = certificate;
  return {
    id: certificate.id,
    number: certificate.number,
    organization_id: certificate.organizationId,
    assessment_id: certificate.assessmentId,
    holder: certificate.holder,
    trade: certificate.trade,
    criteria_id: certificate.criteriaId,
    grade_id: certificate.gradeId,
    grade_label: JSON.stringify(certificate.gradeLabel),
    standing: certificate.standing,
    issued_on: certificate.issuedOn,
    valid_until: certificate.validUntil,
    suspended_until: certificate.suspendedUntil,
    surveillance_every: surveillanceEvery && JSON.stringify(surveillanceEvery),
    notices: notices && JSON.stringify(notices),
    suspension_lasts: suspensionLasts && JSON.stringify(suspensionLasts),
    surveillance_due: certificate.surveillanceDue,
    replaced_by: certificate.replacedBy,
    edition: certificate.edition,
    revision: certificate.revision,
    created_at: certificate.createdAt,
  };
}
