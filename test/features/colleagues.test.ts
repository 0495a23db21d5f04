import { expect, test } from 'vitest';
import { startTestApp } from '../support/app.ts';
import { pageProblems } from '../support/page-checks.ts';
import { companyIds } from '../support/people.ts';

async function startWithManager() {
  const app = await startTestApp();
  await app.deps.db('company_places').where({ user_id: app.people.dora.id }).update({ role: 'company-manager' });
  return { ...app, dora: await app.as('dora') };
}

const fei = { name: 'Fei', signInName: 'fei', organizationId: companyIds.haichuan, email: '' };

test('a company’s manager invites a member of the own company', async () => {
  const { dora, deps } = await startWithManager();
  expect(pageProblems((await dora.get('/colleagues/new').expect(200)).text, 'en')).toEqual([]);
  const answer = await dora.post('/colleagues').type('form').send(fei).expect(200);
  expect(answer.text).toMatch(/\/password\/[\w-]{32}/);

  const row = await deps.db('users').where({ sign_in_name: 'fei' }).first('id');
  expect(await deps.db('company_places').where({ user_id: row?.id })).toEqual([
    { user_id: row?.id, organization_id: companyIds.haichuan, role: 'company-member' },
  ]);
  const list = await dora.get('/colleagues').expect(200);
  expect(pageProblems(list.text, 'en')).toEqual([]);
  expect(list.text).toContain('Fei');
  expect(list.text).not.toContain('Emil');
  expect((await dora.get('/colleagues?search=ada').expect(200)).text).toContain('Nothing matches');
});

test.each([
  ['another company', { organizationId: companyIds.other }],
  ['no company', { organizationId: '' }],
  ['a role of the body', { roles: 'administrator' }],
  ['a manager’s place', { companyRole: 'company-manager' }],
])('a manager cannot give %s', async (_what, more) => {
  const { dora, deps } = await startWithManager();
  await dora
    .post('/colleagues')
    .type('form')
    .send({ ...fei, ...more })
    .expect(422);
  expect(await deps.db('users')).toHaveLength(6);
});

test('a manager deactivates a colleague, who is out at once, and reactivates them', async () => {
  const { dora, deps, people, as } = await startWithManager();
  await deps.db('company_places').where({ user_id: people.emil.id }).update({ organization_id: companyIds.haichuan });
  const emil = await as('emil');
  expect((await dora.get('/colleagues')).text).toContain(`/colleagues/${people.emil.id}/deactivation`);
  await dora.post(`/colleagues/${people.emil.id}/deactivation`).expect(303);
  await emil.get('/account').expect(303);
  const list = await dora.get('/colleagues');
  expect(pageProblems(list.text, 'en')).toEqual([]);
  expect(list.text).toContain('Deactivated and signed out everywhere');
  await dora.post(`/colleagues/${people.emil.id}/reactivation`).expect(303);
  await as('emil');
  const deeds = await deps.db('audit_entries').where({ subject_id: people.emil.id }).orderBy('place').pluck('deed');
  expect(deeds.filter((deed) => /activated/.test(deed))).toEqual(['account.deactivated', 'account.reactivated']);
});

test('nobody is locked out by the manager of another company, or of one of several; nor oneself, nor the body', async () => {
  const { dora, deps, people, as } = await startWithManager();
  for (const id of [people.emil.id, people.ada.id, people.root.id]) await dora.post(`/colleagues/${id}/deactivation`).expect(404);
  await dora.post(`/colleagues/${people.dora.id}/deactivation`).expect(409);
  const place = { organization_id: companyIds.haichuan, role: 'company-member' };
  await deps.db('company_places').insert({ ...place, user_id: people.emil.id });
  const refused = await dora.post(`/colleagues/${people.emil.id}/deactivation`).expect(409);
  expect(refused.text).toContain('works for another company too');
  const emil = await as('emil');
  await emil.post(`/colleagues/${people.dora.id}/deactivation`).expect(404);
  expect(await deps.db('users').where({ active: false })).toEqual([]);
});

test('members invite nobody', async () => {
  const { as } = await startTestApp();
  for (const person of ['emil', 'ada', 'root'] as const) {
    await (await as(person)).post('/colleagues').type('form').send(fei).expect(404);
  }
});
