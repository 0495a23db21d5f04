import { expect, test } from 'vitest';
import { findAssessment } from '../../src/features/assessments/assessment-store.ts';
import { type Agent, startTestApp, type TestApp } from '../support/app.ts';
import { finishAssessment, rateAll } from '../support/assessments.ts';
import { markupProblems } from '../support/page-checks.ts';
import { companyIds } from '../support/people.ts';
import { hiddenField, publishCriteria } from '../support/publish-criteria.ts';
import { shippedCriteria, startThrough } from '../support/start-assessment.ts';

const first = `format: 1
id: sample
version: 1.0.0
language: en
title: Sample
scales:
  three: {levels: [{value: 0, share: 0, label: None}, {value: 1, share: 0.5, label: Some}, {value: 2, share: 1, label: All}]}
clauses:
  - id: section
    number: "1"
    title: Section
    points: 12
    aggregate: sum
    clauses:
      - {id: staff, number: "1.1", title: Staff, requirement: Enough people are there, points: 4, rate_by: met, at_sites: worst}
      - {id: records, number: "1.2", title: Records, requirement: Repairs are recorded and kept, points: 4, rate_by: level, scale: three, at_sites: mean}
      - {id: parts, number: "1.3", title: Parts, requirement: Prices of parts are public, points: 2, rate_by: met}
      - {id: fax, number: "1.4", title: Fax, requirement: A telefax answers at night, points: 2, rate_by: met, at_sites: mean}
adjustments: {deduction: {points: 1, grounds: [{id: law, label: Law}, {id: promise, label: Promise}]}}
grades:
  - {id: star, label: Star, from: 90}
  - {id: pass, label: Pass, from: 70}
`;
/** Reworded, renumbered, split, dropped, added; one ground and one grade less. */
const second = first
  .replace('1.0.0', '1.1.0')
  .replace('Enough people are there', 'Enough trained people are there')
  .replace(/ {6}- \{id: records.*\n/, () =>
    [
      '      - {id: recorded, number: "1.2", title: Recorded, requirement: Repairs are recorded, points: 2, rate_by: met}\n',
      '      - {id: kept, number: "1.3", title: Kept, requirement: and kept, points: 2, rate_by: met, at_sites: mean}\n',
    ].join(''),
  )
  .replace('{id: parts, number: "1.3"', '{id: parts, number: "1.5"')
  .replace(
    / {6}- \{id: fax.*\n/,
    '      - {id: privacy, number: "1.6", title: Privacy, requirement: Data of customers is safe, points: 2, rate_by: met}\n',
  )
  .replace('{id: law, label: Law}, ', '')
  .replace('  - {id: star, label: Star, from: 90}\n', '  - {id: gold, label: Gold, from: 90}\n')
  .replace(/scales:\n.*\n/, '');

interface Scene {
  readonly app: TestApp;
  readonly ada: Agent;
  readonly root: Agent;
  /** `/assessments/<id>` */
  readonly path: string;
  readonly id: string;
}

/** An open assessment by version 1.0.0 with everything that names clauses, grounds or grades; 1.1.0 is published. */
async function givenScene(): Promise<Scene> {
  const app = await startTestApp();
  const [root, ada] = [await app.as('root'), await app.as('ada')];
  await publishCriteria(root, first);
  const path = await startThrough(ada, app, {
    criteria: 'sample@1.0.0',
    targetGrade: 'star',
    heldGrade: 'star',
    heldSince: '2025-01-01',
  });
  const id = path.slice('/assessments/'.length);
  const rate = (clause: string, fields: object) =>
    ada
      .post(`${path}/clauses/${clause}`)
      .type('form')
      .send({ revision: 0, ...fields })
      .expect(303);
  await rate('staff', { met: 'yes', note: 'twelve of them' });
  await rate('records', { level: '1', note: 'two books' });
  await rate('parts', { met: 'no', note: '' });
  await rate('fax', { met: 'yes', note: 'beeps' });
  for (const clause of ['records', 'fax', ''])
    await ada
      .post(`${path}/findings`)
      .type('form')
      .send({ grade: 'minor', clause, statement: `on ${clause || 'all'}` })
      .expect(303);
  for (const ground of ['law', 'promise'])
    await ada
      .post(`${path}/adjustments`)
      .type('form')
      .send({ kind: 'deduction', ground, statement: `by ${ground}` })
      .expect(303);
  await ada
    .post(`${path}/evidence`)
    .type('form')
    .send({ kind: 'interview', title: 'Talk', clauses: ['records', 'fax', 'parts'] })
    .expect(303);
  await publishCriteria(root, second);
  return { app, ada, root, path, id };
}

/** Every row that a move may touch. */
async function rowsOf({ app: { deps }, id }: Scene) {
  const { db } = deps;
  return {
    assessment: await db('assessments').where({ id }).first(),
    ratings: await db('ratings').where({ assessment_id: id }).orderBy('clause_id'),
    findings: await db('findings').where({ assessment_id: id }).orderBy('id'),
    links: await db('evidence_clauses').orderBy(['evidence_id', 'clause_id']),
  };
}

async function previewed({ ada, path }: Scene, fields: object = {}) {
  const page = await ada
    .post(`${path}/criteria-upgrade/preview`)
    .type('form')
    .send({ version: '1.1.0', ...fields });
  return { page, order: { version: '1.1.0', ...fields, seen: hiddenField(page.text, 'seen') } };
}

async function moved(scene: Scene, fields: object = {}): Promise<void> {
  const { order } = await previewed(scene, fields);
  await scene.ada.post(`${scene.path}/criteria-upgrade`).type('form').send(order).expect(303);
}

test('offers the newer version, shows where each clause goes, what that does, and does it', async () => {
  const scene = await givenScene();
  const { ada, path } = scene;
  expect((await ada.get(path).expect(200)).text).toContain('A newer version of these criteria is offered: 1.1.0.');

  const map = await ada.get(`${path}/criteria-upgrade`).expect(200);
  expect(map.text).toContain('Enough <ins>trained </ins>people are there');
  expect(map.text).toContain('name="to_records" value="1.2, 1.3"');
  expect(map.text).toContain('name="to_fax" value=""');
  expect(map.text).toContain('name="to_parts" value="1.5"');
  expect(map.text).toContain('New clauses (1), to be rated');
  expect(markupProblems(map.text)).toEqual([]);

  const { page, order } = await previewed(scene);
  expect(page.status).toBe(200);
  expect(markupProblems(page.text)).toEqual([]);
  expect(page.text).toContain('Rated under version 1.0.0, “1.2 Records”: 1 Some');
  expect(page.text).toContain('<td class="number">64.67</td><td class="number"><strong>31.33</strong></td>');
  expect(page.text).toContain('To be rated anew (2)');
  expect(page.text).toContain('(no ground any more)');
  const before = await rowsOf(scene);
  await ada.post(`${path}/criteria-upgrade`).type('form').send(order).expect(303);

  const after = await rowsOf(scene);
  expect(after.assessment).toMatchObject({ criteria_version: '1.1.0', target_grade: null, held_grade: null, held_since: null });
  expect(after.ratings.map(({ clause_id, rating, note, revision }) => [clause_id, rating, note, revision])).toEqual([
    ['kept', null, 'two books\n\nRated under version 1.0.0, “1.2 Records”: 1 Some', 2],
    ['parts', '{"by":"met","met":false}', '', 1],
    ['recorded', null, 'two books\n\nRated under version 1.0.0, “1.2 Records”: 1 Some', 2],
    ['staff', '{"by":"met","met":true}', 'twelve of them', 2],
  ]);
  expect(after.findings.map(({ clause_id }) => clause_id).filter(Boolean)).toEqual(['recorded']);
  expect(after.links.map(({ clause_id }) => clause_id)).toEqual(['kept', 'parts', 'recorded']);
  expect(after.findings.map(({ ground }) => ground).filter(Boolean)).toEqual(['promise']);

  const shown = await ada.get(path).expect(200);
  expect(shown.text).toContain('Moved from version 1.0.0 by Ada');
  expect(shown.text).not.toContain('newer version of these criteria is offered');
  const entry = await scene.app.deps.db('audit_entries').where({ deed: 'assessment.criteria-upgraded' }).first();
  expect(JSON.parse(entry.details)).toMatchObject({
    from: { version: '1.0.0' },
    to: { version: '1.1.0' },
    happened: { unrated: 2, dropped: 1 },
  });
  expect(before.ratings).toHaveLength(4);
});

test('an undo puts every row back exactly', async () => {
  const scene = await givenScene();
  const before = await rowsOf(scene);
  await moved(scene);
  expect(await rowsOf(scene)).not.toEqual(before);

  const page = await scene.ada.get(`${scene.path}/criteria-upgrade/undo`).expect(200);
  expect(page.text).toContain('Nothing was changed since the move');
  expect(markupProblems(page.text)).toEqual([]);
  await scene.ada
    .post(`${scene.path}/criteria-upgrade/undo`)
    .type('form')
    .send({ seen: hiddenField(page.text, 'seen') })
    .expect(303);
  expect(await rowsOf(scene)).toEqual(before);
  await scene.ada.get(`${scene.path}/criteria-upgrade/undo`).expect(404);
  await moved(scene);
  expect((await rowsOf(scene)).assessment.criteria_version).toBe('1.1.0');
});

test('an undo says what was changed since, and keeps what was added', async () => {
  const scene = await givenScene();
  const { ada, path } = scene;
  const before = await rowsOf(scene);
  await moved(scene);
  const untouched = await ada.get(`${path}/criteria-upgrade/undo`);
  await ada.post(`${path}/clauses/privacy`).type('form').send({ revision: 0, met: 'yes', note: 'locked' }).expect(303);
  await ada.post(`${path}/findings`).type('form').send({ grade: 'major', clause: 'privacy', statement: 'open door' }).expect(303);

  const late = await ada
    .post(`${path}/criteria-upgrade/undo`)
    .type('form')
    .send({ seen: hiddenField(untouched.text, 'seen') });
  expect(late.status).toBe(409);
  expect(late.text).toContain('The assessment was changed since you looked');
  expect(late.text).toContain('1.6 Privacy');
  expect(late.text).toContain('Undo the move and discard these');
  expect((await rowsOf(scene)).assessment.criteria_version).toBe('1.1.0');

  await ada
    .post(`${path}/criteria-upgrade/undo`)
    .type('form')
    .send({ seen: hiddenField(late.text, 'seen') })
    .expect(303);
  const now = await rowsOf(scene);
  expect(now.ratings).toEqual(before.ratings);
  expect(now.findings.filter(({ statement }) => statement !== 'open door')).toEqual(before.findings);
  expect(now.findings.find(({ statement }) => statement === 'open door')).toMatchObject({ clause_id: null });
  const entry = await scene.app.deps.db('audit_entries').where({ deed: 'assessment.criteria-upgrade-undone' }).first();
  expect(JSON.parse(entry.details)).toMatchObject({ lost: { ratings: ['privacy'] }, discarded: [{ note: 'locked' }] });
});

test('a person changes where clauses go; a word that names none is shown again with what was typed', async () => {
  const scene = await givenScene();
  const wrong = await previewed(scene, { to_fax: '１.７', to_records: '1.2' });
  expect(wrong.page.status).toBe(422);
  expect(wrong.page.text).toContain('The new version has no rated clause “１.７”. Is it “1.');
  expect(wrong.page.text).toContain('name="to_fax" value="１.７"');
  expect(wrong.page.text).toContain('name="to_records" value="1.2"');
  expect(markupProblems(wrong.page.text)).toEqual([]);

  const fields = { to_fax: '１.６', to_records: 'kept' };
  const { page } = await previewed(scene, fields);
  expect(page.status).toBe(200);
  const back = await scene.ada
    .post(`${scene.path}/criteria-upgrade/map`)
    .type('form')
    .send({ version: '1.1.0', ...fields })
    .expect(200);
  expect(back.text).toContain('name="to_fax" value="１.６"');
  await moved(scene, fields);
  const { ratings } = await rowsOf(scene);
  expect(ratings.map(({ clause_id, rating }) => [clause_id, rating])).toEqual([
    ['kept', null],
    ['parts', '{"by":"met","met":false}'],
    ['privacy', '{"by":"met","met":true}'],
    ['staff', '{"by":"met","met":true}'],
  ]);
});

test('nothing is moved when somebody saved since the preview', async () => {
  const scene = await givenScene();
  const { order } = await previewed(scene);
  const bo = await scene.app.as('bo');
  await bo.post(`${scene.path}/clauses/parts`).type('form').send({ revision: 1, met: 'yes', note: 'now' }).expect(303);
  const late = await scene.ada.post(`${scene.path}/criteria-upgrade`).type('form').send(order);
  expect(late.status).toBe(409);
  expect(late.text).toContain('The assessment was changed since you looked');
  expect((await rowsOf(scene)).assessment.criteria_version).toBe('1.0.0');
  await scene.ada
    .post(`${scene.path}/criteria-upgrade`)
    .type('form')
    .send({ ...order, seen: hiddenField(late.text, 'seen') })
    .expect(303);
  // Two clicks: the second finds that it is at that version already.
  await scene.ada.post(`${scene.path}/criteria-upgrade`).type('form').send(order).expect(404);
});

test('only who leads may, only to a newer version that is offered', async () => {
  const scene = await givenScene();
  const { path, root, ada, app } = scene;
  const { order } = await previewed(scene);
  for (const person of ['bo', 'cai', 'dora'] as const) {
    const agent = await app.as(person);
    await agent.get(`${path}/criteria-upgrade`).expect(404);
    await agent.post(`${path}/criteria-upgrade/preview`).type('form').send(order).expect(404);
    await agent.post(`${path}/criteria-upgrade`).type('form').send(order).expect(404);
    await agent.post(`${path}/criteria-upgrade/undo`).type('form').send({ seen: 'x' }).expect(404);
  }
  expect((await (await app.as('bo')).get(path).expect(200)).text).not.toContain('criteria-upgrade');
  await ada.get(`${path}/criteria-upgrade?version=1.0.0`).expect(404);
  await ada.get(`${path}/criteria-upgrade?version=9.0.0`).expect(404);
  await ada.post(`${path}/criteria-upgrade`).type('form').send({}).expect(422);
  await root.post('/criteria/sample/1.1.0/retirement').expect(303);
  await ada.post(`${path}/criteria-upgrade`).type('form').send(order).expect(404);
  expect((await ada.get(`${path}/criteria-upgrade`).expect(200)).text).toContain('version 1.0.0, the highest that is offered');
});

test('a finished assessment stays as it was, to the byte of its report', async () => {
  const app = await startTestApp();
  const [root, ada] = [await app.as('root'), await app.as('ada')];
  await publishCriteria(root, first);
  const path = await startThrough(ada, app, { criteria: 'sample@1.0.0' });
  const id = path.slice('/assessments/'.length);
  await rateAll(app.deps, await findAssessment(app.deps.db, id));
  await finishAssessment(app, await findAssessment(app.deps.db, id));
  const report = async () => (await ada.get(`${path}/report.pdf`).buffer(true).expect(200)).body;
  const [bytes, page] = [await report(), await ada.get(`${path}/result`)];

  await publishCriteria(root, second);
  await root.post('/criteria/sample/1.0.0/retirement').expect(303);
  app.deps.publishedCriteria.clear();
  app.deps.criteriaCopies.clear();
  expect(Buffer.compare(await report(), bytes)).toBe(0);
  expect((await ada.get(`${path}/result`)).text).toBe(page.text.replace(/<p class="notice".*?<\/p>\s*/s, ''));
  expect((await ada.get(path).expect(200)).text).not.toContain('criteria-upgrade');
  await ada.get(`${path}/criteria-upgrade`).expect(409);
  await ada.post(`${path}/criteria-upgrade`).type('form').send({ version: '1.1.0', seen: 'x' }).expect(409);
});

test('a sheet of the former version is told, and what was typed stays', async () => {
  const scene = await givenScene();
  const { ada, path } = scene;
  const sheet = await ada.get(`${path}/clauses/staff`).expect(200);
  const criteria = hiddenField(sheet.text, 'criteria');
  await moved(scene);
  const typed = { revision: 1, criteria, met: 'no', note: 'half of them' };

  const answer = await ada.post(`${path}/clauses/staff`).set('Accept', 'application/json').type('form').send(typed);
  expect(answer.status).toBe(409);
  expect(answer.body.stale).toMatchObject({ gone: false });
  const again = await ada.post(`${path}/clauses/staff`).type('form').send(typed);
  expect(again.status).toBe(409);
  expect(again.text).toContain('moved to version 1.1.0 of the criteria. Your change is not saved yet');
  expect(again.text).toContain('half of them</textarea>');
  expect(hiddenField(again.text, 'criteria')).not.toBe(criteria);

  const gone = await ada
    .post(`${path}/clauses/fax`)
    .type('form')
    .send({ ...typed, note: 'it beeps' });
  expect(gone.status).toBe(409);
  expect(gone.text).toContain('which no longer rates this clause');
  expect(gone.text).toContain('it beeps');
  expect(markupProblems(gone.text)).toEqual([]);
  await ada.get(`${path}/clauses/fax`).expect(303).expect('location', `${path}/workbench`);
  await ada.get(`${path}/clauses/never`).expect(404);
  expect((await rowsOf(scene)).ratings.find(({ clause_id }) => clause_id === 'staff')).toMatchObject({ note: 'twelve of them' });

  const fresh = {
    ...typed,
    revision: Number(hiddenField(again.text, 'revision')),
    criteria: hiddenField(again.text, 'criteria'),
  };
  await ada.post(`${path}/clauses/staff`).type('form').send(fresh).expect(303);
});

test('one without variant and profile is asked for them before anything is shown or moved', async () => {
  const app = await startTestApp();
  const ada = await app.as('ada');
  const path = await startThrough(ada, app, { criteria: shippedCriteria });
  const asked = await ada.get(`${path}/criteria-upgrade`).expect(200);
  expect(asked.text).toContain('Kind of enterprise');
  // A short self-check is none for an audit by others.
  expect(asked.text).not.toContain('Short self-check');
  expect(markupProblems(asked.text)).toEqual([]);
  await ada.post(`${path}/criteria-upgrade/preview`).type('form').send({ version: '1.1.0', variant: 'seller' }).expect(422);
  await ada.post(`${path}/criteria-upgrade`).type('form').send({ version: '1.1.0', profile: 'short' }).expect(422);

  const choice = { version: '1.1.0', variant: 'seller', profile: 'full' };
  const map = await ada.get(`${path}/criteria-upgrade?version=1.1.0&variant=seller&profile=full`).expect(200);
  expect(map.text).toContain('name="variant" value="seller"');
  const preview = await ada.post(`${path}/criteria-upgrade/preview`).type('form').send(choice).expect(200);
  const order = { ...choice, seen: hiddenField(preview.text, 'seen') };
  await ada.post(`${path}/criteria-upgrade`).type('form').send(order).expect(303);
  expect((await ada.get(path).expect(200)).text).toContain('0 / 96 clauses done');
});

/** A request, an item of the agenda, a sample, a survey, duties and independent ratings that name the clauses of the scene. */
async function givenTied({ app: { deps, people }, id }: Scene): Promise<void> {
  const { db } = deps;
  const [ada, bo] = [people.ada.id, people.bo.id];
  const own = { assessment_id: id };
  const at = '2026-01-15T09:00:00.000Z';
  const evidence = await db('evidence').where(own).first('id');
  await db('evidence_requests').insert({
    ...own,
    id: 'request',
    place: 1,
    text: 'Books',
    due_on: '2026-02-01',
    state: 'open',
    revision: 1,
    created_by: ada,
    created_at: at,
  });
  await db('evidence_request_clauses').insert(['records', 'fax'].map((clause_id) => ({ request_id: 'request', clause_id })));
  await db('agenda_items').insert({
    ...own,
    id: 'item',
    kind: 'audit',
    title: 'Workshop',
    day: '2026-01-05',
    from_time: '09:00',
    to_time: '10:00',
    revision: 1,
    updated_by: ada,
    updated_at: at,
  });
  await db('agenda_clauses').insert(['records', 'parts'].map((clause_id) => ({ item_id: 'item', clause_id })));
  const sample = {
    ...own,
    population: 'slips',
    size: 9,
    method: 'random',
    reason: '',
    revision: 1,
    created_by: ada,
    created_at: at,
  };
  await db('samples').insert([
    { ...sample, id: 'slips', place: 1, clause_id: 'records', title: 'Slips' },
    { ...sample, id: 'faxes', place: 2, clause_id: 'fax', title: 'Faxes' },
  ]);
  const answer = { header: 'q', feed: 'mean', n: 2, blank: 0, mean: 1, distribution: [], outliers: [] };
  await db('surveys').insert({
    ...own,
    id: 'survey',
    evidence_id: evidence.id,
    kind: 'answers',
    title: 'Callers',
    outline: '{}',
    fingerprint: 'f',
    columns: JSON.stringify([
      { role: 'answer', clause: 'records' },
      { role: 'answer', clause: 'fax' },
      { role: 'date', clause: null },
    ]),
    figures: JSON.stringify({
      rows: 2,
      answers: [
        { ...answer, clause: 'records' },
        { ...answer, clause: 'fax' },
      ],
    }),
    revision: 1,
    created_by: ada,
    created_at: at,
  });
  const clauses = ['staff', 'records', 'fax'];
  await db('clause_assignments').insert(
    clauses.map((clause_id) => ({ ...own, clause_id, user_id: bo, assigned_by: ada, assigned_at: at })),
  );
  await db('independent_clauses').insert(clauses.map((clause_id) => ({ ...own, clause_id, marked_by: ada, marked_at: at })));
  await db('independent_ratings').insert(
    clauses.map((clause_id) => ({ ...own, clause_id, user_id: bo, rating: null, note: clause_id, revision: 1, updated_at: at })),
  );
  await db('independent_submissions').insert({ ...own, clause_id: 'staff', user_id: bo, submitted_at: at });
  await db('sites').insert({ id: 'depot', organization_id: companyIds.haichuan, name: 'Depot', place: 9, central: false });
  await db('assessment_sites').insert({ ...own, site_id: 'depot' });
  const said = { ...own, site_id: 'depot', note: 'at the depot', revision: 1, updated_by: bo, updated_at: at };
  await db('site_ratings').insert([
    { ...said, clause_id: 'staff', rating: '{"by":"met","met":true}' },
    { ...said, clause_id: 'records', rating: '{"by":"level","level":1}' },
    { ...said, clause_id: 'fax', rating: null },
  ]);
}

async function tiedRows({ app: { deps }, id }: Scene) {
  const { db } = deps;
  const ofClause = async (table: string, where: object) => {
    const rows: { clause_id: string }[] = await db(table).where(where).orderBy('clause_id').select('clause_id');
    return rows.map(({ clause_id }) => clause_id);
  };
  const survey = await db('surveys').where({ id: 'survey' }).first('columns', 'figures');
  const clausesIn = (list: { clause: string | null }[]) => list.map(({ clause }) => clause);
  return {
    request: await ofClause('evidence_request_clauses', { request_id: 'request' }),
    agenda: await ofClause('agenda_clauses', { item_id: 'item' }),
    samples: await ofClause('samples', { assessment_id: id }),
    columns: clausesIn(JSON.parse(survey.columns)),
    figures: clausesIn(JSON.parse(survey.figures).answers),
    assigned: await ofClause('clause_assignments', { assessment_id: id }),
    independent: await ofClause('independent_clauses', { assessment_id: id }),
    said: await ofClause('independent_ratings', { assessment_id: id }),
    submitted: await ofClause('independent_submissions', { assessment_id: id }),
    sites: await db('site_ratings').where({ assessment_id: id }).orderBy('clause_id').select('*'),
  };
}

test('requests, agenda, samples, surveys and duties follow the map, are told beforehand, and come back', async () => {
  const scene = await givenScene();
  await givenTied(scene);
  const before = await tiedRows(scene);

  const { page } = await previewed(scene);
  for (const name of [
    'Request R1 Books',
    'Agenda 2026-01-05 Workshop',
    'Sample Slips',
    'Who rates what',
    'Clauses rated independently',
  ])
    expect(page.text).toContain(name);
  expect(page.text).toContain('Depot: met');
  expect(page.text).toContain('It is no longer rated at each site');
  await moved(scene);
  const { sites, ...after } = await tiedRows(scene);
  // What was recorded together is rated once from now on: the depot has no part in it.
  expect(sites.map(({ clause_id, site_id, rating, note }) => [clause_id, site_id, rating, note])).toEqual([
    ['kept', 'depot', null, 'at the depot\n\nRated under version 1.0.0, “1.2 Records”: 1 Some'],
    ['staff', 'depot', '{"by":"met","met":true}', 'at the depot'],
  ]);
  expect(after).toEqual({
    request: ['kept', 'recorded'],
    agenda: ['kept', 'parts', 'recorded'],
    // A sample of a clause that is gone goes on naming it: it is a record of what was done.
    samples: ['fax', 'recorded'],
    columns: ['recorded', null, null],
    figures: ['recorded', null],
    assigned: ['kept', 'recorded', 'staff'],
    independent: ['staff'],
    said: ['staff'],
    submitted: ['staff'],
  });
  await scene.ada.get(`${scene.path}/samples`).expect(200);

  const bo = await scene.app.as('bo');
  await bo
    .post(`${scene.path}/clauses/kept/sites/depot`)
    .type('form')
    .send({ revision: sites[0]?.revision, met: 'yes', note: 'seen since' })
    .expect(303);
  const undo = await scene.ada.get(`${scene.path}/criteria-upgrade/undo`).expect(200);
  expect(undo.text).toContain('1.3 Kept');
  await scene.ada
    .post(`${scene.path}/criteria-upgrade/undo`)
    .type('form')
    .send({ seen: hiddenField(undo.text, 'seen') })
    .expect(303);
  expect(await tiedRows(scene)).toEqual(before);
});
