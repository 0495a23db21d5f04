import { expect, test } from 'vitest';
import type { OidcSettings } from '../../src/config.ts';
import { type Agent, startTestApp } from '../support/app.ts';
import { clientSecret, signInAtProvider, startProvider } from '../support/identity-provider.ts';

const home = 'http://localhost:3000';

const claims = {
  'subject-of-ada': { name: 'Ada at the provider', preferred_username: 'ada', groups: ['audit'] },
  newcomer: { name: 'Nora <b>', preferred_username: 'nora', groups: ['audit', 'leads', 'chess'] },
  outsider: { name: 'Otto', preferred_username: 'otto', groups: ['chess'] },
};

async function givenSite(settings: Partial<OidcSettings> = {}) {
  const { issuer } = await startProvider(`${home}/sign-in/oidc/callback`, claims);
  const oidc = {
    issuer,
    clientId: 'assay',
    clientSecret,
    name: 'Company <ID>',
    groupsClaim: 'groups',
    groupRoles: null,
    ...settings,
  };
  let now = new Date();
  const app = await startTestApp({ config: { oidc }, clock: () => now });
  return { ...app, later: (ms: number) => (now = new Date(now.getTime() + ms)) };
}

/** Goes to the provider and back as far as the callback, which is not called yet. */
async function throughProvider(agent: Agent, from: string, name: string): Promise<string> {
  const begun = await agent.get(from).expect(303);
  const back = await signInAtProvider(begun.headers.location ?? '', name, home);
  return back.slice(home.length);
}

const groupRoles = [
  ['audit', 'auditor'],
  ['leads', 'lead-auditor'],
] as const;

test('the request to the provider carries state, nonce and a challenge, and the page offers the way', async () => {
  const { anonymous } = await givenSite();
  expect((await anonymous.get('/sign-in')).text).toContain('Sign in with Company &lt;ID&gt;');
  const begun = await anonymous.get('/sign-in/oidc?next=//evil.example').expect(303);
  const asked = new URL(begun.headers.location ?? '').searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThan(20);
});

test('nobody is linked by name alone: whoever is called ada at the provider does not become Ada here', async () => {
  const { anonymous, deps } = await givenSite();
  const back = await throughProvider(anonymous, '/sign-in/oidc', 'subject-of-ada');
  expect((await anonymous.get(back).expect(403)).text).toContain('is not linked with one here');
  await anonymous.get('/account').expect(303);

  const withRoles = await givenSite({ groupRoles });
  const again = await throughProvider(withRoles.anonymous, '/sign-in/oidc', 'subject-of-ada');
  expect((await withRoles.anonymous.get(again).expect(403)).text).toContain('has that sign-in name already');
  expect(await deps.db('provider_identities')).toEqual([]);
});

test('somebody links their account, after saying that it is theirs, and then comes in by the provider', async () => {
  const { as, app, anonymous, deps } = await givenSite();
  const ada = await as('ada');
  const back = await throughProvider(ada, '/account/single-sign-on/begin', 'subject-of-ada');
  await ada.get(back).expect(303).expect('Location', '/account/single-sign-on');
  // The provider alone links nothing.
  expect(await deps.db('provider_identities')).toEqual([]);
  expect((await ada.get('/account/single-sign-on')).text).toContain('Ada at the provider');
  await ada.post('/account/single-sign-on').expect(303);
  await ada.post('/account/single-sign-on').expect(409);

  await anonymous
    .get(await throughProvider(anonymous, '/sign-in/oidc?next=/inbox', 'subject-of-ada'))
    .expect(303)
    .expect('Location', '/inbox');
  expect((await anonymous.get('/account')).text).toContain('Ada');
  expect(app).toBeDefined();

  await ada.post('/account/single-sign-on/removal').expect(303);
  const fresh = await throughProvider(anonymous, '/sign-in/oidc', 'subject-of-ada');
  await anonymous.get(fresh).expect(403);
  const deeds = await deps.db('audit_entries').where('deed', 'like', 'account.provider%').orderBy('place').pluck('deed');
  expect(deeds).toEqual(['account.provider-linked', 'account.provider-unlinked']);
});

test('a callback without its own round is refused: another browser, another state, twice, too late', async () => {
  const { anonymous, as, later } = await givenSite();
  const victim = await as('ada');
  const back = await throughProvider(anonymous, '/sign-in/oidc', 'newcomer');
  // The link of an attacker's round, opened by somebody else.
  expect((await victim.get(back).expect(422)).text).toContain('Begin again');

  const altered = back.replace(/state=[^&]+/, 'state=something-else');
  await anonymous.get(altered).expect(422);
  // The round is used up, also by an attempt that failed.
  await anonymous.get(back).expect(422);

  const slow = await throughProvider(anonymous, '/sign-in/oidc', 'newcomer');
  later(11 * 60_000);
  await anonymous.get(slow).expect(422);
});

test('where groups give roles, somebody new gets an account with those, and they follow the groups', async () => {
  const { anonymous, deps } = await givenSite({ groupRoles });
  await anonymous.get(await throughProvider(anonymous, '/sign-in/oidc', 'newcomer')).expect(303);
  const nora = await deps.db('users').where({ sign_in_name: 'nora' }).first();
  expect(nora).toMatchObject({ name: 'Nora <b>', password_hash: null });
  const rolesOf = () => deps.db('user_roles').where({ user_id: nora.id }).orderBy('role').pluck('role');
  expect(await rolesOf()).toEqual(['auditor', 'lead-auditor']);

  await deps.db('user_roles').where({ user_id: nora.id, role: 'lead-auditor' }).update({ role: 'administrator' });
  await anonymous.get(await throughProvider(anonymous, '/sign-in/oidc', 'newcomer')).expect(303);
  expect(await rolesOf()).toEqual(['auditor', 'lead-auditor']);
  expect(await deps.db('audit_entries').where({ deed: 'account.roles-from-groups' })).toHaveLength(1);

  await deps.db('users').where({ id: nora.id }).update({ active: false });
  const back = await throughProvider(anonymous, '/sign-in/oidc', 'newcomer');
  expect((await anonymous.get(back).expect(403)).text).toContain('deactivated');
});

test('whose groups give no role gets no account', async () => {
  const { anonymous, deps } = await givenSite({ groupRoles });
  const back = await throughProvider(anonymous, '/sign-in/oidc', 'outsider');
  expect((await anonymous.get(back).expect(403)).text).toContain('None of your groups has a role here');
  expect(await deps.db('users').where({ sign_in_name: 'otto' })).toEqual([]);
});

test('a provider that cannot be reached is said, and passwords work on', async () => {
  const oidc = {
    issuer: 'http://127.0.0.1:9',
    clientId: 'a',
    clientSecret: 'b',
    name: 'ID',
    groupsClaim: 'groups',
    groupRoles: null,
  };
  const { anonymous, as } = await startTestApp({ config: { oidc } });
  expect((await anonymous.get('/sign-in/oidc').expect(503)).text).toContain('ID cannot be reached');
  await as('ada');
});
