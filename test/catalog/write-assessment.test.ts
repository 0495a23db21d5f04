import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAssessmentFile, readAssessmentText } from '../../src/catalog/assessment/read-assessment-file.ts';
import { writeAssessment } from '../../src/catalog/assessment/write-assessment.ts';
import { openCatalog } from '../../src/catalog/open-catalog.ts';
import type { Dossier } from '../../src/model/dossier.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { anyAssessment } from '../support/any-papers.ts';
import { givenFolder } from '../support/assessment-text.ts';

const catalog = await openCatalog('criteria');

async function outAndIn(dossier: Dossier): Promise<Dossier> {
  const path = join(await givenFolder(), 'out.yaml');
  await writeFile(path, writeAssessment(dossier));
  const { dossier: read, problems } = await readAssessmentFile(path, { catalog, criteriaFile: undefined });
  expect(problems).toEqual([]);
  if (!read) throw new Error('It does not read back.');
  return read;
}

test.each(['haichuan-initial.yaml', 'haichuan-self.yaml', 'haichuan-experience.yaml'])(
  '%s goes out and in again without loss',
  async (name) => {
    const { dossier } = await readAssessmentFile(join('docs/examples', name), { catalog, criteriaFile: undefined });
    if (!dossier) throw new Error(`${name} does not read.`);
    const read = await outAndIn(dossier);
    expect(read).toEqual(dossier);
    expect(resultOf(read)).toEqual(resultOf(dossier));
  },
);

test('a random assessment with all its working papers goes out and in again without loss', async () => {
  const criteria = catalog.find('after-sales-maturity', '1.0.0')?.criteria;
  if (!criteria) throw new Error('The criteria are missing.');
  await fc.assert(
    fc.asyncProperty(anyAssessment(criteria), async ({ dossier: facts, papers }) => {
      const whole = { criteria, ...facts };
      // Before corrections there were other adjustments, and no finding yet.
      const asFound = { ...whole, adjustments: [], findings: [] };
      const dossier = { ...whole, asFound };
      const text = writeAssessment(dossier, papers);
      const read = await readAssessmentText('a.yaml', text, { catalog });
      expect(read.problems).toEqual([]);
      expect(read.papers).toEqual(papers);
      expect(read.dossier).toEqual(spoken(dossier));
      if (read.dossier) expect(writeAssessment(read.dossier, read.papers)).toBe(text);
    }),
    { numRuns: 20 },
  );
});

test('what no file can hold is left out of texts, so that the file reads back', async () => {
  const { dossier } = await readAssessmentFile('docs/examples/haichuan-experience.yaml', { catalog, criteriaFile: undefined });
  if (!dossier) throw new Error('The example does not read.');
  const findings = [{ clause: null, grade: 'minor', statement: 'a\u0000b\u0008c\ud800d\uffff' }] as const;
  const read = await outAndIn({ ...dossier, findings });
  expect(read.findings).toEqual([{ clause: null, grade: 'minor', statement: 'abcd' }]);
});

/** Without samples and surveys where there are none: a list of nothing is as good as not there. */
function spoken({ collected, asFound, ...dossier }: Dossier): Dossier {
  const any = collected && collected.samples.length + collected.surveys.length > 0;
  return { ...dossier, ...(any && { collected }), ...(asFound && { asFound: spoken(asFound) }) };
}

test('texts that look like something else stay texts', async () => {
  const { dossier } = await readAssessmentFile('docs/examples/haichuan-experience.yaml', { catalog, criteriaFile: undefined });
  if (!dossier) throw new Error('The example does not read.');
  const strange = [
    '007',
    'true',
    'null',
    '- a: b',
    '# no comment',
    'two\nlines: "here"\n\nand more',
    '2026-01-05',
    '=1+1',
    "it's",
  ];
  const findings = strange.map((statement) => ({ clause: null, grade: 'minor', statement }) as const);
  const read = await outAndIn({ ...dossier, organization: { ...dossier.organization, trade: '0x10' }, findings });
  expect(read.findings).toEqual(findings);
  expect(read.organization.trade).toBe('0x10');
});

test.each([
  ['file: {name: a.pdf, media_type: application/pdf, size: 4, sha256: ABC}', 'This is no SHA-256'],
  ['valid_until: 2026-03-01', 'the status of the evidence has to be given'],
  ['status: accepted, superseded_by: E9', 'E9'],
  ['status: lost', 'lost'],
  ['status: accepted, period_from: 2026-03-01, period_to: 2026-01-01', '2026-01-01'],
])('evidence with %s is refused with its place', async (more, words) => {
  const path = join(await givenFolder(), 'in.yaml');
  const head = 'format: 1\ncriteria: {id: complaint-management, version: 1.0.0}\norganization: {name: A}\n';
  const facts = 'assessment: {kind: self, from: 2026-01-05, to: 2026-01-07}\n';
  await writeFile(path, `${head}${facts}evidence:\n  - {id: E1, kind: record, title: T, ${more}}\n`);
  const { dossier, problems } = await readAssessmentFile(path, { catalog, criteriaFile: undefined });
  expect(dossier).toBe(null);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.line).toBe(6);
  const { formatProblem } = await import('../../src/catalog/source/problem.ts');
  expect(problems.map((problem) => formatProblem(problem, 'en'))[0]).toContain(words);
});
