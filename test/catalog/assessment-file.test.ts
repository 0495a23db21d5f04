import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAssessmentFile } from '../../src/catalog/assessment/read-assessment-file.ts';
import { openCatalog } from '../../src/catalog/open-catalog.ts';
import { formatProblem } from '../../src/catalog/source/problem.ts';
import { changedAssessment, givenFolder, goodAssessment, readIn } from '../support/assessment-text.ts';

test('reads a file into a dossier; what is not said is null, and a clause without rating is not there', async () => {
  const folder = await givenFolder();
  const { dossier, problems } = await readIn(folder, goodAssessment);
  expect(problems).toEqual([]);
  expect(dossier).toMatchObject({
    criteria: { id: 'after-sales-maturity', version: '1.0.0' },
    organization: { name: '海川电器有限公司', registrationNumber: null, trade: null, headcount: null, address: null, sites: [] },
    assessment: {
      number: null,
      kind: 'initial',
      from: '2026-01-05',
      to: '2026-01-07',
      team: [{ name: '审查员甲', role: 'lead-auditor', registrationNumber: null }],
      targetGrade: null,
      heldGrade: null,
      finishedAt: null,
    },
    adjustments: [{ kind: 'deduction', ground: 'law', statement: '超时' }],
    findings: [{ clause: 'repair-records', grade: 'minor', statement: '缺少签字' }],
    previous: null,
  });
  expect(dossier?.ratings).toEqual({
    'organization-department': { rating: { by: 'met', met: true }, note: '' },
    'repair-records': { rating: { by: 'sample', size: 20, failed: 3 }, note: '三份缺少签字' },
    'parts-price-list': { rating: { by: 'points', points: '1.5' }, note: '' },
  });
});

test('evidence files are measured: size and SHA-256 of what is there', async () => {
  const folder = await givenFolder();
  const { dossier } = await readIn(folder, goodAssessment);
  expect(dossier?.evidence[0]?.file).toEqual({
    name: 'slips.csv',
    mediaType: 'text/csv',
    size: 4,
    sha256: '5be08c9684a1d25efcee09318204824278b08bbfb4aef973ffefd0b9d7478313',
  });
});

test.each([
  ['../slips.csv', 'is not in the folder of the assessment file'],
  ['/etc/hostname', 'is not in the folder of the assessment file'],
  ['C:\\slips.csv', 'is not in the folder of the assessment file'],
  ['a/../../slips.csv', 'is not in the folder of the assessment file'],
  ['.', 'is not in the folder of the assessment file'],
  ['outside', 'is not in the folder of the assessment file'],
  ['folder', 'This is a folder, not a file.'],
  ['none.csv', 'There is no such file.'],
])('refuses the evidence file %s', async (name, message) => {
  const folder = await givenFolder();
  await mkdir(join(folder, 'folder'));
  await symlink('/etc/hosts', join(folder, 'outside'));
  const { problems } = await readIn(folder, changedAssessment('file: slips.csv', `file: '${name}'`));
  expect(problems.map((problem) => formatProblem(problem, 'en'))).toEqual([expect.stringContaining(message)]);
  expect(problems[0]).toMatchObject({ line: 11, column: 98 });
});

test('names all problems at once, in the order of the file', async () => {
  const folder = await givenFolder();
  const text = goodAssessment
    .replace('2026-01-07', '2026-13-07')
    .replace('failed: 3', 'failed: 30')
    .replace('ground: law', 'ground: x')
    .replace('slips.csv', 'no.csv');
  const { problems } = await readIn(folder, text);
  expect(problems.map(({ line }) => line)).toEqual([4, 7, 9, 11]);
});

test('criteria given as a file are taken when they are those that the assessment names', async () => {
  const folder = await givenFolder();
  const copy = join(folder, 'criteria.yaml');
  await copyFile('criteria/after-sales-maturity.yaml', copy);
  expect((await readIn(folder, goodAssessment, copy)).dossier?.criteria.languages).toEqual(['zh-CN']);

  const other = await readIn(folder, goodAssessment, 'criteria/complaint-management.yaml');
  expect(other.problems.map(({ message }) => message.key)).toEqual(['assessment.otherCriteria']);

  await writeFile(copy, 'format: 1\n');
  const bad = await readIn(folder, goodAssessment, copy);
  expect(bad.problems.every(({ file }) => file === copy)).toBe(true);
  expect(bad.problems.length).toBeGreaterThan(3);
});

test('what stood otherwise before corrections is checked where it stands', async () => {
  const folder = await givenFolder();
  const before =
    'as_found:\n  ratings:\n    no-such-clause: {met: true}\n  adjustments:\n    - {kind: malus, statement: x}\n  steps: []\n';
  const { problems } = await readIn(folder, `${goodAssessment}${before}`);
  const first = goodAssessment.split('\n').length;
  expect(problems.map(({ path, line }) => [path?.join('.'), line - first])).toEqual([
    ['as_found.ratings.no-such-clause', 2],
    ['as_found.adjustments.0.kind', 4],
    ['as_found.steps', 5],
  ]);
});

test('criteria that have problems themselves are named', async () => {
  const folder = await givenFolder();
  const broken = { ...(await openCatalog(folder)), broken: [{ file: 'criteria/after-sales-maturity.yaml', problems: [] }] };
  const path = join(folder, 'a.yaml');
  await writeFile(path, goodAssessment);
  const { problems } = await readAssessmentFile(path, { catalog: broken });
  expect(problems.map(({ message }) => message.key)).toEqual(['assessment.criteriaBroken']);
});

test.each(['', '# only a comment\n', '- 1\n', 'a: [\n', '\u0000'])('refuses %j without falling over', async (text) => {
  const folder = await givenFolder();
  const { dossier, problems } = await readIn(folder, text);
  expect(dossier).toBeNull();
  expect(problems.length).toBeGreaterThan(0);
});

test('the example of the documentation loads as it stands', async () => {
  const folder = await givenFolder();
  const page = await readFile('docs/assessment-file.md', 'utf8');
  const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  await mkdir(join(folder, 'evidence'));
  await writeFile(join(folder, 'evidence/repair-slips.csv'), 'x');

  const { dossier, problems } = await readIn(folder, example);

  expect(problems.map((problem) => formatProblem(problem, 'en'))).toEqual([]);
  expect(dossier?.assessment).toMatchObject({
    number: 'A-2026-0007',
    finishedAt: '2026-01-07T09:30:00.000Z',
    heldGrade: { grade: 'three-star', since: '2023-02-01' },
  });
  expect(dossier?.assessment.team.map(({ role, registrationNumber }) => [role, registrationNumber])).toEqual([
    ['lead-auditor', 'S-0102'],
    ['auditor', null],
    ['company-member', null],
  ]);
  expect(dossier?.previous).toEqual({
    number: 'A-2023-0003',
    to: '2023-01-12',
    score: '85.50',
    grade: 'three-star',
    rates: { 'repair-records': '0.8', 'complaint-channel': '0.6' },
  });
  expect(dossier?.ratings['service-rules']).toEqual({ rating: null, note: '等待企业提交第四版制度' });
});
