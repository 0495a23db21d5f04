import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readAssessmentFile } from '../../src/catalog/assessment/read-assessment-file.ts';
import { parseCriteriaText } from '../../src/catalog/criteria/parse-criteria.ts';
import { describeClauseChange } from '../../src/catalog/difference/describe-difference.ts';
import { diffCriteria } from '../../src/catalog/difference/diff-criteria.ts';
import { proposeUpgrade } from '../../src/catalog/difference/propose-upgrade.ts';
import { previewUpgrade } from '../../src/catalog/difference/upgrade-dossier.ts';
import { toOscalCatalog } from '../../src/catalog/exports/oscal-catalog.ts';
import { openCatalog } from '../../src/catalog/open-catalog.ts';
import { readCriteriaSheets } from '../../src/catalog/sheets/read-criteria-sheets.ts';
import { writeCriteriaSheets } from '../../src/catalog/sheets/write-criteria-sheets.ts';
import { formatProblem } from '../../src/catalog/source/problem.ts';
import { ratedClauses } from '../../src/model/clauses.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { problemsOf } from '../support/criteria-text.ts';
import { formsOf } from '../support/file-forms.ts';

const text = `format: 1
id: at-sites
version: 1.0.0
language: en
title: Rated at sites
clauses:
  - id: repairs
    number: "1"
    title: Repairs
    points: 60
    aggregate: sum
    at_sites: worst
    clauses:
      - {id: slips, number: "1.1", title: Repair slips, points: 40, rate_by: sample, at_sites: pooled}
      - {id: policy, number: "1.2", title: Policy, points: 10, rate_by: met, at_sites: once}
      - {id: notices, number: "1.3", title: Notices, points: 10, rate_by: met}
`;

function read(file: string) {
  const { criteria, problems } = parseCriteriaText('c.yaml', file);
  expect(problems.map((problem) => formatProblem(problem, 'en'))).toEqual([]);
  if (!criteria) throw new Error('The criteria are not in order.');
  return criteria;
}

test('what a section says holds below, but where a clause says otherwise', () => {
  expect(ratedClauses(read(text)).map(({ id, siteRollUp }) => [id, siteRollUp ?? 'once'])).toEqual([
    ['slips', 'pooled'],
    ['policy', 'once'],
    ['notices', 'worst'],
  ]);
});

test('only samples are put together', () => {
  expect(problemsOf(text.replace('rate_by: met}', 'rate_by: met, at_sites: pooled}'))).toEqual([
    expect.stringMatching(/^c\.yaml:16:\d+: at_sites: pooled puts samples together; clause notices is rated by met/),
  ]);
  expect(problemsOf(text.replace('at_sites: worst', 'at_sites: pooled'))).toHaveLength(1);
});

test('comes back from a workbook, and stands in OSCAL', async () => {
  const { form, overlays } = formsOf(text);
  const again = readCriteriaSheets('c.xlsx', await writeCriteriaSheets(form, overlays));
  expect(again.form).toEqual(form);
  expect(JSON.stringify(toOscalCatalog(form, overlays, '2026-01-05T00:00:00Z'))).toContain('\\"at_sites\\":\\"pooled\\"');
});

test('a change of it is told', () => {
  const [before, after] = [read(text), read(text.replace('at_sites: pooled', 'at_sites: mean'))];
  const [changed] = diffCriteria(before, after).changed;
  expect(changed?.changes.map((change) => describeClauseChange(change, { before, after, language: 'en' }))).toEqual([
    'at several sites: at each site, samples put together → at each site, the mean counts',
  ]);
});

