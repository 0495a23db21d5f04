import { randomUUID } from 'node:crypto';
import type { Db, Trx } from '../../db/db.ts';
import type { Message } from '../../i18n/translate.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { addDays } from '../../model/calendar.ts';
import type { CertificateFacts, CertificateHolder, CertificateSite } from '../../model/certificate-facts.ts';
import { refusalsOfCertificate } from '../../model/certificate-refusals.ts';
import type { CertificationRule } from '../../model/certification-rule.ts';
import type { Criteria, LocalizedText } from '../../model/criteria.ts';
import type { Dossier, IsoDate } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import { dayAfter } from '../../model/finding-life.ts';
import type { HolidayTable } from '../../model/working-days.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { findAssessment } from '../assessments/assessment-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { readHolidays } from '../holidays/holiday-store.ts';
import { findOptionalResult, type Scored } from '../results/result-store.ts';
import type { Certificate } from './certificate.ts';
import { refuseUnprintable } from './certificate-characters.ts';
import { insertCertificate, insertEdition, insertEvent, listOpenMajors, takeCertificateNumber } from './certificate-store.ts';
import { changeCertificate } from './change-certificate.ts';

export interface CertificateGrant {
  readonly actor: Actor;
  readonly at: Date;
  readonly organizationId: string;
  readonly assessmentId: string;
  /** Reference of the decision that grants it; null only where no decision is kept. */
  readonly decisionId: string | null;
  readonly holder: CertificateHolder;
  readonly scope: LocalizedText;
  readonly sites: readonly CertificateSite[];
  /** What the certificate names as its basis; left out: the title of the criteria. Edition and version are added. */
  readonly basis?: LocalizedText;
  readonly gradeId: string;
  readonly issuedOn: IsoDate;
  /** The last day; left out: as long as the criteria say. */
  readonly validUntil?: IsoDate;
  /** The certificate whose place this one takes. */
  readonly replaces?: string | null;
}

/** Why an assessment cannot carry a certificate of that grade, each reason in words; empty: it can. Throws `not_found`. */
export async function readRefusals(db: Db, assessmentId: string, gradeId: string): Promise<Message[]> {
  return refusalsOf(db, await findAssessment(db, assessmentId), gradeId);
}

/**
 * Issues a certificate: gives it the next number by the criteria's pattern and keeps what it says. It is signed afterwards
 * (`signWaiting`), so that trouble with the key never undoes a decision. Throws `not_found`, or `conflict` naming what
 * stands in the way.
 */
export async function issueCertificate(trx: Trx, grant: CertificateGrant): Promise<{ id: string; number: string }> {
  const assessment = await findAssessment(trx, grant.assessmentId);
  const [refusal] = await refusalsOf(trx, assessment, grant.gradeId);
  if (refusal) throw new AppError('conflict', refusal);
  if (assessment.organizationId !== grant.organizationId)
    throw new AppError('conflict', message('certificates.refusal.otherOrganization'));

  const ground = await readRule(trx, assessment);
  const number = await takeCertificateNumber(trx, ground.rule.number, grant.issuedOn.slice(0, 4));
  const facts = factsOf(grant, { ...ground, number, hash: assessment.criteriaHash });
  refuseUnprintable(facts);
  if (facts.validUntil < facts.issuedOn) throw new AppError('conflict', message('certificates.refusal.dates'));
  const certificate = certificateOf(grant, facts, ground);

  await insertCertificate(trx, certificate, facts);
  await insertEdition(trx, certificate.id, facts, grant.at);
  await insertEvent(trx, {
    certificateId: certificate.id,
    change: 'issue',
    reason: null,
    from: grant.issuedOn,
    until: facts.validUntil,
    edition: 1,
    decisionId: grant.decisionId,
    actorId: grant.actor.id,
    at: grant.at.toISOString(),
  });
  await recordAuditEntry(trx, {
    at: grant.at,
    actor: grant.actor,
    deed: 'certificate.issued',
    subject: 'certificate',
    subjectId: certificate.id,
    details: { assessment: assessment.number, decision: grant.decisionId, after: facts },
  });
  if (grant.replaces) await replaceEarlier(trx, grant, grant.replaces, certificate);
  return { id: certificate.id, number };
}

