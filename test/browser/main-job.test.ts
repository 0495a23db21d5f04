import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, skipBrowser } from '../support/chromium.ts';
import { declareTeam } from '../support/declarations.ts';
import { expectAccessible, openAs, type Site, signStatement, startSite } from '../support/in-browser.ts';
import { companyIds } from '../support/people.ts';
import { readPdf, solid } from '../support/read-pdf.ts';

let browser: Browser;

async function startAssessment(site: Site, page: Page): Promise<string> {
  await page.goto(`${site.address}/assessments/new`);
  await page.check(`input[value="${companyIds.haichuan}"]`);
  await page.check('input[value="every-method@1.0.0"]');
  await page.click('button[value="details"]');
  await page.fill('#from', '2026-01-05');
  await page.fill('#to', '2026-01-07');
  await page.selectOption('#lead', site.people.ada.id);
  await page.check(`input[name="members"][value="${site.people.bo.id}"]`);
  await page.click('main form.form button.button');
  await page.waitForURL(/\/assessments\/[0-9a-f-]{36}$/);
  const address = page.url();
  await declareTeam(site.deps.db, address.slice(-36));
  await signStatement(page, address, 'Ada');
  await page.goto(address);
  await page.click('main form[action$="/beginning"] button');
  await page.waitForURL(address);
  return address;
}

const clauseIs = (page: Page, id: string) =>
  page.waitForSelector(`.workbench[data-attached] [data-clause-sheet="${id}"] form.rating[data-attached]`);
const saved = (page: Page) => page.waitForSelector('[data-saved]:text-matches("^已保存")');

async function goTo(page: Page, clause: string): Promise<void> {
  await page.click(`.tree li[data-clause="${clause}"] a`);
  await clauseIs(page, clause);
}

