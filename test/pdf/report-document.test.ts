import { expect, test } from 'vitest';
import { ReportDocument } from '../../src/pdf/report-document.ts';
import { addFacts, addTable } from '../../src/pdf/table.ts';
import { addParagraph } from '../../src/pdf/text-block.ts';
import { readPdf } from '../support/read-pdf.ts';

function open(): ReportDocument {
  return new ReportDocument({
    title: '试卷',
    subject: 'test',
    language: 'zh-CN',
    createdAt: new Date('2026-01-07T09:30:00Z'),
    header: { left: '页眉', right: 'A-1' },
    footer: '页脚',
    mark: null,
    pageOf: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  });
}

const longRows = Array.from({ length: 90 }, (_, index) => ({
  cells: [`行${index}始`, `内容${'说明文字。'.repeat(index % 9 === 0 ? 30 : 4)}行${index}终`],
}));

test('a heading stays with the block that follows it', async () => {
  const report = open();
  addParagraph(report, Array.from({ length: 41 }, (_, index) => `第${index}段`).join('\n'));
  expect(report.room).toBeGreaterThan(16);
  expect(report.room).toBeLessThan(60);
  report.heading({ level: 1, text: '标题甲' });
  addParagraph(report, '紧随其后');
  const { pages } = await readPdf(await report.finish());
  expect(pages[0]).not.toContain('标题甲');
  expect(pages[1]).toContain('标题甲紧随其后');
});

test('a table repeats its head on every page and tears no row', async () => {
  const report = open();
  addTable(report, {
    title: '长表',
    columns: [
      { head: '列首甲', width: 80 },
      { head: '列首乙', share: 1 },
    ],
    rows: longRows,
  });
  const { pages } = await readPdf(await report.finish());
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect(page).toContain('列首甲列首乙');
  for (let index = 0; index < 90; index += 1) {
    const page = pages.findIndex((text) => text.includes(`行${index}始`));
    expect(pages[page], `row ${index}`).toContain(`行${index}终`);
  }
});

test('a group row is never the last of a page', async () => {
  const report = open();
  const rows = Array.from({ length: 60 }, (_, index) => [
    { kind: 'group' as const, cells: [`组${index}名`] },
    { cells: [`条${index}文${'说明。'.repeat(20 + (index % 7) * 30)}`] },
  ]).flat();
  addTable(report, { title: '分组', columns: [{ head: '列', share: 1 }], rows });
  const { pages } = await readPdf(await report.finish());
  for (let index = 0; index < 60; index += 1) {
    expect(
      pages.find((page) => page.includes(`组${index}名`)),
      `group ${index}`,
    ).toContain(`条${index}文`);
  }
});

test('a row taller than a page goes on over several, with all of its text', async () => {
  const report = open();
  const text = Array.from({ length: 4000 }, (_, index) => `句${index}。`).join('');
  addTable(report, {
    title: '高行',
    columns: [
      { head: '编号', width: 60 },
      { head: '备注', share: 1 },
    ],
    rows: [{ cells: ['甲', text] }, { cells: ['乙', '末行'] }],
  });
  const { pages } = await readPdf(await report.finish());
  expect(pages.length).toBeGreaterThan(3);
  const body = pages.join('').replace(/编号备注|页眉A-1|页脚第\d+页，共\d+页/g, '');
  expect(body).toContain(text.slice(-600).replace(/\s/g, ''));
  expect(body.match(/句\d+。/g)).toHaveLength(4000);
  expect(pages.at(-1)).toContain('乙末行');
});

test('figures of a decimal column stand with their points below each other', async () => {
  const report = open();
  const values = ['9.5', '100.25', '7', '—'];
  addTable(report, {
    title: '数',
    columns: [{ head: '值', width: 90, align: 'decimal' }],
    rows: values.map((value) => ({ cells: [value] })),
  });
  const { pieces } = await readPdf(await report.finish());
  const face = report.faces.regular;
  const points = pieces
    .filter(({ text }) => ['9.5', '100.25', '7'].includes(text))
    .map(({ text, x }) => x + face.widthOf(/^\d+/.exec(text)?.[0] ?? '', 8));
  expect(points).toHaveLength(3);
  for (const point of points) expect(point).toBeCloseTo(points[0] ?? 0, 1);
});

test('structure, language, title and bookmarks are there for programs that read aloud', async () => {
  const report = open();
  report.contents('目录', 2);
  report.newPage();
  report.heading({ level: 1, text: '第一章', listed: true });
  addFacts(report, '事实', [{ name: '名', value: '值' }]);
  report.heading({ level: 2, text: '第一节', listed: true });
  addTable(report, { title: '表', columns: [{ head: '列', share: 1 }], rows: [{ cells: ['格'] }] });
  const read = await readPdf(await report.finish());
  expect(read).toMatchObject({ title: '试卷', language: 'zh-CN', bookmarks: ['第一章', '  第一节'] });
  expect(read.created).toContain('20260107093000');
  expect(Object.fromEntries(read.roles)).toMatchObject({ H1: 1, H2: 1, Table: 2, TR: 3, TH: 2, TD: 2, TOCI: 2 });
  expect(read.pages[1]).toContain('目录第一章3第一节3');
});

test('more headings than the contents have room for are refused', async () => {
  const report = open();
  report.contents('目录', 0);
  report.newPage();
  report.heading({ level: 1, text: '多余', listed: true });
  await expect(report.finish()).rejects.toThrow('Contents were kept for 0 entries');
});