async function replaceEarlier(trx: Trx, { actor, at, issuedOn, decisionId }: CertificateGrant, id: string, by: Certificate) {
  const reason = by.number;
  await changeCertificate(trx, {
    certificateId: id,
    change: 'replace',
    reason,
    from: issuedOn,
    decisionId,
    actor,
    at,
    replacedBy: by.id,
  });
}

async function refusalsOf(db: Db, assessment: Assessment, gradeId: string): Promise<Message[]> {
  const kept = await keptResult(db, assessment);
  const criteria: Criteria | null = kept?.dossier.criteria ?? null;
  if (!criteria) return [message('certificates.refusal.unfinished')];
  const openMajors = await listOpenMajors(db, assessment.id);
  return refusalsOfCertificate({ ...assessment, criteria, result: kept?.result ?? null, openMajors }, gradeId);
}

async function keptResult(db: Db, { id, resultKind }: Assessment): Promise<Scored | null> {
  return resultKind === null ? null : findOptionalResult(db, id, resultKind);
}

interface Ground {
  readonly dossier: Dossier;
  readonly rule: CertificationRule;
  readonly table: HolidayTable;
}

async function readRule(trx: Trx, assessment: Assessment): Promise<Ground> {
  const dossier = (await keptResult(trx, assessment))?.dossier;
  const rule = dossier?.criteria.certification;
  if (!dossier || !rule) throw new AppError('conflict', message('certificates.refusal.noRule'));
  return { dossier, rule, table: await readHolidays(trx) };
}

function factsOf(
  grant: CertificateGrant,
  { number, dossier, rule, table, hash }: Ground & { number: string; hash: string },
): CertificateFacts {
  const { criteria } = dossier;
  const label = criteria.grades.find(({ id }) => id === grant.gradeId)?.label ?? {};
  return {
    number,
    edition: 1,
    holder: grant.holder,
    scope: grant.scope,
    sites: grant.sites,
    basis: { title: grant.basis ?? criteria.title, id: criteria.id, version: criteria.version, hash },
    grade: { id: grant.gradeId, label },
    issuedOn: grant.issuedOn,
    validUntil: grant.validUntil ?? lastDay(grant.issuedOn, rule, table),
    printedOn: grant.issuedOn,
  };
}

/** Three years from 8 January end with 7 January. */
function lastDay(issuedOn: IsoDate, { validFor }: CertificationRule, table: HolidayTable): IsoDate {
  return addDays(dayAfter(issuedOn, validFor, table), -1);
}

function certificateOf(grant: CertificateGrant, facts: CertificateFacts, { dossier, rule, table }: Ground): Certificate {
  const every = rule.surveillanceEvery;
  return {
    id: randomUUID(),
    number: facts.number,
    organizationId: grant.organizationId,
    assessmentId: grant.assessmentId,
    holder: facts.holder.name['zh-CN'] ?? Object.values(facts.holder.name)[0] ?? '',
    trade: dossier.organization.trade,
    criteriaId: facts.basis.id,
    gradeId: facts.grade.id,
    gradeLabel: facts.grade.label,
    standing: 'valid',
    issuedOn: facts.issuedOn,
    validUntil: facts.validUntil,
    suspendedUntil: null,
    surveillanceEvery: every,
    notices: rule.notices ?? null,
    suspensionLasts: rule.deadlines.find(({ id }) => id === 'suspension-end')?.within ?? null,
    surveillanceDue: every && dayAfter(facts.issuedOn, every, table),
    replacedBy: null,
    edition: 1,
    revision: 1,
    createdAt: grant.at.toISOString(),
  };
}
