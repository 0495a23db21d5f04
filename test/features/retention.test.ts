import { expect, test } from 'vitest';
import { readTrailStart, walkChain } from '../../src/features/audit-trail/trail-store.ts';
import { isIntact, verifyTrail } from '../../src/features/audit-trail/verify-trail.ts';
import { insertNotice } from '../../src/features/notices/notice-store.ts';
import { applyRetention } from '../../src/features/retention/retention-service.ts';
import { message } from '../../src/i18n/translate.ts';
import { type Agent, startTestApp, type TestApp, testTime } from '../support/app.ts';
import { finishAssessment, givenAssessment, rateAll } from '../support/assessments.ts';
import { addFile } from '../support/evidence.ts';
import { companyIds, passwordOfAll } from '../support/people.ts';
import { tamper } from '../support/tamper.ts';

const post = (agent: Agent, path: string, form: object = {}) => agent.post(path).type('form').send(form);
const day = 24 * 60 * 60_000;

/** An app whose clock can be moved on by so many days; everybody has to prove anew who they are then. */
async function startLater() {
  let passed = 0;
  const app = await startTestApp({ clock: () => new Date(testTime.getTime() + passed) });
  return {
    app,
    later(days: number) {
      passed += days * day;
      return app.as('root');
    },
  };
}

const proof = { proofPassword: passwordOfAll };

async function inForce(agent: Agent, kind: string, months: number) {
  await post(agent, `/retention/${kind}`, { months, ...proof }).expect(303);
  await post(agent, `/retention/${kind}/confirmation`, { months, ...proof }).expect(303);
}

const check = async ({ deps }: TestApp) => verifyTrail(walkChain(deps.db, 3), [], await readTrailStart(deps.db));

async function givenFinished(app: TestApp, fileName: string, content: string) {
  const audit = await givenAssessment(app);
  await rateAll(app.deps, audit, 'best');
  const evidence = await addFile(app, audit.id, fileName, content);
  await finishAssessment(app, audit);
  return { ...audit, ...evidence };
}

test('without a period everything is kept; with one, nothing goes before somebody has seen what would', async () => {
  const { app, later } = await startLater();
  const { sha256, number } = await givenFinished(app, '合同.txt', 'a contract');
  const root = await later(800);
  expect(await applyRetention(app.deps)).toBe(0);
  expect((await root.get('/retention').expect(200)).text).toContain('For good');

  await post(root, '/retention/evidence-files', { months: '24' }).expect(303);
  expect(await applyRetention(app.deps)).toBe(0);
  const page = (await root.get('/retention/evidence-files').expect(200)).text;
  for (const words of ['1 piece would go now', `${number} E`, '合同.txt', 'To be confirmed']) expect(page).toContain(words);
  await post(root, '/retention/evidence-files/confirmation', { months: '12' }).expect(409);
  await post(root, '/retention/evidence-files/confirmation', { months: '24' }).expect(303);
  expect((await root.get('/retention/evidence-files').expect(200)).text).toContain('In force');

  expect(await applyRetention(app.deps)).toBe(1);
  // The bytes are gone, the piece is not, and says so.
  await expect(app.deps.files.open(sha256)).rejects.toThrow();
  expect(await app.deps.db('stored_files').where({ sha256 })).toEqual([]);
  expect(await applyRetention(app.deps)).toBe(0);
  const entries = await app.deps.db('audit_entries').where('deed', 'like', 'retention.%').orderBy('place').pluck('deed');
  expect(entries).toEqual(['retention.set', 'retention.confirmed', 'retention.applied']);

  // A new period has to be looked at anew.
  await post(root, '/retention/evidence-files', { months: '12' }).expect(303);
  expect((await root.get('/retention').expect(200)).text).toContain('To be confirmed');
});

