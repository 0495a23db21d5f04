import { expect, test } from 'vitest';
import { startTestApp } from '../support/app.ts';
import { application, givenAudited, givenPerson, now, send, signatureOf, signInAs } from '../support/certification.ts';
import { companyIds, passwordOfAll } from '../support/people.ts';
import { pdf } from '../support/sample-files.ts';

const { sites: _none, ...words } = application;
const typed = {
  ...words,
  criteria: 'after-sales-maturity@1.2.0|maker|full',
  siteNote: '',
  note: '',
  organization: companyIds.haichuan,
};
const needed = ['business-licence', 'organization-chart', 'staff-list', 'site-list', 'service-flow', 'self-evaluation'];
const forApplication = ['licence-valid', 'scope-clear', 'papers-complete', 'honesty', 'body-able'];
const forReview = ['plan-followed', 'evidence-enough', 'findings-closed', 'scope-agrees'];
const forDecision = ['review-passed', 'no-open-complaint'];

const inOrder = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [`answer-${id}`, 'yes']));

test('papers and checklists of the criteria are asked for, and nothing goes on while one is missing', async () => {
  const app = await startTestApp();
  const company = await signInAs(app, await givenPerson(app, 'Gao', 'company-manager'));
  await company.post('/cases').type('form').send(typed).expect(303);
  const { id } = await now(app);
  const attach = (paper: string, status = 303) =>
    company.post(`/cases/${id}/documents`).field('paper', paper).attach('files', pdf, 'paper.pdf').expect(status);
  await attach('unheard-of', 422);
  for (const paper of needed) await attach(paper);
  expect(await send(app, company, 'submission', { text: '' }, 422)).toContain('Complaints of the past year');
  expect((await company.get(`/cases/${id}`)).text).not.toContain('has changed since the last certification');
  await attach('complaint-records');
  await send(app, company, 'submission', { text: '' });

  const root = await app.as('root');
  expect(await send(app, root, 'acceptance', { text: '' }, 422)).toContain('Not on a list of serious dishonesty');
  const check = (agent: typeof root, stage: string, fields: object, status = 303) =>
    agent.post(`/cases/${id}/checks/${stage}`).type('form').send(fields).expect(status);
  const unexplained = await check(root, 'application', { ...inOrder(forApplication), 'answer-honesty': 'no' }, 422);
  expect(unexplained.text).toContain('Say why it is not in order');
  await check(root, 'application', { ...inOrder(forApplication), 'answer-honesty': 'no', 'comment-honesty': '在名单上 <b>' });
  expect(await send(app, root, 'acceptance', { text: '' }, 422)).toContain('Not on a list of serious dishonesty');
  await check(company, 'application', inOrder(forApplication), 404);
  await company.get(`/cases/${id}/checks/application`).expect(404);
  const excused = { 'answer-honesty': 'not-applicable', 'comment-honesty': '已移出' };
  await check(root, 'application', { ...inOrder(forApplication), ...excused });
  await givenAudited(app);

  const reviewer = await signInAs(app, await givenPerson(app, 'Rui', 'reviewer'));
  const passed = { text: '可以', impartial: 'yes' };
  expect(await send(app, reviewer, 'review', passed, 422)).toContain('The evidence bears the ratings');
  await check(root, 'review', inOrder(forReview), 404);
  await check(reviewer, 'review', inOrder(forReview));
  await send(app, reviewer, 'review', passed);

  const decider = await signInAs(app, await givenPerson(app, 'Dan', 'decision-maker'));
  const other = await signInAs(app, await givenPerson(app, 'Fei', 'decision-maker'));
  const grant = { kind: 'grant', reason: '符合', effectiveOn: '2026-01-15', until: '', scope: '', impartial: 'yes' };
  await check(other, 'decision', inOrder(forDecision));
  expect(await send(app, decider, 'decision', grant, 422)).toContain('No complaint or appeal is open');
  await check(decider, 'decision', inOrder(forDecision));
  const shown = await send(app, decider, 'decision', grant, 200);
  expect(shown).toContain('Checklist');
  await send(app, decider, 'signature', { ...signatureOf(shown), password: passwordOfAll });
  expect((await now(app)).state).toBe('certified');
  const deeds = await app.deps.db('audit_entries').where({ deed: 'case.checked' }).pluck('details');
  expect(deeds).toHaveLength(5);
  expect(deeds.join()).toContain('在名单上 <b>');
}, 60_000);
