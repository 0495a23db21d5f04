import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Db } from '../../src/db/db.ts';
import { toActor } from '../../src/features/accounts/account-store.ts';
import { listOrganizationOptions, optionLimit } from '../../src/features/organizations/organization-store.ts';
import { type Agent, madeOnce, startTestApp, type TestApp } from '../support/app.ts';
import { finishAssessment, type Quality, rateAll, givenAssessment as startAudit } from '../support/assessments.ts';
import { companyIds } from '../support/people.ts';

const haichuan = `/organizations/${companyIds.haichuan}`;
const post = (agent: Agent, path: string, form: object = {}) => agent.post(path).type('form').send(form);

interface AssessmentRows {
  readonly number: string;
  readonly kind?: string;
  readonly team?: readonly string[];
  readonly finished?: boolean;
  readonly siteId?: string;
}

/** An assessment of 海川, as far as this page looks at it. */
async function givenAssessment({ deps, people }: TestApp, assessment: AssessmentRows): Promise<string> {
  const { number, kind = 'initial', team = [], finished = false, siteId } = assessment;
  const id = randomUUID();
  const at = deps.clock().toISOString();
  await deps.db.transaction(async (trx) => {
    await trx('criteria_copies')
      .insert({
        hash: 'hash',
        criteria_id: 'small',
        version: '1.0.0',
        title: JSON.stringify({ 'zh-CN': '小准则', en: 'Small criteria' }),
        rated_clauses: 1,
        document: '{}',
        created_at: at,
      })
      .onConflict('hash')
      .ignore();
    await trx('assessments').insert({
      id,
      number,
      kind,
      organization_id: companyIds.haichuan,
      criteria_hash: 'hash',
      criteria_id: 'small',
      criteria_version: '1.0.0',
      from_date: '2026-01-05',
      to_date: '2026-01-07',
      created_by: people.ada.id,
      created_at: at,
      finished_at: finished ? at : null,
      ...(finished ? { state: 'finished', result_kind: 'as-found' } : {}),
    });
    if (finished) {
      const label = JSON.stringify({ 'zh-CN': '四星级', en: 'Four stars' });
      const row = {
        assessment_id: id,
        kind: 'as-found',
        dossier: '{}',
        result: '{}',
        summary: '{}',
        score: '92.75',
        grade: 'four-star',
        grade_label: label,
      };
      await trx('results').insert({ ...row, created_at: at });
    }
    for (const userId of team) await trx('team_members').insert({ assessment_id: id, user_id: userId, role: 'auditor' });
    if (siteId) await trx('assessment_sites').insert({ assessment_id: id, site_id: siteId });
  });
  return id;
}

async function onlySite(db: Db): Promise<string> {
  return (await db('sites').first('id')).id;
}

test('a lead auditor adds an organization and then sees it with its facts', async () => {
  const { as, deps, people } = await startTestApp();
  const ada = await as('ada');
  const form = {
    name: ' 远山电梯有限公司 ',
    registrationNumber: '91310000MA1',
    trade: '电梯',
    headcount: '1260',
    address: '上海',
  };

  const added = await post(ada, '/organizations', form).expect(303);

  const page = await ada.get(String(added.headers.location)).expect(200);
  for (const shown of ['<h1>远山电梯有限公司</h1>', '91310000MA1', '电梯', '1,260', '上海', 'has been added']) {
    expect(page.text).toContain(shown);
  }
  const [entry] = await deps.db('audit_entries').where({ deed: 'organization.added' });
  expect(entry.actor_id).toBe(people.ada.id);
});

test('an organization can be edited, and the trail holds what it was before', async () => {
  const { as, deps } = await startTestApp();
  const root = await as('root');

  const form = await root.get(`${haichuan}/edit`).expect(200);
  expect(form.text).toContain('value="海川电器有限公司"');
  await post(root, haichuan, { name: '海川电器股份有限公司' }).expect(303);

  expect((await root.get(haichuan)).text).toContain('<h1>海川电器股份有限公司</h1>');
  const [entry] = await deps.db('audit_entries').where({ deed: 'organization.changed' });
  expect(JSON.parse(entry.details).before.name).toBe('海川电器有限公司');
});

const untouched = madeOnce((settings) => startTestApp(settings));

test.each([
  [{ name: '' }, 'Fill in this field.'],
  [{ name: 'x'.repeat(201) }, 'Use at most 200 characters.'],
  [{ name: 'New', headcount: '-1' }, 'Enter a whole number from 0'],
  [{ name: 'New', headcount: '12.5' }, 'Enter a whole number from 0'],
  [{ name: 'New', colour: 'red' }, 'holds something unknown: colour'],
])('refuses a bad organization: %j', async (form, text) => {
  const { as, deps } = await untouched();
  const ada = await as('ada');

  const answer = await post(ada, '/organizations', form).expect(422);

  expect(answer.text).toContain(text);
  expect(await deps.db('organizations')).toHaveLength(2);
  expect(await deps.db('audit_entries').where({ subject: 'organization' })).toEqual([]);
});

