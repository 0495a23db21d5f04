import { expect, test } from 'vitest';
import { isPostgres } from '../../src/db/open-db.ts';
import { toActor } from '../../src/features/accounts/account-store.ts';
import { walkChain } from '../../src/features/audit-trail/trail-store.ts';
import { isIntact, verifyTrail } from '../../src/features/audit-trail/verify-trail.ts';
import { changePerson } from '../../src/features/people/person-service.ts';
import { personTraces } from '../../src/model/person-traces.ts';
import { storedFacts, storedKindOf, storedKinds } from '../../src/model/stored-kinds.ts';
import { type Agent, browser, startTestApp, type TestApp, testTime } from '../support/app.ts';
import { finishAssessment, givenAssessment, rateAll } from '../support/assessments.ts';
import { passwordOfAll } from '../support/people.ts';
import { readPersonKeys, readSchema } from '../support/schema.ts';
import { tamper } from '../support/tamper.ts';

const post = (agent: Agent, path: string, form: object = {}) => agent.post(path).type('form').send(form);
const check = ({ deps }: TestApp) => verifyTrail(walkChain(deps.db, 3));

test('every table of the database is named in the list of what is stored, and the list names no other', async () => {
  const { deps } = await startTestApp();
  const tables = [...(await readSchema(deps.db)).keys()];
  expect(tables.length).toBeGreaterThan(90);
  const named: string[] = storedKinds.flatMap((kind) => storedFacts[kind].tables);
  expect(tables.filter((table) => !named.includes(table))).toEqual([]);
  // The intake of the audit trail is PostgreSQL's alone, the search index SQLite's.
  const others = isPostgres(deps.db) ? ['certificate_term_index'] : ['audit_intake'];
  expect(named.filter((table) => !tables.includes(table))).toEqual(others);
  expect(named.length).toBe(new Set(named).size);
});

test('every column that refers to a person is in the list of traces, with columns that exist and no secret', async () => {
  const { deps } = await startTestApp();
  const schema = await readSchema(deps.db);
  const named = personTraces.map(({ table, column }) => `${table}.${column}`);
  expect((await readPersonKeys(deps.db)).filter((key) => !named.includes(key))).toEqual([]);

  for (const { table, column, shown, picked } of personTraces) {
    const columns = schema.get(table) ?? [];
    const wanted = [column, ...shown, ...(picked ? [picked.column] : [])];
    expect(wanted.filter((one) => !columns.includes(one), table)).toEqual([]);
    expect(shown.filter((one) => /hash$|secret|key|^data$/.test(one) && one !== 'text_key')).toEqual([]);
    expect(storedKinds).toContain(storedKindOf(table));
  }
});

test('anybody reads what is stored and why, in both languages', async () => {
  const { app } = await startTestApp();
  for (const [language, words] of [
    ['en', ['What is stored and why', 'statements of impartiality', 'GDPR art. 6']],
    ['zh-CN', ['保存哪些信息', '公正性声明', '个人信息保护法']],
  ] as const) {
    const { text } = await browser(app, language).get('/privacy').expect(200);
    for (const word of words) expect(text.toLowerCase()).toContain(word.toLowerCase());
    expect(text.match(/scope="row"/g)).toHaveLength(storedKinds.length);
  }
});

async function givenBusyBo(app: TestApp) {
  const { deps, people } = app;
  const audit = await givenAssessment(app);
  await rateAll(deps, audit, 'best');
  const form = { signInName: 'bo', name: 'Bo', roles: ['auditor' as const], companies: [], registrationNumber: '2026-BO' };
  await changePerson(deps, toActor(people.root), people.bo.id, { ...form, email: 'bo@example.com' });
  const at = testTime.toISOString();
  await deps.db.transaction(async (trx) => {
    await trx('passkeys').insert({
      id: 'p',
      user_id: people.bo.id,
      credential_id: 'c',
      public_key: 'never shown',
      counter: 0,
      transports: '[]',
      name: "Bo's phone",
      created_at: at,
    });
    await trx('api_tokens').insert({
      id: 't',
      user_id: people.bo.id,
      name: 'weekly',
      token_hash: 'also never shown',
      scopes: '[]',
      created_at: at,
      expires_at: at,
    });
  });
  return audit;
}

