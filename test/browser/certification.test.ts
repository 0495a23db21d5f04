import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAssessment } from '../../src/features/assessments/assessment-store.ts';
import { finishAssessment, rateAll } from '../support/assessments.ts';
import { givenPerson } from '../support/certification.ts';
import { launchChromium, skipBrowser } from '../support/chromium.ts';
import { declareTeam } from '../support/declarations.ts';
import { expectAccessible, openAs, type Site, startSite } from '../support/in-browser.ts';
import { companyIds, passwordOfAll } from '../support/people.ts';
import { pdf } from '../support/sample-files.ts';

let browser: Browser;

interface Walk {
  readonly site: Site;
  /** Address of the case. */
  readonly found: string;
  readonly company: Page;
  readonly office: Page;
}

/** Presses a button that sends a form, and is at the page that answers. */
async function send(page: Page, selector: string, expected = 303): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.click(selector);
  const response = await answered;
  expect(response.status(), response.url()).toBe(expected);
  await page.waitForLoadState();
}

const looked = new Set<string>();

/** Every kind of page is looked at once: by its path without what names one thing, and the steps that it offers. */
async function look(page: Page): Promise<void> {
  const path = new URL(page.url()).pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');
  const kind = `${path} ${await page.locator('main form').count()} ${await page.locator('main h2').count()}`;
  if (looked.has(kind)) return;
  looked.add(kind);
  await expectAccessible(page);
}

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) await page.fill(`#${name}`, text);
}

async function apply(site: Site): Promise<Walk> {
  await givenPerson(site, 'Gao', 'company-manager');
  const [company, office] = [await openAs(browser, site, 'gao'), await openAs(browser, site, 'root')];
  await company.goto(`${site.address}/cases/new`);
  await look(company);
  await company.selectOption('#organization', companyIds.haichuan);
  await company.selectOption('#criteria', 'two-clauses-certified@1.0.0||');
  const words = { legalPerson: '林海', licence: '91440606MA4X2K7Q3D', products: '家用空调', headcount: '320', contact: '陈经理' };
  await fill(company, { ...words, scope: '家用空调的安装和维修' });
  await send(company, 'main form.form button.button');
  await look(company);
  expect(await company.textContent('main')).toContain('营业执照');
  await company.selectOption('#paper', 'business-licence');
  await company.setInputFiles('#files', { name: '营业执照.pdf', mimeType: 'application/pdf', buffer: pdf });
  await send(company, 'form[action$="/documents"] button');
  await send(company, 'form[action$="/submission"] button');
  return { site, found: company.url(), company, office };
}

async function check(page: Page, found: string, stage: string, line: string): Promise<void> {
  await page.goto(`${found}/checks/${stage}`);
  await look(page);
  await page.check(`input[name="answer-${line}"][value="yes"]`);
  await send(page, 'main form.form button.button');
}

async function acceptAndAudit({ site, found, office }: Walk): Promise<void> {
  await check(office, found, 'application', 'scope-clear');
  await look(office);
  await send(office, 'form[action$="/acceptance"] button');
  await office.click('details:has(form[action$="/agreement"]) summary');
  const days = { 'agree-companySignedOn': '2026-01-02', 'agree-bodySignedOn': '2026-01-03' };
  await fill(office, { 'agree-version': 'HT-1 v1', 'agree-companySigner': '林海', 'agree-bodySigner': '主任', ...days });
  await office.setInputFiles('#agree-files', { name: '合同.pdf', mimeType: 'application/pdf', buffer: pdf });
  await send(office, 'form[action$="/agreement"] button');
  await office.click('details:has(form[action$="/audit"]) summary');
  await office.selectOption('#start-lead', site.people.ada.id);
  await fill(office, { 'start-from': '2026-01-05', 'start-to': '2026-01-07' });
  await send(office, 'form[action$="/audit"] button');

  const { assessment_id: id } = await site.deps.db('certification_cases').first('assessment_id');
  await declareTeam(site.deps.db, id);
  const audit = await findAssessment(site.deps.db, id);
  await rateAll(site.deps, audit, 'best');
  await finishAssessment(site, audit);
}