test('the page of the piece says that its file has gone, and bytes that something else uses stay', async () => {
  const { app, later } = await startLater();
  const old = await givenFinished(app, '合同.txt', 'the same bytes');
  const root = await later(400);
  const young = await givenAssessment(app);
  const other = await addFile(app, young.id, '抄件.txt', 'the same bytes');
  expect(other.sha256).toBe(old.sha256);

  await inForce(root, 'evidence-files', 12);
  expect(await applyRetention(app.deps)).toBe(1);
  expect(await app.deps.db('evidence').where({ id: old.evidence }).first()).toMatchObject({
    sha256: null,
    file_name: '合同.txt',
  });
  const page = (await root.get(`/assessments/${old.id}/evidence/${old.evidence}`).expect(200)).text;
  expect(page).toContain('合同.txt” had its period');
  await root.get(`/assessments/${old.id}/evidence/${old.evidence}/file`).expect(404);
  await root.get(`/assessments/${young.id}/evidence/${other.evidence}/file`).expect(200);
});

test('what is under a legal hold stays whatever its age, until it is lifted', async () => {
  const { app, later } = await startLater();
  const { number, evidence } = await givenFinished(app, '合同.txt', 'held');
  const running = await givenAssessment(app);
  const piece = await addFile(app, running.id, '在审.txt', 'running');
  const root = await later(500);
  await inForce(root, 'evidence-files', 12);

  expect((await post(root, '/retention/holds', { about: '没有的公司', reason: '案号 7' }).expect(422)).text).toContain(
    '没有的公司',
  );
  await post(root, '/retention/holds', { about: number, reason: '' }).expect(422);
  await post(root, '/retention/holds', { about: '海川电器有限公司', reason: '（2026）粤01民初7号' }).expect(303);
  expect((await root.get('/retention').expect(200)).text).toContain('粤01民初7号');
  expect((await root.get('/retention/evidence-files').expect(200)).text).toContain('1 more is kept by a legal hold');
  expect(await applyRetention(app.deps)).toBe(0);
  // Nor by hand.
  const bo = await app.as('bo');
  const refused = await post(bo, `/assessments/${running.id}/evidence/${piece.evidence}/removal`).expect(409);
  expect(refused.text).toContain('粤01民初7号');
  await takeAway(app, running.id);
  const held = await root.get(`/people/${app.people.bo.id}/data`).expect(200);
  expect(held.text).toContain('are under a legal hold');
  await post(root, `/people/${app.people.bo.id}/data/erasure`, { signInName: 'bo', ...proof }).expect(409);

  const hold = await app.deps.db('legal_holds').first('id');
  await post(root, `/retention/holds/${hold.id}/lifting`, proof).expect(303);
  await post(root, `/retention/holds/${hold.id}/lifting`, proof).expect(404);
  expect(await applyRetention(app.deps)).toBe(2);
  expect(await app.deps.db('evidence').whereIn('id', [evidence, piece.evidence]).pluck('sha256')).toEqual([null, null]);
});

/** Stops the audit that still goes on, so that nothing but the hold is in the way. */
async function takeAway(app: TestApp, id: string) {
  await app.deps.db('assessments').where({ id }).update({ state: 'stopped' });
}

