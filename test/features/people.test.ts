import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Db } from '../../src/db/db.ts';
import { findOptionalAccount, toActor } from '../../src/features/accounts/account-store.ts';
import { changePerson, deactivatePerson } from '../../src/features/people/person-service.ts';
import { AppError } from '../../src/model/errors.ts';
import { type Agent, browser, madeOnce, startTestApp } from '../support/app.ts';
import { companyIds, passwordOfAll } from '../support/people.ts';

const post = (agent: Agent, path: string, form: object = {}) => agent.post(path).type('form').send(form);
const auditor = { name: 'Fei', signInName: 'Fei@example.com', roles: 'auditor', registrationNumber: '2026-FEI' };
const haichuan = { organizationName: '海川电器有限公司' };
const newPassword = 'a much longer sentence';
const linkIn = (text: string) => /http:\/\/[^\s<]+\/password\/[\w-]+/.exec(text)?.[0] ?? '';

test('an administrator adds a person, who sets a password by the link and signs in', async () => {
  const { as, app, deps } = await startTestApp({ config: { address: 'http://assay.example' } });
  const root = await as('root');

  const answer = await post(root, '/people', auditor).expect(200);
  const link = linkIn(answer.text);
  expect(link).toMatch(/^http:\/\/assay\.example\/password\/[\w-]{32}$/);
  expect(answer.text).toContain('fei@example.com');

  const fei = browser(app);
  const path = new URL(link).pathname;
  expect((await fei.get(path).expect(200)).text).toContain('Hello Fei');
  await post(fei, path, { wantedPassword: newPassword, repeatedPassword: newPassword }).expect(303);
  expect((await fei.get('/account').expect(200)).text).toContain('Auditor');
  await fei.get(path).expect(404);

  const stored = JSON.stringify([await deps.db('audit_entries'), await deps.db('sessions'), await deps.db('password_links')]);
  expect(stored).not.toContain(path.split('/').at(-1));
});

test('the list finds people by name, sign-in name, number, organization and role', async () => {
  const { as } = await startTestApp();
  const root = await as('root');
  const found = async (query: object) => {
    const { text } = await root.get('/people').query(query).expect(200);
    return ['Ada', 'Bo', 'Cai', 'Dora', 'Emil', 'Root'].filter((name) => text.includes(`>${name}</a></th>`));
  };

  expect(await found({})).toEqual(['Ada', 'Bo', 'Cai', 'Dora', 'Emil', 'Root']);
  expect(await found({ search: 'ADA' })).toEqual(['Ada']);
  expect(await found({ search: '2026-cai' })).toEqual(['Cai']);
  expect(await found({ search: '海川' })).toEqual(['Dora']);
  expect(await found({ role: 'auditor' })).toEqual(['Bo', 'Cai']);
  expect(await found({ role: 'auditor', search: 'c' })).toEqual(['Cai']);
  expect(await found({ search: '_' })).toEqual([]);
  expect(await found({ role: 'king' })).toHaveLength(6);
});

test('the list has pages of 25 and says who cannot sign in', async () => {
  const { as, deps, people } = await startTestApp();
  const root = await as('root');
  await deps.db('users').insert(
    Array.from({ length: 40 }, (_, index) => ({
      id: randomUUID(),
      sign_in_name: `user${index}`,
      name: `User ${String(index).padStart(2, '0')}`,
      active: true,
      created_at: '',
    })),
  );
  await deps.db('users').where({ id: people.bo.id }).update({ active: false });

  const first = (await root.get('/people').expect(200)).text;
  expect(first).toContain('46 in all');
  expect(first).toContain('No password yet');
  expect(first).not.toContain('Deactivated');
  const second = (await root.get('/people?page=2').expect(200)).text;
  expect(second).toContain('Deactivated');
  expect(second.match(/scope="row"/g)).toHaveLength(21);
});

const untouched = madeOnce((settings) => startTestApp(settings));

test.each(['ada', 'bo', 'dora'] as const)('%s may not reach the people', async (person) => {
  const { as, people, deps } = await untouched();
  const agent = await as(person);
  const cai = `/people/${people.cai.id}`;

  for (const path of ['/people', '/people/new', cai]) await agent.get(path).expect(404);
  for (const path of ['/people', cai, `${cai}/deactivation`, `${cai}/reactivation`, `${cai}/password-link`]) {
    await post(agent, path, auditor).expect(404);
  }
  expect(await deps.db('password_links')).toEqual([]);
  expect((await deps.db('users').where({ id: people.cai.id }).first()).name).toBe('Cai');
});

