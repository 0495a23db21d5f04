import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { criteriaHash } from '../../../src/catalog/criteria/criteria-hash.ts';
import { readCriteriaDraft } from '../../../src/catalog/criteria/parse-criteria.ts';
import { toOscalCatalog } from '../../../src/catalog/exports/oscal-catalog.ts';
import { stableUuid } from '../../../src/catalog/exports/stable-uuid.ts';
import { importCriteria } from '../../../src/catalog/imports/import-criteria.ts';
import { writeCriteriaYaml, writeOverlayYaml } from '../../../src/catalog/sheets/write-criteria-yaml.ts';
import { message } from '../../../src/i18n/translate.ts';
import { anyFileForm, type Forms, formsOf } from '../../support/file-forms.ts';
import { clausesOf, imported, outline } from '../../support/imported.ts';

const shipped = readdirSync('criteria')
  .filter((name) => /^[\w.-]+\.yaml$/.test(name) && !name.endsWith('.en.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length));

async function shippedForms(name: string): Promise<Forms> {
  return formsOf(await readFile(`criteria/${name}.yaml`, 'utf8'), await readFile(`criteria/${name}.en.yaml`, 'utf8'));
}

const part = (name: string, prose: string, parts: object[] = []) => ({ name, prose, parts });
const label = (value: string) => [{ name: 'label', value }];
const catalog = {
  catalog: {
    uuid: '0c0b0b0e-0000-4000-8000-000000000000',
    metadata: { title: 'Small catalog', version: '2.1', 'oscal-version': '1.1.2' },
    groups: [
      {
        id: 'ac',
        title: 'Access',
        controls: [
          {
            id: 'ac-1',
            title: 'Policy',
            params: [
              { id: 'ac-1_prm_1', label: 'role' },
              { id: 'ac-1_prm_2', select: { choice: ['yearly', 'after {{ insert: param, ac-1_prm_1 }}'] } },
            ],
            props: [{ name: 'label', class: 'zero-padded', value: 'AC-01' }, ...label('AC-1')],
            parts: [
              part('statement', 'The {{ insert: param, ac-1_prm_1 }} shall:', [
                { name: 'item', props: label('a.'), prose: 'write;' },
                { name: 'item', props: label('b.'), prose: 'review {{ insert: param, ac-1_prm_2 }}.' },
              ]),
              part('guidance', 'Short.'),
              part('assessment-method', 'Examine'),
            ],
            links: [{ href: '#x' }],
          },
          {
            id: 'ac-2',
            title: 'Accounts',
            parts: [part('statement', 'Manage.')],
            controls: [
              { id: 'ac-2.1', title: 'Automated', parts: [part('statement', 'By machine.')] },
              { id: 'ac-2.2', title: 'Old', props: [{ name: 'status', value: 'withdrawn' }] },
            ],
          },
        ],
      },
      { id: 'au', title: 'Audit', controls: [{ id: 'au-1', title: 'Log' }] },
    ],
  },
};

test('an OSCAL catalog: groups, controls, items, parameters; what is withdrawn or has no place is told', () => {
  const { criteria, report, dropped, mapped } = imported({ 'catalog.json': JSON.stringify(catalog) });
  expect([report.kind, criteria.id, criteria.version]).toEqual(['oscal', 'small-catalog', '2.1.0']);
  expect(outline(criteria)).toEqual(['ac 3', '  ac-1 1', '  ac-2 2', '    ac-2-itself 1', '    ac-2-1 1', 'au 1', '  au-1 1']);
  expect(clausesOf(criteria).get('ac-1')).toMatchObject({
    number: 'AC-1',
    requirement: { en: 'The [role] shall:\n- a. write;\n- b. review [yearly; after [role]].' },
    guidance: { en: 'Short.' },
  });
  expect(dropped.join('\n')).toContain('catalog.groups[0].controls[1].controls[1]: ac-2.2 is withdrawn');
  expect(dropped.join('\n')).toContain('assessment-method');
  expect(mapped.join('\n')).toContain('Both it and its children are rated');
});

test('an OSCAL profile takes and alters what it names from the catalog beside it', () => {
  const profile = {
    profile: {
      metadata: { title: 'Baseline', version: '1' },
      imports: [
        {
          href: '#cat',
          'include-controls': [{ 'with-ids': ['ac-2.1', 'zz-9'] }, { matching: [{ pattern: 'a*-1' }] }],
          'exclude-controls': [{ 'with-ids': ['au-1'] }],
        },
      ],
      merge: { 'as-is': true },
      modify: {
        'set-parameters': [{ 'param-id': 'ac-1_prm_1', values: ['manager'] }],
        alters: [{ 'control-id': 'ac-1', removes: [{ 'by-name': 'guidance' }], adds: [{ parts: [part('guidance', 'Added.')] }] }],
      },
      'back-matter': { resources: [{ uuid: 'cat', rlinks: [{ href: 'data/catalog.json' }] }] },
    },
  };
  const { criteria, oddities } = imported({
    'x/profile.json': JSON.stringify(profile),
    'x/catalog.json': JSON.stringify(catalog),
  });
  expect(criteria.title).toEqual({ en: 'Baseline' });
  expect(outline(criteria)).toEqual(['ac 2', '  ac-1 1', '  ac-2-1 1']);
  expect(clausesOf(criteria).get('ac-1')).toMatchObject({
    requirement: { en: 'The manager shall:\n- a. write;\n- b. review [yearly; after manager].' },
    guidance: { en: 'Added.' },
  });
  expect(oddities.join('\n')).toContain('The catalog has no “zz-9”');
});

/** Criteria in all their languages. */
function read({ yaml, overlayYaml }: { yaml: string; overlayYaml: readonly string[] }) {
  const named = overlayYaml.map((text) => ({ name: 'overlay.yaml', text, language: null }));
  return readCriteriaDraft('criteria.yaml', yaml, named).criteria;
}

/** The criteria of a form, and those of its OSCAL catalog imported again. */
function thereAndBack({ form, overlays }: Forms) {
  const before = read({ yaml: writeCriteriaYaml(form), overlayYaml: overlays.map(writeOverlayYaml) });
  const json = JSON.stringify(toOscalCatalog(form, overlays, '2026-01-05T00:00:00Z'));
  const result = imported({ 'catalog.json': json });
  return { before, after: read(result), json, oddities: result.oddities };
}

test.each(shipped)('%s to OSCAL and back: the same criteria to the hash, in both languages', async (name) => {
  const { before, after, oddities } = thereAndBack(await shippedForms(name));
  expect(after).toEqual(before);
  expect(after && criteriaHash(after)).toBe(before && criteriaHash(before));
  expect(oddities).toEqual([]);
});

test('what was made unreadable elsewhere is named and left out, and texts of a clause that was taken out go with it', async () => {
  const { form, overlays } = await shippedForms('service-experience');
  const { catalog: made } = JSON.parse(JSON.stringify(toOscalCatalog(form, overlays, '2026-01-05T00:00:00Z')));
  for (const prop of made.metadata.props) if (prop.name === 'gates') prop.value = '[{"id": 7}]';
  const [first] = made.groups[0].groups ?? made.groups[0].controls;
  (made.groups[0].groups ?? made.groups[0].controls).shift();
  const result = importCriteria([{ name: 'c.json', bytes: Buffer.from(JSON.stringify({ catalog: made })) }]);
  if ('refused' in result) throw new Error('refused');
  expect(result.report.oddities.map(({ text }) => text)).toEqual([message('imports.ownPropertyUnread', { name: 'gates' })]);
  expect(result.form.gates).toBeUndefined();
  expect(Object.keys(result.overlays[0]?.clauses ?? {})).not.toContain(first.id);
});

test('an exported catalog has the structure that OSCAL asks for', async () => {
  const { form, overlays } = await shippedForms('after-sales-maturity');
  const { json } = thereAndBack({ form, overlays });
  expect(JSON.stringify(toOscalCatalog(form, overlays, '2026-01-05T00:00:00Z'))).toBe(json);
  const { catalog: made } = JSON.parse(json);
  expect(made.uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Object.keys(made.metadata)).toEqual(expect.arrayContaining(['title', 'last-modified', 'version', 'oscal-version']));
  const ids: string[] = [];
  const visit = (node: Record<string, never[]>): void => {
    const { id, title, props = [], parts = [], groups = [], controls = [] } = node as unknown as Record<string, never[]>;
    if (id !== undefined) {
      ids.push(String(id));
      expect(String(id)).toMatch(/^[\p{L}_][\p{L}\p{N}.\-_]*$/u);
      expect(String(title ?? 'part')).not.toBe('');
      for (const { name, value } of props as { name: string; value: string }[]) {
        expect(name).toMatch(/^[\p{L}_][\p{L}\p{N}.\-_]*$/u);
        expect(value).toMatch(/^\S(.*\S)?$/);
      }
    }
    for (const child of [...parts, ...groups, ...controls]) visit(child);
  };
  visit(made);
  expect(ids.length).toBeGreaterThan(50);
  expect(new Set(ids).size).toBe(ids.length);
});

/** Titles of OSCAL stand on one line, and an import makes one space of a tab. */
function onOneLine(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'string' ? part.replace(/\s+/g, ' ').trim() : part,
  );
}

test('random criteria survive OSCAL too', () => {
  fc.assert(
    fc.property(anyFileForm, (forms) => {
      const { before, after } = thereAndBack(forms);
      expect(onOneLine(after)).toEqual(onOneLine(before));
    }),
    { numRuns: 12 },
  );
});

test('UUIDs of version 5 are those of RFC 9562', () => {
  expect(stableUuid('http://www.example.com/')).toBe('fcde3c85-2270-590f-9e7c-ee003d65e0e2');
  expect(stableUuid('a')).not.toBe(stableUuid('b'));
});
