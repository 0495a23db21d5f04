import type { Assessment, Member } from '../../src/features/assessments/assessment.ts';
import type { CertificationBody } from '../../src/features/branding/certification-body.ts';
import type { NonconformitySource } from '../../src/features/finding-forms/nonconformity-form.ts';
import type { StoredFinding } from '../../src/features/findings/finding.ts';
import type { Plan } from '../../src/features/plans/plan.ts';
import type { PlanSource } from '../../src/features/plans/plan-pdf.ts';
import { type FinishedAudit, toPortfolio } from '../../src/features/portfolio/portfolio.ts';
import type { PortfolioSource } from '../../src/features/portfolio/portfolio-paper.ts';
import type { PaperBrand } from '../../src/features/reports/paper-brand.ts';
import type { CertificateFacts } from '../../src/model/certificate-facts.ts';
import { ratedClauses } from '../../src/model/clauses.ts';
import type { Criteria } from '../../src/model/criteria.ts';
import { commonSamplingRule } from '../../src/model/site-sampling.ts';
import { png } from './sample-files.ts';

/** Made-up things that the papers are about which do not come from a dossier; always the same. */

const organization = {
  id: 'o1',
  name: '海川电器有限公司',
  registrationNumber: '91370200MA3C8X7K2P',
  trade: '家用电器',
  headcount: 260,
  address: '山东省青岛市崂山区松岭路 88 号',
};

const members: readonly Member[] = [
  { userId: 'u1', name: '王建国', ofCompany: false, registrationNumber: 'SC-2019-04417', teamRole: 'leader' },
  { userId: 'u2', name: 'Anna Lindqvist', ofCompany: false, registrationNumber: 'SC-2021-11029', teamRole: 'auditor' },
];

function assessmentBy(criteria: Criteria): Assessment {
  return {
    id: 'a1',
    number: 'A-2026-0007',
    kind: 'initial',
    state: 'planned',
    organizationId: organization.id,
    criteriaHash: '0'.repeat(64),
    criteriaId: criteria.id,
    criteriaVersion: criteria.version,
    from: '2026-01-05',
    to: '2026-01-07',
    targetGrade: null,
    heldGrade: null,
    createdBy: 'u1',
    createdAt: '2025-12-15T08:00:00.000Z',
    finishedAt: null,
    finishedBy: null,
    resultKind: null,
  };
}

export function examplePlan(criteria: Criteria): Plan {
  const clauses = ratedClauses(criteria).map(({ id }) => id);
  const sites = ['青岛总部', '济南服务中心'].map((name, index) => ({
    id: `s${index}`,
    organizationId: organization.id,
    name,
    address: organization.address,
    headcount: 200 - 140 * index,
    central: index === 0,
  }));
  const agenda = (['opening', 'audit', 'audit', 'closing'] as const).map((kind, index) => ({
    id: `i${index}`,
    kind,
    title: ['首次会议', '总部审核', '网点审核', '末次会议'][index] ?? '',
    day: `2026-01-0${5 + Math.min(index, 2)}`,
    from: '09:00',
    to: '11:30',
    siteId: `s${index === 2 ? 1 : 0}`,
    people: ['u1', 'u2'],
    clauses: kind === 'audit' ? clauses.slice(index, index + 6) : [],
    revision: 1,
  }));
  return {
    assessment: assessmentBy(criteria),
    organization,
    criteria,
    members,
    declarations: new Map([['u1', 'clear' as const]]),
    sites,
    covered: sites,
    samplingRule: { rule: commonSamplingRule, isCommon: true },
    sampling: null,
    earlierSamplings: [],
    samplingChange: null,
    daysRule: null,
    siteDays: new Map([['s0', '2']]),
    suggestedDays: '4',
    planned: { revision: 1, reason: '两人同行', days: new Map([['u1', '3']]) },
    agenda,
    attendees: new Map([['i0', [{ name: '李敏', position: '服务总监', present: true }]]]),
    clashes: [],
  };
}

export function examplePlanSource(criteria: Criteria): PlanSource {
  const names = new Map(members.map(({ userId, name }) => [userId, name]));
  return { plan: examplePlan(criteria), names, timeZone: 'Asia/Shanghai' };
}

