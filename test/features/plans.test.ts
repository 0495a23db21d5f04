import { expect, test } from 'vitest';
import { toActor } from '../../src/features/accounts/account-store.ts';
import { addSite } from '../../src/features/organizations/site-service.ts';
import { drawSites } from '../../src/model/site-sampling.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { givenPlanned } from '../support/assessments.ts';
import { companyIds } from '../support/people.ts';
import { partsOf, readPdf } from '../support/read-pdf.ts';

async function givenSites({ deps, people }: TestApp, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const site = { name: `Site ${index}`, address: null, headcount: 10 * index + 5, central: index === 0 };
    await addSite(deps, toActor(people.root), companyIds.haichuan, site);
  }
}

test('sites are drawn by the rule, shown with seed and reasons, and a site added late re-opens the draw', async () => {
  const app = await startTestApp();
  await givenSites(app, 10);
  const { id } = await givenPlanned(app);
  const ada = await app.as('ada');
  expect((await ada.get(`/assessments/${id}/plan`)).text).toContain('default of the program because the criteria name none');
  await ada.post(`/assessments/${id}/plan/sites`).type('form').send({ reason: '' }).expect(303);

  const row = await app.deps.db('site_samplings').first();
  const sites = JSON.parse(row.sites);
  expect(drawSites(sites, JSON.parse(row.rule), 'initial', row.seed)).toEqual(sites);
  const page = (await ada.get(`/assessments/${id}/plan`)).text;
  expect(page).toContain(row.seed);
  expect(page).toContain('√9 rounded up is 3');
  expect(page).toContain('central function, always audited');
  expect(await app.deps.db('assessment_sites').where({ assessment_id: id })).toHaveLength(4);

  const again = await ada.post(`/assessments/${id}/plan/sites`).type('form').send({ reason: '' });
  expect(again.status).toBe(422);
  expect(again.text).toContain('The draw still stands');
  await addSite(app.deps, toActor(app.people.root), companyIds.haichuan, {
    ...{ name: 'New outlet', address: null, headcount: 3, central: false },
  });
  expect((await ada.get(`/assessments/${id}/plan`)).text).toContain('added or changed after the draw: New outlet');
  await ada.post(`/assessments/${id}/plan/sites`).type('form').send({ reason: '' }).expect(303);
  expect((await ada.get(`/assessments/${id}/plan`)).text).toContain('Earlier draws');
  await (await app.as('bo')).post(`/assessments/${id}/plan/sites`).type('form').send({}).expect(404);
});

test('person-days that differ from the suggestion need a reason; the later of two is told', async () => {
  const app = await startTestApp();
  await givenSites(app, 2);
  const { id } = await givenPlanned(app);
  const ada = await app.as('ada');
  await ada.post(`/assessments/${id}/plan/sites`).type('form').send({}).expect(303);
  const send = (fields: Record<string, string | string[]>) =>
    ada
      .post(`/assessments/${id}/plan/days`)
      .type('form')
      .send({ person: [app.people.ada.id, app.people.bo.id], revision: '0', ...fields });

  const differing = await send({ days: ['1', '0.5'], reason: '' });
  expect(differing.status).toBe(422);
  expect(differing.text).toContain('The sum is 1.5 person-days, suggested are 1');
  expect((await send({ days: ['1.3', ''], reason: '' })).text).toContain('Enter days in quarters');
  await send({ days: ['1', '0.5'], reason: 'much to see' }).expect(303);
  expect((await send({ days: ['1', ''], reason: '' })).text).toContain('Somebody else changed this meanwhile');
  expect((await ada.get(`/assessments/${id}/plan`)).text).toContain('much to see');
});

