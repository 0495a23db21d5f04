import { expect, test } from 'vitest';
import { toRatingInput } from '../../src/demo/import-dossier.ts';
import { walkChain } from '../../src/features/audit-trail/trail-store.ts';
import { isIntact, verifyTrail } from '../../src/features/audit-trail/verify-trail.ts';
import { ratedClauses } from '../../src/model/clauses.ts';
import type { Clause } from '../../src/model/criteria.ts';
import type { Rating } from '../../src/model/rating.ts';
import { type Agent, startTestApp, type TestApp } from '../support/app.ts';
import { ratingOf, requiredKinds } from '../support/assessments.ts';
import { companyIds } from '../support/people.ts';
import { readPdf, solid } from '../support/read-pdf.ts';
import { pdf } from '../support/sample-files.ts';

const failing = 'written-procedure';

/** Clauses that Bo and Cai rate without seeing each other: on the first they differ, on the others they agree. */
const blindCount = 3;

interface Audit {
  readonly app: TestApp;
  readonly path: string;
  readonly clauses: readonly Clause[];
  /** Ada leads, Bo and Cai rate with her; Dora answers for the company. */
  readonly ada: Agent;
  readonly bo: Agent;
  readonly cai: Agent;
  readonly dora: Agent;
}

const post = (agent: Agent, address: string, fields: object = {}) => agent.post(address).type('form').send(fields);

/** Started with a team of three who state their impartiality, with a day in the plan. */
async function givenPlannedAudit(app: TestApp): Promise<Audit> {
  const { ada: lead, bo: second, cai: third } = app.people;
  const [ada, bo, cai, dora] = await Promise.all([app.as('ada'), app.as('bo'), app.as('cai'), app.as('dora')]);
  const criteria = app.deps.catalog.find('complaint-management', '1.0.0')?.criteria;
  if (!criteria) throw new Error('The catalogue has no complaint-management.');
  const started = await post(ada, '/assessments', {
    organization: companyIds.haichuan,
    criteria: 'complaint-management@1.0.0',
    kind: 'initial',
    from: '2026-01-12',
    to: '2026-01-14',
    lead: lead.id,
    members: [second.id, third.id],
  }).expect(303);
  const path = String(started.headers.location);

  expect((await post(ada, `${path}/clauses/${failing}`, { revision: '0', note: 'early' })).status).toBe(409);
  const no = { employment: 'no', consulting: 'no', family: 'no', finance: 'no', other: 'no' };
  for (const [agent, { name }] of [
    [ada, lead],
    [bo, second],
    [cai, third],
  ] as const)
    await post(agent, `${path}/impartiality`, { ...no, signedName: name }).expect(303);
  const opening = { kind: 'opening', day: '2026-01-12', from: '09:00', to: '09:30', people: [lead.id, second.id, third.id] };
  await post(ada, `${path}/agenda`, opening).expect(303);
  expect((await dora.get(`${path}/plan`).expect(200)).text).toContain('09:00');
  await post(ada, `${path}/beginning`).expect(303);
  return { app, path, clauses: ratedClauses(criteria), ada, bo, cai, dora };
}

function rate(agent: Agent, path: string, { id }: Clause, rating: Rating, revision: number) {
  const { nonePresent, notApplicable: _, keepBoth: _both, ...input } = toRatingInput(rating, `looked at ${id}`);
  const flags = nonePresent ? { nonePresent: 'on' } : {};
  return post(agent, `${path}/clauses/${id}`, { ...input, ...flags, revision });
}

async function handIn(agent: Agent, path: string, clause: Clause): Promise<void> {
  for (const kind of requiredKinds(clause)) {
    const upload = agent.post(`${path}/evidence`).attach('files', pdf, `${clause.id}.pdf`);
    await upload.field('kind', kind).field('clauses', clause.id).expect(303);
  }
}

