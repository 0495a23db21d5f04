import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCriteriaDraft } from '../../../src/catalog/criteria/parse-criteria.ts';
import { listCriteriaFiles } from '../../../src/catalog/open-catalog.ts';
import { criteriaFormOf, overlayFormOf } from '../../../src/catalog/sheets/file-form.ts';
import { writeCriteriaYaml, writeOverlayYaml } from '../../../src/catalog/sheets/write-criteria-yaml.ts';
import { anyFileForm, formsOf } from '../../support/file-forms.ts';

const files = await listCriteriaFiles('criteria');

test.each(files)('%s written from its form reads as the same form', (file) => {
  const { form, overlays } = formsOf(readFileSync(file, 'utf8'), readFileSync(file.replace('.yaml', '.en.yaml'), 'utf8'));

  const again = formsOf(writeCriteriaYaml(form), ...overlays.map(writeOverlayYaml));

  expect(again).toEqual({ form, overlays });
});

test.each(files)('%s is written line by line as its author wrote it, but for comments and empty lines', (file) => {
  const text = readFileSync(file, 'utf8');
  const lines = (of: string) => of.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  const written = lines(writeCriteriaYaml(formsOf(text).form));
  const own = new Set(written);
  const kept = lines(text).filter((line) => own.has(line)).length;
  expect(kept / lines(text).length).toBeGreaterThan(0.9);
});

test('random criteria are read as they were written', () => {
  fc.assert(
    fc.property(anyFileForm, ({ form, overlays }) => {
      expect(formsOf(writeCriteriaYaml(form), ...overlays.map(writeOverlayYaml))).toEqual({ form, overlays });
    }),
    { numRuns: 80 },
  );
});

test('texts that look like something else stay texts', () => {
  const texts = [
    '5.10',
    'true',
    'null',
    '~',
    '0x1f',
    '.inf',
    '1e3',
    '- a',
    '# b',
    'a: b',
    'a #b',
    '"q"',
    "'q'",
    '[x]',
    '{x}',
    '*a',
    '&a',
    '!t',
    '%d',
    '@e',
    '`f',
    '2026-01-05',
    'yes',
    '12:30',
    '?',
    '-',
    '<<',
    '=',
    '|',
    '>',
    'a\n  b\n\nc',
    '  x\ny'.trim(),
    'tab\tin',
    '，；',
    '…',
  ];
  const form = {
    format: 1,
    id: 'texts',
    version: '1.0.0',
    language: 'en',
    title: 'Texts',
    basis: texts,
    clauses: texts.map((text, index) => ({
      id: `c${index}`,
      title: text,
      requirement: text,
      points: '1',
      rate_by: 'met',
      evidence: [{ kind: 'record', title: text }],
    })),
  } as const;
  const { draft, problems } = readCriteriaDraft('c.yaml', writeCriteriaYaml({ ...form, basis: [...texts] } as never));
  expect(problems).toEqual([]);
  expect(draft && criteriaFormOf(draft)).toEqual(form);
});

test('an overlay that is no map gives no form', () => {
  const { overlays } = readCriteriaDraft('c.yaml', 'format: 1\n', [
    { name: 'o.yaml', text: 'format: 1\nlanguage: xx\n', language: null },
  ]);
  expect(overlays.map(overlayFormOf)).toEqual([null]);
});
