import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { toActor } from '../../src/features/accounts/account-store.ts';
import { addTie } from '../../src/features/competences/competence-service.ts';
import { remindOfDue } from '../../src/features/reminders/remind.ts';
import { type Agent, startTestApp } from '../support/app.ts';
import {
  application,
  givenAudited,
  givenPerson,
  givenSubmitted,
  now,
  send,
  signatureOf,
  signInAs,
} from '../support/certification.ts';
import { companyIds, passwordOfAll } from '../support/people.ts';
import { pdf } from '../support/sample-files.ts';

const { sites: _none, ...words } = application;
const typed = { ...words, siteNote: '', note: '', organization: companyIds.haichuan };

const reviewed = { text: '证据充分，评分有据', impartial: 'yes' };
const grant = { kind: 'grant', reason: '符合准则要求', effectiveOn: '2026-01-15', until: '', scope: '', impartial: 'yes' };

test('goes from the application to a certificate that is suspended and restored', async () => {
  const app = await startTestApp();
  const company = await signInAs(app, await givenPerson(app, 'Gao', 'company-manager'));
  const { headcount: _, ...incomplete } = typed;
  await company
    .post('/cases')
    .type('form')
    .send({ ...incomplete, headcount: '' })
    .expect(303);
  await send(app, company, 'submission', { text: '' }, 422);
  const { id } = await now(app);
  const root = await app.as('root');
  await root.get(`/cases/${id}`).expect(404);
  await company
    .post(`/cases/${id}`)
    .type('form')
    .send({ ...typed, revision: 1 })
    .expect(303);
  const late = await company
    .post(`/cases/${id}`)
    .type('form')
    .send({ ...typed, revision: 1, scope: '迟到的修改' })
    .expect(422);
  expect(late.text).toContain('迟到的修改');
  await company.post(`/cases/${id}/documents`).field('title', '营业执照').attach('files', pdf, 'licence.pdf').expect(303);
  await send(app, company, 'submission', { text: '' });

  await send(app, root, 'question', { text: '请补充组织结构图', dueOn: '2026-01-20' });
  expect((await company.get(`/cases/${id}`).expect(200)).text).toContain('请补充组织结构图');
  await remindOfDue(app.deps);
  expect((await company.get('/inbox')).text).toContain('is to be answered by 2026-01-20');
  await send(app, company, 'answer', { text: '见附件' });
  await givenAudited(app);

  const reviewer = await signInAs(app, await givenPerson(app, 'Rui', 'reviewer'));
  const decider = await signInAs(app, await givenPerson(app, 'Dan', 'decision-maker'));
  await send(app, reviewer, 'review', { text: '可以' }, 422);
  await reviewer.get(`/cases/${id}/report.pdf`).expect(200);
  await send(app, reviewer, 'return', { ...reviewed, text: '补充抽样说明' });
  await send(app, await app.as('ada'), 'resubmission', { text: '已补充' });
  await send(app, reviewer, 'review', reviewed);
  const shown = await send(app, decider, 'decision', grant, 200);
  await send(app, decider, 'signature', { ...signatureOf(shown), password: 'wrong' }, 422);
  await send(app, decider, 'signature', { ...signatureOf(shown), password: passwordOfAll });

  const [decision] = await app.deps.db('case_decisions');
  const file = await company.get(`/cases/${id}/decisions/${decision.id}`).expect(200);
  expect(createHash('sha256').update(file.text).digest('hex')).toBe(decision.sha256);
  expect(file.text).toContain('符合准则要求');
  const [certificate] = await app.deps.db('certificates');
  expect(certificate).toMatchObject({ issued_on: '2026-01-15', standing: 'valid' });
  const edition = await app.deps.db('certificate_editions').first('facts');
  expect(JSON.parse(edition.facts)).toMatchObject({
    holder: { name: { en: 'Haichuan Appliances Co., Ltd' }, address: { en: '1 Haichuan Road, Shunde, Foshan' } },
    scope: { 'zh-CN': application.scope, en: application.scopeEn },
  });

  const suspend = { ...grant, kind: 'suspend', reason: '抽查不合格', until: '2026-04-15' };
  await send(app, decider, 'decision', { ...suspend, until: '' }, 422);
  const shown2 = await send(app, decider, 'decision', suspend, 200);
  await send(app, decider, 'signature', { ...signatureOf(shown2), password: passwordOfAll });
  expect(await app.deps.db('certificates').first('standing', 'suspended_until')).toMatchObject({
    standing: 'suspended',
    suspended_until: '2026-04-15',
  });
  const shown3 = await send(app, decider, 'decision', { ...grant, kind: 'restore', reason: '已整改' }, 200);
  await send(app, decider, 'signature', { ...signatureOf(shown3), password: passwordOfAll });
  expect((await company.get(`/cases/${id}`)).text).toContain(certificate.number);
  const reduce = { ...grant, kind: 'reduce', reason: '停止安装业务', scope: '家用电器的维修' };
  await send(app, decider, 'decision', { ...grant, scopeEn: 'Repair' }, 422);
  const shown4 = await send(app, decider, 'decision', reduce, 200);
  await send(app, decider, 'signature', { ...signatureOf(shown4), password: passwordOfAll });
  const reduced = await app.deps.db('certificate_editions').where({ edition: 2 }).first('facts');
  expect(JSON.parse(reduced.facts).scope).toEqual({ 'zh-CN': '家用电器的维修' });
  expect(await app.deps.db('certificates').first('standing')).toMatchObject({ standing: 'valid' });
}, 60_000);

