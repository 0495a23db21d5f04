import { toActor } from '../../src/features/accounts/account-store.ts';
import type { CertificateGrant } from '../../src/features/certificates/issue-certificate.ts';
import { findOptionalResult } from '../../src/features/results/result-store.ts';
import { startTestApp, type TestApp, type TestSettings } from './app.ts';
import { finishAssessment, givenAssessment, rateAll } from './assessments.ts';

/** The body that issues them. */
export const demoBody = {
  nameZh: '演示认证',
  nameEn: 'Demo',
  addressZh: '北京',
  addressEn: 'Beijing',
  accreditation: null,
  phone: null,
  website: null,
};

/** An application with a finished audit that earned a grade, and what a certificate for it would say. */
export interface Certified extends TestApp {
  readonly grant: CertificateGrant;
}

export async function givenCertified(settings: TestSettings = {}): Promise<Certified> {
  const app = await startTestApp(settings);
  return { ...app, grant: await grantFor(app) };
}

/** What a certificate for a new, finished audit of 海川 would say. */
export async function grantFor(app: TestApp): Promise<CertificateGrant> {
  const { deps, people } = app;
  const assessment = await givenAssessment(app, { criteria: 'after-sales-maturity@1.0.0', targetGrade: 'four-star' });
  await rateAll(deps, assessment, 'best');
  const finished = await finishAssessment(app, assessment);
  const kept = await findOptionalResult(deps.db, finished.id, finished.resultKind ?? 'as-found');
  return {
    actor: toActor(people.root),
    at: deps.clock(),
    organizationId: finished.organizationId,
    assessmentId: finished.id,
    decisionId: null,
    holder: {
      name: { 'zh-CN': '海川电器有限公司', en: 'Haichuan Appliances Co., Ltd' },
      address: { 'zh-CN': '广东省佛山市顺德区海川路 1 号', en: '1 Haichuan Road, Shunde, Foshan, Guangdong' },
      registrationNumber: '91440606MA4X2K7Q3D',
    },
    scope: { 'zh-CN': '家用电器的销售及售后服务', en: 'Sale and after-sales service of household appliances' },
    sites: [{ name: '总部', address: '广东省佛山市顺德区海川路 1 号' }],
    gradeId: kept?.result.grade ?? '',
    issuedOn: '2026-01-15',
  };
}
