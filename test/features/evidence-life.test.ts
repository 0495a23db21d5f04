import { expect, test } from 'vitest';
import { startTestApp } from '../support/app.ts';
import { declareTeam } from '../support/declarations.ts';
import { departmentClause, dutiesClause, givenAssessment } from '../support/evidence.ts';
import { pdf } from '../support/sample-files.ts';

const file = pdf;

async function givenWork() {
  const testApp = await startTestApp();
  const id = await givenAssessment(testApp);
  const path = `/assessments/${id}/evidence`;
  const bo = await testApp.as('bo');
  const handIn = async (name: string, fields: Readonly<Record<string, string>> = {}) => {
    const post = bo.post(path).set('Accept', 'application/json').attach('files', file, name);
    for (const [key, value] of Object.entries(fields)) post.field(key, value);
    const answer = await post.expect(201);
    return String(answer.body.evidence[0].href);
  };
  return { ...testApp, id, path, bo, handIn };
}

test('keeps the period, the source and how long a piece holds, and shows them', async () => {
  const { bo, handIn, path } = await givenWork();
  const href = await handIn('a.pdf', {
    periodFrom: '2025-10-01',
    periodTo: '2025-12-31',
    source: '客服主管张某',
    validUntil: '2026-06-30',
  });
  const page = (await bo.get(href).expect(200)).text;
  for (const text of ['2025-10-01 to 2025-12-31', '客服主管张某', '2026-06-30']) expect(page).toContain(text);

  const turned = await bo
    .post(path)
    .attach('files', file, 'b.pdf')
    .field('periodFrom', '2026-02-01')
    .field('periodTo', '2026-01-01');
  expect(turned.status).toBe(422);
  expect(turned.text).toContain('The period ends before it begins.');
});

test('a rejected, replaced or expired piece no longer satisfies what a clause requires', async () => {
  const { bo, handIn, id, deps } = await givenWork();
  const clause = `/assessments/${id}/clauses/${departmentClause.id}/evidence`;
  const first = await handIn('a.pdf', { clauses: departmentClause.id });
  const lacks = async () => (await bo.get(clause).expect(200)).text.includes('required, not there yet');
  expect(await lacks()).toBe(false);

  await bo.post(`${first}/judgement`).type('form').send({ status: 'rejected', revision: 1 }).expect(422);
  await bo.post(`${first}/judgement`).type('form').send({ status: 'rejected', reason: '看不清', revision: 1 }).expect(303);
  expect(await lacks()).toBe(true);
  const page = (await bo.get(first)).text;
  for (const text of ['rejected', '看不清', 'History']) expect(page).toContain(text);

  await bo.post(`${first}/judgement`).type('form').send({ status: 'accepted', revision: 2 }).expect(303);
  expect(await lacks()).toBe(false);
  const second = await handIn('b.pdf');
  await bo.post(`${first}/judgement`).type('form').send({ status: 'superseded', by: 'E7', revision: 3 }).expect(422);
  await bo.post(`${first}/judgement`).type('form').send({ status: 'superseded', by: 'E1', revision: 3 }).expect(422);
  await bo.post(`${first}/judgement`).type('form').send({ status: 'superseded', by: 'e2', revision: 3 }).expect(303);
  expect((await bo.get(first)).text).toContain('replaced by E2');
  expect(await lacks()).toBe(true);

  await bo
    .post(second)
    .type('form')
    .send({ kind: 'document', title: 'b', clauses: departmentClause.id, validUntil: '2026-01-15', revision: 1 })
    .expect(303);
  // The assessment ends on the sixteenth.
  expect(await lacks()).toBe(true);
  await bo
    .post(second)
    .type('form')
    .send({ kind: 'document', title: 'b', clauses: departmentClause.id, validUntil: '2026-01-16', revision: 2 })
    .expect(303);
  expect(await lacks()).toBe(false);
  expect(await deps.db('audit_entries').where({ deed: 'evidence.judged' })).toHaveLength(3);
});

test('tells the later of two people that the piece was changed meanwhile', async () => {
  const { bo, as, handIn } = await givenWork();
  const href = await handIn('a.pdf');
  const change = { kind: 'record', title: '甲', revision: 1 };
  await bo.post(href).type('form').send(change).expect(303);
  const late = await (await as('ada'))
    .post(href)
    .type('form')
    .send({ ...change, title: '乙的标题' })
    .expect(422);
  expect(late.text).toContain('Somebody else changed this evidence');
  expect(late.text).toContain('乙的标题');
  expect(late.text).toContain('name="revision" value="2"');
});

