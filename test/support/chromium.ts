import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { onTestFinished } from 'vitest';

const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a Chromium is installed; null when there is none. */
export const chromiumPath = places.find((place) => place !== undefined && existsSync(place)) ?? null;

/** Continuous integration installs a Chromium: there the browser tests must not be skipped in silence. */
export const skipBrowser = chromiumPath === null && process.env.ASSAY_REQUIRE_BROWSER !== '1';

/** Without the last flags Chromium calls home at every start. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchChromium(): Promise<Browser> {
  if (chromiumPath === null) throw new Error('No Chromium is installed; set CHROMIUM_PATH or install the package "chromium".');
  return chromium.launch({ executablePath: chromiumPath, args: flags });
}

/** A window with cookies of its own until the test ends; patient, because the machine may be busy with other tests. */
export async function openContext(browser: Browser, settings: Parameters<Browser['newContext']>[0]): Promise<BrowserContext> {
  const context = await browser.newContext(settings);
  onTestFinished(() => context.close());
  context.setDefaultTimeout(60_000);
  return context;
}