test('somebody downloads a copy of everything about them, without secrets; it is recorded', async () => {
  const app = await startTestApp();
  const { number } = await givenBusyBo(app);
  const bo = await app.as('bo');
  const page = (await bo.get('/account/data').expect(200)).text;
  expect(page).toContain('Statements of impartiality');

  const answer = await post(bo, '/account/data/file').expect(200);
  expect(answer.get('Content-Disposition')).toMatch(/^attachment; filename="personal-data-/);
  const copy: { person: string; records: { table: string; as: string; rows: Record<string, unknown>[] }[] } = JSON.parse(
    answer.text,
  );
  expect(copy.person).toBe(app.people.bo.id);
  const rows = (table: string, as = 'user_id') => copy.records.find((one) => one.table === table && one.as === as)?.rows ?? [];
  expect(rows('users', 'id')).toMatchObject([{ name: 'Bo', email: 'bo@example.com', registration_number: '2026-BO' }]);
  expect(rows('passkeys')).toMatchObject([{ name: "Bo's phone" }]);
  expect(rows('api_tokens')).toMatchObject([{ name: 'weekly' }]);
  expect(rows('sessions')).toMatchObject([{ origin: { client: expect.any(String) } }]);
  expect(rows('impartiality_statements')).toHaveLength(1);
  expect(rows('audit_entries', 'actor_id').map(({ deed }) => deed)).toContain('account.signed-in');
  const mine = rows('team_members').map(({ assessment_id }) => String(assessment_id));
  expect(await app.deps.db('assessments').whereIn('id', mine).pluck('number')).toEqual([number]);
  for (const secret of ['never shown', '$argon2', 'ada@', passwordOfAll]) expect(answer.text).not.toContain(secret);

  expect(await app.deps.db('audit_entries').where({ deed: 'account.data-exported' })).toMatchObject([
    { actor_id: app.people.bo.id, subject_id: app.people.bo.id },
  ]);
});

test('a copy needs a fresh proof, and of others the administrator alone makes one', async () => {
  let passed = 0;
  const app = await startTestApp({ clock: () => new Date(testTime.getTime() + passed) });
  const [root, bo, dora] = [await app.as('root'), await app.as('bo'), await app.as('dora')];
  const ofBo = `/people/${app.people.bo.id}/data`;
  for (const agent of [bo, dora]) {
    await agent.get(ofBo).expect(404);
    await post(agent, `${ofBo}/file`).expect(404);
    await post(agent, `${ofBo}/erasure`, { signInName: 'bo' }).expect(404);
  }
  expect(JSON.parse((await post(root, `${ofBo}/file`).expect(200)).text).person).toBe(app.people.bo.id);

  passed = 16 * 60_000;
  expect((await post(bo, '/account/data/file').expect(422)).text).toContain('proofPassword');
  await post(root, `${ofBo}/erasure`, { signInName: 'bo' }).expect(422);
  expect((await post(bo, '/account/data/file', { proofPassword: passwordOfAll }).expect(200)).type).toBe('application/json');
  expect(await app.deps.db('person_erasures')).toEqual([]);
});

test('a person with open duties is not erased; the page names them', async () => {
  const app = await startTestApp();
  const { number } = await givenBusyBo(app);
  const root = await app.as('root');
  const path = `/people/${app.people.bo.id}/data`;
  const page = (await root.get(path).expect(200)).text;
  expect(page).toContain('The person still has work to do');
  expect(page).toContain(number);
  expect(page).not.toContain('Erase the data for ever');
  expect((await post(root, `${path}/erasure`, { signInName: 'bo' }).expect(409)).text).toContain(number);
  expect(await app.deps.db('person_erasures')).toEqual([]);
});

test('after an erasure names, addresses and ways to sign in are gone, what was done stays, and the trail verifies', async () => {
  const app = await startTestApp();
  const { deps, people } = app;
  const audit = await givenBusyBo(app);
  await finishAssessment(app, audit);
  const [root, bo] = [await app.as('root'), await app.as('bo')];
  const path = `/people/${people.bo.id}/data`;
  const page = (await root.get(path).expect(200)).text;
  expect(page).toContain('of the audit trail');
  expect((await post(root, `${path}/erasure`, { signInName: 'cai' }).expect(422)).text).toContain(
    'not the person’s sign-in name',
  );
  await post(root, `${path}/erasure`, { signInName: ' BO ' }).expect(303);

  await bo.get('/account').expect(303);
  await post(browser(app.app), '/sign-in', { signInName: 'bo', password: passwordOfAll }).expect(422);
  for (const { table, column, erasure } of personTraces)
    if (erasure === 'removed') expect(await deps.db(table).where({ [column]: people.bo.id }), table).toEqual([]);
  const pseudonym = '已删除人员 1 / erased person 1';
  expect(await deps.db('users').where({ id: people.bo.id }).first()).toMatchObject({
    name: pseudonym,
    email: null,
    password_hash: null,
    registration_number: null,
  });
  expect(await deps.db('impartiality_statements').where({ user_id: people.bo.id }).pluck('signed_name')).toEqual([pseudonym]);
  expect(await deps.db('team_members').where({ user_id: people.bo.id })).toHaveLength(1);

  const trail = JSON.stringify(await deps.db('audit_entries').pluck('details'));
  for (const gone of ['bo@example.com', '2026-BO', '\\"Bo\\"']) expect(trail).not.toContain(gone);
  const checked = await check(app);
  expect(isIntact(checked), JSON.stringify(checked)).toBe(true);
  expect(checked.entries).toBeGreaterThan(5);

  expect((await root.get('/people').expect(200)).text).toMatch(/erased person 1[\s\S]*Data erased/);
  expect((await root.get('/audit-trail').expect(200)).text).toContain('Names were taken out');
  expect((await root.get(`/people/${people.bo.id}`).expect(200)).text).toContain('was erased on');
  for (const deed of [`/people/${people.bo.id}/reactivation`, `${path}/erasure`])
    await post(root, deed, { signInName: 'x' }).expect(409);
  // The name is free for somebody else.
  await post(root, '/people', { name: 'Bo', signInName: 'bo', roles: 'auditor' }).expect(200);
});

test('nobody erases themselves or the last administrator', async () => {
  const app = await startTestApp();
  const root = await app.as('root');
  await post(root, `/people/${app.people.root.id}/data/erasure`, { signInName: 'root' }).expect(409);
  expect((await root.get(`/people/${app.people.root.id}/data`).expect(200)).text).toContain('by another administrator');
});

test('words taken out of the trail by anything else than an erasure are found', async () => {
  const app = await startTestApp();
  await givenBusyBo(app);
  const { db } = app.deps;
  const changed = await db('audit_entries').where({ deed: 'account.changed' }).first('place', 'details');
  await expect(db('audit_entries').where({ place: changed.place }).update({ details: '{}' })).rejects.toThrow('only ever added');

  // Whoever notes an erasure by hand gets past the database, but not past the check.
  await tamper(app, async (trx) => {
    const entries = walkChain(trx, 500);
    for await (const portion of entries) {
      const entry = portion.find(({ place }) => place === changed.place);
      if (!entry) continue;
      const { contentHash } = await import('../../src/features/audit-trail/audit-chain.ts');
      const hashes = { content_hash: contentHash(entry), erased_hash: contentHash({ ...entry, details: '{}' }) };
      await trx('audit_erasures').insert({ place: entry.place, ...hashes });
      await trx('audit_entries').where({ place: entry.place }).update({ details: '{}' });
    }
  });
  expect((await check(app)).fault).toEqual({ place: changed.place, kind: 'unaccounted' });
});