test('the agenda refuses days outside, names clashes, and is no secret but for mystery visits', async () => {
  const app = await startTestApp();
  await givenSites(app, 1);
  const { id } = await givenPlanned(app);
  const [ada, dora] = [await app.as('ada'), await app.as('dora')];
  const both = [app.people.ada.id, app.people.bo.id];
  const add = (fields: Record<string, string | string[]>) =>
    ada
      .post(`/assessments/${id}/agenda`)
      .type('form')
      .send({ kind: 'audit', title: 'Records', day: '2026-01-05', from: '09:00', to: '10:00', ...fields });

  expect((await add({ day: '2026-02-01' })).text).toContain('The day must be one of the audit');
  expect((await add({ to: '08:00' })).text).toContain('The end must be later');
  expect((await add({ from: 'early' })).text).toContain('Enter a time such as 09:30');
  await add({ kind: 'opening', title: '', people: both }).expect(303);
  await add({ title: 'Warehouse', from: '9：30', to: '11:00', people: app.people.bo.id, clauses: 'no-such' }).expect(422);
  await add({ title: 'Warehouse', from: '9：30', to: '11:00', people: app.people.bo.id }).expect(303);
  await add({ kind: 'mystery-visit', title: 'Secret call', from: '15:00', to: '16:00', people: app.people.bo.id }).expect(303);

  const page = (await ada.get(`/assessments/${id}/plan`)).text;
  expect(page).toContain('Bo is in “Opening meeting” and “Warehouse” at the same time (2026-01-05 09:30–11:00)');
  expect(page).toContain('Secret call');
  for (const path of ['plan', 'plan.ics', 'plan.pdf']) {
    const seen = await dora.get(`/assessments/${id}/${path}`).buffer(true);
    const text = path === 'plan.pdf' ? (await readPdf(seen.body)).pages.join() : seen.text;
    expect(text.replace(/\r\n /g, '')).toContain('Warehouse');
    expect(text).not.toMatch(/Secret ?call/);
  }
  await dora.get(`/assessments/${id}/agenda/new`).expect(404);
});

test('an item is changed by one at a time, and keeps its place in calendars', async () => {
  const app = await startTestApp();
  const { id } = await givenPlanned(app);
  const ada = await app.as('ada');
  const item = { kind: 'closing', title: '', day: '2026-01-07', from: '16:00', to: '17:00', people: app.people.ada.id };
  await ada.post(`/assessments/${id}/agenda`).type('form').send(item).expect(303);
  const { id: itemId } = await app.deps.db('agenda_items').first('id');
  const path = `/assessments/${id}/agenda/${itemId}`;
  await ada
    .post(path)
    .type('form')
    .send({ ...item, to: '17:30', revision: '1' })
    .expect(303);
  const late = await ada
    .post(path)
    .type('form')
    .send({ ...item, title: 'mine', revision: '1' });
  expect(late.status).toBe(422);
  expect(late.text).toContain('Somebody else changed this meanwhile');
  expect(late.text).toContain('value="mine"');

  const calendar = (await ada.get(`/assessments/${id}/plan.ics`)).text;
  expect(calendar).toContain(`UID:${itemId}@assay`);
  expect(calendar).toContain('SEQUENCE:1');
  expect(calendar).toContain('DTSTART:20260107T080000Z');
  expect(calendar).toContain('DTEND:20260107T093000Z');
  expect((await (await app.as('bo')).get(`/assessments/${id}/plan.ics?of=mine`)).text).not.toContain('BEGIN:VEVENT');

  const rows = { name: ['陈经理', '', 'Lin'], position: ['经理', '', ''], present: ['yes', 'yes', 'no'] };
  await ada.post(`${path}/attendance`).type('form').send(rows).expect(303);
  expect((await ada.get(`/assessments/${id}/plan`)).text).toContain('1 present, 1 absent');
  const pdf = await readPdf((await ada.get(`/assessments/${id}/plan.pdf?language=zh-CN`).buffer(true)).body);
  expect(pdf.pages.join()).toContain('陈经理');
  expect(pdf.pages[0]).toContain('审核计划');
  expect(pdf.title).toContain('海川电器有限公司');
  expect(pdf.language).toBe('zh-CN');
  expect(pdf.bookmarks.join()).toContain('日程');
  for (const role of ['H1', 'H2', 'Table', 'TH']) expect(pdf.roles.get(role), role).toBeGreaterThan(0);
  expect(pdf.pages.join()).not.toContain('〓');
  const both = await readPdf((await ada.get(`/assessments/${id}/plan.pdf?language=both`).buffer(true)).body);
  expect(partsOf(both)).toEqual(['中文', 'English']);
  expect(both.pages.join()).toContain('Auditplan');
  await ada.post(`${path}/removal`).expect(303);
  await ada.get(path).expect(404);
});
