import { expect, test } from 'vitest';
import { type Agent, madeOnce, startTestApp, type TestApp } from '../support/app.ts';
import { startThrough } from '../support/start-assessment.ts';

interface Answer {
  readonly revision: number;
  readonly savedAt: string;
}

/** Saves as the script of the page does. */
function save(agent: Agent, path: string, clause: string, fields: Record<string, string | string[]>) {
  return agent
    .post(`${path}/clauses/${clause}`)
    .set('Accept', 'application/json')
    .type('form')
    .send({ revision: '0', note: '', ...fields });
}

async function startedBy(
  person: 'ada' | 'dora' = 'ada',
  settings: Parameters<typeof startTestApp>[0] = {},
): Promise<TestApp & { path: string; agent: Agent }> {
  const app = await startTestApp(settings);
  const agent = await app.as(person);
  const own = person === 'dora' ? { kind: 'self', lead: '', members: [] } : {};
  return { ...app, agent, path: await startThrough(agent, app, own) };
}

const unrated = madeOnce((settings) => startedBy('ada', settings));

test('opens at the first clause that waits for a rating', async () => {
  const { agent, path } = await startedBy();
  await agent.get(`${path}/workbench`).expect(303).expect('Location', `${path}/clauses/organization-department`);
  await save(agent, path, 'organization-department', { met: 'yes' }).expect(200);
  await agent.get(`${path}/workbench`).expect('Location', `${path}/clauses/duties-division`);
});

test.each([
  ['organization-department', { met: 'no' }, { by: 'met', met: false }],
  ['repair-records', { size: '２０', failed: ' 3 ' }, { by: 'sample', size: 20, failed: 3 }],
  ['complaint-channel', { level: '3' }, { by: 'level', level: 3 }],
  ['first-response-rate', { value: '96.4' }, { by: 'measure', value: '96.4' }],
  ['parts-price-list', { points: '1.5' }, { by: 'points', points: '1.5' }],
  ['waste-collection', { notApplicable: 'on', reason: '不销售实物商品' }, { by: 'not-applicable', reason: '不销售实物商品' }],
])('saves a rating of %s and shows it again', async (clause, fields, rating) => {
  const { agent, path, deps } = await startedBy();

  const answer = await save(agent, path, clause, { ...fields, note: '现场所见' }).expect(200);
  expect((answer.body as Answer).revision).toBe(1);

  const row = await deps.db('ratings').where({ clause_id: clause }).first();
  expect(JSON.parse(row.rating)).toEqual(rating);
  expect((await agent.get(`${path}/clauses/${clause}`).expect(200)).text).toContain('现场所见');
});

test('works without script: a form, a redirect, the saved words', async () => {
  const { agent, path } = await startedBy();
  const form = agent.post(`${path}/clauses/repair-records`).type('form');

  await form
    .send({ revision: '0', size: '20', failed: '3', note: '' })
    .expect(303)
    .expect('Location', `${path}/clauses/repair-records?saved`);
  const page = await agent.get(`${path}/clauses/repair-records?saved`).expect(200);
  expect(page.text).toContain('20 looked at, 3 failed');
  expect(page.text).toContain('Saved by Ada');
});

test.each([
  ['repair-records', { size: '20', failed: '21' }, 'at most 20 can fail'],
  ['repair-records', { size: '20', failed: '' }, 'Give both the sample size and how many failed'],
  ['repair-records', { size: '3', failed: '0' }, 'at least 10'],
  ['repair-records', { size: '-20', failed: '1' }, 'whole number'],
  ['repair-records', { size: 'viele', failed: '1' }, 'whole number'],
  ['repair-records', { size: '1e3', failed: '1' }, 'whole number'],
  ['complaint-channel', { level: '9' }, 'The scale has no level 9'],
  ['first-response-rate', { value: 'abc' }, 'number'],
  ['first-response-rate', { value: '101' }, '100'],
  ['parts-price-list', { points: '1.7' }, 'steps of 0.5'],
  ['parts-price-list', { points: '3' }, 'more than the 2'],
  ['organization-department', { notApplicable: 'on', reason: 'x' }, 'cannot be rated as not applicable'],
  ['organization-department', { met: 'yes', note: 'x'.repeat(20_001) }, 'Use at most 20000 characters'],
  ['organization-department', { met: 'yes', colour: 'red' }, 'colour'],
])('refuses %s with %j in words, saving nothing', async (clause, fields, text) => {
  const { agent, path, deps } = await unrated();

  const answer = await save(agent, path, clause, fields).expect(422);
  expect(JSON.stringify(answer.body)).toContain(text);
  expect(await deps.db('ratings')).toEqual([]);

  const page = await agent
    .post(`${path}/clauses/${clause}`)
    .type('form')
    .send({ revision: '0', note: 'kept as typed', ...fields });
  expect(page.status).toBe(422);
  if (!('note' in fields)) expect(page.text).toContain('kept as typed');
});

