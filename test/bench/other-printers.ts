import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);

export interface Printed {
  /** Milliseconds once everything is loaded, and with the start of the program. */
  readonly warm: number;
  readonly cold: number;
  readonly size: number;
}

const chromiumPath = '/usr/bin/chromium';
/** Debian's, not whatever stands first in the path: WeasyPrint is a package of it. */
const python = '/usr/bin/python3';
export const hasChromium = existsSync(chromiumPath);
export const hasWeasyPrint = spawnSync(python, ['-c', 'import weasyprint']).status === 0;

export function launchChromium(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet] });
}

/** Headless Chromium prints a page: the third time counts as warm, the first with its start as cold. */
export async function printWithChromium(html: string): Promise<Printed> {
  const begun = performance.now();
  const browser = await launchChromium();
  try {
    const print = async () => {
      const page = await browser.newPage();
      await page.setContent(html);
      const bytes = await page.pdf({ preferCSSPageSize: true, tagged: true });
      await page.close();
      return bytes.length;
    };
    const size = await print();
    const cold = performance.now() - begun;
    await print();
    const warmBegun = performance.now();
    await print();
    return { size, cold, warm: performance.now() - warmBegun };
  } finally {
    await browser.close();
  }
}

const script = `
import sys, time, json
begun = time.perf_counter()
import weasyprint, logging
logging.disable(logging.CRITICAL)
html = open(sys.argv[1], encoding='utf-8').read()
size = len(weasyprint.HTML(string=html).write_pdf())
cold = time.perf_counter() - begun
begun = time.perf_counter()
weasyprint.HTML(string=html).write_pdf()
print(json.dumps({'size': size, 'cold': cold * 1000, 'warm': (time.perf_counter() - begun) * 1000}))
`;

/** WeasyPrint prints a file twice in one process: the second time counts as warm. */
export async function printWithWeasyPrint(file: string): Promise<Printed> {
  const { stdout } = await run(python, ['-c', script, file], { maxBuffer: 1024 * 1024 });
  return JSON.parse(stdout);
}