test('counts characters, not bytes, of a name', async () => {
  const { as } = await startTestApp();
  await post(await as('ada'), '/organizations', { name: '𠮷'.repeat(200) }).expect(303);
});

test('a name is taken whatever its case, width and space, and what was typed stays', async () => {
  const { as } = await startTestApp();
  const ada = await as('ada');

  const answer = await post(ada, '/organizations', { name: ' ＯＴＨＥＲ appliances LTD', trade: 'Lifts' }).expect(422);

  expect(answer.text).toContain('There is an organization of this name already');
  expect(answer.text).toContain('value="Lifts"');
  const edited = await post(ada, haichuan, { name: 'other appliances ltd' }).expect(422);
  expect(edited.text).toContain('There is an organization of this name already');
});

test('the search finds name, registration number, trade and address, in Chinese too, and takes signs literally', async () => {
  const { as, deps } = await startTestApp();
  const ada = await as('ada');
  await deps
    .db('organizations')
    .where({ id: companyIds.haichuan })
    .update({ registration_number: '9131-ABC', trade: '家用电器' });
  await deps.db('organizations').where({ id: companyIds.other }).update({ address: 'Fleet Street 100%' });
  const found = async (search: string) => {
    const { text } = await ada.get('/organizations').query({ search }).expect(200);
    return ['海川电器有限公司', 'Other Appliances Ltd'].filter((name) => text.includes(`>${name}</a>`));
  };

  expect(await found('海川')).toEqual(['海川电器有限公司']);
  expect(await found('abc')).toEqual(['海川电器有限公司']);
  expect(await found('家用')).toEqual(['海川电器有限公司']);
  expect(await found('FLEET')).toEqual(['Other Appliances Ltd']);
  expect(await found('ｏｔｈｅｒ')).toEqual(['Other Appliances Ltd']);
  expect(await found('100%')).toEqual(['Other Appliances Ltd']);
  expect(await found('%')).toEqual(['Other Appliances Ltd']);
  expect(await found('_')).toEqual([]);
  expect(await found("'; drop table organizations; --")).toEqual([]);
});

test('the list has pages of 25 and keeps the search when turning them', async () => {
  const { as, deps } = await startTestApp();
  const ada = await as('ada');
  const rows = Array.from({ length: 60 }, (_, index) => {
    const name = `Works ${String(index).padStart(2, '0')}`;
    return { id: randomUUID(), name, name_key: name.toLowerCase(), created_at: '', updated_at: '' };
  });
  await deps.db('organizations').insert(rows);

  const second = (await ada.get('/organizations?search=works&page=2').expect(200)).text;

  expect(second).toContain('60 in all');
  expect(second).toContain('>Works 25</a>');
  expect(second).not.toContain('>Works 24</a>');
  expect(second).toContain('/organizations?search=works&amp;page=3');
  expect((await ada.get('/organizations?page=nonsense').expect(200)).text).toContain('Page 1 of 3');
});

test('an empty list says what belongs there and offers the first step', async () => {
  const { as, deps } = await startTestApp();
  await deps.db('company_places').delete();
  await deps.db('organizations').delete();

  expect((await (await as('ada')).get('/organizations')).text).toContain('so add the first');
  const bo = (await (await as('bo')).get('/organizations')).text;
  expect(bo).toContain('there is none yet');
  expect(bo).not.toContain('/organizations/new');
});

test('auditors see the organizations of their assessments only', async () => {
  const app = await startTestApp();
  await givenAssessment(app, { number: 'A-2026-0001', team: [app.people.bo.id] });
  const [bo, cai] = [await app.as('bo'), await app.as('cai')];

  const list = (await bo.get('/organizations').expect(200)).text;
  expect(list).toContain('海川电器有限公司');
  expect(list).not.toContain('Other Appliances Ltd');
  expect((await bo.get(haichuan).expect(200)).text).not.toContain('Edit organization');
  await bo.get(`/organizations/${companyIds.other}`).expect(404);
  await cai.get(haichuan).expect(404);
  expect((await cai.get('/organizations')).text).not.toContain('海川');
});

test('company members see their own organization and cannot change it', async () => {
  const app = await startTestApp();
  const dora = await app.as('dora');

  expect((await dora.get('/organizations').expect(200)).text).not.toContain('Other Appliances Ltd');
  const own = (await dora.get(haichuan).expect(200)).text;
  expect(own).toContain('Start self-assessment');
  expect(own).not.toContain('/edit');
  await dora.get(`/organizations/${companyIds.other}`).expect(404);
});

