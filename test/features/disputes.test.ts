import { expect, test } from 'vitest';
import { toActor } from '../../src/features/accounts/account-store.ts';
import { issueCertificate } from '../../src/features/certificates/issue-certificate.ts';
import { addTie } from '../../src/features/competences/competence-service.ts';
import { remindOfDue } from '../../src/features/reminders/remind.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { givenPerson, givenSubmitted, signInAs } from '../support/certification.ts';
import { givenCertified } from '../support/certified.ts';

const complaint = { number: '', about: '某电器公司', text: '维修三次未修好 <b>', fromName: '', fromContact: '', website: '' };

async function only({ deps }: TestApp): Promise<{ id: string; revision: number; state: string; number: string }> {
  return deps.db('disputes').first();
}

test('a complaint from the public is acknowledged, investigated by somebody not involved, answered and closed', async () => {
  const app = await givenCertified();
  const { number } = await app.deps.db.transaction((trx) => issueCertificate(trx, app.grant));
  const page = await app.anonymous.get(`/complaints/new?number=${number}`).expect(200);
  expect(page.text).toContain('海川电器有限公司');
  const send = (fields: object, status: number) =>
    app.anonymous
      .post('/complaints')
      .type('form')
      .send({ ...complaint, ...fields })
      .expect(status);
  const wrong = await send({ number: 'NONE-9' }, 422);
  expect(wrong.text).toContain('维修三次未修好 &lt;b');
  await send({ text: '' }, 422);
  await send({ website: 'http://spam.example' }, 200);
  expect(await app.deps.db('disputes')).toEqual([]);
  expect((await send({ number }, 200)).text).toContain('D-2026-0001');
  const { id } = await only(app);

  const root = await app.as('root');
  expect((await root.get('/inbox')).text).toContain('A complaint arrived, D-2026-0001: 海川电器有限公司');
  const step = async (agent: typeof root, deed: string, fields: object, status = 303) => {
    const { revision } = await only(app);
    return agent
      .post(`/disputes/${id}/${deed}`)
      .type('form')
      .send({ revision, ...fields })
      .expect(status);
  };
  await step(root, 'assign', { investigator: app.people.bo.id, text: '' }, 409);
  const early = await step(root, 'acknowledge', { text: '电话确认', answerDue: '2026-01-01' }, 422);
  expect(early.text).toContain('电话确认');
  await step(root, 'acknowledge', { text: '电话确认', answerDue: '2026-01-20' });
  expect((await step(root, 'assign', { investigator: app.people.ada.id, text: '' }, 422)).text).toContain(
    'cannot investigate it',
  );
  const free = await givenPerson(app, 'Fei', 'reviewer');
  const tie = { organizationName: '海川电器有限公司', kind: 'consulting', from: '2020-01-01', to: null, note: '' } as const;
  const tied = await givenPerson(app, 'Tao', 'reviewer');
  await addTie(app.deps, toActor(app.people.root), tied.id, tie);
  expect((await step(root, 'assign', { investigator: tied.id, text: '' }, 422)).text).toContain('within two years');
  const fei = await signInAs(app, free);
  await fei.get(`/disputes/${id}`).expect(404);
  await step(root, 'assign', { investigator: free.id, text: '看工单' });
  expect((await fei.get('/inbox')).text).toContain('You are to investigate D-2026-0001');
  expect(await remindOfDue(app.deps)).toBeGreaterThan(0);
  expect((await fei.get('/inbox')).text).toContain('is to be answered by 2026-01-20');

  await step(root, 'answer', { text: '成立', outcome: 'upheld' }, 403);
  await step(fei, 'note', { text: '工单三张' });
  await step(fei, 'answer', { text: '成立，已责令整改', outcome: 'upheld' });
  await step(root, 'reopen', { text: '补充顾客陈述' });
  await step(fei, 'answer', { text: '成立，已责令整改', outcome: 'partly' });
  const { revision } = await only(app);
  await root
    .post(`/disputes/${id}/close`)
    .type('form')
    .send({ revision: revision - 1, text: '迟到' })
    .expect(422);
  await step(root, 'close', { text: '已电话答复' });
  await step(root, 'close', { text: '再次' }, 409);
  expect(await only(app)).toMatchObject({ state: 'closed', outcome: 'partly' });
  const shown = await root.get(`/disputes/${id}`).expect(200);
  expect(shown.text).toContain('维修三次未修好 &lt;b&gt;');
  await (await app.as('dora')).get(`/disputes/${id}`).expect(404);
  expect(await app.deps.db('audit_entries').where({ subject: 'dispute' })).toHaveLength(8);
});

test('a company appeals, sees where it stands but not the investigation, and nobody else sees it', async () => {
  const app = await startTestApp();
  const caseId = await givenSubmitted(app);
  const gao = await app.deps.db('users').where({ name: 'Gao' }).first('sign_in_name');
  const company = await signInAs(app, { ...app.people.dora, signInName: gao.sign_in_name });
  const root = await app.as('root');
  await root.post(`/cases/${caseId}/refusal`).type('form').send({ revision: 2, text: '范围不符' }).expect(303);
  expect((await company.get(`/cases/${caseId}`)).text).toContain(`/disputes/new?case=${caseId}`);
  await company.get(`/disputes/new?case=${caseId}`).expect(200);
  await company.post('/disputes').type('form').send({ case: caseId, text: '', fromContact: '' }).expect(422);
  await company.post('/disputes').type('form').send({ case: caseId, text: '范围是符合的', fromContact: '' }).expect(303);
  const emil = await app.as('emil');
  await emil.post('/disputes').type('form').send({ case: caseId, text: 'x', fromContact: '' }).expect(404);
  const { id } = await only(app);
  await emil.get(`/disputes/${id}`).expect(404);
  await root
    .post(`/disputes/${id}/acknowledge`)
    .type('form')
    .send({ revision: 1, text: '已收到', answerDue: '2026-02-10' })
    .expect(303);
  await root
    .post(`/disputes/${id}/assign`)
    .type('form')
    .send({ revision: 2, text: '内部交代', investigator: app.people.ada.id })
    .expect(303);
  const ada = await app.as('ada');
  await ada.post(`/disputes/${id}/note`).type('form').send({ revision: 3, text: '内部记录' }).expect(303);
  const seen = await company.get(`/disputes/${id}`).expect(200);
  expect(seen.text).toContain('已收到');
  for (const secret of ['内部交代', '内部记录', 'Ada']) expect(seen.text).not.toContain(secret);
  await company.post(`/disputes/${id}/close`).type('form').send({ revision: 4, text: 'x' }).expect(404);
  expect((await company.get('/inbox')).text).toContain('is acknowledged');
});

test('a flood of complaints is asked to wait', async () => {
  const app = await startTestApp();
  const answers = await Promise.all(
    Array.from({ length: 7 }, () => app.anonymous.post('/complaints').type('form').send(complaint)),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(2);
  expect(new Set(await app.deps.db('disputes').pluck('number')).size).toBe(5);
});
