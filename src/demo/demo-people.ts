import { randomInt } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { addAccount, type NewAccount } from '../features/accounts/account-service.ts';
import { type Account, toActor } from '../features/accounts/account-store.ts';
import type { Actor, BodyRole } from '../model/actor.ts';
import type { DemoCompanies } from './demo-companies.ts';

/** Somebody who can sign in, with the password that is known only now. */
export interface DemoPerson {
  readonly account: Account;
  readonly actor: Actor;
  readonly password: string;
}

export interface DemoPeople {
  readonly lead: DemoPerson;
  readonly secondAuditor: DemoPerson;
  readonly thirdAuditor: DemoPerson;
  readonly reviewer: DemoPerson;
  readonly decider: DemoPerson;
  readonly haichuan: DemoPerson;
  readonly mingyuan: DemoPerson;
}

export function addDemoAdministrator(deps: Deps): Promise<DemoPerson> {
  return addPerson(deps, null, { signInName: 'admin', name: '管理员', roles: ['administrator'] });
}

/** The auditors of the body and one person of each company, each with a password of their own. */
export async function addDemoPeople(deps: Deps, by: Actor, { haichuan, mingyuan }: DemoCompanies): Promise<DemoPeople> {
  const auditor = (signInName: string, name: string, role: BodyRole, registrationNumber: string) =>
    addPerson(deps, by, { signInName, name, roles: [role], registrationNumber });
  const member = (signInName: string, name: string, organizationId: string) =>
    addPerson(deps, by, { signInName, name, companies: [{ organizationId, role: 'company-manager' }] });

  return {
    lead: await auditor('lead', '审查员甲', 'lead-auditor', 'ASA-2021-0107'),
    secondAuditor: await auditor('auditor1', '审查员乙', 'auditor', 'ASA-2022-0215'),
    thirdAuditor: await auditor('auditor2', '审查员丙', 'auditor', 'ASA-2023-0042'),
    reviewer: await addPerson(deps, by, { signInName: 'reviewer', name: '复核员丁', roles: ['reviewer'] }),
    decider: await addPerson(deps, by, { signInName: 'decider', name: '决定人戊', roles: ['decision-maker'] }),
    haichuan: await member('haichuan', '林经理', haichuan.id),
    mingyuan: await member('mingyuan', '周主管', mingyuan.id),
  };
}

type PersonFacts = Pick<NewAccount, 'signInName' | 'name'> & Partial<NewAccount>;

async function addPerson(deps: Deps, by: Actor | null, facts: PersonFacts): Promise<DemoPerson> {
  const password = makePassword();
  const account = await addAccount(deps, by, { roles: [], companies: [], registrationNumber: null, ...facts, password });
  return { account, actor: toActor(account), password };
}

/** Twelve signs that cannot be taken for one another, in groups that can be read out: some 59 bits. */
function makePassword(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
  return [group(), group(), group()].join('-');
}
