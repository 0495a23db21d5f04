import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { walkChain } from '../../src/features/audit-trail/trail-store.ts';
import { isIntact, verifyTrail } from '../../src/features/audit-trail/verify-trail.ts';
import { type Agent, startTestApp, type TestApp } from '../support/app.ts';
import { givenAssessment } from '../support/evidence.ts';
import { companyIds, passwordOfAll } from '../support/people.ts';
import { listen } from '../support/raw-http.ts';
import { pdf } from '../support/sample-files.ts';
import { startThrough } from '../support/start-assessment.ts';

const clause = 'repair-records';

function save(agent: Agent, path: string, fields: object, id = clause) {
  const form = agent.post(`${path}/clauses/${id}`).set('Accept', 'application/json').type('form');
  return form.send({ revision: '0', note: '', size: '20', failed: '3', ...fields });
}

/** 100,000 answers as a spreadsheet in China saves them: GBK, with one word among the numbers, and one row too long. */
function gbkSheet(rows: number): Buffer {
  const [score, site, shop, word] = ['c2fad2e2b6c8', 'cdf8b5e3', 'bcd7', 'bac3'].map((hex) => Buffer.from(hex, 'hex'));
  const comma = Buffer.from(',');
  const end = Buffer.from('\r\n');
  const lines: Buffer[] = [score ?? comma, comma, site ?? comma, end];
  for (let row = 0; row < rows; row += 1) {
    lines.push(row === 7 ? (word ?? comma) : Buffer.from(String(1 + (row % 5))), comma, shop ?? comma);
    if (row === 9) lines.push(comma, shop ?? comma);
    lines.push(end);
  }
  return Buffer.concat(lines);
}

test('a sheet of 100,000 answers in GBK is read whole, what does not fit is named, and others are served meanwhile', async () => {
  const app = await startTestApp();
  const id = await givenAssessment(app);
  const bo = await app.as('bo');
  const rows = 100_000;
  const brought = await bo
    .post(`/assessments/${id}/surveys`)
    .attach('files', gbkSheet(rows), '满意度.csv')
    .field('kind', 'answers')
    .expect(303);
  const survey = String(brought.headers.location).replace('/columns', '');
  expect((await bo.get(`${survey}/columns`).expect(200)).text).toContain('满意度');
  const answer = { 'role.0': 'answer', 'clause.0': 'satisfaction-rate', 'scale.0': 'number', 'from.0': '1', 'to.0': '5' };
  const columns = { revision: '1', ...answer, 'passFrom.0': '4', 'feed.0': 'share', 'role.1': 'site' };
  const reading = bo
    .post(`${survey}/columns`)
    .type('form')
    .send(columns)
    .then(({ status }) => status);
  const begun = performance.now();
  await (await app.as('ada')).get(`/assessments/${id}`).expect(200);
  const waited = performance.now() - begun;
  expect(await reading).toBe(303);
  expect(waited).toBeLessThan(3000);

  const page = (await bo.get(survey).expect(200)).text;
  // Row 8 holds a word, row 10 has a cell too many; of each five answers two pass.
  expect(page).toContain('99,998');
  for (const part of ['3.00', '40.0 %', '甲', '好']) expect(page).toContain(part);
  const rejected = (await bo.get(`${survey}/rejects.csv`).expect(200)).text.trim().split('\r\n');
  expect(rejected.map((line) => line.split(',')[0])).toEqual([expect.anything(), '"9"', '"11"']);
});

