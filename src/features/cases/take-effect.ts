import type { Trx } from '../../db/db.ts';
import type { Actor } from '../../model/actor.ts';
import { isOnCertificate } from '../../model/case-life.ts';
import type { LocalizedText } from '../../model/criteria.ts';
import { findAssessment } from '../assessments/assessment-store.ts';
import { findCertificate, listCertificatesOf } from '../certificates/certificate-store.ts';
import { changeCertificate } from '../certificates/change-certificate.ts';
import { issueCertificate } from '../certificates/issue-certificate.ts';
import { findOrganization } from '../organizations/organization-store.ts';
import { listSites } from '../organizations/site-store.ts';
import { findOptionalResult } from '../results/result-store.ts';
import type { CertificationCase, DecisionInput } from './case.ts';
import { setCertificate } from './case-store.ts';

/** What a signed decision does to the certificate: issues it, changes it, or nothing. Throws as those do. */
export async function takeEffect(
  trx: Trx,
  actor: Actor,
  found: CertificationCase,
  decision: DecisionInput & { readonly id: string; readonly at: Date },
): Promise<void> {
  const { kind, reason, effectiveOn, until, scope, scopeEn, id: decisionId, at } = decision;
  if (kind === 'grant') return issue(trx, actor, found, decision);
  if (!isOnCertificate(kind) || found.certificateId === null) return;
  const { id, revision } = await findCertificate(trx, found.certificateId);
  await changeCertificate(trx, {
    certificateId: id,
    change: kind,
    reason,
    from: effectiveOn,
    until,
    decisionId,
    actor,
    at,
    revision,
    // An English scope that was not changed along would no longer be true.
    ...(scope !== null && { facts: { scope: inLanguages(scope, scopeEn) } }),
  });
}

async function issue(
  trx: Trx,
  actor: Actor,
  found: CertificationCase,
  { effectiveOn, id: decisionId, at }: DecisionInput & { readonly id: string; readonly at: Date },
): Promise<void> {
  const assessment = await findAssessment(trx, found.assessment?.id ?? '');
  const kept = assessment.resultKind && (await findOptionalResult(trx, assessment.id, assessment.resultKind));
  const { application } = found;
  const organization = await findOrganization(trx, found.organizationId);
  const sites = await listSites(trx, found.organizationId);
  const certificate = await issueCertificate(trx, {
    actor,
    at,
    organizationId: found.organizationId,
    assessmentId: assessment.id,
    decisionId,
    holder: {
      name: inLanguages(organization.name, application.nameEn),
      address: inLanguages(organization.address ?? '', application.addressEn),
      registrationNumber: application.licence ?? organization.registrationNumber,
    },
    scope: inLanguages(application.scope ?? '', application.scopeEn),
    sites: sites.filter(({ id }) => application.sites.includes(id)).map(({ name, address }) => ({ name, address })),
    gradeId: kept?.result.grade ?? '',
    issuedOn: effectiveOn,
    replaces: await earlierOf(trx, found, assessment.criteriaId),
  });
  await setCertificate(trx, found.id, certificate.id);
}

function inLanguages(chinese: string, english: string | null): LocalizedText {
  return { 'zh-CN': chinese, ...(english !== null && { en: english }) };
}

/** A recertification takes the place of the certificate by the same criteria that is still in force. */
async function earlierOf(
  trx: Trx,
  { application, organizationId }: CertificationCase,
  criteriaId: string,
): Promise<string | null> {
  if (application.kind !== 'recertification') return null;
  const own = await listCertificatesOf(trx, { organizationId });
  const inForce = own.find(
    ({ criteriaId: by, standing }) => by === criteriaId && (standing === 'valid' || standing === 'suspended'),
  );
  return inForce?.id ?? null;
}
