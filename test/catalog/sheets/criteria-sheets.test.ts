import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { criteriaHash } from '../../../src/catalog/criteria/criteria-hash.ts';
import { parseCriteriaText } from '../../../src/catalog/criteria/parse-criteria.ts';
import { listCriteriaFiles } from '../../../src/catalog/open-catalog.ts';
import { readCriteriaSheets } from '../../../src/catalog/sheets/read-criteria-sheets.ts';
import { writeCriteriaSheets } from '../../../src/catalog/sheets/write-criteria-sheets.ts';
import { writeCriteriaYaml, writeOverlayYaml } from '../../../src/catalog/sheets/write-criteria-yaml.ts';
import { formatProblem } from '../../../src/catalog/source/problem.ts';
import { anyFileForm, formsOf } from '../../support/file-forms.ts';
import { variantCriteria } from '../../support/variant-text.ts';

const files = await listCriteriaFiles('criteria');

test.each(files)('%s made again from a workbook is the same, to the hash', async (file) => {
  const [text, english] = [readFileSync(file, 'utf8'), readFileSync(file.replace('.yaml', '.en.yaml'), 'utf8')];
  const { form, overlays } = formsOf(text, english);

  const read = readCriteriaSheets('c.xlsx', await writeCriteriaSheets(form, overlays));

  expect(read.problems.map((problem) => formatProblem(problem, 'en'))).toEqual([]);
  expect(read.notes).toEqual([]);
  expect({ form: read.form, overlays: read.overlays }).toEqual({ form, overlays });
  const before = parseCriteriaText('c.yaml', text, [{ name: 'o.yaml', text: english, language: 'en' }]).criteria;
  const again =
    read.form &&
    parseCriteriaText(
      'c.yaml',
      writeCriteriaYaml(read.form),
      read.overlays.map((overlay) => ({ name: 'o.yaml', text: writeOverlayYaml(overlay), language: 'en' })),
    ).criteria;
  expect(before && again && criteriaHash(again)).toBe(before && criteriaHash(before));
  expect(read.criteria && before && criteriaHash(read.criteria)).toBe(before && criteriaHash(before));
});

test('random criteria come back from a workbook as they went in', async () => {
  await fc.assert(
    fc.asyncProperty(anyFileForm, async ({ form, overlays }) => {
      const read = readCriteriaSheets('c.xlsx', await writeCriteriaSheets(form, overlays));
      expect(read.problems.map((problem) => formatProblem(problem, 'en'))).toEqual([]);
      expect({ form: read.form, overlays: read.overlays }).toEqual({ form, overlays });
    }),
    { numRuns: 40 },
  );
});

test('variants, profiles and parts come back from a workbook and from YAML as they went in', async () => {
  const overlay = [
    'format: 1\ncriteria: sample\nversion: 1.0.0\nlanguage: zh-CN',
    'variants: {maker: {title: 制造商, about: 制造商品}, seller: {title: 销售商}}',
    'profiles: {full: {title: 完整审核}, short: {title: 简易自查}}\nparts: {test: 服务测试, audit: 管理审核}\n',
  ].join('\n');
  const { form, overlays } = formsOf(variantCriteria, overlay);
  const read = readCriteriaSheets('c.xlsx', await writeCriteriaSheets(form, overlays));
  expect(read.problems.map((problem) => formatProblem(problem, 'en'))).toEqual([]);
  expect({ form: read.form, overlays: read.overlays }).toEqual({ form, overlays });
  const again = formsOf(writeCriteriaYaml(form), ...overlays.map(writeOverlayYaml));
  expect(again).toEqual({ form, overlays });
  expect(writeCriteriaYaml(form)).toContain('points_in: {seller+short: 6}');
});

test('what is wrong with a variant is placed in its cell', async () => {
  const { form, overlays } = formsOf(variantCriteria);
  const parts = form.parts?.map((part) => ({ ...part, clauses: ['sistem'] }));
  const bytes = await writeCriteriaSheets({ ...form, parts }, overlays);
  const problems = readCriteriaSheets('c.xlsx', bytes).problems.map((problem) => formatProblem(problem, 'en'));
  expect(problems).toContainEqual(
    'c.xlsx: 组成部分 Parts!E3: “sistem” is no top-level clause; parts are made of these. Did you mean “system”?',
  );
});
