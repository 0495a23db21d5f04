import { join } from 'node:path';
import { readAssessmentFile } from '../catalog/assessment/read-assessment-file.ts';
import type { Deps } from '../deps.ts';
import { addContact } from '../features/organizations/contact-service.ts';
import { addOrganization } from '../features/organizations/organization-service.ts';
import type { Organization } from '../features/organizations/organization-store.ts';
import { addSite } from '../features/organizations/site-service.ts';
import type { Actor } from '../model/actor.ts';
import type { AssessedOrganization, Dossier } from '../model/dossier.ts';
import { projectRoot } from '../project-root.ts';

export interface DemoCompanies {
  readonly haichuan: Organization;
  readonly mingyuan: Organization;
}

/** The folder of the example files that the demonstration is made from. */
export const examples = join(projectRoot, 'docs', 'examples');

/** An assessment file of the examples. Throws an Error when it does not read, which the tests rule out. */
export async function readExample(deps: Pick<Deps, 'catalog'>, name: string): Promise<Dossier> {
  const { dossier, problems } = await readAssessmentFile(join(examples, name), {
    catalog: deps.catalog,
    criteriaFile: undefined,
  });
  if (!dossier) throw new Error(`${name} has ${problems.length} problems.`);
  return dossier;
}

/** Both companies with their sites and contacts. */
export async function addDemoCompanies(deps: Deps, by: Actor): Promise<DemoCompanies> {
  const { organization } = await readExample(deps, 'haichuan-initial.yaml');
  const haichuan = await addCompany(deps, by, organization, [
    { name: '林经理', position: '售后服务部经理', phone: '0574-5550 0101', email: 'lin@haichuan.example' },
    { name: '沈工', position: '质量工程师', phone: null, email: 'shen@haichuan.example' },
  ]);
  const mingyuan = await addCompany(deps, by, mingyuanFacts, [
    { name: '周主管', position: '客户服务中心主管', phone: '0512-5550 0202', email: 'zhou@mingyuan.example' },
  ]);
  return { haichuan, mingyuan };
}

const mingyuanFacts: AssessedOrganization = {
  name: '明远家居有限公司',
  registrationNumber: '91320505MA00000016',
  trade: '家具制造与零售',
  headcount: 210,
  address: '江苏省苏州市高新区明远路 16 号',
  sites: [
    { name: '总部与仓配中心', address: '江苏省苏州市高新区明远路 16 号', central: true },
    { name: '无锡门店', address: '江苏省无锡市梁溪区运河路 3 号', central: false },
  ],
};

type Contact = Parameters<typeof addContact>[3];

async function addCompany(
  deps: Deps,
  by: Actor,
  { sites, ...facts }: AssessedOrganization,
  contacts: readonly Contact[],
): Promise<Organization> {
  const organization = await addOrganization(deps, by, facts);
  for (const site of sites) await addSite(deps, by, organization.id, { ...site, headcount: null });
  for (const contact of contacts) await addContact(deps, by, organization.id, contact);
  return organization;
}