test('clears a rating but keeps the note', async () => {
  const { agent, path, deps } = await startedBy();
  await save(agent, path, 'organization-department', { met: 'yes', note: 'seen' }).expect(200);
  await save(agent, path, 'organization-department', { revision: '1', note: 'seen' }).expect(200);

  expect(await deps.db('ratings').first()).toMatchObject({ rating: null, note: 'seen', revision: 2 });
});

test('shows a conflict when somebody else changed the clause meanwhile, and lets the later one decide', async () => {
  const { agent: ada, path, as, deps } = await startedBy();
  const bo = await as('bo');
  await save(bo, path, 'repair-records', { size: '20', failed: '1', note: 'Bo was here' }).expect(200);

  const refused = await save(ada, path, 'repair-records', { size: '20', failed: '3', note: 'Ada' }).expect(409);
  expect(refused.body.conflict).toMatchObject({ revision: 1, name: 'Bo', note: 'Bo was here' });
  expect(refused.body.conflict.words).toContain('1 failed');

  const page = await ada
    .post(`${path}/clauses/repair-records`)
    .type('form')
    .send({ revision: '0', size: '20', failed: '3', note: 'Ada' })
    .expect(409);
  expect(page.text).toContain('Bo has just changed this clause');
  expect(page.text).toMatch(/name="revision" value="1"/);
  expect(page.text).toContain('>Ada</textarea>');
  expect((await deps.db('ratings').first()).note).toBe('Bo was here');

  await save(ada, path, 'repair-records', { revision: '1', size: '20', failed: '3', note: 'Ada' }).expect(200);
  expect((await deps.db('ratings').first()).note).toBe('Ada');
});

test('two saves of the same clause at the same moment: one is kept, the other is told', async () => {
  const { agent: ada, path, as } = await startedBy();
  const bo = await as('bo');
  const answers = await Promise.all([
    save(ada, path, 'repair-records', { size: '20', failed: '3' }),
    save(bo, path, 'repair-records', { size: '20', failed: '4' }),
  ]);

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('keeps ledger, marks and filters up to date', async () => {
  const { agent, path } = await startedBy();
  await save(agent, path, 'organization-department', { met: 'yes' });
  await save(agent, path, 'repair-records', { size: '20', failed: '3' });
  await save(agent, path, 'waste-collection', { notApplicable: 'on', reason: 'none' });

  const { body } = await agent.get(`${path}/ledger?clause=repair-records`).set('Accept', 'application/json').expect(200);
  expect(body.counts).toMatchObject({ all: 101, unrated: 98, 'not-applicable': 1, 'below-full': 1 });
  expect(body.marks['repair-records']).toMatchObject({ state: 'rated', needsEvidence: true });
  expect(body.marks.system).toMatchObject({ done: 1 });
  expect(body.words).toContain('20 looked at, 3 failed');
  expect(body.html).toContain('2 / 100 rated');

  const page = await agent.get(`${path}/clauses/repair-records?filter=below-full`).expect(200);
  expect(page.text).toMatch(/data-clause="repair-records"[^>]*>/);
  expect(page.text).toMatch(/data-clause="organization-department"[^>]* hidden>/);
});

test('an inner clause shows its arithmetic and leads further down', async () => {
  const { agent, path } = await startedBy();
  const page = await agent.get(`${path}/clauses/system`).expect(200);
  expect(page.text).toContain('Clauses below');
  await save(agent, path, 'system', { met: 'yes' }).expect(404);
});

test('only the team rates; the administrator reads; strangers find nothing', async () => {
  const { path, as } = await startedBy();
  const root = await as('root');
  expect((await root.get(`${path}/clauses/repair-records`).expect(200)).text).toContain('disabled');
  await save(root, path, 'repair-records', { size: '20', failed: '3' }).expect(404);

  for (const person of ['cai', 'dora', 'emil'] as const) {
    const agent = await as(person);
    await agent.get(`${path}/clauses/repair-records`).expect(404);
    await agent.get(`${path}/clauses/repair-records/sheet`).expect(404);
    await agent.get(`${path}/ledger`).expect(404);
    await save(agent, path, 'repair-records', { size: '20', failed: '3' }).expect(404);
  }
});

test('a company rates itself', async () => {
  const { agent, path } = await startedBy('dora');
  await save(agent, path, 'organization-department', { met: 'yes' }).expect(200);
});

test('an unknown clause is a page that does not exist', async () => {
  const { agent, path } = await startedBy();
  await agent.get(`${path}/clauses/nothing`).expect(404);
  await save(agent, path, 'nothing', { met: 'yes' }).expect(404);
  await save(agent, path, '__proto__', { met: 'yes' }).expect(404);
});

test('hostile text is shown as text', async () => {
  const { agent, path } = await startedBy();
  const note = '</textarea><script>alert(1)</script>"\'&';
  await save(agent, path, 'organization-department', { met: 'no', note }).expect(200);
  const page = await agent.get(`${path}/clauses/organization-department`).expect(200);
  expect(page.text).not.toContain('<script>alert(1)');
  expect(page.text).toContain('&lt;script&gt;alert(1)');
});
