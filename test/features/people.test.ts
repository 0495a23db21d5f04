import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { toActor } from '../../src/features/accounts/account-store.ts';
import { changePerson, deactivatePerson } from '../../src/features/people/person-service.ts';
import { AppError } from '../../src/model/errors.ts';
import { type Agent, browser, startTestApp } from '../support/app.ts';
import { passwordOfAll } from '../support/people.ts';

const post = (agent: Agent, path: string, form: object = {}) => agent.post(path).type('form').send(form);
const auditor = { name: 'Fei', signInName: 'Fei@example.com', role: 'auditor', registrationNumber: '2026-FEI' };
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
      role: 'auditor',
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

test.each(['ada', 'bo', 'dora'] as const)('%s may not reach the people', async (person) => {
  const { as, people, deps } = await startTestApp();
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
  [{ ...auditor, role: 'king' }, 'This value cannot be used.'],
  [{ ...auditor, signInName: 'fei feng' }, 'Use only letters, digits'],
  [{ ...auditor, signInName: ' ADA ' }, 'Somebody has this sign-in name already.'],
  [{ ...auditor, password: newPassword }, 'holds something unknown: password'],
  [{ ...auditor, role: 'company-member' }, 'A company member belongs to an organization.'],
  [{ ...auditor, role: 'company-member', organizationName: 'Nobody Ltd' }, 'There is no organization named “Nobody Ltd”.'],
  [{ ...auditor, role: 'company-member', organizationName: '海川' }, 'It could be: 海川电器有限公司.'],
])('refuses a bad person: %j', async (form, text) => {
  const { as, deps } = await startTestApp();
  const root = await as('root');

  const answer = await post(root, '/people', form).expect(422);

  expect(answer.text).toContain(text);
  expect(answer.text).toContain('value="2026-FEI"');
  expect(await deps.db('users')).toHaveLength(6);
  expect(await deps.db('password_links')).toEqual([]);
});

test('a company member belongs to an organization, an auditor has a number, and neither has both', async () => {
  const { as, deps } = await startTestApp();
  const root = await as('root');
  const both = { registrationNumber: '2026-X', organizationName: ' 海川电器有限公司' };
  await post(root, '/people', { ...auditor, ...both, signInName: 'a', role: 'company-member' }).expect(200);
  await post(root, '/people', { ...auditor, ...both, signInName: 'b', role: 'lead-auditor' }).expect(200);

  const [a, b] = await deps.db('users').whereIn('sign_in_name', ['a', 'b']).orderBy('sign_in_name');
  expect([a.organization_id !== null, a.registration_number]).toEqual([true, null]);
  expect([b.organization_id, b.registration_number]).toEqual([null, '2026-X']);
});

test('the form for a new person can begin with an organization', async () => {
  const { as, people } = await startTestApp();
  const root = await as('root');

  const page = (await root.get(`/people/new?organization=${people.dora.organizationId}`).expect(200)).text;
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
  await post(root, path, { ...auditor, name: 'Bo Li', signInName: 'Bo.Li', role: 'lead-auditor' }).expect(303);

  const page = (await root.get(path)).text;
  expect(page).toContain('value="bo.li"');
  expect(page).toContain('value="lead-auditor" selected');
  const [entry] = await deps.db('audit_entries').where({ deed: 'account.changed' });
  expect(JSON.parse(entry.details)).toMatchObject({ before: { role: 'auditor' }, after: { role: 'lead-auditor' } });
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
  const refused = await post(root, path, { name: 'Root', signInName: 'root', role: 'auditor' }).expect(422);
  expect(refused.text).toContain('You cannot take the administrator role from yourself.');
  await post(root, path, { name: 'Root II', signInName: 'root', role: 'administrator' }).expect(303);
  expect(await deps.db('users').where({ role: 'administrator', active: true })).toHaveLength(1);
});

test('the last administrator stays, also when two would remove each other at the same moment', async () => {
  const { people, deps } = await startTestApp();
  const [root, ada] = [toActor(people.root), toActor({ ...people.ada, role: 'administrator' })];
  await deps.db('users').where({ id: people.ada.id }).update({ role: 'administrator' });

  const attempts = await Promise.allSettled([
    deactivatePerson(deps, root, people.ada.id),
    changePerson(deps, ada, people.root.id, {
      name: 'Root',
      signInName: 'root',
      role: 'auditor',
      organizationName: null,
      registrationNumber: null,
      email: null,
    }),
  ]);

  const refused = attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason] : []));
  expect(refused).toHaveLength(1);
  expect(refused[0]).toBeInstanceOf(AppError);
  expect(await deps.db('users').where({ role: 'administrator', active: true })).toHaveLength(1);
});
