import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { overlayNameOf, readCriteria } from '../../src/catalog/criteria/read-criteria.ts';
import { jsonSchemas } from '../../src/catalog/json-schemas.ts';
import { listCriteriaFiles } from '../../src/catalog/open-catalog.ts';
import { formatProblem } from '../../src/catalog/source/problem.ts';

const files = await listCriteriaFiles('criteria');
const schemas = jsonSchemas();

function validator(name: string) {
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
  const validate = ajv.compile(JSON.parse(schemas[name] ?? ''));
  return (text: string): unknown => (validate(parse(text)) ? [] : validate.errors);
}

test('there are criteria to look at', () => {
  expect(files.length).toBeGreaterThanOrEqual(3);
});

test.each(files)('%s has no problems and is wholly translated into English', async (file) => {
  const { problems, translations } = await readCriteria(file);
  expect(problems.map((problem) => formatProblem(problem, 'en'))).toEqual([]);
  expect(translations).toEqual([{ language: 'en', percent: 100, missing: [] }]);
});

test.each(files)('%s and its overlay fit the schemas that editors use', (file) => {
  expect(validator('criteria.schema.json')(readFileSync(file, 'utf8'))).toEqual([]);
  expect(validator('overlay.schema.json')(readFileSync(file.replace('.yaml', '.en.yaml'), 'utf8'))).toEqual([]);
});

test.each(['haichuan-initial', 'haichuan-self'])('the example %s fits the schema that editors use', (name) => {
  expect(validator('assessment.schema.json')(readFileSync(`docs/examples/${name}.yaml`, 'utf8'))).toEqual([]);
});

test('the schemas refuse what the check refuses', () => {
  const [file = ''] = files;
  const validate = validator('criteria.schema.json');
  const good = readFileSync(file, 'utf8');
  expect(validate(good.replace('format: 1', 'format: 2'))).not.toEqual([]);
  expect(validate(`${good}\nunknown: 1\n`)).not.toEqual([]);
  expect(validate(good.replace(/points: [\d.]+/, 'points: -1'))).not.toEqual([]);
  expect(validate(good.replace('rate_by: met', 'rate_by: maybe'))).not.toEqual([]);
});

test.each(Object.keys(schemas))('criteria/%s is what `assay criteria schema criteria` writes', (name) => {
  expect(readFileSync(join('criteria', name), 'utf8')).toBe(schemas[name]);
});

test('overlay names are told from those of criteria', () => {
  expect(overlayNameOf('a.en.yaml')).toEqual({ base: 'a.yaml', language: 'en' });
  expect(overlayNameOf('a.zh-CN.yml')).toEqual({ base: 'a.yml', language: 'zh-CN' });
  expect(overlayNameOf('a-1.0.0.yaml')).toBeNull();
  expect(overlayNameOf('a.yaml')).toBeNull();
});