test.each(['bo', 'dora'] as const)('%s may not reach anything that changes organizations', async (person) => {
  const app = await startTestApp();
  await givenAssessment(app, { number: 'A-2026-0001', team: [app.people.bo.id] });
  const root = await app.as('root');
  await post(root, `${haichuan}/sites`, { name: 'HQ' }).expect(303);
  await post(root, `${haichuan}/contacts`, { name: 'Chen' }).expect(303);
  const site = `${haichuan}/sites/${await onlySite(app.deps.db)}`;
  const contact = `${haichuan}/contacts/${(await app.deps.db('contacts').first('id')).id}`;
  const agent = await app.as(person);

  for (const path of [
    '/organizations/new',
    `${haichuan}/edit`,
    `${haichuan}/sites/new`,
    site,
    `${haichuan}/contacts/new`,
    contact,
  ]) {
    await agent.get(path).expect(404);
  }
  const posts = ['/organizations', haichuan, `${haichuan}/sites`, site, `${site}/removal`, `${haichuan}/contacts`, contact];
  for (const path of [...posts, `${contact}/removal`]) await post(agent, path, { name: 'Changed' }).expect(404);

  expect(await app.deps.db('organizations').where({ name: 'Changed' })).toEqual([]);
  expect((await app.deps.db('sites').first()).name).toBe('HQ');
  expect((await app.deps.db('contacts').first()).name).toBe('Chen');
});

test('sites are added, changed and removed; the one with the central function stands first', async () => {
  const { as, deps } = await startTestApp();
  const ada = await as('ada');
  await post(ada, `${haichuan}/sites`, { name: 'Suzhou', headcount: '86' }).expect(303);
  const path = `${haichuan}/sites/${await onlySite(deps.db)}`;
  await post(ada, `${haichuan}/sites`, { name: 'Head office', address: 'Zhangjiang 88', central: 'on' }).expect(303);

  const page = (await ada.get(haichuan)).text;
  expect(page.indexOf('Head office')).toBeLessThan(page.indexOf('Suzhou'));
  expect(page).toContain('Zhangjiang 88');

  expect((await ada.get(path).expect(200)).text).toContain('value="86"');
  await post(ada, path, { name: 'Suzhou II', central: 'on' }).expect(303);
  expect((await ada.get(path)).text).toContain(' checked');
  await post(ada, path, { name: '' }).expect(422);
  await post(ada, `${path}/removal`).expect(303);
  await ada.get(path).expect(404);
  expect((await ada.get(haichuan)).text).not.toContain('Suzhou II');
  expect((await deps.db('audit_entries').where({ subject: 'site' }).orderBy('place')).map(({ deed }) => deed)).toEqual([
    'site.added',
    'site.added',
    'site.changed',
    'site.removed',
  ]);
});

test('a site that an assessment covers is not removed, and both pages say which assessment it is', async () => {
  const app = await startTestApp();
  const ada = await app.as('ada');
  await post(ada, `${haichuan}/sites`, { name: 'Suzhou' }).expect(303);
  const siteId = await onlySite(app.deps.db);
  await givenAssessment(app, { number: 'A-2026-0007', siteId });

  const page = (await ada.get(`${haichuan}/sites/${siteId}`).expect(200)).text;
  expect(page).toContain('assessments cover it: A-2026-0007');
  expect(page).not.toContain('/removal');
  const refused = await post(ada, `${haichuan}/sites/${siteId}/removal`).expect(409);
  expect(refused.text).toContain('assessment A-2026-0007 covers it');
  expect(await app.deps.db('sites')).toHaveLength(1);
});

test('a site or contact is found under its own organization only', async () => {
  const { as, deps } = await startTestApp();
  const ada = await as('ada');
  await post(ada, `${haichuan}/sites`, { name: 'Suzhou' }).expect(303);
  await post(ada, `${haichuan}/contacts`, { name: 'Chen' }).expect(303);
  const strange = `/organizations/${companyIds.other}`;
  const siteId = await onlySite(deps.db);
  const contactId = (await deps.db('contacts').first('id')).id;

  await ada.get(`${strange}/sites/${siteId}`).expect(404);
  await post(ada, `${strange}/sites/${siteId}/removal`).expect(404);
  await post(ada, `${strange}/contacts/${contactId}`, { name: 'X' }).expect(404);
  await ada.get(`${haichuan}/sites/not-an-id`).expect(404);
  await ada.get('/organizations/not-an-id').expect(404);
});