describe.skipIf(skipBrowser)('in a browser', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('signs in, rates every clause by keyboard, uploads, finishes and downloads the report', async () => {
    const site = await startSite('every-method.yaml');
    const page = await openAs(browser, site, 'ada');
    const assessment = await startAssessment(site, page);

    await page.goto(`${assessment}/workbench`);
    await clauseIs(page, 'by-met');
    await expectAccessible(page);
    await page.keyboard.press('y');
    await saved(page);

    await page.setInputFiles('.clause-evidence[data-attached] input[type="file"]:not([capture])', {
      name: '任命文件.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('关于成立售后服务部的通知'),
    });
    await page.waitForSelector('.evidence-line:has-text("任命文件")');

    await page.keyboard.press('u');
    await clauseIs(page, 'by-sample');
    await page.keyboard.press('r');
    await page.keyboard.type('20');
    await page.keyboard.press('Tab');
    await page.keyboard.type('3');
    expect(await page.textContent('[data-share]')).toBe('85 %');
    await saved(page);

    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await clauseIs(page, 'by-level');
    await page.keyboard.press('2');
    await saved(page);

    await page.keyboard.press('j');
    await clauseIs(page, 'by-points');
    await page.fill('#points', '9.5');
    await page.fill('#note', '扣半分：价目表缺一项');
    await saved(page);

    await goTo(page, 'by-measure');
    await page.fill('#value', '９３');
    await saved(page);

    await goTo(page, 'by-checklist');
    await page.keyboard.press('1');
    await page.keyboard.press('3');
    await saved(page);

    await goTo(page, 'recycling');
    await page.keyboard.press('x');
    await page.fill('#reason', '不销售实物商品');
    await saved(page);

    // 20 + 17 + 20 + 9.5 + 8 + 10 = 84.5 of 90 applicable points.
    await page.waitForSelector('.ledger__score strong:text-is("93.89")');
    await page.click('.ledger__links a[href$="/completion"]');
    await page.click('main form[action$="/closing"] button');
    await page.waitForURL(/\/result$/);
    await page.goto(`${assessment}/completion`);
    await page.click('main form[action$="/completion"] button');
    await page.waitForURL(/\/result$/);
    expect(await page.textContent('main')).toContain('93.89');
    await page.waitForSelector('canvas');
    await expectAccessible(page);

    const report = await page.context().request.get(`${assessment}/report.pdf?language=zh-CN`);
    expect(report.headers()['content-type']).toBe('application/pdf');
    const text = (await readPdf(await report.body())).pages.join('');
    for (const words of ['93.89', '任命文件.txt', '不销售实物商品', '扣半分：价目表缺一项']) expect(text).toContain(solid(words));
  });

  test('keeps what was typed while the server cannot be reached, also when the window is left', async () => {
    const site = await startSite('every-method.yaml');
    const page = await openAs(browser, site, 'ada');
    const assessment = await startAssessment(site, page);
    const clause = `${assessment}/clauses/by-met`;
    await page.goto(clause);
    await clauseIs(page, 'by-met');

    await page.context().setOffline(true);
    await page.fill('#note', '断网时写下的备注');
    await page.waitForSelector('[data-saved][data-state="problem"]');
    await page.context().setOffline(false);
    await page.goto(`${assessment}/findings`);
    await page.goto(clause);
    await clauseIs(page, 'by-met');

    expect(await page.inputValue('#note')).toBe('断网时写下的备注');
    const stored = async () => (await site.deps.db('ratings').first())?.note;
    await expect.poll(stored, { timeout: 10_000 }).toBe('断网时写下的备注');
  });

  test('shows a conflict between two windows and loses neither text', async () => {
    const site = await startSite('every-method.yaml');
    const ada = await openAs(browser, site, 'ada');
    const clause = `${await startAssessment(site, ada)}/clauses/by-sample`;
    const bo = await openAs(browser, site, 'bo');
    for (const page of [ada, bo]) {
      await page.goto(clause);
      await clauseIs(page, 'by-sample');
    }
    await bo.fill('#note', 'Bo 的备注');
    await saved(bo);

    await ada.fill('#note', 'Ada 的备注');
    await ada.waitForSelector('[data-conflict]:not([hidden])');
    expect(await ada.textContent('[data-conflict]')).toContain('Bo 的备注');
    expect(await ada.inputValue('#note')).toBe('Ada 的备注');
    await ada.click('[data-keep-mine]');
    await saved(ada);
    expect((await site.deps.db('ratings').first()).note).toBe('Ada 的备注');
  });

  test('works on a phone: tree on demand, one column, nothing wider than the screen', async () => {
    const site = await startSite('every-method.yaml');
    const page = await openAs(browser, site, 'ada', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const assessment = await startAssessment(site, page);

    for (const path of ['/workbench', '', '/evidence', '/findings', '/result', '/completion']) {
      await page.goto(assessment + path);
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(390);
    }
    await page.goto(`${assessment}/workbench`);
    await clauseIs(page, 'by-met');
    await page.tap('.workbench__tree-link');
    await page.tap('.tree li[data-clause="by-level"] a');
    await clauseIs(page, 'by-level');
    expect(await page.isVisible('#tree')).toBe(false);
    await page.tap('.option:has([value="1"])');
    await saved(page);
  });

  test('works without script: a button saves', async () => {
    const site = await startSite('every-method.yaml');
    const page = await openAs(browser, site, 'ada', { javaScriptEnabled: false });
    const assessment = await startAssessment(site, page);
    await page.goto(`${assessment}/clauses/by-sample`);
    await page.fill('#size', '10');
    await page.fill('#failed', '1');
    await page.click('[data-save]');
    expect(await page.textContent('.rating__state')).toContain('抽查 10 项，不合格 1 项');
  });

  test('every kind of page is accessible', async () => {
    const site = await startSite('every-method.yaml');
    const page = await openAs(browser, site, 'root');
    const criteria = ['/criteria', '/criteria/every-method/1.0.0', '/criteria/drafts', '/criteria/drafts/new'];
    const people = ['/organizations', '/organizations/new', '/people', '/people/new', '/account'];
    for (const path of ['/', '/assessments', '/assessments/new', ...criteria, ...people]) {
      await page.goto(site.address + path);
      await expectAccessible(page);
    }
  });
});
