import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../src/server.ts';
import { startTestApp } from '../support/app.ts';
import { launchChromium, openContext, skipBrowser } from '../support/chromium.ts';
import { passwordOfAll } from '../support/people.ts';

let browser: Browser;

async function startSite(): Promise<string> {
  const app = await startTestApp({ config: { port: 0, host: '127.0.0.1' } });
  const server = await startServer(app.deps);
  onTestFinished(() => server.stop());
  return `http://127.0.0.1:${server.port}`;
}

async function openWindow(address: string): Promise<Page> {
  const context = await openContext(browser, { locale: 'en', viewport: { width: 1360, height: 900 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`${address}/sign-in`);
  await page.fill('#signInName', 'root');
  await page.fill('#password', passwordOfAll);
  await page.click('form[action="/sign-in"] button');
  await page.waitForURL(`${address}/`);
  return page;
}

/** Presses a button of the form and waits for the form that follows. */
async function press(page: Page, button: string): Promise<void> {
  const revision = await page.inputValue('.part-form [name="revision"]');
  await page.click(`.part-form button:has-text("${button}")`);
  await page.waitForSelector(`.part-form [name="revision"]:not([value="${revision}"])`, { state: 'attached' });
  await page.waitForSelector('.form-editor[data-attached]');
}

const choose = async (page: Page, at: string) => {
  await page.click(`[data-nav="${at}"]`);
  await page.waitForSelector(`.form-editor[data-attached] [data-nav="${at}"][aria-current]`);
};
const tree = (page: Page) =>
  page.$$eval('[data-nav^="clause:"] .tree__title', (titles) => titles.map((title) => title.firstChild?.textContent?.trim()));

describe.skipIf(skipBrowser)('the form editor in a browser', () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test('from a template to a published version, without a line of YAML', async () => {
    const address = await startSite();
    const page = await openWindow(address);
    await page.goto(`${address}/criteria/drafts/new`);
    await page.click('button:has-text("Use the template")');
    await page.waitForURL(/\/forms$/);

    // A section, and in it a clause that is rated by a checklist, in both languages.
    await press(page, 'Add a section');
    await page.fill('#f-title', 'Repairs');
    await page.fill('#f-other-title', '维修');
    await press(page, 'Add a clause below');
    await page.fill('#f-id', 'repair-order');
    await page.fill('#f-title', 'Repair order');
    await page.fill('#f-other-title', '维修单');
    await page.check('[name="rate_by"][value="checklist"]');
    await page.selectOption('#f-checklist-need', 'all');
    await page.fill('#f-checklist-items-0-id', 'signed');
    await page.fill('#f-checklist-items-0-label', 'Signed by the customer');
    await page.fill('#f-other-checklist-items-0-label', '顾客签字');
    await page.waitForSelector('#f-checklist-items-1-id');
    await press(page, 'Save');
    expect(
      await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa'])
        .analyze()
        .then(({ violations }) => violations.map(({ id }) => id)),
    ).toEqual([]);

    // A clause by a measured value, points that do not add up yet, and the problem at its field while one types.
    await press(page, 'Add a clause after it');
    await page.check('[name="rate_by"][value="measure"]');
    await page.waitForSelector('[data-problem]');
    await page.fill('#f-title', 'Repaired in time');
    await page.fill('#f-measure-unit', '%');
    await page.selectOption('#f-measure-better', 'higher');
    await page.fill('#f-measure-bands-0-at', '95');
    await page.fill('#f-measure-bands-0-share', '1');
    await page.waitForSelector('[data-problem="rate_by"]', { state: 'detached' });
    await press(page, 'Save');
    expect(await page.textContent('.form-nav__sum')).toContain('1 too many');

    // Copied, moved by keyboard, removed, undone.
    await press(page, 'Copy');
    expect((await tree(page)).slice(-2)).toEqual(['Repaired in time', 'Repaired in time']);
    const copy = (await page.locator('[data-nav^="clause:"]').last().getAttribute('data-nav')) ?? '';
    await choose(page, 'clause:repair-order');
    await page.focus('[data-nav="clause:repair-order"]');
    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForSelector(
      '[data-nav="clause:new-clause"] >> xpath=../following-sibling::li[1]/a[@data-nav="clause:repair-order"]',
    );
    await page.waitForSelector('.form-editor[data-attached]');
    await choose(page, copy);
    await press(page, 'Remove');
    await page.keyboard.press('Control+z');
    await page.waitForSelector(`[data-nav="${copy}"]`);
    await page.waitForSelector('.form-editor[data-attached]');
    await page.keyboard.press('Control+y');
    await page.waitForSelector(`[data-nav="${copy}"]`, { state: 'detached' });

    // The problem is mended where the sum says.
    await choose(page, 'clause:repair-order');
    await page.fill('#f-points', '9');
    await page.waitForSelector('.draft-check__fine');
    await press(page, 'Save');

    // Tried and published.
    await page.click('a:has-text("Try rating it")');
    await page.waitForSelector('.rating-sheet, form.rating, .workbench__sheet');
    await page.goBack();
    await page.click('.workbench__bar a:has-text("Publish")');
    await page.click('button:has-text("Publish and freeze")');
    await page.waitForURL(/\/criteria\/my-criteria\/1\.0\.0$/);
    expect(await page.textContent('main')).toContain('Repair order');
  });

  test('of two windows the later one is told, and both texts are seen', async () => {
    const address = await startSite();
    const first = await openWindow(address);
    await first.goto(`${address}/criteria/drafts/new`);
    await first.click('button:has-text("Use the template")');
    await first.waitForURL(/\/forms$/);
    const second = await openWindow(address);
    await second.goto(`${first.url()}/clause%3Afirst-clause`);
    await choose(first, 'clause:first-clause');
    await first.fill('#f-title', 'Theirs');
    await press(first, 'Save');
    await second.fill('#f-title', 'Mine');
    await second.click('[data-save]');
    await second.waitForSelector('.draft-conflict');
    expect(await second.inputValue('#f-title')).toBe('Mine');
    expect(await second.textContent('.part-input__stands')).toBe('Stands now: Theirs');
  });
});
