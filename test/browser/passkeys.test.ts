import { createServer } from 'node:net';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../src/server.ts';
import { startTestApp } from '../support/app.ts';
import { launchChromium, openContext, skipBrowser } from '../support/chromium.ts';
import { expectAccessible } from '../support/in-browser.ts';
import { passwordOfAll } from '../support/people.ts';

/** Keys hold for a host by its name, and the site must know its own address before it listens. */
async function startSite() {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const app = await startTestApp({
    config: { port, host: 'localhost', address, secondFactor: 'required' },
    clock: () => new Date(),
  });
  const server = await startServer(app.deps);
  onTestFinished(() => server.stop());
  return { ...app, address };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** A device with a finger that is always right. */
async function plugIn(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return session;
}

describe.skipIf(skipBrowser)('passkeys in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test('a key is made, signs in without a password, counts as two factors, and is good for nothing once removed', async () => {
    const site = await startSite();
    const context = await openContext(browser, { locale: 'en-GB' });
    const page = await context.newPage();
    await plugIn(page);

    // Emil works for a company: no second factor is demanded of him.
    await page.goto(`${site.address}/sign-in`);
    await page.fill('#signInName', 'emil');
    await page.fill('#password', passwordOfAll);
    await page.click('form[action="/sign-in"] button');
    await page.waitForURL(`${site.address}/`);
    await page.goto(`${site.address}/account/passkeys`);
    await page.fill('#name', 'Telefon <b>');
    await page.click('form[action="/account/passkeys"][data-attached] button');
    await page.waitForSelector('.session-list');
    expect(await page.textContent('main')).toContain('Telefon <b>');

    await context.clearCookies();
    await page.goto(`${site.address}/sign-in/passkey?next=/account`);
    await page.click('form[action="/sign-in/passkey"][data-attached] button');
    await page.waitForURL(`${site.address}/account`);
    expect(await page.textContent('main')).toContain('Emil');
    // The next page is not held up by the demand for a second factor either, were he of the body.
    await site.deps.db('company_places').where({ user_id: site.people.emil.id }).delete();
    await site.deps.db('user_roles').insert({ user_id: site.people.emil.id, role: 'auditor' });
    await page.goto(`${site.address}/assessments`);
    expect(page.url()).toBe(`${site.address}/assessments`);

    await page.goto(`${site.address}/account/passkeys`);
    await page.click('form[action$="/removal"] button');
    await page.waitForSelector('.empty');
    await context.clearCookies();
    await page.goto(`${site.address}/sign-in/passkey`);
    await page.click('form[action="/sign-in/passkey"][data-attached] button');
    await page.waitForSelector('.error-summary, [data-part="trouble"]:not([hidden])');
    expect(await page.textContent('main')).toContain('You are not signed in');
    const deeds = await site.deps.db('audit_entries').where('deed', 'like', 'account.passkey%').orderBy('place').pluck('deed');
    expect(deeds).toEqual(['account.passkey-added', 'account.passkey-removed']);
  });

  test('an answer counts once, for its own challenge only, and not for somebody deactivated', async () => {
    const site = await startSite();
    const context = await openContext(browser, { locale: 'en-GB' });
    const page = await context.newPage();
    await plugIn(page);
    await page.goto(`${site.address}/sign-in`);
    await page.fill('#signInName', 'emil');
    await page.fill('#password', passwordOfAll);
    await page.click('form[action="/sign-in"] button');
    await page.waitForURL(`${site.address}/`);
    await page.goto(`${site.address}/account/passkeys`);
    await page.fill('#name', 'a');
    await page.click('form[action="/account/passkeys"][data-attached] button');
    await page.waitForSelector('.session-list');
    await context.clearCookies();

    // What the form sends is caught, and sent again with the same and with a new challenge.
    let sent = '';
    await page.route('**/sign-in/passkey', async (route) => {
      if (route.request().method() === 'POST') sent = route.request().postData() ?? '';
      await route.continue();
    });
    await page.goto(`${site.address}/sign-in/passkey`);
    await page.click('form[action="/sign-in/passkey"][data-attached] button');
    await page.waitForURL(`${site.address}/`);
    const answer = new URLSearchParams(sent).get('answer') ?? '';
    expect(answer).toContain('"signature"');

    const replay = async () =>
      page.evaluate(
        async (body) => {
          const headers = { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' };
          return (await fetch('/sign-in/passkey', { method: 'POST', headers, body })).status;
        },
        `answer=${encodeURIComponent(answer)}`,
      );
    expect(await replay()).toBe(422);
    await page.evaluate(() => fetch('/sign-in/passkey/challenge', { method: 'POST' }).then(() => undefined));
    expect(await replay()).toBe(422);

    await site.deps.db('users').where({ id: site.people.emil.id }).update({ active: false });
    await context.clearCookies();
    await page.goto(`${site.address}/sign-in/passkey`);
    await page.click('form[action="/sign-in/passkey"][data-attached] button');
    await page.waitForSelector('.error-summary');
    expect(await page.textContent('main')).toContain('You are not signed in');
  });

  test.each([
    [1360, 'zh-CN'],
    [390, 'en-GB'],
  ] as const)('pages of accounts and of data protection can be used by everybody, %i wide in %s', async (width, locale) => {
    const site = await startSite();
    await site.deps.db('authenticators').insert({
      user_id: site.people.root.id,
      sealed_secret: 'x',
      confirmed_at: '2026-01-01T00:00:00.000Z',
      last_step: 0,
    });
    const context = await browser.newContext({ locale, viewport: { width, height: 800 } });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const bo = `/people/${site.people.bo.id}`;
    const look = async (path: string) => {
      const answer = await page.goto(`${site.address}${path}`);
      expect(answer?.status(), path).toBe(200);
      await expectAccessible(page);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), path).toBeLessThanOrEqual(0);
    };
    for (const path of ['/sign-in', '/sign-in/passkey', '/forgotten', '/privacy']) await look(path);
    await page.goto(`${site.address}/sign-in`);
    await page.fill('#signInName', 'root');
    await page.fill('#password', passwordOfAll);
    await page.click('form[action="/sign-in"] button');
    await page.waitForURL(/second-step/);
    await expectAccessible(page);
    await site.deps.db('authenticators').delete();
    await page.goto(`${site.address}/sign-in`);
    await page.fill('#signInName', 'root');
    await page.fill('#password', passwordOfAll);
    await page.click('form[action="/sign-in"] button');
    await page.waitForURL(/second-factor/);
    await expectAccessible(page);
    await site.deps.db('authenticators').insert({
      user_id: site.people.root.id,
      sealed_secret: 'x',
      confirmed_at: '2026-01-01T00:00:00.000Z',
      last_step: 0,
    });
    for (const path of ['/account', '/account/passkeys', '/account/tokens', '/account/mail', '/account/data', '/account/proof'])
      await look(path);
    for (const path of ['/people', '/people/new', bo, `${bo}/data`, '/retention', '/retention/evidence-files']) await look(path);
  });
});
