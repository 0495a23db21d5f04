import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { type Browser, chromium } from 'playwright-core';
import { renderReport } from '../../src/features/reports/report.ts';
import { languages } from '../../src/i18n/language.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { type Client, signedInClient } from './client.ts';
import { type Deployment, makeDeployment } from './deployment.ts';
import { type Figure, figure, kilobytes, median, milliseconds, times, timesOf } from './figures.ts';
import { startServerProcess } from './processes.ts';

const chromiumPath = '/usr/bin/chromium';
const runs = 8;

/** The PDF of a full assessment of 101 clauses; against headless Chromium printing the result page, which tells the same. */
export async function measureReport(): Promise<Figure[]> {
  const deployment = await makeDeployment();
  try {
    const { dossier } = deployment.finished;
    const result = resultOf(dossier);
    const begun = performance.now();
    const [first] = languages;
    await renderReport(dossier, result, first);
    const cold = performance.now() - begun;

    const figures: Figure[] = [];
    const printed = existsSync(chromiumPath) ? await printWithChromium(deployment) : null;
    for (const language of languages) {
      const pdf = await renderReport(dossier, result, language);
      const warm = median(await timesOf(runs, () => renderReport(dossier, result, language)));
      const ratio = printed
        ? `Chromium: ${milliseconds(printed.warm)}, ${times(printed.warm / warm)} as long, ${kilobytes(printed.size)}`
        : 'no Chromium';
      figures.push(
        figure(
          `Report of 101 clauses as PDF, ${language}, warm (${kilobytes(pdf.length)})`,
          milliseconds(warm),
          '< 300 ms',
          ratio,
        ),
      );
    }
    const coldRatio = printed
      ? `Chromium started for it: ${milliseconds(printed.cold)}, ${times(printed.cold / cold)} as long`
      : 'no Chromium';
    return [...figures, figure('Report, the first of the process', milliseconds(cold), '', coldRatio)];
  } finally {
    await deployment.remove();
  }
}

interface Printed {
  readonly warm: number;
  readonly cold: number;
  readonly size: number;
}

async function printWithChromium({ environment, finished }: Deployment): Promise<Printed> {
  const server = await startServerProcess('src/main.ts', environment);
  try {
    const client = await signedInClient(server.port, finished.lead.signInName, finished.lead.password);
    const address = `http://127.0.0.1:${server.port}/assessments/${finished.id}/result`;
    const begun = performance.now();
    const browser = await launch();
    try {
      const size = (await print(browser, client, address)).length;
      const cold = performance.now() - begun;
      return { size, cold, warm: median(await timesOf(runs, () => print(browser, client, address))) };
    } finally {
      await browser.close();
      client.close();
    }
  } finally {
    await server.stop();
  }
}

function launch(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet] });
}

/** A page of its own each time, as a server would do for each report; waits for the charts. */
async function print(browser: Browser, client: Client, address: string): Promise<Buffer> {
  const context = await browser.newContext({ reducedMotion: 'reduce', bypassCSP: true });
  try {
    const cookies = client
      .cookie()
      .split('; ')
      .map((cookie) => cookie.split('='));
    await context.addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: address })));
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForFunction('[...document.querySelectorAll("canvas")].every((canvas) => globalThis.Chart?.getChart(canvas))');
    return await page.pdf({ format: 'A4' });
  } finally {
    await context.close();
  }
}
