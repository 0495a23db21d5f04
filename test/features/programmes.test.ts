import { expect, test } from 'vitest';
import { findAssessment } from '../../src/features/assessments/assessment-store.ts';
import { issueCertificate } from '../../src/features/certificates/issue-certificate.ts';
import { remindOfDue } from '../../src/features/reminders/remind.ts';
import { finishAssessment, rateAll } from '../support/assessments.ts';
import { givenPerson, signatureOf, signInAs } from '../support/certification.ts';
import { givenCertified } from '../support/certified.ts';
import { declareTeam } from '../support/declarations.ts';
import { passwordOfAll } from '../support/people.ts';

const option = 'after-sales-maturity@1.0.0||';

async function scene() {
  const app = await givenCertified({ clock: () => new Date('2026-01-15T09:00:00Z') });
  const { id } = await app.deps.db.transaction((trx) => issueCertificate(trx, app.grant));
  return { app, id, root: await app.as('root'), path: `/certificates/${id}/programme` };
}

test('the programme of a certificate leads to a planned surveillance, its review and the decision to keep it', async () => {
  const { app, id, root, path } = await scene();
  const page = await root.get(path).expect(200);
  for (const day of ['2027-01-15', '2028-01-15', '2029-01-14']) expect(page.text).toContain(day);
  expect((await root.get('/programme').expect(200)).text).toContain('2027-01-15');
  expect((await root.get('/programme/calendar?month=2028-01').expect(200)).text).toContain('海川电器有限公司');
  const ics = await root.get('/programme.ics').expect(200);
  expect(ics.text).toContain('DTSTART;VALUE=DATE:20270115');

  const typed = { kind: 'surveillance', due: '2027-01-15', audit: '', criteria: option, lead: app.people.ada.id };
  const plan = (fields: object, status: number) =>
    root
      .post(`${path}/plan`)
      .type('form')
      .send({ ...typed, ...fields })
      .expect(status);
  expect((await plan({ from: '2026-01-10', to: '2026-01-12' }, 422)).text).toContain('at the earliest');
  expect((await plan({ from: '2026-02-12', to: '2026-02-10' }, 422)).text).toContain('2026-02-12');
  await plan({ from: '2026-02-02', to: '2026-02-03' }, 303);
  await plan({ from: '2026-02-02', to: '2026-02-03' }, 409);
  const [found] = await app.deps.db('certification_cases');
  expect(found).toMatchObject({ state: 'in-audit', certificate_id: id });
  expect((await root.get(path)).text).toContain(found.number);

  await declareTeam(app.deps.db, found.assessment_id);
  const audit = await findAssessment(app.deps.db, found.assessment_id);
  await rateAll(app.deps, audit, 'best');
  await finishAssessment(app, audit);
  const reviewer = await signInAs(app, await givenPerson(app, 'Rui', 'reviewer'));
  const review = { revision: 2, text: '证据充分', impartial: 'yes' };
  await reviewer.post(`/cases/${found.id}/review`).type('form').send(review).expect(303);
  const decider = await signInAs(app, await givenPerson(app, 'Dan', 'decision-maker'));
  const keep = {
    revision: 3,
    kind: 'keep',
    reason: '监督通过',
    effectiveOn: '2026-01-15',
    until: '',
    scope: '',
    impartial: 'yes',
  };
  const shown = await decider.post(`/cases/${found.id}/decision`).type('form').send(keep).expect(200);
  const signature = { ...signatureOf(shown.text), password: passwordOfAll };
  await decider.post(`/cases/${found.id}/signature`).type('form').send(signature).expect(303);
  expect((await app.deps.db('certificates').first('surveillance_due')).surveillance_due).toBe('2027-01-15');
  expect(await app.deps.db('audit_entries').where({ deed: 'programme.planned' })).toHaveLength(1);
}, 60_000);