/** Sends the beginning of a form with a file and then is gone. */
async function breakOff(app: TestApp, path: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const port = await listen(app.app);
  const signIn = await fetch(`http://127.0.0.1:${port}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ signInName: 'dora', password: passwordOfAll }),
  });
  const cookie = signIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const upload = httpRequest({
    ...{ host: '127.0.0.1', port, method: 'POST', path },
    headers: {
      ...{ 'Content-Type': 'multipart/form-data; boundary=xx', 'Content-Length': 5_000_000 },
      ...{ 'Sec-Fetch-Site': 'same-origin', Cookie: cookie },
    },
  });
  upload.on('error', () => undefined);
  for (const [name, value] of Object.entries(fields))
    upload.write(`--xx\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  upload.write('--xx\r\nContent-Disposition: form-data; name="files"; filename="proof.pdf"\r\n\r\n');
  upload.write(Buffer.concat([pdf, Buffer.alloc(200_000)]));
  const arriving = async () => (await readdir(join(app.deps.config.dataFolder, 'incoming'))).length;
  await expect.poll(arriving, { timeout: 5000 }).toBe(1);
  upload.destroy();
  await expect.poll(arriving, { timeout: 5000 }).toBe(0);
}

test('a proof whose upload breaks off leaves the finding as it was, and can be sent again', async () => {
  const app = await startTestApp();
  const [ada, dora] = [await app.as('ada'), await app.as('dora')];
  const path = await startThrough(ada, app);
  const finding = { grade: 'minor', clause, requirement: 'Slips are signed', statement: 'Three are not' };
  await ada.post(`${path}/findings`).type('form').send(finding).expect(303);
  const { id } = await app.deps.db('findings').first('id');
  const here = `${path}/findings/${id}`;
  await ada.post(`${here}/issue`).type('form').send({ answerDue: '2026-01-30', correctionDue: '2026-03-13' }).expect(303);
  const state = async () => app.deps.db('findings').first('state', 'revision');
  const send = async (agent: Agent, address: string, fields: object = {}) => {
    const { revision } = await state();
    await agent
      .post(`${here}/${address}`)
      .type('form')
      .send({ revision, ...fields })
      .expect(303);
  };
  await send(dora, 'answer?step=correction', { correction: 'signed' });
  await send(dora, 'answer?step=cause', { cause: 'nobody looked' });
  await send(dora, 'answer?step=action', { action: 'somebody looks', responsible: 'Lin', plannedFor: '2026-02-10' });
  await send(dora, 'answer?step=send');
  await send(ada, 'acceptance');

  const before = await state();
  const fields = { revision: String(before.revision), text: 'done' };
  await breakOff(app, `${here}/implementation`, fields);
  expect(await state()).toEqual(before);
  expect(await app.deps.db('evidence')).toEqual([]);
  const again = dora.post(`${here}/implementation`).field('revision', fields.revision).field('text', fields.text);
  await again.attach('files', pdf, 'proof.pdf').expect(303);
  expect(await state()).toMatchObject({ state: 'implemented' });
  expect(await app.deps.db('evidence')).toHaveLength(1);
});

test('somebody taken out of the team while rating: what was saved stays, the next save is refused, the audit goes on', async () => {
  const app = await startTestApp();
  const [ada, bo] = [await app.as('ada'), await app.as('bo')];
  const path = await startThrough(ada, app);
  await save(bo, path, { note: 'seen by Bo' }).expect(200);
  const duty = { clauses: ['organization-department'], people: [app.people.ada.id, app.people.bo.id], way: 'independently' };
  await ada.post(`${path}/assignments`).type('form').send(duty).expect(303);
  await save(ada, path, { met: 'yes', size: undefined, failed: undefined }, 'organization-department').expect(200);
  await ada.post(`${path}/clauses/organization-department/submission`).expect(303);

  await ada.post(`${path}/team/${app.people.bo.id}/removal`).type('form').send({ reason: 'ill' }).expect(303);
  await save(bo, path, { revision: '1', note: 'more of Bo' }).expect(404);
  expect(await app.deps.db('ratings').first('note', 'updated_by')).toEqual({ note: 'seen by Bo', updated_by: app.people.bo.id });
  const told = (await bo.get('/inbox').expect(200)).text;
  expect(told).toContain('You are no longer in the team of audit');
  // The clause that waited for two is opened with what the other had submitted.
  await ada.post(`${path}/assignments/opening`).expect(303);
  expect((await ada.get(`${path}/reconciliation`).expect(200)).text).toContain('They agree (1)');
  await save(ada, path, { revision: '1', note: 'taken over' }).expect(200);
});

test('a site added to an audit that is under way is to be rated too; nothing that was rated is lost', async () => {
  const app = await startTestApp();
  const ada = await app.as('ada');
  const rows = ['site-a', 'site-b'].map((id, place) => ({ id, name: id, place: 10 + place, central: place === 0 }));
  await app.deps.db('sites').insert(rows.map((row) => ({ ...row, organization_id: companyIds.haichuan, headcount: 10 })));
  const path = await startThrough(ada, app, { criteria: 'service-experience@1.1.0', sites: ['site-a'] });
  await save(ada, path, { size: undefined, failed: undefined, level: '4' }, 'outlet-service/sites/site-a').expect(200);
  expect((await ada.get(path)).text).toContain('1 / 13 clauses done');

  const arranged = { from: '2026-01-05', to: '2026-01-07', targetGrade: '', heldGrade: '', heldSince: '' };
  const arrange = (sites: string[]) =>
    ada
      .post(path)
      .type('form')
      .send({ ...arranged, sites });
  await arrange(['site-a', 'site-b']).expect(303);
  expect((await ada.get(path)).text).toContain('0 / 13 clauses done');
  expect((await ada.get(`${path}/clauses/outlet-service`)).text).toContain(
    `action="${path}/clauses/outlet-service/sites/site-b"`,
  );
  await arrange(['site-a']).expect(303);
  expect((await ada.get(path)).text).toContain('1 / 13 clauses done');
});

test('a clock that was years ahead for a while: order stays, the trail is whole and says so, everybody works on', async () => {
  let now = new Date('2026-01-15T09:00:00Z');
  const app = await startTestApp({ clock: () => now });
  const ada = await app.as('ada');
  const path = await startThrough(ada, app);
  await save(ada, path, { note: 'first' }).expect(200);
  now = new Date('2036-01-15T09:00:00Z');
  const ahead = await app.as('ada');
  await save(ahead, path, { revision: '1', note: 'second' }).expect(200);
  now = new Date('2026-01-15T09:10:00Z');

  const back = await app.as('ada');
  await save(back, path, { revision: '2', note: 'third' }).expect(200);
  expect(await app.deps.db('ratings').first('note', 'revision')).toEqual({ note: 'third', revision: 3 });
  const page = await back.get(`${path}/trail`).expect(200);
  expect(page.text).toContain('2036');
  const check = await verifyTrail(walkChain(app.deps.db, 50), []);
  expect([isIntact(check), check.stepsBack]).toEqual([true, 1]);
  const notes = await app.deps.db('audit_entries').where({ deed: 'rating.saved' }).orderBy('place').pluck('details');
  expect(notes.map((details: string) => JSON.parse(details).after.note)).toEqual(['first', 'second', 'third']);
});
