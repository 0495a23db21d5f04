import { beforeAll, describe, expect, test } from 'vitest';
import type { CatalogEntry } from '../../src/catalog/open-catalog.ts';
import { renderBooklet } from '../../src/features/booklets/booklet.ts';
import { evidenceChecklist } from '../../src/features/booklets/checklist.ts';
import type { PaperLanguage } from '../../src/features/reports/paper.ts';
import { ratedClauses, walkClauses } from '../../src/model/clauses.ts';
import type { Criteria } from '../../src/model/criteria.ts';
import { shippedCatalog, startTestApp } from '../support/app.ts';
import { partsOf, type ReadPdf, readPdf, solid } from '../support/read-pdf.ts';

const at = '2026-01-05T00:00:00Z';

async function render(source: CatalogEntry, language: PaperLanguage): Promise<Buffer> {
  return (await renderBooklet({ source, language, at, brand: null, issue: null })).bytes;
}

describe('the booklet', () => {
  let criteria: Criteria;
  let chinese: ReadPdf;
  let english: ReadPdf;
  let bytes: Buffer;

  beforeAll(async () => {
    const entry = (await shippedCatalog()).find('complaint-management', '1.0.0');
    if (!entry) throw new Error('The criteria are not shipped.');
    criteria = entry.criteria;
    bytes = await render(entry, 'zh-CN');
    chinese = await readPdf(bytes);
    english = await readPdf(await render(entry, 'en'));
  });

  test('names criteria, version and hash on the cover', async () => {
    const [cover = ''] = chinese.pages;
    for (const text of ['准则手册', '顾客投诉管理评价准则', '1.0.0', 'complaint-management']) expect(cover).toContain(text);
    expect(cover).toContain((await shippedCatalog()).find('complaint-management', '1.0.0')?.hash);
  });

  test('has every clause, grade, gate and ground in both languages', () => {
    for (const [pdf, language] of [
      [chinese, 'zh-CN'],
      [english, 'en'],
    ] as const) {
      const text = pdf.pages.map((page) => page.replace(/(第\d+页，共\d+页|Page\d+of\d+)/g, '')).join('');
      const titles = [
        ...[...walkClauses(criteria.clauses)].map(({ clause }) => clause.title),
        ...criteria.grades.map(({ label }) => label),
        ...criteria.gates.map(({ title }) => title),
        ...(criteria.deduction?.grounds ?? []).map(({ label }) => label),
      ];
      const missing = titles.map((title) => solid(title[language] ?? '?')).filter((title) => !text.includes(title));
      expect(missing).toEqual([]);
    }
  });

  test('says how each clause is rated and what evidence to prepare', () => {
    const text = chinese.pages.join('');
    const count = (word: string) => text.split(word).length - 1;
    expect(count('评定：')).toBeGreaterThanOrEqual(ratedClauses(criteria).length);
    expect(text).toContain('应准备的证据：投诉处理程序（文件，必备）');
    expect(text).toContain('量表A');
  });

  test('is tagged, in the order of its contents, with bookmarks and page numbers', () => {
    expect(chinese.bookmarks.filter((title) => !title.startsWith(' '))).toEqual([
      '1  关于本准则',
      '2  如何计分',
      '3  条款',
      '4  证据准备清单',
    ]);
    expect(chinese.language).toBe('zh-CN');
    for (const role of ['H1', 'H2', 'Table', 'TR', 'TOC']) expect(chinese.roles.get(role) ?? 0, role).toBeGreaterThan(0);
    const pages = chinese.pages.length;
    for (const [index, page] of chinese.pages.entries()) expect(page).toContain(`第${index + 1}页，共${pages}页`);
    const chapter = chinese.pages.findIndex((page) => page.includes('4证据准备清单') && !page.includes('目录'));
    expect(chinese.pages[1]).toContain(`4证据准备清单${chapter + 1}`);
  });

  test('gives the same bytes for the same input', async () => {
    const entry = (await shippedCatalog()).find('complaint-management', '1.0.0');
    if (!entry) throw new Error('The criteria are not shipped.');
    expect((await render(entry, 'zh-CN')).equals(bytes)).toBe(true);
  });

  test('the check list has each piece of evidence once a section, with all its clauses', () => {
    const sections = evidenceChecklist(criteria, 'zh-CN');
    const asked = criteria.clauses.flatMap((section) =>
      [...walkClauses([section])].flatMap(({ clause }) => clause.evidence.map(() => clause.number)),
    );
    expect(sections.flatMap(({ items }) => items.flatMap(({ clauses }) => clauses)).sort()).toEqual(asked.sort());
    for (const { items } of sections) {
      const names = items.map(({ kind, title }) => `${kind} ${title}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

test('criteria that are as small as can be still make a booklet', async () => {
  const entry = (await shippedCatalog()).find('complaint-management', '1.0.0');
  if (!entry) throw new Error('The criteria are not shipped.');
  const [clause] = ratedClauses(entry.criteria);
  if (!clause) throw new Error('Nothing is rated.');
  const criteria: Criteria = {
    ...entry.criteria,
    about: null,
    basis: [],
    clauses: [{ ...clause, evidence: [], number: '' }],
    grades: [],
    gates: [],
    deduction: null,
    bonus: null,
    maturity: null,
    certification: null,
  };
  const pdf = await readPdf(await render({ criteria, hash: 'x' }, 'en'));
  expect(pdf.pages.join('')).toContain(solid('These criteria name no evidence to prepare.'));
});

test('everybody signed in gets it, in the language asked for', async () => {
  const app = await startTestApp();
  for (const person of ['root', 'bo', 'dora'] as const) {
    const answer = await (await app.as(person)).get('/criteria/complaint-management/1.0.0/booklet.pdf').expect(200);
    expect(answer.type).toBe('application/pdf');
  }
  const bo = await app.as('bo');
  const asked = await bo.get('/criteria/complaint-management/1.0.0/booklet.pdf?language=zh-CN').responseType('blob').expect(200);
  expect((await readPdf(asked.body)).language).toBe('zh-CN');
  const both = await bo.get('/criteria/complaint-management/1.0.0/booklet.pdf?language=both').responseType('blob').expect(200);
  expect(partsOf(await readPdf(both.body))).toEqual(['中文', 'English']);
  await bo.get('/criteria/complaint-management/1.0.0/booklet.pdf?language=fr').expect(422);
  await bo.get('/criteria/complaint-management/7.0.0/booklet.pdf').expect(404);
  await app.anonymous.get('/criteria/complaint-management/1.0.0/booklet.pdf').expect(303);
});

test('the check list is a page too', async () => {
  const app = await startTestApp();
  const page = await (await app.as('dora')).get('/criteria/complaint-management/1.0.0/checklist').expect(200);
  expect(page.text).toContain('39 items, 11 of them required.');
  expect(page.text).toContain('/criteria/complaint-management/1.0.0/booklet.pdf');
});
