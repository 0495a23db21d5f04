import type { Deps } from '../deps.ts';
import type { Application } from '../features/cases/case.ts';
import { beginCase } from '../features/cases/case-service.ts';
import { takeCaseStep } from '../features/cases/case-step-service.ts';
import type { Actor } from '../model/actor.ts';
import type { DemoCompanies } from './demo-companies.ts';
import type { DemoPeople } from './demo-people.ts';

const base: Application & { readonly kind: 'initial' | 'recertification' } = {
  kind: 'initial',
  criteria: 'after-sales-maturity@1.0.0||',
  grade: '四星级',
  legalPerson: '周明远',
  licence: '91330106MA2KX7W41B',
  scope: '家用净水设备的安装、维修和客户服务',
  products: '家用净水机、滤芯；批发和零售',
  headcount: 86,
  sites: [],
  siteNote: '总部和杭州、宁波两个服务网点，网点各 12 人。',
  contact: '周主管 0571-8800 1200',
  note: null,
  nameEn: 'Mingyuan Water Purification Co., Ltd.',
  addressEn: null,
  scopeEn: 'Installation, repair and customer service of household water purifiers',
};

/** One application that waits for its review, one of which more is asked, and a draft. */
export async function addDemoCertifications(
  deps: Deps,
  office: Actor,
  { haichuan, mingyuan }: DemoCompanies,
  people: DemoPeople,
): Promise<void> {
  const submit = async (actor: Actor, organization: string, application: typeof base) => {
    const id = await beginCase(deps, actor, { ...application, sites: [...application.sites], organization });
    await takeCaseStep(deps, actor, id, { deed: 'submit', revision: 1, text: '' });
    return id;
  };
  await submit(people.mingyuan.actor, mingyuan.id, base);
  const own = {
    ...base,
    nameEn: 'Haichuan Appliances Co., Ltd.',
    scopeEn: null,
    legalPerson: '林海川',
    licence: '91440606MA4X2K7Q3D',
    headcount: 640,
    contact: '林经理 0757-2233 1100',
  };
  const scope = { scope: '家用空调的安装、维修和客户服务', products: '家用空调；制造业', siteNote: null };
  const asked = await submit(people.haichuan.actor, haichuan.id, { ...own, ...scope });
  const dueOn = new Date(deps.clock().getTime() + 14 * 86_400_000).toISOString().slice(0, 10);
  const text = '请补充售后服务组织结构图和最近一年的投诉统计。';
  await takeCaseStep(deps, office, asked, { deed: 'ask', revision: 2, text, dueOn });
  const draft = { ...own, ...scope, kind: 'recertification' as const, legalPerson: null, contact: null };
  await beginCase(deps, people.haichuan.actor, { ...draft, sites: [], organization: haichuan.id });
}
