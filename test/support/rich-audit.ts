import { expect } from 'vitest';
import { toActor } from '../../src/features/accounts/account-store.ts';
import { addSite } from '../../src/features/organizations/site-service.ts';
import type { Agent, TestApp } from './app.ts';
import { givenCollected } from './collected.ts';
import { declareTeam } from './declarations.ts';
import { companyIds } from './people.ts';
import { pdf } from './sample-files.ts';
import { startFields } from './start-assessment.ts';

export interface RichAudit {
  readonly id: string;
  readonly path: string;
  readonly ada: Agent;
  readonly bo: Agent;
  readonly dora: Agent;
}

const compared = 'organization-department';

/**
 * An audit in which there is something of everything: sites drawn, a plan with a meeting and a visit nobody may know of, a
 * mystery shopper, statements with a conflict, ratings, a clause rated by two, evidence, findings, a request with its answer, a
 * sample with items, a survey with a row left out.
 */
export async function givenRichAudit(app: TestApp): Promise<RichAudit> {
  const [ada, bo, dora, root] = [await app.as('ada'), await app.as('bo'), await app.as('dora'), await app.as('root')];
  for (const [index, name] of ['总部', '镇海 & 北仑', 'Outlet “3”'].entries())
    await addSite(app.deps, toActor(app.people.root), companyIds.haichuan, {
      ...{ name, address: null, headcount: 20 * index + 5, central: index === 0 },
    });
  const path = await planned(app, ada);
  const id = path.split('/').at(-1) ?? '';
  await withConflict(app, { path, root, bo });
  await ada.post(`${path}/beginning`).expect(303);
  await comparedByTwo(app, { path, ada, bo });
  await rateSome(bo, path);
  await bo
    .post(`${path}/evidence`)
    .field('title', '维修单抽样 =1+1')
    .field('clauses', 'repair-records')
    .attach('files', pdf, '维修单.pdf')
    .expect(303);
  await bo
    .post(`${path}/evidence`)
    .type('form')
    .send({ kind: 'interview', title: '访谈', note: '两段\n\n记录', clauses: compared })
    .expect(303);
  await stateSome(bo, path);
  await collect(app, { id, path, bo, dora });
  return { id, path, ada, bo, dora };
}

/** Cai tests the service unseen, so nothing of her may be found in what leaves the house. */
async function planned(app: TestApp, ada: Agent): Promise<string> {
  const { people, deps } = app;
  const answer = await ada
    .post('/assessments')
    .type('form')
    .send(startFields(app, { targetGrade: 'four-star' }));
  expect(answer.status, answer.text).toBe(303);
  const path = String(answer.headers.location);
  const id = path.split('/').at(-1) ?? '';
  await deps.db('team_members').insert({ assessment_id: id, user_id: people.cai.id, role: 'mystery-shopper' });
  await declareTeam(deps.db, id);
  await ada.post(`${path}/plan/sites`).type('form').send({ reason: '' }).expect(303);
  const days = { person: [people.ada.id, people.bo.id], days: ['2', '1.5'], reason: '两处服务网点相距较远', revision: '0' };
  await ada.post(`${path}/plan/days`).type('form').send(days).expect(303);
  const [site] = await deps.db('assessment_sites').where({ assessment_id: id }).orderBy('site_id').pluck('site_id');
  const add = (fields: Record<string, string | string[]>) =>
    ada
      .post(`${path}/agenda`)
      .type('form')
      .send({ day: '2026-01-05', ...fields })
      .expect(303);
  await add({ kind: 'opening', title: '', from: '09:00', to: '09:30', people: [people.ada.id, people.bo.id] });
  await add({ kind: 'audit', title: '', from: '10:00', to: '12:00', people: people.bo.id, site, clauses: 'system' });
  await add({ kind: 'mystery-visit', title: '暗访：报修电话', from: '15:00', to: '16:00', people: people.cai.id });
  const { id: meeting } = await deps.db('agenda_items').where({ kind: 'opening', assessment_id: id }).first('id');
  const rows = { name: ['陈经理', 'Lin'], position: ['经理', ''], present: ['yes', 'no'] };
  await ada.post(`${path}/agenda/${meeting}/attendance`).type('form').send(rows).expect(303);
  return path;
}

