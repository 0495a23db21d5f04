import { expect, test } from 'vitest';
import { listDueAnswers, listDueCorrections, listDueVerifications } from '../../src/features/findings/finding-due-store.ts';
import { type Agent, startTestApp, type TestApp } from '../support/app.ts';
import { givenAssessment, rateAll } from '../support/assessments.ts';
import { partsOf, readPdf, solid } from '../support/read-pdf.ts';

const clause = 'repair-records';

/** A rated audit with one nonconformity on that clause, closed for rating and told to the company. */
async function givenIssued(app: TestApp) {
  const assessment = await givenAssessment(app, { criteria: 'after-sales-maturity@1.0.0' });
  await rateAll(app.deps, assessment, 'worst');
  const path = `/assessments/${assessment.id}`;
  const ada = await app.as('ada');
  const shown = await app.deps.db('evidence').where({ assessment_id: assessment.id, place: 1 }).first('id');
  const form = {
    evidence: shown.id,
    grade: 'minor',
    clause,
    requirement: 'Slips are signed',
    statement: 'Three slips lack a signature',
  };
  await ada.post(`${path}/findings`).type('form').send(form).expect(303);
  const dora = await app.as('dora');
  expect((await dora.get(`${path}/findings`).expect(200)).text).not.toContain('Three slips');
  await ada.post(`${path}/closing`).expect(303);

  expect((await ada.post(`${path}/findings/issue`).type('form').send({})).status).toBe(422);
  const dues = { answerDue: '2026-01-14', correctionDue: '2026-02-20' };
  await ada.post(`${path}/findings/issue`).type('form').send(dues).expect(303);
  const { id } = await app.deps.db('findings').first('id');
  return { path, here: `${path}/findings/${id}`, id: String(id), ada, dora };
}

async function send({ deps }: TestApp, agent: Agent, address: string, fields: Record<string, string>) {
  const id = address.split('/')[4] ?? ''; // /assessments/:id/findings/:findingId
  const { revision } = await deps.db('findings').where({ id }).first('revision');
  return agent
    .post(address)
    .type('form')
    .send({ revision: String(revision), ...fields });
}

async function answer(app: TestApp, dora: Agent, here: string): Promise<void> {
  const steps = [
    ['correction', { correction: 'Signed afterwards' }],
    ['cause', { cause: 'The form has no line for it' }],
    ['action', { action: 'A new form', responsible: 'Manager Chen', plannedFor: '2026-02-01' }],
    ['send', {}],
  ] as const;
  for (const [step, fields] of steps) expect((await send(app, dora, `${here}/answer?step=${step}`, fields)).status).toBe(303);
}

test('a finding goes from told to closed, and never without proof and verification', async () => {
  const app = await startTestApp();
  const { path, here, ada, dora, id } = await givenIssued(app);
  const stateOf = async () => (await app.deps.db('findings').where({ id }).first('state')).state;

  expect((await dora.get(here).expect(200)).text).toContain('Overdue');
  expect((await dora.get('/findings?show=overdue')).text).toContain('/N1');
  await answer(app, dora, here);
  expect(await stateOf()).toBe('answered');
  expect((await ada.get(here)).text).toContain('The form has no line for it');

  expect((await send(app, ada, `${here}/return`, { text: '' })).status).toBe(422);
  expect((await send(app, ada, `${here}/return`, { text: 'Which slips?' })).status).toBe(303);
  expect((await dora.get(`${here}/answer?step=correction`)).text).toContain('Signed afterwards');
  expect((await send(app, dora, `${here}/answer?step=send`, {})).status).toBe(303);
  expect((await send(app, ada, `${here}/acceptance`, {})).status).toBe(303);
  expect((await send(app, ada, `${here}/closure`, {})).status).toBe(409);

  const { revision } = await app.deps.db('findings').first('revision');
  const bare = await dora.post(`${here}/implementation`).field('revision', String(revision)).field('text', 'Done');
  expect(bare.status).toBe(422);
  expect(bare.text).toContain('Hand in at least one piece of proof.');
  const proof = dora.post(`${here}/implementation`).field('revision', String(revision)).field('text', 'Done');
  expect((await proof.attach('files', Buffer.from('new form'), 'form.txt')).status).toBe(303);

  expect((await ada.post(`${path}/reporting`)).status).toBe(422);
  expect((await send(app, dora, `${here}/verification`, { text: 'x', day: '2026-01-15' })).status).toBe(404);
  expect((await send(app, ada, `${here}/verification`, { text: 'Twenty slips looked at', day: '2026-01-15' })).status).toBe(303);
  expect((await send(app, ada, `${here}/closure`, {})).status).toBe(303);
  expect(await stateOf()).toBe('closed');
  expect(await app.deps.db('notices').where({ text_key: 'findings.notice.close' }).pluck('user_id')).toEqual([
    app.people.dora.id,
  ]);
  const deeds = await app.deps.db('audit_entries').whereLike('deed', 'finding.%').pluck('deed');
  expect(new Set(deeds)).toEqual(
    new Set(
      ['stated', 'issue', 'answer-drafted', 'answer', 'sendBack', 'accept', 'implement', 'verify', 'close'].map(
        (deed) => `finding.${deed}`,
      ),
    ),
  );
});

