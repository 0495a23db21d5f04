import type { Deps } from '../deps.ts';
import type { Assessment } from '../features/assessments/assessment.ts';
import { keepBody } from '../features/branding/body-store.ts';
import type { CertificationBody } from '../features/branding/certification-body.ts';
import { issueCertificate } from '../features/certificates/issue-certificate.ts';
import { signWaiting } from '../features/certificates/sign-waiting.ts';
import { listSites } from '../features/organizations/site-store.ts';
import { readResult } from '../features/results/read-result.ts';
import type { Actor } from '../model/actor.ts';

const body: CertificationBody = {
  nameZh: '衡准演示认证中心',
  nameEn: 'Assay Demonstration Certification Body',
  addressZh: '北京市海淀区示范路 8 号',
  addressEn: '8 Shifan Road, Haidian, Beijing',
  accreditation: null,
  phone: '010-0000 0000',
  website: null,
};

/** Two weeks after the audit was signed off. */
const issuedOn = '2026-01-21';

/** The body, and the certificate of the finished audit, signed where there is a key; else it waits for one. */
export async function addDemoCertificate(deps: Deps, office: Actor, audit: Assessment): Promise<void> {
  const { dossier, result } = await readResult(deps, audit);
  const sites = await listSites(deps.db, audit.organizationId);
  await deps.db.transaction(async (trx) => {
    await keepBody(trx, body, 0);
    await issueCertificate(trx, {
      actor: office,
      at: new Date(`${issuedOn}T02:00:00Z`),
      organizationId: audit.organizationId,
      assessmentId: audit.id,
      decisionId: null,
      holder: {
        name: { 'zh-CN': dossier.organization.name, en: 'Haichuan Appliances Co., Ltd.' },
        address: { 'zh-CN': dossier.organization.address ?? '', en: '8 Haichuan Road, Beilun, Ningbo, Zhejiang' },
        registrationNumber: dossier.organization.registrationNumber,
      },
      scope: {
        'zh-CN': '家用空调的销售、安装、维修和客户服务',
        en: 'Sale, installation, repair and customer service of household air conditioners',
      },
      sites: sites.map(({ name, address }) => ({ name, address })),
      gradeId: result.grade ?? '',
      issuedOn,
    });
  });
  await signWaiting(deps, office);
}
