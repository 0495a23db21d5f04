import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { openCatalog } from '../../src/catalog/open-catalog.ts';
import { startServer } from '../../src/server.ts';
import { startTestApp, type TestApp } from './app.ts';
import { openContext } from './chromium.ts';
import { passwordOfAll } from './people.ts';

/** The real server on a free port. */
export interface Site extends TestApp {
  readonly address: string;
}

/** With one criteria file of `test/support`. */
export async function startSite(file: string): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-criteria-'));
  await copyFile(new URL(file, import.meta.url), join(folder, file));
  const app = await startTestApp({ config: { port: 0, host: '127.0.0.1' } });
  const server = await startServer({ ...app.deps, catalog: await openCatalog(folder) });
  onTestFinished(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return { ...app, address: `http://127.0.0.1:${server.port}` };
}

/** A window in which that person is signed in; whatever the page reports as an error fails the test. */
export async function openAs(
  browser: Browser,
  site: Site,
  person: string,
  settings: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const context = await openContext(browser, {
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    ...settings,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`${site.address}/sign-in`);
  await page.fill('#signInName', person);
  await page.fill('#password', passwordOfAll);
  await page.click('form[action="/sign-in"] button');
  await page.waitForURL(`${site.address}/`);
  return page;
}

/** Nobody rates in an audit before they have stated that nothing binds them to the organization. */
export async function signStatement(page: Page, assessment: string, name: string): Promise<void> {
  await page.goto(`${assessment}/impartiality`);
  for (const question of ['employment', 'consulting', 'family', 'finance', 'other'])
    await page.check(`input[name="${question}"][value="no"]`);
  await page.fill('#signedName', name);
  await page.click('main form[action$="/impartiality"] button');
}

/** No rule of WCAG 2.1 A and AA that a program can check is broken on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const checks = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']);
  // Our pages have no frames; without this mode a further window is opened at every check to put frames together.
  const { violations } = await checks.setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
