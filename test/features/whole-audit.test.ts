import { expect, test } from 'vitest';
import { toRatingInput } from '../../src/demo/import-dossier.ts';
import { ratedClauses } from '../../src/model/clauses.ts';
import type { Clause } from '../../src/model/criteria.ts';
import type { Rating } from '../../src/model/rating.ts';
import { type Agent, startTestApp, type TestApp } from '../support/app.ts';
import { ratingOf, requiredKinds } from '../support/assessments.ts';
import { companyIds } from '../support/people.ts';
import { readPdf, solid } from '../support/read-pdf.ts';
import { pdf } from '../support/sample-files.ts';

const failing = 'written-procedure';

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

/** The three rate by turns; one clause fails. Rating without seeing one another has tests of its own. */
async function rateByTurns({ path, clauses, ada, bo, cai }: Audit): Promise<void> {
  const team = [ada, bo, cai];
  for (const [index, clause] of clauses.entries()) {
    const agent = team[index % team.length] ?? ada;
    expect((await rate(agent, path, clause, ratingOf(clause, clause.id !== failing), 0)).status, clause.id).toBe(303);
    for (const kind of requiredKinds(clause))
      await agent
        .post(`${path}/evidence`)
        .attach('files', pdf, `${clause.id}.pdf`)
        .field('kind', kind)
        .field('clauses', clause.id)
        .expect(303);
  }
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

test('an audit by three from the plan to closed findings, both results and the report', { timeout: 60_000 }, async () => {
  const app = await startTestApp();
  const audit = await givenPlannedAudit(app);
  const { path, clauses, ada, bo, dora } = audit;
  await askEvidence(audit);
  await rateByTurns(audit);
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
});
