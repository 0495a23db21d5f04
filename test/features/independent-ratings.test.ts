import { expect, test } from 'vitest';
import { type Agent, startTestApp, type TestApp } from '../support/app.ts';
import { readPdf } from '../support/read-pdf.ts';
import { startThrough } from '../support/start-assessment.ts';

const clause = 'organization-department';
const other = 'repair-records';

interface Audit extends TestApp {
  readonly path: string;
  readonly ada: Agent;
  readonly bo: Agent;
}

/** An audit in which Ada and Bo rate two clauses independently. */
async function givenIndependent(): Promise<Audit> {
  const app = await startTestApp();
  const ada = await app.as('ada');
  const bo = await app.as('bo');
  const path = await startThrough(ada, app);
  await assign(ada, path, { clauses: [clause, other], people: [app.people.ada.id, app.people.bo.id], way: 'independently' });
  return { ...app, path, ada, bo };
}

function assign(agent: Agent, path: string, fields: Record<string, string | string[]>) {
  return agent.post(`${path}/assignments`).type('form').send(fields).expect(303);
}

function save(agent: Agent, path: string, id: string, fields: Record<string, string>) {
  return agent
    .post(`${path}/clauses/${id}`)
    .set('Accept', 'application/json')
    .type('form')
    .send({ revision: '0', note: '', ...fields });
}

/** What is sent, as text: page, table or lines. */
async function textAt(agent: Agent, place: string): Promise<string> {
  const { body, text } = await agent.get(place).buffer(true);
  return text ?? String(body);
}

const submit = (agent: Agent, path: string, id = clause) => agent.post(`${path}/clauses/${id}/submission`).expect(303);

test('two rate one clause, neither sees the other until both submitted, then the leader agrees it with a reason', async () => {
  const { ada, bo, path, deps } = await givenIndependent();
  await save(ada, path, clause, { met: 'yes', note: 'Ada saw the department' }).expect(200);
  await save(bo, path, clause, { met: 'no', note: 'Bo saw no sign on the door' }).expect(200);
  await submit(ada, path);
  await save(ada, path, clause, { met: 'no', revision: '1' }).expect(422);
  await submit(bo, path);

  const list = await ada.get(`${path}/reconciliation`).expect(200);
  expect(list.text).toContain('They differ (1)');
  expect(list.text).toContain('Bo saw no sign on the door');
  expect(await deps.db('ratings')).toEqual([]);
  expect((await bo.get(`${path}/clauses/${clause}`).expect(200)).text).toContain(`${path}/reconciliation/${clause}"`);

  const one = ada.post(`${path}/reconciliation/${clause}`).type('form');
  await one
    .send({ revision: '0', met: 'yes', note: 'There is a department' })
    .expect(422)
    .expect(/Write down why/);
  await ada
    .post(`${path}/reconciliation/${clause}`)
    .type('form')
    .send({ revision: '0', met: 'yes', note: 'There is a department', why: 'Bo looked in the wrong building' })
    .expect(303);
  const [row] = await deps.db('ratings');
  expect(JSON.parse(row.rating)).toEqual({ by: 'met', met: true });
  const page = await bo.get(`${path}/reconciliation/${clause}`).expect(200);
  expect(page.text).toContain('Bo looked in the wrong building');
});

