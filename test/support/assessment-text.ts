import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { readAssessmentFile } from '../../src/catalog/assessment/read-assessment-file.ts';
import { openCatalog } from '../../src/catalog/open-catalog.ts';
import { formatProblem } from '../../src/catalog/source/problem.ts';

/** An assessment that is in order. */
export const goodAssessment = `format: 1
criteria: {id: after-sales-maturity, version: 1.0.0}
organization: {name: 海川电器有限公司}
assessment: {kind: initial, from: 2026-01-05, to: 2026-01-07, lead_auditor: 审查员甲}
ratings:
  organization-department: {met: true}
  repair-records: {sample: {size: 20, failed: 3}, note: 三份缺少签字}
  parts-price-list: {points: "1.5"}
adjustments: [{kind: deduction, ground: law, statement: 超时}]
findings: [{clause: repair-records, grade: minor, statement: 缺少签字}]
evidence: [{id: E1, kind: record, title: 维修单, date: 2026-01-05, clauses: [repair-records], file: slips.csv}]
`;

const catalog = openCatalog('criteria');

/** A folder of its own with the evidence that the good assessment names; gone when the test ends. */
export async function givenFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-assessment-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'slips.csv'), 'a,b\n');
  return folder;
}

export async function readIn(folder: string, text: string, criteriaFile?: string) {
  const path = join(folder, 'a.yaml');
  await writeFile(path, text);
  return readAssessmentFile(path, { catalog: await catalog, criteriaFile });
}

/** One problem begins so; `«` marks where it is expected. */
export async function expectAssessmentProblem(text: string, expected: string): Promise<void> {
  const folder = await givenFolder();
  const before = text.slice(0, text.indexOf('«')).split('\n');
  const { dossier, problems } = await readIn(folder, text.replace('«', ''));
  const lines = problems.map((problem) => formatProblem(problem, 'en').replace(`${folder}/`, ''));
  const start = `a.yaml:${before.length}:${(before.at(-1) ?? '').length + 1}: ${expected}`;
  expect(dossier).toBeNull();
  expect(
    lines.filter((line) => line.startsWith(start)),
    lines.join('\n'),
  ).toHaveLength(1);
}

export function changedAssessment(found: string, replacement: string): string {
  if (!goodAssessment.includes(found)) throw new Error(`Nothing to replace: ${found}`);
  return goodAssessment.replace(found, () => replacement);
}