export function exampleForms(criteria: Criteria): NonconformitySource {
  const [clause = null] = ratedClauses(criteria).map(({ id }) => id);
  const found: StoredFinding = {
    id: 'f1',
    assessmentId: 'a1',
    kind: 'minor',
    number: 'N1',
    clause,
    ground: null,
    requirement: '维修记录完整、可追溯。',
    statement: '抽查二十份维修单，三份缺少客户签字。',
    site: { id: 's1', name: '济南服务中心' },
    revision: 1,
    state: 'closed',
    by: '王建国',
    at: '2026-01-06T08:00:00.000Z',
    issuedAt: '2026-01-07T08:00:00.000Z',
    answerDue: '2026-01-21',
    correctionDue: '2026-02-07',
    correction: '已补签',
    cause: '新员工未培训',
    action: '每月抽查',
    responsible: '李敏',
    plannedFor: '2026-01-30',
    verification: { by: '王建国', on: '2026-02-03', how: '查阅抽查记录' },
    closedAt: '2026-02-03T08:00:00.000Z',
    asked: null,
    evidence: [{ id: 'e1', reference: 'E1', title: '维修单' }],
    proof: [{ id: 'e2', reference: 'E2', title: '抽查记录' }],
  };
  const open = { ...found, id: 'f2', number: 'N2', kind: 'major', state: 'issued', verification: null, closedAt: null } as const;
  const empty = { correction: '', cause: '', action: '', responsible: '', plannedFor: null, evidence: [], proof: [] };
  return { assessment: assessmentBy(criteria), criteria, organization, team: members, findings: [found, { ...open, ...empty }] };
}

export function examplePortfolio(): PortfolioSource {
  const title = { 'zh-CN': '售后服务管理成熟度评价准则', en: 'After-sales service management maturity' };
  const labels = [
    { 'zh-CN': '五星级', en: 'Five star' },
    { 'zh-CN': '三星级', en: 'Three star' },
  ];
  const audits = Array.from({ length: 26 }, (_, index): FinishedAudit => {
    const score = (95 - index * 0.7).toFixed(2);
    return {
      id: `a${index}`,
      organizationId: `o${index % 24}`,
      organization: `第${index % 24}号电器有限公司`,
      trade: index % 3 === 0 ? null : '家用电器',
      number: `A-2026-${String(100 - index).padStart(4, '0')}`,
      finishedAt: '2026-01-07T09:30:00.000Z',
      criteria: { id: 'after-sales-maturity', title },
      score,
      gradeLabel: index > 20 ? null : (labels[index < 8 ? 0 : 1] ?? null),
    };
  });
  return { groups: toPortfolio(audits, new Map([['o3', { open: 2, overdue: 1 }]])), day: '2026-01-15', isCut: false };
}

export const exampleFacts: CertificateFacts = {
  number: 'ASC-2026-000012-4',
  edition: 1,
  holder: {
    name: { 'zh-CN': organization.name, en: 'Haichuan Appliances Co., Ltd' },
    address: { 'zh-CN': organization.address, en: '88 Songling Road, Laoshan, Qingdao, Shandong' },
    registrationNumber: organization.registrationNumber,
  },
  scope: { 'zh-CN': '家用电器的销售及售后服务', en: 'Sale and after-sales service of household appliances' },
  sites: [{ name: '青岛总部', address: organization.address }],
  basis: {
    title: { 'zh-CN': '售后服务管理成熟度评价准则', en: 'After-sales service management maturity' },
    id: 'after-sales-maturity',
    version: '1.0.0',
    hash: '0'.repeat(64),
  },
  grade: { id: 'five-star', label: { 'zh-CN': '五星级', en: 'Five star' } },
  issuedOn: '2026-01-15',
  validUntil: '2029-01-14',
  printedOn: '2026-01-15',
};

export const exampleBody: CertificationBody = {
  nameZh: '演示认证',
  nameEn: 'Demo',
  addressZh: '北京',
  addressEn: 'Beijing',
  accreditation: null,
  phone: null,
  website: null,
};

export const exampleBrand: PaperBrand = {
  name: { 'zh-CN': '演示认证有限公司', en: 'Demo Certification Ltd' },
  address: { 'zh-CN': '北京市海淀区学院路 1 号', en: '1 Xueyuan Road, Haidian, Beijing' },
  accreditation: 'CNCA-R-2026-001',
  colour: '#1F4E79',
  logo: { png: png().toString('base64'), width: 1, height: 1 },
  mark: { png: png().toString('base64'), width: 1, height: 1 },
  disclaimer: { 'zh-CN': '本报告仅对所审核的样本负责。', en: 'This report covers the samples that were audited.' },
  confidentiality: { 'zh-CN': '内部', en: 'Confidential' },
  signatory: { name: '赵明', position: { 'zh-CN': '技术负责人', en: 'Technical director' } },
  before: { 'zh-CN': '# 声明\n\n- 独立\n- 公正', en: '# Statement\n\n- independent\n- impartial' },
  after: { 'zh-CN': '# 附录\n\n| 项 | 值 |\n| --- | --- |\n| 甲 | 1 |', en: '# Annex\n\n1. first\n2. second' },
};