test.each([
  [{ ...auditor, name: '' }, 'Fill in this field.'],
  [{ ...auditor, roles: 'king' }, 'This value cannot be used.'],
  [{ ...auditor, signInName: 'fei feng' }, 'Use only letters, digits'],
  [{ ...auditor, signInName: ' ADA ' }, 'Somebody has this sign-in name already.'],
  [{ ...auditor, password: newPassword }, 'holds something unknown: password'],
  [{ ...auditor, roles: [] }, 'Choose a role in this body, or name the company'],
  [{ ...auditor, ...haichuan }, 'never for both'],
  [{ ...auditor, ...haichuan, companyRole: 'king' }, 'This value cannot be used.'],
  [{ ...auditor, roles: [], organizationName: 'Nobody Ltd' }, 'There is no organization named “Nobody Ltd”.'],
  [{ ...auditor, roles: [], organizationName: '海川' }, 'It could be: 海川电器有限公司.'],
])('refuses a bad person: %j', async (form, text) => {
  const { as, deps } = await untouched();
  const root = await as('root');

  const answer = await post(root, '/people', form).expect(422);

  expect(answer.text).toContain(text);
  expect(answer.text).toContain('value="2026-FEI"');
  expect(await deps.db('users')).toHaveLength(6);
  expect(await deps.db('password_links')).toEqual([]);
});

test('somebody has several roles in the body, or works for several companies; a number belongs to auditors', async () => {
  const { as, deps } = await startTestApp();
  const root = await as('root');
  const numbered = { ...auditor, registrationNumber: '2026-X' };
  const companies = { organizationName: [' 海川电器有限公司', '', 'Other Appliances Ltd'] };
  const companyRole = ['company-manager', 'company-member', 'company-member'];
  await post(root, '/people', { ...numbered, roles: [], ...companies, companyRole, signInName: 'a' }).expect(200);
  await post(root, '/people', { ...numbered, roles: ['lead-auditor', 'reviewer'], signInName: 'b' }).expect(200);

  const a = await findOptionalAccount(deps.db, { signInName: 'a' });
  expect(a).toMatchObject({ roles: [], registrationNumber: null });
  expect(a?.companies).toEqual([
    { organizationId: companyIds.haichuan, role: 'company-manager' },
    { organizationId: companyIds.other, role: 'company-member' },
  ]);
  const b = await findOptionalAccount(deps.db, { signInName: 'b' });
  expect(b).toMatchObject({ roles: ['lead-auditor', 'reviewer'], companies: [], registrationNumber: '2026-X' });
  const list = (await root.get('/people').expect(200)).text;
  expect(list).toContain('Lead auditor, Reviewer');
  expect(list).toContain('Other Appliances Ltd, 海川电器有限公司');
});

test('somebody of two companies sees both and starts a self-assessment of either', async () => {
  const { as, app, deps, people } = await startTestApp();
  await deps.db('company_places').insert({
    user_id: people.dora.id,
    organization_id: companyIds.other,
    role: 'company-member',
  });
  const dora = await as('dora');

  for (const id of Object.values(companyIds)) await dora.get(`/organizations/${id}`).expect(200);
  const choice = (await dora.get('/assessments/new').expect(200)).text;
  expect(choice).toContain('海川电器有限公司');
  expect(choice).toContain('Other Appliances Ltd');
  await browser(app).get(`/organizations/${companyIds.other}`).expect(303);
  await (await as('emil')).get(`/organizations/${companyIds.haichuan}`).expect(404);
});

test('the form for a new person can begin with an organization', async () => {
  const { as } = await startTestApp();
  const root = await as('root');

  const page = (await root.get(`/people/new?organization=${companyIds.haichuan}`).expect(200)).text;
  expect(page).toContain('value="海川电器有限公司"');
  expect(page).toContain('value="company-member" selected');
  await root.get(`/people/new?organization=${randomUUID()}`).expect(404);
  await root.get('/people/new?organization=nonsense').expect(200);
});

test('a person can be edited, and the trail tells what changed', async () => {
  const { as, people, deps } = await startTestApp();
  const root = await as('root');
  const path = `/people/${people.bo.id}`;

  expect((await root.get(path).expect(200)).text).toContain('value="2026-BO"');
  await post(root, path, { ...auditor, name: 'Bo Li', signInName: 'Bo.Li', roles: 'lead-auditor' }).expect(303);

  const page = (await root.get(path)).text;
  expect(page).toContain('value="bo.li"');
  expect(page).toContain('name="roles" value="lead-auditor" checked');
  const [entry] = await deps.db('audit_entries').where({ deed: 'account.changed' });
  expect(JSON.parse(entry.details)).toMatchObject({ before: { roles: ['auditor'] }, after: { roles: ['lead-auditor'] } });
  expect(entry.details).not.toContain('argon2');
  await post(root, path, { ...auditor, signInName: 'ada' }).expect(422);
  await post(root, `/people/${randomUUID()}`, auditor).expect(404);
  await root.get('/people/not-an-id').expect(404);
});

