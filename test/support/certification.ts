import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { type Account, insertAccount, toActor } from '../../src/features/accounts/account-store.ts';
import { findAssessment } from '../../src/features/assessments/assessment-store.ts';
import { beginCase } from '../../src/features/cases/case-service.ts';
import { takeCaseStep } from '../../src/features/cases/case-step-service.ts';
import type { BodyRole } from '../../src/model/actor.ts';
import { type Agent, browser, type TestApp } from './app.ts';
import { finishAssessment, rateAll } from './assessments.ts';
import { declareTeam } from './declarations.ts';
import { companyIds, passwordOfAll } from './people.ts';
import { pdf } from './sample-files.ts';

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
  nameEn: 'Haichuan Appliances Co., Ltd',
  addressEn: '1 Haichuan Road, Shunde, Foshan',
  scopeEn: 'Installation, repair and customer service of household appliances',
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

/** Revision and state of the only case, as the next form needs them. */
export async function now({ deps }: TestApp): Promise<{ id: string; revision: number; state: string }> {
  return deps.db('certification_cases').first('id', 'revision', 'state');
}

export async function send(app: TestApp, agent: Agent, path: string, fields: object, status = 303) {
  const { id, revision } = await now(app);
  const answer = await agent
    .post(`/cases/${id}/${path}`)
    .type('form')
    .send({ revision, ...fields });
  expect([answer.status, path], answer.text.slice(0, 3000)).toEqual([status, path]);
  return answer.text;
}

/** The fields of the signature, out of the page that shows the text. */
export function signatureOf(html: string): Record<string, string> {
  const form = html.slice(html.indexOf('<main'));
  const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  return Object.fromEntries(hidden);
}

/** Accepted, agreed, audited and finished; nobody has reviewed it. */
export async function givenAudited(app: TestApp, quality: 'best' | 'worst' = 'best'): Promise<void> {
  const root = await app.as('root');
  await send(app, root, 'acceptance', { text: '' });
  const { id, revision } = await now(app);
  await root
    .post(`/cases/${id}/agreement`)
    .field({ revision: String(revision), version: 'HT-1 v1', companySigner: '林海', companySignedOn: '2026-01-02' })
    .field({ bodySigner: '主任', bodySignedOn: '2026-01-03' })
    .attach('files', pdf, '合同.pdf')
    .expect(303);
  await send(app, root, 'audit', { lead: app.people.ada.id, from: '2026-01-05', to: '2026-01-07' });
  const { assessment_id } = await app.deps.db('certification_cases').first('assessment_id');
  await declareTeam(app.deps.db, assessment_id);
  let audit = await findAssessment(app.deps.db, assessment_id);
  await rateAll(app.deps, audit, quality);
  audit = await finishAssessment(app, audit);
  expect(audit.targetGrade).toBe('four-star');
}