test('nothing of a sealed rating shows to anybody else, wherever they look', async () => {
  const { ada, bo, path, as, deps } = await givenIndependent();
  const secret = 'onlyBoKnowsThis';
  await save(bo, path, other, { size: '20', failed: '7', note: secret }).expect(200);
  await bo
    .post(`${path}/evidence`)
    .type('form')
    .send({ kind: 'interview', title: 'Talk', note: secret, ownDate: '', link: '', clauses: other });
  const [evidence] = await deps.db('evidence');
  await bo
    .post(`${path}/evidence/${evidence.id}`)
    .type('form')
    .send({ kind: 'interview', title: 'Talk', note: `${secret} still`, clauses: other, revision: String(evidence.revision) })
    .expect(303);
  await submit(bo, path, other);

  const root = await as('root');
  const places = [
    `${path}/clauses/${other}`,
    `${path}/clauses/${other}/sheet`,
    `${path}/ledger?clause=${other}`,
    `${path}/result`,
    `${path}/completion`,
    `${path}/evidence`,
    `${path}/evidence?search=${secret}`,
    `${path}/evidence/${evidence.id}`,
    `${path}/assignments`,
    `${path}/reconciliation`,
    `${path}/reconciliation/${other}`,
    `${path}/findings`,
    `${path}/samples`,
    `${path}/evidence/reuse`,
    `${path}/trail`,
    `${path}/trail?deed=rating.saved-independently`,
    `${path}/trail/file?form=csv`,
    `${path}/trail/file?form=jsonl`,
    '/audit-trail',
    '/audit-trail/file?form=csv',
    '/audit-trail/file?form=jsonl',
    path,
    '/',
    '/assessments',
  ];
  for (const agent of [ada, root]) {
    for (const place of places) {
      const text = await textAt(agent, place);
      expect(text.replace(/value="[^"]*"/g, '').includes(secret), `${place} tells the note`).toBe(false);
      expect(/7 failed|failed\W+7\b/.test(text), `${place} tells the rating`).toBe(false);
    }
  }
  expect(await textAt(ada, `${path}/trail/file?form=jsonl`)).toContain('rating.saved-independently');
  const ledger = await ada.get(`${path}/ledger?clause=${other}`).set('Accept', 'application/json').expect(200);
  expect(ledger.body.marks[other].state).toBe('unrated');
  const report = await ada.get(`${path}/report.pdf`).buffer(true).expect(200);
  const { pages } = await readPdf(report.body);
  expect(pages.join()).toContain(evidence.title);
  expect(pages.join()).not.toContain(secret);

  const entries = await deps.db('audit_entries').pluck('details');
  expect(entries.join().includes(secret)).toBe(false);
  expect(entries.join().includes('"failed":7')).toBe(false);
  await ada.get(`${path}/reconciliation/${other}`).expect(404);
});

test('each sees the ledger with their own ratings, and the result without', async () => {
  const { ada, bo, path } = await givenIndependent();
  await save(bo, path, clause, { met: 'yes' }).expect(200);
  const mark = async (agent: Agent) => {
    const answer = await agent.get(`${path}/ledger?clause=${clause}`).set('Accept', 'application/json');
    return answer.body.marks[clause].state as string;
  };
  expect(await mark(bo)).toBe('rated');
  expect(await mark(ada)).toBe('unrated');
  expect((await bo.get(`${path}/clauses/${clause}`)).text).toContain('Includes 1 clause as you alone rate it');
});

test('a submission can be taken back until the others have submitted', async () => {
  const { ada, bo, path } = await givenIndependent();
  await save(ada, path, clause, { met: 'yes' }).expect(200);
  await submit(ada, path);
  await ada.post(`${path}/clauses/${clause}/submission/removal`).expect(303);
  await save(ada, path, clause, { met: 'no', revision: '1' }).expect(200);
  await submit(ada, path);
  await save(bo, path, clause, { met: 'no' }).expect(200);
  await submit(bo, path);
  await ada.post(`${path}/clauses/${clause}/submission/removal`).expect(303);
  expect((await ada.get(`${path}/clauses/${clause}`)).text).toContain('can no longer be taken back');
});

test('what all said alike is taken over in one go, with the notes of both', async () => {
  const { ada, bo, path, deps } = await givenIndependent();
  for (const [agent, note] of [
    [ada, 'from Ada'],
    [bo, 'from Bo'],
  ] as const) {
    await save(agent, path, clause, { met: 'yes', note }).expect(200);
    await save(agent, path, other, { size: '20', failed: '1', note }).expect(200);
    for (const id of [clause, other]) await submit(agent, path, id);
  }
  await ada.post(`${path}/reconciliation/alike`).expect(303);
  const rows = await deps.db('ratings').orderBy('clause_id');
  expect(rows.map(({ clause_id, note }) => [clause_id, note])).toEqual([
    [clause, 'from Ada\n\nfrom Bo'],
    [other, 'from Ada\n\nfrom Bo'],
  ]);
});

test('only the leader assigns and agrees', async () => {
  const { ada, bo, path, people, as } = await givenIndependent();
  const fields = { clauses: [clause], people: [people.bo.id], way: 'together' };
  await bo.post(`${path}/assignments`).type('form').send(fields).expect(404);
  await bo.post(`${path}/reconciliation/alike`).expect(404);
  const dora = await as('dora');
  await dora.get(`${path}/assignments`).expect(404);
  await dora.get(`${path}/reconciliation`).expect(404);
  await ada
    .post(`${path}/assignments`)
    .type('form')
    .send({ ...fields, clauses: [] })
    .expect(422)
    .expect(/Choose at least one clause/);
  await ada
    .post(`${path}/assignments`)
    .type('form')
    .send({ ...fields, way: 'independently' })
    .expect(422)
    .expect(/at least two people/);
  await ada
    .post(`${path}/assignments`)
    .type('form')
    .send({ ...fields, people: [people.cai.id] })
    .expect(422);
});

test('a clause that is assigned is for those people and the leader; others are told whose it is', async () => {
  const { ada, bo, path, people } = await givenIndependent();
  await assign(ada, path, { clauses: ['duties-division'], people: [people.ada.id], way: 'as-is' });
  await save(bo, path, 'duties-division', { met: 'yes' })
    .expect(422)
    .expect(/This clause is for Ada to rate/);
  expect((await bo.get(`${path}/clauses/duties-division`)).text).toContain('This clause is for Ada to rate');
  await save(ada, path, 'duties-division', { met: 'yes' }).expect(200);
});

test('a rater who leaves the team holds nobody up', async () => {
  const { ada, path, deps, people } = await givenIndependent();
  await save(ada, path, clause, { met: 'yes' }).expect(200);
  await submit(ada, path);
  await deps.db('team_members').where({ user_id: people.bo.id }).delete();
  expect((await ada.get(`${path}/assignments`)).text).toContain('Open these ratings');
  await ada.post(`${path}/assignments/opening`).expect(303);
  expect((await ada.get(`${path}/reconciliation`)).text).toContain('They agree (1)');
});

test('clauses that are rated already stay as they are, and the leader is told', async () => {
  const { ada, path, people } = await givenIndependent();
  await save(ada, path, 'service-promise', { met: 'yes' }).expect(200);
  await assign(ada, path, {
    clauses: ['service-promise', 'complaint-channel'],
    people: [people.ada.id, people.bo.id],
    way: 'independently',
  });
  expect((await ada.get(`${path}/assignments`)).text).toMatch(/left as it is/);
});

test('people are asked to rate, and the leader is asked to reconcile when a section is whole', async () => {
  const { ada, bo, path, deps, people } = await givenIndependent();
  const noticesOf = (userId: string) => deps.db('notices').where({ user_id: userId }).pluck('text_key');
  expect(await noticesOf(people.bo.id)).toContain('assignments.notice');
  expect(await noticesOf(people.ada.id)).not.toContain('reconciliation.notice');
  for (const agent of [ada, bo]) {
    await save(agent, path, clause, { met: 'yes' });
    await save(agent, path, other, { size: '20', failed: '1' });
    await submit(agent, path, 'system');
  }
  expect(await noticesOf(people.ada.id)).toContain('reconciliation.notice');
});

test('who has a clause open is shown to the others, and forgotten after a while', async () => {
  let now = new Date('2026-01-15T09:00:00Z');
  const app = await startTestApp({ clock: () => now });
  const ada = await app.as('ada');
  const bo = await app.as('bo');
  const path = await startThrough(ada, app);
  await bo.get(`${path}/clauses/${clause}`).expect(200);
  expect((await ada.get(`${path}/clauses/${clause}`)).text).toContain('Also on this clause now: Bo');
  const told = await ada.post(`${path}/clauses/${other}/presence`).expect(200);
  expect(told.body).toEqual({ here: { [clause]: 'Bo' } });
  now = new Date('2026-01-15T09:05:00Z');
  expect((await ada.get(`${path}/clauses/${clause}`)).text).not.toContain('Also on this clause now: Bo');
});

test('of two who save at once the later keeps either note or both', async () => {
  const { ada, bo, path, deps } = await givenIndependent();
  await save(ada, path, 'duties-division', { met: 'yes', note: 'what Ada saw' }).expect(200);
  const form = { revision: '0', met: 'no', note: 'what Bo saw' };
  const refused = await bo.post(`${path}/clauses/duties-division`).type('form').send(form).expect(409);
  expect(refused.text).toContain('what Ada saw');
  expect(refused.text).toContain('what Bo saw');
  await bo
    .post(`${path}/clauses/duties-division`)
    .type('form')
    .send({ ...form, revision: '1', keepBoth: 'on' })
    .expect(303);
  const [row] = await deps.db('ratings').where({ clause_id: 'duties-division' });
  expect(row.note).toBe('what Ada saw\n\nwhat Bo saw');
});