test('a deactivated person is signed out, loses open links, and can come back with the old password', async () => {
  const { as, app, people, deps } = await startTestApp();
  const root = await as('root');
  const bo = await as('bo');
  const path = `/people/${people.bo.id}`;
  const link = new URL(linkIn((await post(root, `${path}/password-link`).expect(200)).text)).pathname;

  await post(root, `${path}/deactivation`).expect(303);

  await bo
    .get('/account')
    .expect(303)
    .expect('Location', /^\/sign-in/);
  await post(browser(app), '/sign-in', { signInName: 'bo', password: passwordOfAll }).expect(422);
  await browser(app).get(link).expect(404);
  await post(root, `${path}/password-link`).expect(409);
  expect((await root.get(path)).text).not.toContain('/password-link');

  await post(root, `${path}/reactivation`).expect(303);
  await browser(app).get(link).expect(404);
  await post(browser(app), '/sign-in', { signInName: 'bo', password: passwordOfAll }).expect(303);
  const deeds = (await deps.db('audit_entries').where({ subject_id: people.bo.id }).orderBy('place')).map(({ deed }) => deed);
  expect(deeds.filter((deed) => deed.startsWith('account.de') || deed.startsWith('account.re'))).toEqual([
    'account.deactivated',
    'account.reactivated',
  ]);
});

test('a new link takes the place of the earlier one and leaves the password as it is', async () => {
  const { as, app, people } = await startTestApp();
  const root = await as('root');
  const make = async () => new URL(linkIn((await post(root, `/people/${people.bo.id}/password-link`).expect(200)).text)).pathname;

  const first = await make();
  const second = await make();

  await browser(app).get(first).expect(404);
  await browser(app).get(second).expect(200);
  await post(browser(app), '/sign-in', { signInName: 'bo', password: passwordOfAll }).expect(303);
});

test('nobody deactivates or demotes themselves', async () => {
  const { as, people, deps } = await startTestApp();
  const root = await as('root');
  const path = `/people/${people.root.id}`;

  expect((await root.get(path).expect(200)).text).not.toContain('/deactivation');
  expect((await post(root, `${path}/deactivation`).expect(409)).text).toContain('You cannot deactivate yourself.');
  const refused = await post(root, path, { name: 'Root', signInName: 'root', roles: 'auditor' }).expect(422);
  expect(refused.text).toContain('You cannot take the administrator role from yourself.');
  await post(root, path, { name: 'Root II', signInName: 'root', roles: 'administrator' }).expect(303);
  expect(await activeAdministrators(deps.db)).toHaveLength(1);
});

test('the last administrator stays, also when two would remove each other at the same moment', async () => {
  const { people, deps } = await startTestApp();
  const [root, ada] = [toActor(people.root), toActor({ ...people.ada, roles: ['administrator'] })];
  await deps.db('user_roles').where({ user_id: people.ada.id }).update({ role: 'administrator' });

  const attempts = await Promise.allSettled([
    deactivatePerson(deps, root, people.ada.id),
    changePerson(deps, ada, people.root.id, {
      name: 'Root',
      signInName: 'root',
      roles: ['auditor'],
      companies: [],
      registrationNumber: null,
      email: null,
    }),
  ]);

  const refused = attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason] : []));
  expect(refused).toHaveLength(1);
  expect(refused[0]).toBeInstanceOf(AppError);
  expect(await activeAdministrators(deps.db)).toHaveLength(1);
});

function activeAdministrators(db: Db): Promise<string[]> {
  return db('user_roles')
    .join('users', 'users.id', 'user_roles.user_id')
    .where({ role: 'administrator', active: true })
    .pluck('users.id');
}

test('an administrator signs a person out everywhere, who can sign in again', async () => {
  const { as, people, deps } = await startTestApp();
  const [root, bo] = [await as('root'), await as('bo')];
  expect((await root.get(`/people/${people.bo.id}`).expect(200)).text).toContain('Sign out everywhere');
  await post(root, `/people/${people.bo.id}/sign-out`).expect(303);
  await bo.get('/account').expect(303);
  await (await as('bo')).get('/account').expect(200);
  expect(await deps.db('audit_entries').where({ deed: 'account.sessions-ended', actor_id: people.root.id })).toHaveLength(1);
  await post(await as('ada'), `/people/${people.bo.id}/sign-out`).expect(404);
});
