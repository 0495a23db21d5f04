import { expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { givenAssessment, givenPlanned } from '../support/assessments.ts';
import { startFields } from '../support/start-assessment.ts';

const noneOf = { employment: 'no', consulting: 'no', family: 'no', finance: 'no', other: 'no' };

function giveCompetence({ deps, people }: TestApp, person: keyof TestApp['people'], to = '2027-01-01', grade = 'auditor') {
  const row = { id: crypto.randomUUID(), user_id: people[person].id, criteria_id: null, trade: null, grade };
  return deps.db('competences').insert({
    ...row,
    ...{
      registration_number: null,
      from_date: '2025-01-01',
      to_date: to,
      proof: 'x',
      created_by: people.root.id,
      created_at: 'x',
    },
  });
}

test('nobody rates before stating their impartiality, and the sheet leads there', async () => {
  const app = await startTestApp();
  const { id } = await givenAssessment(app, { declared: false });
  const bo = await app.as('bo');
  const opened = await bo.get(`/assessments/${id}/workbench`);
  const clause = String(opened.headers.location);

  expect((await bo.get(clause)).text).toContain(`/assessments/${id}/impartiality`);
  const refused = await bo.post(clause).type('form').send({ revision: 0, note: 'x' });
  expect(refused.status).toBe(403);
  expect(refused.text).toContain('no valid statement of impartiality');

  const wrongName = await bo
    .post(`/assessments/${id}/impartiality`)
    .type('form')
    .send({ ...noneOf, signedName: 'Ada' });
  expect(wrongName.status).toBe(422);
  expect(wrongName.text).toContain('This is not your name');
  const unexplained = { ...noneOf, family: 'yes', signedName: 'Bo' };
  expect((await bo.post(`/assessments/${id}/impartiality`).type('form').send(unexplained)).text).toContain(
    'Explain what the yes',
  );

  await bo
    .post(`/assessments/${id}/impartiality`)
    .type('form')
    .send({ ...noneOf, signedName: ' bo ' })
    .expect(303);
  await bo.post(clause).type('form').send({ revision: 0, note: 'x' }).expect(303);
  expect((await (await app.as('cai')).get(`/assessments/${id}/impartiality`)).status).toBe(404);
});

test('a declared conflict waits for the office, which accepts it with measures or takes the person out', async () => {
  const app = await startTestApp();
  const { id } = await givenAssessment(app);
  const [root, ada, bo] = [await app.as('root'), await app.as('ada'), await app.as('bo')];
  const declare = { ...noneOf, family: 'yes', 'family-why': 'my sister works there', signedName: 'Bo' };
  await bo.post(`/assessments/${id}/impartiality`).type('form').send(declare).expect(303);
  expect(await app.deps.db('notices').where({ user_id: app.people.root.id }).pluck('text_key')).toContain(
    'independence.noticeConflict',
  );
  const clause = String((await bo.get(`/assessments/${id}/workbench`)).headers.location);
  await bo.post(clause).type('form').send({ revision: 0, note: 'x' }).expect(403);

  const statement = await app.deps.db('impartiality_statements').whereNull('superseded_at').where({ yes: 'family' }).first();
  const ruling = `/assessments/${id}/statements/${statement.id}/ruling`;
  expect((await ada.get(`/assessments/${id}/statements`)).text).toContain('my sister works there');
  await ada.post(ruling).type('form').send({ ruling: 'accepted', reason: 'x', measures: 'y' }).expect(404);
  const bare = await root.post(ruling).type('form').send({ ruling: 'accepted', reason: 'far away', measures: '' });
  expect(bare.status).toBe(422);
  expect(bare.text).toContain('far away');
  await root.post(ruling).type('form').send({ ruling: 'accepted', reason: 'far away', measures: 'not in section 1' }).expect(303);
  await bo.post(clause).type('form').send({ revision: 0, note: 'x' }).expect(303);
  await root.post(ruling).type('form').send({ ruling: 'removed', reason: 'late' }).expect(409);

  await bo.post(`/assessments/${id}/impartiality`).type('form').send(declare).expect(303);
  const second = await app.deps.db('impartiality_statements').whereNull('superseded_at').where({ yes: 'family' }).first();
  await root
    .post(`/assessments/${id}/statements/${second.id}/ruling`)
    .type('form')
    .send({ ruling: 'removed', reason: 'no' })
    .expect(303);
  await bo.get(`/assessments/${id}`).expect(404);
  expect(await app.deps.db('impartiality_statements').where({ user_id: app.people.bo.id })).toHaveLength(3);
  expect((await root.get(`/assessments/${id}/statements`)).text).toContain('People who left the team');
  const rating = await app.deps.db('ratings').where({ assessment_id: id }).first();
  expect(rating.updated_by).toBe(app.people.bo.id);
});

test('a conflict declared in one audit stands in every audit of the organization for two years', async () => {
  const app = await startTestApp();
  const { id: first } = await givenAssessment(app);
  const { id: second } = await givenAssessment(app);
  const [root, ada, bo] = [await app.as('root'), await app.as('ada'), await app.as('bo')];
  const yes = { ...noneOf, family: 'yes', 'family-why': 'my sister works there', signedName: 'Bo' };
  const sign = (id: string, fields: object) => bo.post(`/assessments/${id}/impartiality`).type('form').send(fields);
  await sign(first, yes).expect(303);

  const clause = String((await bo.get(`/assessments/${second}/workbench`)).headers.location);
  await bo.post(clause).type('form').send({ revision: 0, note: 'x' }).expect(403);
  const all = await root.get(`/assessments/${second}/statements`);
  expect(all.text).toContain('my sister works there');
  expect(all.text).toContain('Declared in audit A-2026-0001');
  const denied = await sign(second, { ...noneOf, signedName: 'Bo' });
  expect(denied.status).toBe(422);
  expect(denied.text).toContain('You answered yes to this in audit A-2026-0001');

  const start = (fields = {}) => ada.post('/assessments').type('form').send(startFields(app, fields));
  const waiting = await start();
  expect(waiting.status).toBe(422);
  expect(waiting.text).toContain('declared a conflict of interest in A-2026-0001, another audit of this organization');
  const [statement] = await app.deps.db('impartiality_statements').where({ assessment_id: first, yes: 'family' });
  const rule = (ruling: object) =>
    root
      .post(`/assessments/${first}/statements/${statement.id}/ruling`)
      .type('form')
      .send({ reason: 'x', ...ruling });
  await rule({ ruling: 'accepted', measures: 'not in section 1' }).expect(303);
  const third = String((await start().expect(303)).headers.location);
  expect((await ada.get(`${third}/team`)).text).toContain('accepted there with measures');

  await sign(first, { ...noneOf, signedName: 'Bo' }).expect(303);
  await sign(second, { ...noneOf, signedName: 'Bo' }).expect(303);
  await bo.post(clause).type('form').send({ revision: 0, note: 'x' }).expect(303);
});

test('earlier days bring back a conflict declared in another audit: refused, or to be stated again where it was accepted', async () => {
  const app = await startTestApp();
  const { id: first } = await givenAssessment(app);
  const [root, ada, bo] = [await app.as('root'), await app.as('ada'), await app.as('bo')];
  const yes = { ...noneOf, family: 'yes', 'family-why': 'my sister works there', signedName: 'Bo' };
  const sign = (id: string, fields: object) => bo.post(`/assessments/${id}/impartiality`).type('form').send(fields);
  await sign(first, yes).expect(303);

  // Signed on 2026-01-15: free from 2028-01-15. The audit is planned after that, then moved before it.
  const { id: later } = await givenAssessment(app, { from: '2028-01-20', to: '2028-01-21' });
  const clause = String((await bo.get(`/assessments/${later}/workbench`)).headers.location);
  const rate = (revision: number) => bo.post(clause).type('form').send({ revision, note: 'x' });
  await rate(0).expect(303);
  const days = { targetGrade: '', heldGrade: '', heldSince: '' };
  const move = (from: string, to: string) =>
    ada
      .post(`/assessments/${later}`)
      .type('form')
      .send({ ...days, from, to });
  const refused = await move('2028-01-10', '2028-01-11').expect(422);
  expect(refused.text).toContain('Bo declared a conflict of interest in A-2026-0001, another audit of this organization');
  expect(refused.text).toContain('value="2028-01-10"');
  await move('2028-01-15', '2028-01-16').expect(303);

  const [statement] = await app.deps.db('impartiality_statements').where({ assessment_id: first, yes: 'family' });
  const ruling = { ruling: 'accepted', reason: 'x', measures: 'not in section 1' };
  await root.post(`/assessments/${first}/statements/${statement.id}/ruling`).type('form').send(ruling).expect(303);
  await rate(1).expect(303);
  await move('2028-01-14', '2028-01-16').expect(303);
  await rate(2).expect(403);
  const told = await app.deps.db('notices').where({ user_id: app.people.bo.id, assessment_id: later }).pluck('text_key');
  expect(told).toContain('independence.noticeVoided');
  expect((await sign(later, { ...noneOf, signedName: 'Bo' })).text).toContain('You answered yes to this in audit A-2026-0001');
  await sign(later, yes).expect(303);
  // Told here now: moving on changes nothing more.
  await move('2028-01-13', '2028-01-16').expect(303);
  const standing = await app.deps
    .db('impartiality_statements')
    .where({ assessment_id: later, yes: 'family', superseded_at: null });
  expect(standing).toHaveLength(1);
});

test('an assignment that breaks a rule is refused with the rule and the name', async () => {
  const app = await startTestApp({ config: { competence: 'required' } });
  const ada = await app.as('ada');
  const start = (fields = {}) => ada.post('/assessments').type('form').send(startFields(app, fields));

  const without = await start();
  expect(without.status).toBe(422);
  expect(without.text).toContain('No competence of Ada is recorded');
  expect(without.text).toContain('No competence of Bo is recorded');

  await giveCompetence(app, 'ada', '2027-01-01', 'trainee');
  await giveCompetence(app, 'bo', '2026-01-06');
  const short = await start();
  expect(short.text).toContain('The grade of Ada is too low');
  expect(short.text).toContain('The competence of Bo does not hold on 2026-01-07');
  await app.deps.db('competences').update({ to_date: '2027-01-01', grade: 'senior' });
  expect((await start({ lead: app.people.bo.id, members: [] })).text).toContain('Bo cannot lead');

  const root = await app.as('root');
  const tie = { organizationName: '海川电器有限公司', kind: 'consulting', from: '2020-01-01', to: '2024-06-01', note: '' };
  await root.post(`/people/${app.people.bo.id}/ties`).type('form').send(tie).expect(303);
  expect((await start()).text).toContain(
    'Bo advised this organization less than two years before: free to audit it from 2026-06-01',
  );
  await start({ from: '2026-06-01', to: '2026-06-02' }).expect(303);
  const path = String((await start({ from: '2026-06-02', to: '2026-06-03' }).expect(303)).headers.location);
  expect((await ada.get(`${path}/team`)).text).toContain('Bo is also in A-2026-0001 on the same days');
  const earlier = { from: '2026-05-01', to: '2026-06-03', targetGrade: '', heldGrade: '', heldSince: '' };
  expect((await ada.post(path).type('form').send(earlier)).text).toContain('free to audit it from 2026-06-01');
});

test('somebody removed in the middle loses access at once and leaves their ratings; the leader sees what is open', async () => {
  const app = await startTestApp();
  const { id } = await givenAssessment(app);
  const [ada, bo] = [await app.as('ada'), await app.as('bo')];
  const clause = String((await bo.get(`/assessments/${id}/workbench`)).headers.location);
  await bo.post(clause).type('form').send({ revision: 0, note: 'seen by Bo' }).expect(303);
  const item = { kind: 'audit', title: 'Spare parts', day: '2026-01-06', from: '9:00', to: '10:00', people: [app.people.bo.id] };
  await ada.post(`/assessments/${id}/agenda`).type('form').send(item).expect(303);

  const removal = `/assessments/${id}/team/${app.people.bo.id}/removal`;
  expect((await ada.get(removal)).text).toContain('Spare parts');
  expect((await ada.post(removal).type('form').send({ reason: '' })).status).toBe(422);
  await ada.post(removal).type('form').send({ reason: 'ill' }).expect(303);
  await bo.get(clause).expect(404);
  expect((await ada.get(clause)).text).toContain('Bo');
  expect((await ada.get(`/assessments/${id}/plan`)).text).toContain('Bo left the team; name somebody else');
  expect((await ada.get(`/assessments/${id}/team`)).text).toContain('ill');
  const entry = await app.deps.db('audit_entries').where({ deed: 'team.member-removed' }).first();
  expect(JSON.parse(entry.details)).toMatchObject({ reason: 'ill', person: app.people.bo.id });
  await ada.post(`/assessments/${id}/team/${app.people.ada.id}/removal`).type('form').send({ reason: 'x' }).expect(409);

  await ada.post(`/assessments/${id}/team`).type('form').send({ person: app.people.cai.id, teamRole: 'observer' }).expect(303);
  const cai = await app.as('cai');
  await cai.get(clause).expect(200);
  await cai.post(clause).type('form').send({ revision: 1, note: 'x' }).expect(403);
});

test('competence is kept by the office; each sees their own', async () => {
  const app = await startTestApp();
  const [root, bo, cai] = [await app.as('root'), await app.as('bo'), await app.as('cai')];
  const path = `/people/${app.people.bo.id}/competences`;
  const fields = {
    criteria: 'complaint-management',
    trade: '家电',
    grade: 'senior',
    registrationNumber: 'R-7',
    proof: 'witnessed',
  };
  const wrong = await root
    .post(path)
    .type('form')
    .send({ ...fields, from: '2026-02-01', to: '2026-01-01' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('witnessed');
  await root
    .post(path)
    .type('form')
    .send({ ...fields, from: '2025-02-01', to: '2026-02-01' })
    .expect(303);
  await root
    .post(path)
    .type('form')
    .send({ ...fields, criteria: 'unknown', from: '2025-02-01', to: '2026-02-01' })
    .expect(422);

  expect((await bo.get(path)).text).toContain('R-7');
  await cai.get(path).expect(404);
  await bo.post(path).type('form').send(fields).expect(404);
  expect((await root.get('/competences?state=soon&criteria=complaint-management')).text).toContain('R-7');
  expect((await root.get('/competences?criteria=after-sales-maturity')).text).not.toContain('R-7');
  const { id } = await givenPlanned(app);
  expect((await root.get(`/assessments/${id}/team?show=able`)).text).toContain('Nobody fits');
});