test('contacts are added, changed and removed, and the trail names no person', async () => {
  const { as, deps } = await startTestApp();
  const ada = await as('ada');
  const form = { name: '陈静', position: '总监', phone: '021-5555 0188', email: 'chen@haichuan.example' };
  await post(ada, `${haichuan}/contacts`, form).expect(303);
  const path = `${haichuan}/contacts/${(await deps.db('contacts').first('id')).id}`;

  expect((await ada.get(haichuan)).text).toContain('href="mailto:chen@haichuan.example"');
  const refused = await post(ada, path, { ...form, email: 'chen at home' }).expect(422);
  expect(refused.text).toContain('Enter an e-mail address');
  expect(refused.text).toContain('value="chen at home"');
  await post(ada, path, { ...form, phone: '' }).expect(303);
  expect((await ada.get(haichuan)).text).not.toContain('021-5555');
  await post(ada, `${path}/removal`).expect(303);
  expect(await deps.db('contacts')).toEqual([]);
  const entries = await deps.db('audit_entries').where({ subject: 'contact' });
  expect(entries).toHaveLength(3);
  expect(JSON.stringify(entries)).not.toContain('陈静');
});

test('the page lists the assessments that the reader may see, with score and grade', async () => {
  const app = await startTestApp();
  const { ada, bo } = app.people;
  await givenAssessment(app, { number: 'A-2026-0001', kind: 'self' });
  await givenAssessment(app, { number: 'A-2026-0002', team: [ada.id, bo.id] });
  await givenAssessment(app, { number: 'A-2026-0003', team: [ada.id], finished: true });
  const seenBy = async (person: 'root' | 'ada' | 'bo' | 'dora') => {
    const { text } = await (await app.as(person)).get(haichuan).expect(200);
    return ['A-2026-0001', 'A-2026-0002', 'A-2026-0003'].filter((number) => text.includes(`>${number}</a>`));
  };

  expect(await seenBy('root')).toEqual(['A-2026-0001', 'A-2026-0002', 'A-2026-0003']);
  expect(await seenBy('ada')).toEqual(['A-2026-0002', 'A-2026-0003']);
  expect(await seenBy('bo')).toEqual(['A-2026-0002']);
  expect(await seenBy('dora')).toEqual(['A-2026-0001', 'A-2026-0002', 'A-2026-0003']);

  const english = (await (await app.as('root')).get(haichuan)).text;
  for (const shown of ['Small criteria 1.0.0', '92.75', 'Four stars', 'Finished', 'In progress'])
    expect(english).toContain(shown);
  const chinese = (await (await app.as('root', 'zh-CN')).get(haichuan)).text;
  for (const shown of ['小准则 1.0.0', '四星级', '已完成', '自评']) expect(chinese).toContain(shown);
});

test('offers organizations to choose from, at most so many, and only visible ones', async () => {
  const { deps, people } = await startTestApp();
  await deps.db('organizations').insert(
    Array.from({ length: 60 }, (_, index) => ({
      id: randomUUID(),
      name: `Works ${index}`,
      name_key: `works ${index}`,
      created_at: '',
      updated_at: '',
    })),
  );

  expect(await listOrganizationOptions(deps.db, toActor(people.ada), '')).toHaveLength(optionLimit);
  expect(await listOrganizationOptions(deps.db, toActor(people.ada), '海川')).toEqual([
    { value: companyIds.haichuan, label: '海川电器有限公司' },
  ]);
  expect(await listOrganizationOptions(deps.db, toActor(people.emil), '')).toEqual([
    { value: companyIds.other, label: 'Other Appliances Ltd' },
  ]);
  expect(await listOrganizationOptions(deps.db, toActor(people.cai), '')).toEqual([]);
});

test('what people typed is shown as text, never as markup', async () => {
  const { as } = await startTestApp();
  const ada = await as('ada');
  const added = await post(ada, '/organizations', { name: '<script>alert(1)</script>', address: '"><img src=x>' }).expect(303);

  const page = (await ada.get(String(added.headers.location))).text;

  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).not.toContain('<script>alert');
  expect(page).not.toContain('<img src=x>');
});

test('shows how the score went once two audits by the same criteria have one; not from a self-assessment', async () => {
  const app = await startTestApp();
  const ada = await app.as('ada');
  const audit = async (from: string, to: string, quality: Quality) => {
    const assessment = await startAudit(app, { from, to });
    await rateAll(app.deps, assessment, quality);
    return finishAssessment(app, assessment);
  };
  const later = await audit('2026-01-08', '2026-01-09', 'best');
  expect((await ada.get(haichuan)).text).not.toContain('id="chart-trend"');
  const earlier = await audit('2026-01-05', '2026-01-07', 'worst');
  const { text } = await ada.get(haichuan).expect(200);
  const [, chart = ''] = /<figure[^>]*id="chart-trend"([\s\S]*?)<\/figure>/.exec(text) ?? [];
  expect(chart.indexOf(`${earlier.number} 2026-01-07`)).toBeGreaterThan(0);
  expect(chart.lastIndexOf(`${later.number} 2026-01-09`)).toBeGreaterThan(chart.lastIndexOf(`${earlier.number} 2026-01-07`));
});