const assessment = `format: 1
criteria: {id: at-sites, version: 1.0.0}
organization: {name: Haichuan, sites: [{name: Ningbo, headcount: 30, central: true}, {name: Zhenhai}]}
assessment: {kind: initial, from: 2026-01-05, to: 2026-01-07, lead_auditor: Ada}
ratings:
  slips: {sites: {Ningbo: {sample: {size: 8, failed: 0}}, Zhenhai: {sample: {size: 2, failed: 2}, note: unsigned}}}
  policy: {met: true}
  notices: {sites: {Ningbo: {met: true}}}
findings:
  - clause: slips
    grade: minor
    statement: Unsigned
    number: A-1/N1
    site: Zhenhai
    answer: {correction: Signed, cause: Haste, action: Check daily, responsible: Lin, planned_for: 2026-02-01, proof: [E1]}
    verification: {by: Ada, on: 2026-02-03, how: Seen on site}
    state: closed
evidence: [{id: E1, kind: record, title: Slips}]
`;

async function readFile(content: string) {
  const folder = await mkdtemp(join(tmpdir(), 'assay-at-sites-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'c.yaml'), text);
  await writeFile(join(folder, 'a.yaml'), content);
  const reading = await readAssessmentFile(join(folder, 'a.yaml'), {
    catalog: await openCatalog('criteria'),
    criteriaFile: join(folder, 'c.yaml'),
  });
  return { ...reading, lines: reading.problems.map((problem) => formatProblem(problem, 'en').replace(/^.*a\.yaml/, 'a.yaml')) };
}

test('an assessment file says what was found at each site, and all that became of a finding', async () => {
  const { dossier, lines } = await readFile(assessment);
  expect(lines).toEqual([]);
  const clauses = dossier ? resultOf(dossier).clauses : [];
  expect(clauses.map(({ id, state, rate }) => [id, state, rate?.exact])).toEqual([
    ['repairs', 'partly', expect.anything()],
    ['slips', 'rated', '4/5'],
    ['policy', 'rated', '1'],
    ['notices', 'unrated', undefined],
  ]);
  expect(dossier?.findings[0]).toEqual({
    clause: 'slips',
    grade: 'minor',
    statement: 'Unsigned',
    number: 'A-1/N1',
    site: 'Zhenhai',
    answer: {
      ...{ correction: 'Signed', cause: 'Haste', action: 'Check daily', responsible: 'Lin' },
      plannedFor: '2026-02-01',
      proof: ['E1'],
    },
    verification: { by: 'Ada', on: '2026-02-03', how: 'Seen on site' },
    state: 'closed',
  });
});

test('moved to a newer version, a clause keeps what was said at each site while it is rated there', async () => {
  const { dossier } = await readFile(assessment);
  if (!dossier) throw new Error('The assessment is not in order.');
  const after = read(
    text.replace('1.0.0', '1.1.0').replace('at_sites: once', 'at_sites: mean').replace('met}', 'met, at_sites: once}'),
  );
  const preview = previewUpgrade(dossier, { after, map: proposeUpgrade(dossier.criteria, after), language: 'en' });
  const told = preview.outcomes.map(({ target, happened, because }) => [target, happened, because?.key ?? null]);
  expect(told).toEqual([
    ['slips', 'kept', null],
    ['policy', 'unrated', 'upgrade.nowAtSites'],
    ['notices', 'unrated', 'upgrade.nowOnce'],
  ]);
  expect(preview.dossier.ratings.slips?.sites).toEqual(dossier.ratings.slips?.sites);
  expect(preview.after.clauses.map(({ id, state, rate }) => [id, state, rate?.exact])).toEqual([
    ['repairs', 'partly', expect.anything()],
    ['slips', 'rated', '4/5'],
    ['policy', 'unrated', undefined],
    ['notices', 'unrated', undefined],
  ]);
});

test.each([
  ['Ningbo: {met: true}', 'Nigbo: {met: true}', 'Nigbo'],
  ['policy: {met: true}', 'policy: {sites: {Ningbo: {met: true}}}', 'Clause policy is rated once for the organization'],
  ['notices: {sites', 'notices: {met: true, sites', 'sites'],
  ['proof: [E1]', 'proof: [E9]', 'E9'],
  ['size: 2, failed: 2', 'size: 2, failed: 3', '3'],
])('says where an assessment file is wrong: %s → %s', async (found, by, expected) => {
  const { lines } = await readFile(assessment.replace(found, by));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(expected);
});