/** The three rate by turns what is not rated independently; one clause fails. */
async function rateByTurns({ path, ada, bo, cai }: Audit, clauses: readonly Clause[]): Promise<void> {
  const team = [ada, bo, cai];
  for (const [index, clause] of clauses.entries()) {
    const agent = team[index % team.length] ?? ada;
    expect((await rate(agent, path, clause, ratingOf(clause, clause.id !== failing), 0)).status, clause.id).toBe(303);
    await handIn(agent, path, clause);
  }
}

/** Bo and Cai rate some clauses without seeing each other; Ada takes over where they agree, and decides with a reason where not. */
async function rateBlind({ app, path, ada, bo, cai, dora }: Audit, clauses: readonly Clause[]): Promise<void> {
  const [first] = clauses;
  if (!first) throw new Error('There is no clause to rate independently.');
  const people = [app.people.bo.id, app.people.cai.id];
  const duty = { clauses: clauses.map(({ id }) => id), people, way: 'independently' };
  await post(ada, `${path}/assignments`, duty).expect(303);
  const submission = (clause: Clause) => `${path}/clauses/${clause.id}/submission`;

  for (const clause of clauses) {
    await handIn(bo, path, clause);
    expect((await rate(bo, path, clause, ratingOf(clause, clause !== first), 0)).status, clause.id).toBe(303);
    await post(bo, submission(clause)).expect(303);
  }
  expect((await cai.get(`${path}/clauses/${first.id}`).expect(200)).text).not.toContain(`looked at ${first.id}`);
  await ada.get(`${path}/reconciliation/${first.id}`).expect(404);
  for (const clause of clauses) {
    expect((await rate(cai, path, clause, ratingOf(clause, true), 0)).status, clause.id).toBe(303);
    await post(cai, submission(clause)).expect(303);
  }

  const list = await ada.get(`${path}/reconciliation`).expect(200);
  expect(list.text).toContain('They differ (1)');
  expect(list.text).toContain(`They agree (${clauses.length - 1})`);
  await dora.get(`${path}/reconciliation`).expect(404);
  await post(ada, `${path}/reconciliation/alike`).expect(303);
  const agreed = { ...toRatingInput(ratingOf(first, true), 'Seen again by both'), revision: '0' };
  const { notApplicable: _, keepBoth: _both, nonePresent: _none, ...fields } = agreed;
  await post(ada, `${path}/reconciliation/${first.id}`, { ...fields, why: 'Bo had looked at the old version' }).expect(303);
  expect((await cai.get(`${path}/reconciliation/${first.id}`)).text).toContain('Bo had looked at the old version');
}

/** Asked of the company, handed in by it, accepted. */
async function askEvidence({ path, ada, dora }: Audit): Promise<void> {
  const asked = await post(ada, `${path}/requests`, { text: 'The procedure', dueOn: '2026-01-20', clauses: failing }).expect(303);
  const request = String(asked.headers.location);
  await dora.post(`${request}/evidence`).attach('files', pdf, 'procedure-2019.pdf').field('revision', '1').expect(303);
  await post(ada, `${request}/acceptance`, { revision: 2 }).expect(303);
}

async function stateAndIssue({ app, path, ada, bo, dora }: Audit): Promise<string> {
  const evidence = await app.deps.db('evidence').where({ file_name: 'procedure-2019.pdf' }).first('id');
  await post(bo, `${path}/findings`, {
    grade: 'minor',
    clause: failing,
    requirement: 'The procedure is in force',
    statement: 'The procedure of 2019 was withdrawn and not replaced',
    evidence: evidence.id,
  }).expect(303);
  await post(ada, `${path}/closing`).expect(303);
  expect((await dora.get(`${path}/findings`).expect(200)).text).not.toContain('was withdrawn');
  await post(ada, `${path}/findings/issue`, { answerDue: '2026-01-30', correctionDue: '2026-03-13' }).expect(303);
  const { id } = await app.deps.db('findings').first('id');
  return `${path}/findings/${id}`;
}