test('a special audit is ordered by its time limit, hidden from the company while it is unannounced, and called off with a reason', async () => {
  const { app, id, root, path } = await scene();
  const order = (fields: object, status: number) =>
    root
      .post(path)
      .type('form')
      .send({ reason: '抽查不合格 <b>', dueOn: '', ...fields })
      .expect(status);
  expect((await order({ occasion: 'remote' }, 422)).text).toContain('抽查不合格 &lt;b');
  await order({ occasion: 'remote', dueOn: '2026-01-01' }, 422);
  await order({ occasion: 'remote', dueOn: '2026-01-20' }, 303);
  await order({ occasion: 'short-notice' }, 303);
  const [remote, short] = await app.deps.db('programme_audits').orderBy('due_on');
  expect(short).toMatchObject({ due_on: '2026-02-14' });
  expect(await remindOfDue(app.deps)).toBeGreaterThan(0);
  expect((await root.get('/inbox')).text).toContain('is due on 2026-01-20 and not planned yet');

  await root.post(`${path}/${remote.id}/drop`).type('form').send({ revision: 1, reason: '' }).expect(422);
  await root.post(`${path}/${remote.id}/drop`).type('form').send({ revision: 1, reason: '改为现场' }).expect(303);
  await root.post(`${path}/${remote.id}/drop`).type('form').send({ revision: 2, reason: '改为现场' }).expect(409);

  const typed = { kind: 'special', due: short.due_on, audit: short.id, criteria: option, lead: app.people.ada.id };
  await root
    .post(`${path}/plan`)
    .type('form')
    .send({ ...typed, from: '2026-02-02', to: '2026-02-03' })
    .expect(303);
  const [found] = await app.deps.db('certification_cases');
  const dora = await app.as('dora');
  await dora.get(`/cases/${found.id}`).expect(404);
  await app.deps.db('assessments').where({ id: found.assessment_id }).update({ state: 'in-progress' });
  await dora.get(`/cases/${found.id}`).expect(200);
  await dora.get(path).expect(404);
  await (await app.as('ada')).get('/programme').expect(404);

  await app.deps.db('certificates').where({ id }).update({ standing: 'withdrawn' });
  await order({ occasion: 'remote', dueOn: '2026-02-20' }, 409);
  expect((await root.get(path).expect(200)).text).not.toContain('Order a special audit');
});

test('holidays are added, read from a file and removed, and deadlines in working days count by them', async () => {
  const { app, root } = await scene();
  const add = (fields: object, status: number) =>
    root
      .post('/holidays')
      .type('form')
      .send({ to: '', ...fields })
      .expect(status);
  await add({ from: '2026-02-15', to: '2026-02-23', kind: 'holiday', name: '春节' }, 303);
  const wrong = await add({ from: '2026-02-30', kind: 'holiday', name: '<i>没有这一天' }, 422);
  expect(wrong.text).toContain('&lt;i&gt;没有这一天');
  await add({ from: '2026-03-02', to: '2026-03-01', kind: 'holiday', name: '反' }, 422);
  const upload = (text: string, status: number) =>
    root.post('/holidays/file').attach('files', Buffer.from(text), 'days.csv').expect(status);
  const bad = await upload('day,kind,name\n2026-02-14,workday,调休\n2026-13-01,holiday,x\n2026-02-28,free,y', 422);
  expect(bad.text).toContain('days.csv:3:1');
  expect(bad.text).toContain('“free” is no kind of day');
  expect(await app.deps.db('holidays').where({ day: '2026-02-14' })).toEqual([]);
  await upload('\uFEFF日期,类别,名称\r\n2026-02-14,调休上班,春节调休\r\n2026-02-28,workday,"春节, 调休"\r\n', 303);
  await root.post('/holidays/file').expect(422);
  const page = await root.get('/holidays?year=2026').expect(200);
  expect(page.text).toContain('春节, 调休');
  expect((await root.get('/holidays.csv?year=2026')).text.split('\r\n')).toHaveLength(13);
  await root.post('/holidays/2026-02-28/removal').expect(303);
  await root.post('/holidays/2026-02-28/removal').expect(404);
  await root.post('/holidays/nonsense/removal').expect(404);
  await (await app.as('ada')).get('/holidays').expect(404);
  expect(await app.deps.db('audit_entries').whereLike('deed', 'holidays.%')).toHaveLength(3);
  const month = await root.get('/programme/calendar?month=2026-02');
  expect(month.text.match(/month__day--free/g)).toHaveLength(15);
});