test('only a clause whose findings are closed is rated anew, and both results are kept', async () => {
  const app = await startTestApp();
  const { path, here, ada, id } = await givenIssued(app);
  const rate = (to: string) =>
    ada.post(`${path}/clauses/${to}`).type('form').send({ revision: '1', size: '20', failed: '0', note: 'looked at again' });
  expect((await rate(clause)).status).toBe(409);

  await app.deps.db('findings').where({ id }).update({ state: 'closed', closed_at: '2026-01-15T09:00:00.000Z' });
  expect((await rate('organization-department')).status).toBe(409);
  expect((await rate(clause)).status, here).toBe(303);
  const page = await ada.get(`${path}/result`).expect(200);
  expect(page.text).toContain('As found and after correction');

  await ada.post(`${path}/reporting`).expect(303);
  const rows = await app.deps.db('results').orderBy('kind', 'desc').select('kind', 'score');
  expect(rows.map(({ kind }) => kind)).toEqual(['as-found', 'after-correction']);
  expect(Number(rows[1].score)).toBeGreaterThan(Number(rows[0].score));
  expect((await (await app.as('dora')).get(`${path}/result`).expect(200)).text).toContain(rows[1].score);

  // Its file tells both, and what is written from the file is the same.
  const bytesAt = async (agent: Agent, at: string): Promise<Buffer> =>
    (await agent.get(at).responseType('blob').expect(200)).body;
  const file = await bytesAt(ada, `${path}/exports/yaml`);
  expect(file.toString('utf8')).toContain('\nas_found:\n');
  const root = await app.as('root');
  const taken = await root.post('/received-assessments').field('deed', 'take').attach('file', file, 'a.yaml').expect(303);
  const there = String(taken.headers.location);
  expect((await root.get(there).expect(200)).text).toContain('As found and after correction');
  const report = 'report.pdf?language=en';
  expect((await bytesAt(root, `${there}/${report}`)).equals(await bytesAt(ada, `${path}/${report}`))).toBe(true);
});

test('the later of two is told, and what was told cannot be taken back, only withdrawn with a reason', async () => {
  const app = await startTestApp();
  const { here, ada, dora } = await givenIssued(app);
  const late = await dora.post(`${here}/extension`).type('form').send({ revision: '1', text: 'Holidays', day: '2026-03-01' });
  expect(late.status).toBe(409);
  expect((await send(app, dora, `${here}/extension`, { text: 'Holidays', day: '2026-01-10' })).status).toBe(422);
  expect((await send(app, dora, `${here}/extension`, { text: 'Holidays', day: '2026-01-20' })).status).toBe(303);
  expect((await ada.get('/findings?show=turn')).text).toContain('/N1');
  expect((await send(app, ada, `${here}/extension-grant`, {})).status).toBe(303);
  expect(await app.deps.db('findings').first('answer_due', 'asked_until')).toEqual({
    answer_due: '2026-01-20',
    asked_until: null,
  });

  await ada.post(`${here}/removal`).expect(409);
  expect((await send(app, ada, `${here}/withdrawal`, { text: '' })).status).toBe(422);
  expect((await send(app, ada, `${here}/withdrawal`, { text: 'A mistake of ours' })).status).toBe(303);
  await (await app.as('emil')).get(here).expect(404);
  await (await app.as('cai')).get(here).expect(404);
  const csv = await (await app.as('emil')).get('/findings.csv?show=all').expect(200);
  expect(csv.text).not.toContain('Three slips');
});