/** Answered, returned, answered better, proven, verified, closed. */
async function settle({ app, ada, dora }: Audit, finding: string): Promise<void> {
  const send = async (agent: Agent, address: string, fields: object = {}) => {
    const { revision } = await app.deps.db('findings').first('revision');
    await post(agent, `${finding}/${address}`, { revision, ...fields }).expect(303);
  };
  await send(dora, 'answer?step=correction', { correction: 'The procedure of 2019 is in force again' });
  await send(dora, 'answer?step=cause', { cause: 'An oversight' });
  await send(dora, 'answer?step=action', { action: 'Training', responsible: 'Manager Lin', plannedFor: '2026-02-10' });
  await send(dora, 'answer?step=send');
  await send(ada, 'return', { text: 'An oversight is no cause: who watches what is withdrawn?' });
  expect((await dora.get(`${finding}/answer`).expect(200)).text).toContain('who watches what is withdrawn?');
  await send(dora, 'answer?step=cause', { cause: 'Nobody owned the list of documents' });
  await send(dora, 'answer?step=send');
  await send(ada, 'acceptance');
  const { revision } = await app.deps.db('findings').first('revision');
  const proof = dora.post(`${finding}/implementation`).field('revision', String(revision)).field('text', 'In force');
  await proof.attach('files', pdf, 'procedure-2026.pdf').expect(303);
  await send(ada, 'verification', { text: 'The list has an owner, three entries looked at', day: '2026-01-15' });
  await send(ada, 'closure');
}

test('an audit by three: plan, ratings side by side, findings closed, both results, the report, an unbroken trail', {
  timeout: 60_000,
}, async () => {
  const app = await startTestApp();
  const audit = await givenPlannedAudit(app);
  const { path, clauses, ada, bo, dora } = audit;
  await askEvidence(audit);
  const blind = clauses.filter(({ id }) => id !== failing).slice(0, blindCount);
  await rateBlind(audit, blind);
  await rateByTurns(
    audit,
    clauses.filter((clause) => !blind.includes(clause)),
  );
  const rated = await app.deps.db('ratings').where({ assessment_id: path.split('/').at(-1) });
  expect(rated).toHaveLength(clauses.length);
  await dora.get(`${path}/result`).expect(404);
  const finding = await stateAndIssue(audit);
  expect((await post(ada, `${path}/reporting`)).status).toBe(422);
  await settle(audit, finding);

  const clause = clauses.find(({ id }) => id === failing);
  if (!clause) throw new Error(`There is no clause ${failing}.`);
  expect((await rate(bo, path, clause, ratingOf(clause, true), 1)).status).toBe(303);
  await post(ada, `${path}/reporting`).expect(303);
  await post(ada, `${path}/completion`).expect(303);
  expect(await app.deps.db('assessments').first('state')).toEqual({ state: 'finished' });

  const results = await app.deps.db('results').orderBy('kind', 'desc').select('kind', 'score');
  expect(results.map(({ kind }) => kind)).toEqual(['as-found', 'after-correction']);
  expect(Number(results[1].score)).toBeGreaterThan(Number(results[0].score));
  const result = await dora.get(`${path}/result`).expect(200);
  expect(result.text).toContain('As found and after correction');

  const report = await dora.get(`${path}/report.pdf?language=en`).responseType('blob').expect(200);
  const { pages, bookmarks } = await readPdf(report.body);
  expect(bookmarks.join('\n')).toContain('As found and after correction');
  const text = pages.join('');
  for (const part of ['The procedure is in force', 'was withdrawn and not replaced', 'N1', 'Closed', results[0].score])
    expect(text).toContain(solid(part));

  const trail = await verifyTrail(walkChain(app.deps.db, 100), []);
  expect(isIntact(trail)).toBe(true);
  const deeds = await app.deps.db('audit_entries').distinct('deed').pluck('deed');
  const whole = ['impartiality.stated', 'rating.submitted', 'rating.reconciled', 'finding.close', 'assessment.finished'];
  expect(deeds).toEqual(expect.arrayContaining(whole));
});
