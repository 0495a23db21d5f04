import { expect, test } from 'vitest';
import { toActor } from '../../src/features/accounts/account-store.ts';
import { addEvidence } from '../../src/features/evidence/evidence-service.ts';
import { startTestApp } from '../support/app.ts';
import { finishAssessment, givenAssessment, rateAll } from '../support/assessments.ts';

const criteria = 'after-sales-maturity@1.0.0';
const clause = 'organization-department';

async function givenBoth() {
  const app = await startTestApp();
  const { deps, people } = app;
  const dora = toActor(people.dora);
  const self = await givenAssessment(app, { criteria, by: 'dora', lead: null, members: [] });
  await rateAll(deps, self, 'best');
  const talk = { kind: 'interview' as const, title: 'Talk with the manager', ownDate: '2026-01-04', note: '', link: null };
  await addEvidence(deps, dora, self.id, { ...talk, clauses: [clause] }, []);
  await finishAssessment(app, self);
  const audit = await givenAssessment(app, { criteria });
  await rateAll(deps, audit, 'worst', { except: [clause] });
  return { ...app, self, audit, path: `/assessments/${audit.id}`, ada: await app.as('ada') };
}

test('the sheet shows what the company said; taking it over is a deed of the auditor and leaves the original alone', async () => {
  const { ada, path, deps, self } = await givenBoth();
  const kept = await deps.db('results').where({ assessment_id: self.id }).first();
  const sheet = await ada.get(`${path}/clauses/${clause}`).expect(200);
  expect(sheet.text).toContain(`The company says (${self.number})`);
  expect(sheet.text).toContain(`note on ${clause}`);
  expect(await deps.db('ratings').where({ assessment_id: path.split('/')[2], clause_id: clause })).toEqual([]);

  await ada.post(`${path}/clauses/${clause}`).type('form').send({ revision: '0', met: 'yes', note: '' }).expect(303);
  const reference = (await deps.db('evidence').where({ title: 'Talk with the manager' }).first()).place;
  const take = () =>
    ada
      .post(`${path}/self-assessment/evidence`)
      .type('form')
      .send({ reference: `E${reference}`, clause });
  await take().expect(303);
  await take().expect(303);
  const taken = await deps.db('evidence').where({ assessment_id: path.split('/')[2], title: 'Talk with the manager' });
  expect(taken).toHaveLength(1);
  const page = `${path}/evidence/${taken[0].id}`;
  expect((await ada.get(page)).text).toContain(self.number);
  expect(await deps.db('results').where({ assessment_id: self.id }).first()).toEqual(kept);
});

test('page, result and report show the difference; the leader can do without it', async () => {
  const { ada, path, self } = await givenBoth();
  const page = await ada.get(`${path}/self-assessment`).expect(200);
  expect(page.text).toContain('−100.00');
  expect((await ada.get(`${path}/result`).expect(200)).text).toContain('Beside the self-assessment');
  await ada.get(`${path}/report.pdf`).expect(200);

  await ada.post(`${path}/self-assessment`).type('form').send({ self: '' }).expect(303);
  expect((await ada.get(`${path}/clauses/${clause}`)).text).not.toContain('The company says');
  await ada
    .post(`${path}/self-assessment`)
    .type('form')
    .send({ self: path.split('/')[2] })
    .expect(422);
  await ada.post(`${path}/self-assessment`).type('form').send({ self: self.id }).expect(303);
  expect((await ada.get(`${path}/clauses/${clause}`)).text).toContain('The company says');
});
