import { expect, test } from 'vitest';
import { listDueRequests } from '../../src/features/requests/request-due-store.ts';
import { startTestApp, testTime } from '../support/app.ts';
import { dutiesClause, givenAssessment } from '../support/evidence.ts';
import { pdf } from '../support/sample-files.ts';

const file = pdf;
const request = { text: '2025 年第四季度的维修单', dueOn: '2026-01-20', clauses: dutiesClause.id };

async function givenAsked() {
  let now = testTime;
  const testApp = await startTestApp({ clock: () => now });
  const id = await givenAssessment(testApp);
  const bo = await testApp.as('bo');
  const asked = await bo.post(`/assessments/${id}/requests`).type('form').send(request).expect(303);
  const dora = await testApp.as('dora');
  const setTime = (moment: string) => {
    now = new Date(moment);
  };
  return { ...testApp, id, bo, dora, href: String(asked.headers.location), setTime };
}

const noticesOf = async ({ deps }: Pick<Awaited<ReturnType<typeof givenAsked>>, 'deps'>, userId: string): Promise<string[]> =>
  deps.db('notices').where({ user_id: userId }).where('text_key', 'like', 'notices.request%').orderBy('at').pluck('text_key');

test('is asked, answered, returned, answered again and accepted, and each side is told', async () => {
  const app = await givenAsked();
  const { bo, dora, href, people, deps } = app;
  expect((await dora.get('/requests').expect(200)).text).toContain('维修单');
  expect(await noticesOf(app, people.dora.id)).toEqual(['notices.requestAsked']);

  await dora.post(`${href}/evidence`).field('revision', '1').expect(422);
  await dora
    .post(`${href}/evidence`)
    .attach('files', file, '维修单.pdf')
    .field('revision', '1')
    .field('note', '系统导出')
    .expect(303);
  await bo.post(`${href}/return`).type('form').send({ revision: 2, text: '' }).expect(422);
  await bo.post(`${href}/return`).type('form').send({ revision: 2, text: '缺十二月' }).expect(303);
  const returned = (await dora.get(href).expect(200)).text;
  for (const text of ['缺十二月', 'returned to the company', '维修单']) expect(returned).toContain(text);
  await dora.post(`${href}/evidence`).attach('files', file, '十二月.pdf').field('revision', '3').expect(303);
  await bo.post(`${href}/acceptance`).type('form').send({ revision: 4 }).expect(303);

  expect(await deps.db('evidence').pluck('status')).toEqual(['accepted', 'accepted']);
  expect(await deps.db('evidence_clauses').distinct('clause_id')).toEqual([{ clause_id: dutiesClause.id }]);
  await dora.post(`${href}/evidence`).attach('files', file, 'x.pdf').field('revision', '5').expect(409);
  expect(await noticesOf(app, people.bo.id)).toEqual(['notices.request.hand-in', 'notices.request.hand-in']);
  const deeds: string[] = await deps.db('audit_entries').where('deed', 'like', 'request.%').pluck('deed');
  expect(deeds.sort()).toEqual(['request.accept', 'request.ask', 'request.hand-in', 'request.hand-in', 'request.return']);
});

test('the company sees only what it handed in, and nothing of the ratings', async () => {
  const { bo, dora, href, id, deps } = await givenAsked();
  await bo.post(`/assessments/${id}/evidence`).attach('files', file, '审查员的记录.pdf').expect(303);
  await dora.post(`${href}/evidence`).attach('files', file, '企业的资料.pdf').field('revision', '1').expect(303);
  const list = (await dora.get(`/assessments/${id}/evidence`).expect(200)).text;
  expect(list).toContain('企业的资料');
  expect(list).not.toContain('审查员的记录');
  const other: { id: string } = await deps.db('evidence').where({ title: '审查员的记录' }).first('id');
  await dora.get(`/assessments/${id}/evidence/${other.id}`).expect(404);
  await dora.get(`/assessments/${id}/evidence/${other.id}/file`).expect(404);
  await dora.post(`/assessments/${id}/evidence`).attach('files', file, 'x.pdf').expect(404);
  for (const page of ['samples', 'surveys', 'workbench', 'evidence/reuse'])
    await dora.get(`/assessments/${id}/${page}`).expect(404);
});

test('the company may say why not; the auditor may postpone and withdraw', async () => {
  const { bo, dora, href } = await givenAsked();
  await dora.post(`${href}/acceptance`).type('form').send({ revision: 1 }).expect(404);
  await bo.post(`${href}/due-date`).type('form').send({ revision: 1, dueOn: '2026-01-02', text: '' }).expect(422);
  await bo.post(`${href}/due-date`).type('form').send({ revision: 1, dueOn: '2026-01-30', text: '假期' }).expect(303);
  await dora.post(`${href}/refusal`).type('form').send({ revision: 2, text: '系统已停用' }).expect(303);
  expect((await bo.get(href)).text).toContain('系统已停用');
  await bo.post(`${href}/withdrawal`).type('form').send({ revision: 3, text: '另有来源' }).expect(303);
  expect((await bo.get(href)).text).toContain('withdrawn');
});

test('shows what is overdue', async () => {
  const { as, dora, deps, people, setTime } = await givenAsked();
  expect((await dora.get('/requests')).text).not.toContain('overdue');
  const [due] = await listDueRequests(deps.db, '2026-01-15', '2026-01-20');
  expect(due).toMatchObject({ kind: 'evidence-request', dueOn: '2026-01-20', to: [people.dora.id, people.bo.id] });
  expect(await listDueRequests(deps.db, '2026-01-21', '2026-01-30')).toEqual([]);
  setTime('2026-01-21T02:00:00Z');
  expect((await (await as('dora')).get('/requests')).text).toContain('overdue');
});

test('tells the later of two people', async () => {
  const { bo, as, href } = await givenAsked();
  await bo.post(`${href}/due-date`).type('form').send({ revision: 1, dueOn: '2026-01-30', text: '' }).expect(303);
  const late = await (await as('ada'))
    .post(`${href}/withdrawal`)
    .type('form')
    .send({ revision: 1, text: '不需要了' })
    .expect(422);
  expect(late.text).toContain('Somebody else moved this request on');
  expect(late.text).toContain('不需要了');
});

test.each([
  [{ ...request, text: '' }, 'Fill in this field.'],
  [{ ...request, dueOn: '2026-01-10' }, 'The due date cannot be before today'],
  [{ ...request, clauses: 'no-such' }, 'A chosen clause is not rated'],
])('refuses %j and keeps what was typed', async (fields, text) => {
  const { bo, id } = await givenAsked();
  const page = await bo.post(`/assessments/${id}/requests`).type('form').send(fields).expect(422);
  expect(page.text).toContain(text);
});

test('is no business of strangers', async () => {
  const { as, href, id } = await givenAsked();
  for (const person of ['cai', 'emil'] as const) {
    const stranger = await as(person);
    await stranger.get(href).expect(404);
    await stranger.get(`/assessments/${id}/requests`).expect(404);
    expect((await stranger.get('/requests').expect(200)).text).not.toContain('维修单');
  }
});