test('prints the nonconformity forms in both languages', async () => {
  const app = await startTestApp();
  const { path, dora } = await givenIssued(app);
  for (const language of ['zh-CN', 'en']) {
    const pdf = await dora.get(`${path}/findings/nonconformities.pdf?language=${language}`).responseType('blob').expect(200);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const { pages, bookmarks, title, language: said, roles } = await readPdf(pdf.body);
    expect(bookmarks[0]).toMatch(/A-2026-0001\/N1$/);
    expect(title).toContain('海川电器有限公司');
    expect(said).toBe(language);
    for (const role of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD']) expect(roles.get(role), role).toBeGreaterThan(0);
    for (const page of pages) expect(page).toContain('A-2026-0001/N1');
    for (const text of ['海川电器有限公司', '/N1', 'Slips are signed', 'Three slips lack a signature', '2026-01-14', 'E1'])
      expect(pages.join(''), text).toContain(solid(text));
    expect(pages[0]).not.toBe('');
    expect(pages.join('')).toContain(language === 'en' ? 'Rootcause' : '原因分析');
  }
});

test('prints them in both languages as one file, the Chinese forms first', async () => {
  const app = await startTestApp();
  const { path, dora } = await givenIssued(app);
  const { body } = await dora.get(`${path}/findings/nonconformities.pdf?language=both`).responseType('blob').expect(200);
  const pdf = await readPdf(body);
  expect(partsOf(pdf)).toEqual(['中文', 'English']);
  expect(pdf.pages[0]).toContain('原因分析');
  expect(pdf.pages.at(-1)).toContain('Rootcause');
});

test('evidence shows what rests on it and what it proves; what the company was told stays, and it opens its own proof', async () => {
  const app = await startTestApp();
  const { path, here, ada, dora, id } = await givenIssued(app);
  const { db } = app.deps;
  const { id: shown } = await db('evidence').where({ place: 1 }).first('id');
  await answer(app, dora, here);
  await send(app, ada, `${here}/acceptance`, {});
  const revision = String((await db('findings').first('revision')).revision);
  const prove = () =>
    dora
      .post(`${here}/implementation`)
      .field('revision', revision)
      .field('text', 'Done')
      .attach('files', Buffer.from('new form'), 'form.txt');
  await prove().expect(303);
  // Sent twice, it is one proof.
  expect((await prove()).status).toBe(409);
  expect(await db('finding_evidence').orderBy('use').pluck('use')).toEqual(['proof', 'statement']);
  const proof = await db('evidence').where({ file_name: 'form.txt' });
  expect(proof).toHaveLength(1);

  const own = `${path}/evidence/${proof[0].id}`;
  expect((await dora.get(here)).text).toContain(`href="${own}"`);
  expect((await dora.get(here)).text).not.toContain(`href="${path}/evidence/${shown}"`);
  const page = await dora.get(own).expect(200);
  expect(page.text).toContain('Proves the correction of');
  expect(page.text).toContain(`href="${here}"`);
  await dora.get(`${own}/file`).expect(200);
  await dora.get(`${path}/evidence/${shown}`).expect(404);
  expect((await ada.get(`${path}/evidence/${shown}`).expect(200)).text).toContain(`href="${here}"`);

  const change = { revision: '1', kind: 'interview', title: 'Renamed', ownDate: '', note: '', link: '' };
  await ada.post(`${path}/evidence/${shown}`).type('form').send(change).expect(303);
  expect(await db('finding_evidence').where({ evidence_id: shown }).pluck('finding_id')).toEqual([id]);
  for (const one of [shown, proof[0].id]) await ada.post(`${path}/evidence/${one}/removal`).expect(409);
});

test('reminds the company of answer and correction, the team of what waits for it', async () => {
  const app = await startTestApp();
  const { here, ada, dora } = await givenIssued(app);
  const { db } = app.deps;
  const [due] = await listDueAnswers(db, '2026-01-10', '2026-01-20');
  expect(due).toMatchObject({ kind: 'finding-answer', dueOn: '2026-01-14', href: here, to: [app.people.dora.id] });
  expect(await listDueAnswers(db, '2026-01-15', '2026-01-20')).toEqual([]);
  await answer(app, dora, here);
  expect(await listDueAnswers(db, '2026-01-10', '2026-01-20')).toEqual([]);
  const [waits] = await listDueVerifications(db, '2026-02-15', '2026-02-21');
  expect([...(waits?.to ?? [])].sort()).toEqual([app.people.ada.id, app.people.bo.id].sort());
  await send(app, ada, `${here}/acceptance`, {});
  expect(await listDueCorrections(db, '2026-02-15', '2026-02-21')).toMatchObject([{ dueOn: '2026-02-20' }]);
});