async function withConflict(app: TestApp, { path, root, bo }: Pick<RichAudit, 'path' | 'bo'> & { root: Agent }): Promise<void> {
  const noneOf = { employment: 'no', consulting: 'no', family: 'no', finance: 'no', other: 'no' };
  const said = { ...noneOf, family: 'yes', signedName: 'Bo', 'family-why': '表妹曾在该公司实习' };
  const answer = await bo.post(`${path}/impartiality`).type('form').send(said);
  expect(answer.status, answer.text).toBe(303);
  const { id } = await app.deps.db('impartiality_statements').whereNull('superseded_at').where({ yes: 'family' }).first('id');
  const ruling = { ruling: 'accepted', reason: '实习已结束五年', measures: '不评定人员条款' };
  await root.post(`${path}/statements/${id}/ruling`).type('form').send(ruling).expect(303);
}

async function comparedByTwo({ people }: TestApp, { path, ada, bo }: Pick<RichAudit, 'path' | 'ada' | 'bo'>): Promise<void> {
  const way = { clauses: [compared], people: [people.ada.id, people.bo.id], way: 'independently' };
  await ada.post(`${path}/assignments`).type('form').send(way).expect(303);
  const save = (agent: Agent, met: string, note: string) =>
    agent
      .post(`${path}/clauses/${compared}`)
      .set('Accept', 'application/json')
      .type('form')
      .send({ revision: '0', met, note })
      .expect(200);
  await save(ada, 'yes', '看到部门牌');
  await save(bo, 'no', '没有看到任命文件');
  for (const agent of [ada, bo]) await agent.post(`${path}/clauses/${compared}/submission`).expect(303);
  const agreed = { revision: '0', met: 'yes', note: '文件已补看', why: '任命文件在人事部' };
  await ada.post(`${path}/reconciliation/${compared}`).type('form').send(agreed).expect(303);
}

async function rateSome(bo: Agent, path: string): Promise<void> {
  const rate = (clause: string, fields: Record<string, string | string[]>) =>
    bo
      .post(`${path}/clauses/${clause}`)
      .set('Accept', 'application/json')
      .type('form')
      .send({ revision: '0', note: '', ...fields })
      .expect(200);
  await rate('repair-records', { size: '20', failed: '3', note: '三份缺少签字\n其余完整 <b>' });
  await rate('complaint-channel', { level: '3' });
  await rate('first-response-rate', { value: '96.40' });
  await rate('duties-division', { present: ['department-duties', 'post-duties'] });
}

async function stateSome(bo: Agent, path: string): Promise<void> {
  const state = (fields: Record<string, string>) => bo.post(`${path}/findings`).type('form').send(fields).expect(303);
  await state({ grade: 'minor', clause: 'repair-records', statement: '维修单缺少客户签字' });
  await state({ grade: 'strength', statement: '+服务数据公开透明' });
  await bo
    .post(`${path}/adjustments`)
    .type('form')
    .send({ kind: 'deduction', ground: 'own-rules', statement: '承诺二十四小时上门，三次超时' })
    .expect(303);
}

async function collect(app: TestApp, { id, path, bo, dora }: Pick<RichAudit, 'id' | 'path' | 'bo' | 'dora'>): Promise<void> {
  const { request, sample, survey } = await givenCollected(app, id);
  await dora
    .post(`${path}/requests/${request}/evidence`)
    .attach('files', pdf, '名单.pdf')
    .field('revision', '1')
    .field('note', '系统导出')
    .expect(303);
  const items = await app.deps.db('sample_items').where({ sample_id: sample }).orderBy('place').select('place');
  const judged = Object.fromEntries(
    items.flatMap(({ place }) => [
      [`outcome.${place}`, place === 2 ? 'fail' : 'pass'],
      [`note.${place}`, `第 ${place} 份`],
    ]),
  );
  const answer = await bo
    .post(`${path}/samples/${sample}`)
    .type('form')
    .send({ revision: '1', ...judged });
  expect(answer.status, answer.text).toBe(303);
  await bo
    .post(`${path}/surveys/${survey}/exclusions`)
    .type('form')
    .send({ row: '3', reason: '测试数据', revision: '2' })
    .expect(303);
}