async function decide(page: Page, found: string, kind: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(found);
  await page.selectOption('#kind', kind);
  await fill(page, { reason: '符合准则要求', ...fields });
  await page.check('#impartial');
  await send(page, 'form[action$="/decision"] button', 200);
  await look(page);
  expect(await page.textContent('.signed-text')).toContain('符合准则要求');
  await page.fill('#password', passwordOfAll);
  await send(page, 'form[action$="/signature"] button');
}

async function reviewAndGrant({ site, found }: Walk): Promise<Page> {
  await givenPerson(site, 'Rui', 'reviewer');
  await givenPerson(site, 'Dan', 'decision-maker');
  const [reviewer, decider] = [await openAs(browser, site, 'rui'), await openAs(browser, site, 'dan')];
  await check(reviewer, found, 'review', 'evidence-enough');
  await reviewer.click('details:has(form[action$="/review"]) summary');
  await reviewer.fill('#review-text', '证据充分，评分有据');
  await reviewer.check('#review-impartial');
  await send(reviewer, 'form[action$="/review"] button');
  await check(decider, found, 'decision', 'review-passed');
  await decide(decider, found, 'grant', {});
  return decider;
}

/** What the public sees at the certificate's page. */
async function standing({ site, company }: Walk, number: string): Promise<string> {
  await company.goto(`${site.address}/register/${number}`);
  await look(company);
  return (await company.textContent('main')) ?? '';
}

/** Somebody without an account complains with a photo, the company appeals, the office takes both up. */
async function complainAndAppeal({ site, found, company, office }: Walk, number: string): Promise<void> {
  const anybody = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await anybody.goto(`${site.address}/complaints/new?number=${number}`);
  await look(anybody);
  await fill(anybody, { text: '维修三次仍未修好', fromName: '顾客', fromEmail: 'gu@example.com' });
  await anybody.setInputFiles('#files', { name: '工单.pdf', mimeType: 'application/pdf', buffer: pdf });
  await send(anybody, 'main form.form button.button', 200);
  expect(await anybody.textContent('main')).toContain('D-2026-0001');
  await look(anybody);
  await anybody.context().close();

  await company.goto(`${site.address}/disputes/new?case=${found.split('/').at(-1)}`);
  await look(company);
  await fill(company, { text: '暂停的理由不成立' });
  await send(company, 'main form.form button.button');
  await office.goto(`${site.address}/disputes`);
  await look(office);
  await office.click('text=D-2026-0001');
  await look(office);
  await office.click('details:has(form[action$="/acknowledge"]) summary');
  await fill(office, { 'acknowledge-text': '电话确认', 'acknowledge-answerDue': '2026-02-15' });
  await send(office, 'form[action$="/acknowledge"] button');
  expect(await office.textContent('main')).toContain('受理通知');
  await look(office);
}

describe.skipIf(skipBrowser)('a certification in a browser', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('application, papers, checklists, audit, review, decision, certificate, suspension, restoration', async () => {
    const site = await startSite('two-clauses-certified.yaml');
    const walk = await apply(site);
    await acceptAndAudit(walk);
    const decider = await reviewAndGrant(walk);
    const { id, number } = await site.deps.db('certificates').first('id', 'number');
    expect(number).toBe('TC-2026-0001');
    expect(await standing(walk, number)).toContain('有效');
    await decide(decider, walk.found, 'suspend', { until: '2026-04-15' });
    expect(await standing(walk, number)).toContain('暂停');
    await complainAndAppeal(walk, number);
    await decide(decider, walk.found, 'restore', {});
    expect(await standing(walk, number)).toContain('有效');

    const paths = [
      '/certificates',
      `/certificates/${id}`,
      '/certificates/body',
      '/certificates/statistics',
      '/register',
      '/branding',
    ];
    const plan = `/certificates/${id}/programme/plan?kind=surveillance&due=2027-01-15`;
    for (const path of [
      ...paths,
      '/programme',
      '/programme/calendar?month=2027-01',
      `/certificates/${id}/programme`,
      plan,
      '/holidays',
      '/cases',
    ]) {
      await walk.office.goto(site.address + path);
      await look(walk.office);
    }
  });
});