test('assessments, notices, tasks, disputes and refused applications go when they have had their period', async () => {
  const { app, later } = await startLater();
  const { deps, people } = app;
  const { id, sha256 } = await givenFinished(app, '合同.txt', 'all of it');
  const at = testTime.toISOString();
  await deps.db.transaction(async (trx) => {
    const text = message('tasks.failedNotice');
    await insertNotice(trx, { to: [people.bo.id], text, href: '/', assessmentId: null, at: testTime });
    await trx('tasks').insert({
      id: 't',
      kind: 'x',
      input: '{}',
      state: 'done',
      title: '{}',
      asked_at: at,
      due_at: at,
      tries: 1,
      share: 0,
      ended_at: at,
    });
    const organization_id = companyIds.haichuan;
    await trx('disputes').insert({
      id: 'd',
      number: 'D-1',
      kind: 'complaint',
      state: 'closed',
      revision: 1,
      organization_id,
      about: 'x',
      text: 'x',
      from_name: '张三',
      received_at: at,
    });
    await trx('dispute_steps').insert({ dispute_id: 'd', place: 1, at, by: people.root.id, deed: 'close', text: '' });
    const common = { organization_id, revision: 1, application: '{}', created_by: people.dora.id, created_at: at };
    await trx('certification_cases').insert([
      { id: 'c', number: 'C-1', state: 'refused', ...common },
      { id: 'e', number: 'C-2', state: 'submitted', ...common },
    ]);
  });
  const root = await later(1200);
  const kinds = ['assessments', 'notices', 'tasks', 'disputes', 'refused-cases'];
  for (const kind of kinds) await inForce(root, kind, 36);
  const young = await givenAssessment(app);
  expect(await applyRetention(deps)).toBeGreaterThanOrEqual(kinds.length);

  expect(await deps.db('assessments').pluck('id')).toEqual([young.id]);
  expect(await deps.db('ratings').where({ assessment_id: id })).toEqual([]);
  await expect(deps.files.open(sha256)).rejects.toThrow();
  for (const table of ['tasks', 'disputes', 'dispute_steps']) expect(await deps.db(table), table).toEqual([]);
  expect(await deps.db('notices').where('at', '<=', at)).toEqual([]);
  expect(await deps.db('certification_cases').pluck('number')).toEqual(['C-2']);
  expect(isIntact(await check(app))).toBe(true);
});

test('the oldest entries of the trail go, the rest verifies, and a cut that no entry tells of is found', async () => {
  const { app, later } = await startLater();
  const { db } = app.deps;
  await givenFinished(app, '合同.txt', 'trail');
  const before = Number((await db('audit_entries').count({ n: '*' }).first())?.n);
  const root = await later(1200);
  await inForce(root, 'trail', 36);
  await post(root, '/retention/holds', { about: '海川电器有限公司', reason: '案号' }).expect(303);
  expect(await applyRetention(app.deps)).toBe(0);
  const hold = await db('legal_holds').first('id');
  await post(root, `/retention/holds/${hold.id}/lifting`, proof).expect(303);

  expect(await applyRetention(app.deps)).toBe(before);
  const checked = await check(app);
  expect(isIntact(checked), JSON.stringify(checked)).toBe(true);
  expect(checked.head.place).toBe(before + checked.entries);
  const page = (await root.get('/audit-trail').expect(200)).text;
  expect(page).toContain('removed the oldest entries');
  expect(page).toContain(`${checked.entries} in all`);

  await expect(db('audit_entries').delete()).rejects.toThrow('only ever added');
  await tamper(app, async (trx) => {
    const next = await trx('audit_entries').orderBy('place').first('place', 'hash');
    await trx('audit_cuts').insert({ ...next, cut_at: '' });
    await trx('audit_entries').where({ place: next.place }).delete();
  });
  expect((await check(app)).fault).toEqual({ place: before + 1, kind: 'unaccounted' });
});

test('bad periods are refused with what was typed, and others than administrators find nothing', async () => {
  const { as } = await startTestApp();
  const root = await as('root');
  for (const [months, words] of [
    ['3', 'for 12 months at least'],
    ['-1', 'value="-1"'],
    ['1201', 'value="1201"'],
    ['<b>', 'value="&lt;b&gt;"'],
  ] as const)
    expect((await post(root, '/retention/evidence-files', { months }).expect(422)).text).toContain(words);
  await post(root, '/retention/everything', { months: '12' }).expect(404);
  for (const person of ['ada', 'bo', 'dora'] as const) {
    const agent = await as(person);
    await agent.get('/retention').expect(404);
    await post(agent, '/retention/notices', { months: '12' }).expect(404);
    await post(agent, '/retention/holds', { about: 'x', reason: 'x' }).expect(404);
  }
});