test('nobody takes two parts, nobody who is tied decides, and a failed audit gets no certificate', async () => {
  const app = await startTestApp();
  await givenSubmitted(app);
  await givenAudited(app, 'worst');
  const both = await givenPerson(app, 'Bei', 'reviewer');
  await app.deps.db('user_roles').insert({ user_id: both.id, role: 'decision-maker' });
  await app.deps.db('user_roles').insert({ user_id: app.people.ada.id, role: 'reviewer' });
  const agent = await signInAs(app, both);
  expect(await send(app, await app.as('ada'), 'review', reviewed, 422)).toContain('in the team of this audit');
  await send(app, agent, 'review', reviewed);
  expect(await send(app, agent, 'decision', grant, 422)).toContain('You reviewed this certification');

  const tied = await givenPerson(app, 'Tao', 'decision-maker');
  const tie = { organizationName: '海川电器有限公司', kind: 'consulting', from: '2020-01-01', to: null, note: '' } as const;
  await addTie(app.deps, toActor(app.people.root), tied.id, tie);
  expect(await send(app, await signInAs(app, tied), 'decision', grant, 422)).toContain('advised it within two years');
  const free = await signInAs(app, await givenPerson(app, 'Fei', 'decision-maker'));
  await send(app, free, 'decision', grant, 422);
  const shown = await send(app, free, 'decision', { ...grant, kind: 'reject', reason: '未达到最低等级' }, 200);
  await send(app, free, 'signature', { ...signatureOf(shown), password: passwordOfAll });
  expect((await now(app)).state).toBe('rejected');
  expect(await app.deps.db('certificates')).toEqual([]);
});

test('of two decisions at once one is signed, and the other person is told', async () => {
  const app = await startTestApp();
  await givenSubmitted(app);
  await givenAudited(app);
  await send(app, await signInAs(app, await givenPerson(app, 'Rui', 'reviewer')), 'review', reviewed);
  const one = await signInAs(app, await givenPerson(app, 'Dan', 'decision-maker'));
  const two = await signInAs(app, await givenPerson(app, 'Deng', 'decision-maker'));
  const { id } = await now(app);
  const shown = [await send(app, one, 'decision', grant, 200), await send(app, two, 'decision', grant, 200)];
  const sign = (agent: Agent, html = '') =>
    agent
      .post(`/cases/${id}/signature`)
      .type('form')
      .send({ ...signatureOf(html), password: passwordOfAll });
  const answers = await Promise.all([sign(one, shown[0]), sign(two, shown[1])]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  expect(answers.find(({ status }) => status === 409)?.text).toContain('has moved on');
  expect(await app.deps.db('case_decisions')).toHaveLength(1);
  expect(await app.deps.db('certificates')).toHaveLength(1);
});