test('takes evidence of an earlier assessment over with the same stored file, once', async () => {
  const testApp = await givenWork();
  const { bo, handIn, deps } = testApp;
  await handIn('a.pdf', { title: '服务制度', clauses: dutiesClause.id });
  const later = await givenAssessment(testApp, 'surveillance');
  const reuse = `/assessments/${later}/evidence/reuse`;
  const page = (await bo.get(reuse).expect(200)).text;
  expect(page).toContain('服务制度');
  const [{ id: evidence }] = await deps.db('evidence').select('id');

  await bo.post(reuse).type('form').send({}).expect(422);
  await bo.post(reuse).type('form').send({ evidence }).expect(303);
  const rows = await deps.db('evidence').orderBy('created_at');
  expect(new Set(rows.map(({ sha256 }) => sha256)).size).toBe(1);
  expect(await deps.db('stored_files')).toHaveLength(1);
  expect(rows.find(({ assessment_id }) => assessment_id === later)).toMatchObject({ origin_id: evidence, status: 'submitted' });
  const list = (await bo.get(`/assessments/${later}/evidence`)).text;
  expect(list).toContain(dutiesClause.number);
  await bo.post(reuse).type('form').send({ evidence }).expect(422);
});

test('takes nothing over from assessments that one may not see', async () => {
  const testApp = await givenWork();
  await testApp.handIn('secret.pdf');
  const self = await givenAssessment(testApp, 'self');
  const dora = await testApp.as('dora');
  const reuse = `/assessments/${self}/evidence/reuse`;
  expect((await dora.get(reuse).expect(200)).text).not.toContain('secret');
  const [{ id: evidence }] = await testApp.deps.db('evidence').select('id');
  await dora.post(reuse).type('form').send({ evidence }).expect(422);
});

test('links a piece to findings of its own assessment only', async () => {
  const { bo, handIn, id, deps, people } = await givenWork();
  const href = await handIn('a.pdf');
  const finding = { id: '33333333-3333-4333-8333-333333333333', grade: 'minor', statement: '缺签字', created_by: people.bo.id };
  await deps.db('findings').insert({ ...finding, assessment_id: id, created_at: '2026-01-15T09:00:00.000Z' });
  const change = { kind: 'record', title: 'x' };
  await bo
    .post(href)
    .type('form')
    .send({ ...change, findings: finding.id, revision: 1 })
    .expect(303);
  expect((await bo.get(href)).text).toContain('缺签字');
  await bo
    .post(href)
    .type('form')
    .send({ ...change, findings: href.slice(-36), revision: 2 })
    .expect(422);
});

test('a mystery shopper hands in visits and sees these alone; an expert sees all and changes only what is theirs', async () => {
  const { as, handIn, id, path, deps, people } = await givenWork();
  const others = await handIn('a.pdf', { title: '审查员的记录' });
  await deps.db('team_members').insert({ assessment_id: id, user_id: people.cai.id, role: 'mystery-shopper' });
  await deps.db('impartiality_statements').where({ assessment_id: id }).delete();
  await declareTeam(deps.db, id);
  const cai = await as('cai');
  await cai.post(path).type('form').send({ kind: 'visit', title: '暗访记录' }).expect(303);
  const list = (await cai.get(path).expect(200)).text;
  expect(list).toContain('暗访记录');
  expect(list).not.toContain('审查员的记录');
  for (const page of ['requests', 'samples', 'surveys', 'workbench', 'result', `clauses/${departmentClause.id}`])
    await cai.get(`/assessments/${id}/${page}`).expect(404);
  await cai.get(others).expect(404);

  // Whoever reads of the visit learns that a mystery shopper was there, and not who.
  const ada = await as('ada');
  const [, visit = ''] = /href="([^"]+)"[^>]*>暗访记录/.exec((await ada.get(path)).text) ?? [];
  for (const page of [path, visit]) {
    const { text } = await ada.get(page).expect(200);
    expect(text).toContain('Mystery shopper');
    expect(text).not.toContain('Cai');
  }
  const file = (await ada.get(`/assessments/${id}/exports/yaml`)).text;
  expect(file).toContain('Ada');
  expect(file).not.toContain('Cai');

  await deps.db('team_members').where({ assessment_id: id, user_id: people.cai.id }).update({ role: 'technical-expert' });
  expect((await cai.get(others).expect(200)).text).not.toContain('name="revision"');
  await cai.post(others).type('form').send({ kind: 'record', title: 'x', revision: 1 }).expect(403);
  await cai.post(`${others}/judgement`).type('form').send({ status: 'accepted', revision: 1 }).expect(403);
  await cai.get(`/assessments/${id}/samples`).expect(200);
});
