import { expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { givenAssessment, givenPlanned, rateAll } from '../support/assessments.ts';
import { readPdf } from '../support/read-pdf.ts';

const stateOf = async ({ deps }: TestApp, id: string) => (await deps.db('assessments').where({ id }).first('state')).state;

async function giveMinor({ deps, people }: TestApp, { id, createdAt }: { id: string; createdAt: string }): Promise<void> {
  await deps.db('findings').insert({
    id: 'f1',
    assessment_id: id,
    clause_id: null,
    grade: 'minor',
    statement: 'Slips are not signed',
    created_by: people.bo.id,
    created_at: createdAt,
  });
}

test('an audit is planned until it is begun; nobody rates before', async () => {
  const app = await startTestApp();
  const { id, number, criteriaId, criteriaVersion } = await givenPlanned(app);
  const ada = await app.as('ada');
  const path = `/assessments/${id}`;
  const clause = app.deps.catalog.find(criteriaId, criteriaVersion)?.criteria.clauses[0]?.clauses[0]?.id;

  const page = await ada.get(path).expect(200);
  expect(page.text).toContain('Begin audit');
  expect(page.text).toMatch(/aria-current="step"><span class="course__name">Planned/);
  const early = await ada.post(`${path}/clauses/${clause}`).type('form').send({ revision: '0', note: 'too early' });
  expect(early.status).toBe(409);
  expect(early.text).toContain(`Assessment ${number} is still planned`);

  await ada.post(`${path}/beginning`).expect(303).expect('Location', path);
  expect(await stateOf(app, id)).toBe('in-progress');
  const notices = await app.deps.db('notices').where({ text_key: 'life.notice.begun' }).orderBy('user_id');
  expect(notices.map(({ user_id, text_key }) => [user_id, text_key])).toEqual(
    [app.people.ada.id, app.people.bo.id].sort().map((user) => [user, 'life.notice.begun']),
  );
  expect((await ada.get(path)).text).toContain('Steps taken');
  expect((await ada.post(`${path}/beginning`)).status).toBe(409);
});

test('an audit without a leader is not begun', async () => {
  const app = await startTestApp();
  const { id } = await givenPlanned(app);
  await app.deps.db('team_members').where({ role: 'leader' }).delete();
  const root = await app.as('root');

  expect((await root.get(`/assessments/${id}`)).text).toContain('a lead auditor');
  const answer = await root.post(`/assessments/${id}/beginning`).expect(422);
  expect(answer.text).toContain('There is no lead auditor yet.');
  expect(await stateOf(app, id)).toBe('planned');
});

test('goes back to planning only while nothing is rated', async () => {
  const app = await startTestApp();
  const assessment = await givenAssessment(app);
  const ada = await app.as('ada');
  await ada.post(`/assessments/${assessment.id}/replanning`).expect(303);
  expect(await stateOf(app, assessment.id)).toBe('planned');

  await ada.post(`/assessments/${assessment.id}/beginning`).expect(303);
  await rateAll(app.deps, assessment);
  const refused = await ada.post(`/assessments/${assessment.id}/replanning`).expect(422);
  expect(refused.text).toContain('Clauses are rated already');
});

test('with a nonconformity the audit waits for it, and the office alone may reopen rating', async () => {
  const app = await startTestApp();
  const assessment = await givenAssessment(app);
  await rateAll(app.deps, assessment, 'mixed');
  await giveMinor(app, assessment);
  const [ada, root, dora] = [await app.as('ada'), await app.as('root'), await app.as('dora')];
  const path = `/assessments/${assessment.id}`;

  expect((await ada.get(`${path}/completion`)).text).toContain('1 finding has to be answered by the company');
  await ada.post(`${path}/closing`).type('form').send({ from: 'in-progress' }).expect(303).expect('Location', `${path}/findings`);
  expect(await stateOf(app, assessment.id)).toBe('findings-open');
  expect(await app.deps.db('results').pluck('kind')).toEqual(['as-found']);
  await dora.get(`${path}/result`).expect(404);

  await ada.get(`${path}/reopening`).expect(404);
  await root.post(`${path}/reopening`).type('form').send({ from: 'findings-open', reason: ' ' }).expect(422);
  await root.post(`${path}/reopening`).type('form').send({ from: 'findings-open', reason: 'A site was left out' }).expect(303);
  expect(await stateOf(app, assessment.id)).toBe('in-progress');
  expect(await app.deps.db('results')).toEqual([]);
  expect((await ada.get(path)).text).toContain('A site was left out');
});

test('the form of a step that somebody else has taken meanwhile is refused', async () => {
  const app = await startTestApp();
  const assessment = await givenAssessment(app);
  await rateAll(app.deps, assessment);
  const ada = await app.as('ada');
  const answer = await ada.post(`/assessments/${assessment.id}/stop`).type('form').send({ from: 'planned', reason: 'No access' });
  expect(answer.status).toBe(409);
  expect(await stateOf(app, assessment.id)).toBe('in-progress');
});

test.each(['planned', 'in-progress'] as const)(
  'stopped while %s it keeps what there was, with the reason in page and report',
  async (from) => {
    const app = await startTestApp();
    const assessment = from === 'planned' ? await givenPlanned(app) : await givenAssessment(app);
    const [ada, dora] = [await app.as('ada'), await app.as('dora')];
    const path = `/assessments/${assessment.id}`;

    await ada.get(`${path}/stop`).expect(200);
    expect((await ada.post(`${path}/stop`).type('form').send({ from, reason: '' })).status).toBe(422);
    await ada.post(`${path}/stop`).type('form').send({ from, reason: 'The company refused access' }).expect(303);

    const page = await dora.get(path).expect(200);
    expect(page.text).toContain('The company refused access');
    expect((await dora.get(`${path}/result`).expect(200)).text).toContain('The company refused access');
    const pdf = await readPdf((await dora.get(`${path}/report.pdf?language=en`).responseType('blob').expect(200)).body);
    expect(pdf.pages.join(' ').replace(/\s+/g, '')).toContain('Thecompanyrefusedaccess');
    const late = await ada.post(`${path}/stop`).type('form').send({ reason: 'again' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('was stopped');
    expect((await ada.get('/assessments?state=stopped')).text).toContain(assessment.number);
    expect((await ada.get('/assessments?state=open')).text).not.toContain(assessment.number);
  },
);

test('the company sees the result when it is reported; then the leader alone signs off', async () => {
  const app = await startTestApp();
  const assessment = await givenAssessment(app);
  await rateAll(app.deps, assessment);
  const [ada, root, dora] = [await app.as('ada'), await app.as('root'), await app.as('dora')];
  const path = `/assessments/${assessment.id}`;

  await ada.post(`${path}/closing`).expect(303).expect('Location', `${path}/result`);
  expect(await stateOf(app, assessment.id)).toBe('reported');
  await dora.get(`${path}/result`).expect(200);
  expect((await ada.get('/')).text).toContain('Waiting for you');
  await root.get(`${path}/completion`).expect(404);
  expect((await root.post(`${path}/completion`)).status).toBe(409);

  await ada.post(`${path}/completion`).type('form').send({ from: 'reported' }).expect(303);
  expect(await stateOf(app, assessment.id)).toBe('finished');
  expect(await app.deps.db('results').pluck('kind')).toEqual(['as-found']);
  expect(await app.deps.db('audit_entries').whereLike('deed', 'assessment.%').orderBy('place').pluck('deed')).toEqual([
    'assessment.started',
    'assessment.begun',
    'assessment.rating-closed',
    'assessment.finished',
  ]);
});
