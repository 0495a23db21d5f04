import { randomUUID } from 'node:crypto';
import { type Account, insertAccount, toActor } from '../../src/features/accounts/account-store.ts';
import { beginCase } from '../../src/features/cases/case-service.ts';
import { takeCaseStep } from '../../src/features/cases/case-step-service.ts';
import type { BodyRole } from '../../src/model/actor.ts';
import { type Agent, browser, type TestApp } from './app.ts';
import { companyIds, passwordOfAll } from './people.ts';

export const application = {
  kind: 'initial',
  criteria: 'after-sales-maturity@1.0.0||',
  grade: '四星级',
  legalPerson: '林海',
  licence: '91440606MA4X2K7Q3D',
  scope: '家用电器的安装、维修和客户服务',
  products: '家用空调 <b>"冰箱"</b>',
  headcount: 320,
  sites: [],
  siteNote: null,
  contact: '陈经理 0757-1',
  note: null,
} as const;

/** Somebody beside the cast, with the same password. */
export async function givenPerson({ deps, people }: TestApp, name: string, role: BodyRole | 'company-manager'): Promise<Account> {
  const companies = role === 'company-manager' ? [{ organizationId: companyIds.haichuan, role }] : [];
  const roles = role === 'company-manager' ? [] : [role];
  const account: Account = { ...people.dora, id: randomUUID(), signInName: name.toLowerCase(), name, roles, companies };
  await deps.db.transaction((trx) => insertAccount(trx, account, deps.clock()));
  return account;
}

/** A client in which that person is signed in. */
export async function signInAs({ app }: TestApp, { signInName }: Account, language = 'en'): Promise<Agent> {
  const agent = browser(app, language);
  await agent.post('/sign-in').type('form').send({ signInName, password: passwordOfAll }).expect(303);
  return agent;
}

/** An application of 海川电器 that waits for its review. Returns the id of its case. */
export async function givenSubmitted(app: TestApp): Promise<string> {
  const manager = toActor(await givenPerson(app, 'Gao', 'company-manager'));
  const input = { ...application, sites: [], organization: companyIds.haichuan };
  const id = await beginCase(app.deps, manager, input);
  await takeCaseStep(app.deps, manager, id, { deed: 'submit', revision: 1, text: '' });
  return id;
}
