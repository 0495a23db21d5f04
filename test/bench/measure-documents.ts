import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readCriteria } from '../../src/catalog/criteria/read-criteria.ts';
import { renderReport } from '../../src/features/reports/report.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { projectRoot } from '../../src/project-root.ts';
import { reportDossier } from '../support/report-dossier.ts';
import { type Figure, figure, kilobytes, median, megabytes, milliseconds, times, timesOf } from './figures.ts';
import { hasChromium, hasWeasyPrint, type Printed, printWithChromium, printWithWeasyPrint } from './other-printers.ts';
import { reportAsHtml } from './report-as-html.ts';

/** Reports beside WeasyPrint and Chromium with the same content, and a very large one. */
export async function measureDocuments(): Promise<Figure[]> {
  return [...(await measureSideBySide()), await measureWide(1341)];
}

async function measureSideBySide(): Promise<Figure[]> {
  const { criteria } = await readCriteria('criteria/after-sales-maturity.yaml');
  if (!criteria) throw new Error('The criteria cannot be read.');
  const dossier = reportDossier(criteria);
  const result = resultOf(dossier);
  const write = () => renderReport(dossier, result, 'zh-CN');
  const written = await write();
  const warm = median(await timesOf(10, write));

  const html = await reportAsHtml(written, 'zh-CN');
  const chromium = hasChromium ? await printWithChromium(html) : null;
  const weasyPrint = hasWeasyPrint ? await inFile(html, printWithWeasyPrint) : null;
  const beside = (printed: Printed | null, name: string) =>
    printed
      ? `${name}: ${milliseconds(printed.warm)}, ${times(printed.warm / warm)} as long; ${kilobytes(printed.size)}; ours has ${times(written.length / printed.size)} its size`
      : `${name} is not installed`;
  const what = `Report of 101 clauses, same content, warm (${kilobytes(written.length)})`;
  return [
    figure(what, milliseconds(warm), '< 300 ms, 8 × faster', beside(weasyPrint, 'WeasyPrint')),
    figure('The same', milliseconds(warm), 'faster, ¼ the size', beside(chromium, 'Chromium')),
  ];
}

async function inFile<T>(html: string, work: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-bench-'));
  try {
    const file = join(folder, 'report.html');
    await writeFile(file, html);
    return await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureWide(clauses: number): Promise<Figure> {
  const args = ['--import', 'tsx', 'test/bench/wide-report-once.ts', String(clauses)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: projectRoot });
  const { took, bytes, peak }: { took: number; bytes: number; peak: number } = JSON.parse(stdout);
  const what = `Report of ${clauses.toLocaleString('en')} clauses with notes, first of its process (${kilobytes(bytes)})`;
  return figure(what, `${milliseconds(took)}, ${megabytes(peak)}`, '< 3 s, < 400 MB');
}
