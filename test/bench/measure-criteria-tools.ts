import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { criteriaHash } from '../../src/catalog/criteria/criteria-hash.ts';
import { readCriteriaDraft } from '../../src/catalog/criteria/parse-criteria.ts';
import { diffCriteria } from '../../src/catalog/difference/diff-criteria.ts';
import { criteriaFormOf } from '../../src/catalog/sheets/file-form.ts';
import { readCriteriaSheets } from '../../src/catalog/sheets/read-criteria-sheets.ts';
import { writeCriteriaSheets } from '../../src/catalog/sheets/write-criteria-sheets.ts';
import { openDraftChecks } from '../../src/features/criteria-drafts/check-cache.ts';
import { checkTyped } from '../../src/features/draft-forms/check-typed.ts';
import { valuesOf } from '../../src/features/draft-forms/field-values.ts';
import { findTarget, openForForms } from '../../src/features/draft-forms/form-target.ts';
import { projectRoot } from '../../src/project-root.ts';
import { type Figure, figure, kilobytes, median, megabytes, milliseconds, times, timesOf } from './figures.ts';
import { wideFile } from './wide-file.ts';

/** What an author of criteria waits for. */
export async function measureCriteriaTools(): Promise<Figure[]> {
  return [...(await measureLargeCheck()), await measureDifference(), ...(await measureLiveCheck()), ...(await measureSheets())];
}

async function measureLargeCheck(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-bench-'));
  try {
    const file = join(folder, 'wide.yaml');
    // With guidance in every clause it would be larger than the 4 MB that a file may have.
    const text = wideFile('wide', 10_000).replace(/^ +guidance: .*\n/gm, '');
    await writeFile(file, text);
    const command = ['--import', 'tsx', join(import.meta.dirname, 'check-once.ts'), file];
    const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: projectRoot });
    const { took, problems, peak } = JSON.parse(stdout);
    if (problems > 0) throw new Error(`The file has ${problems} problems.`);
    const size = kilobytes(Buffer.byteLength(text));
    return [
      figure(`Check of 10,000 clauses (${size}), first of its process`, milliseconds(took), '< 2000 ms'),
      figure('Most memory of that process, Node and its loader included', megabytes(peak), '< 300 MB'),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every tenth clause is worded otherwise, every tenth has another id. */
async function measureDifference(): Promise<Figure> {
  const text = wideFile('wide', 2000);
  const before = readingOf(text).criteria;
  const after = readingOf(
    text
      .replace('version: 1.0.0', 'version: 1.1.0')
      .replace(/(clause-\d+-\d*)7\n/g, '$17-new\n')
      .replace(/0 项服务要求/g, '0 项服务承诺'),
  ).criteria;
  const took = median(await timesOf(10, () => diffCriteria(before, after)));
  return figure('Difference of two versions of 2,000 clauses', milliseconds(took), '< 300 ms');
}

/** Somebody types in one clause: in the text, and in its form. */
async function measureLiveCheck(): Promise<Figure[]> {
  const source = wideFile('wide', 1000);
  const checks = openDraftChecks();
  let count = 0;
  const next = () => {
    count += 1;
    return count;
  };
  const typed = () => ({ source: source.replace('第 3.7 项服务要求', `第 ${next()} 稿`), overlays: {} });
  const check = checks.texts(typed());
  const inText = median(await timesOf(20, () => checks.texts(typed())));
  const draft = openForForms(check, 'zh-CN');
  const target = findTarget(draft, 'clause:clause-2-6');
  const values = valuesOf(target.groups, target.own, target.other);
  const inForm = median(await timesOf(20, () => checkTyped(draft, target, { ...values, points: String(next()) })));
  const plain = median(await timesOf(20, () => parse(source)));
  const against = (took: number) => `YAML parse alone: ${milliseconds(plain)}, we take ${times(took / plain)}`;
  return [
    figure('Live check of a draft of 1,000 clauses, one changed in the text', milliseconds(inText), '< 100 ms', against(inText)),
    figure('The same, one changed in its form', milliseconds(inForm), '< 100 ms', against(inForm)),
  ];
}

async function measureSheets(): Promise<Figure[]> {
  const { criteria, form } = readingOf(wideFile('wide', 2000));
  const bytes = await writeCriteriaSheets(form, []);
  const again = readCriteriaSheets('wide.xlsx', bytes).criteria;
  if (!again || criteriaHash(again) !== criteriaHash(criteria)) throw new Error('The workbook does not say what the file says.');
  const out = median(await timesOf(3, () => writeCriteriaSheets(form, [])));
  const back = median(await timesOf(3, () => readCriteriaSheets('wide.xlsx', bytes)));
  return [
    figure(`Workbook of 2,000 clauses written (${kilobytes(bytes.length)})`, milliseconds(out)),
    figure('The same read and checked', milliseconds(back)),
  ];
}

function readingOf(text: string) {
  const { criteria, draft, problems } = readCriteriaDraft('wide.yaml', text);
  const form = draft && criteriaFormOf(draft);
  if (!criteria || !form) throw new Error(`The file has ${problems.length} problems.`);
  return { criteria, form };
}
