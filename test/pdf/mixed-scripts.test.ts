import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFaces } from '../../src/pdf/face.ts';
import { ReportDocument } from '../../src/pdf/report-document.ts';
import { addTable } from '../../src/pdf/table.ts';
import { addParagraph } from '../../src/pdf/text-block.ts';
import { visualOrder } from '../../src/pdf/writing-direction.ts';
import { glyphNumbers, unpacked } from '../support/pdf-glyphs.ts';
import { readPdf, solid } from '../support/read-pdf.ts';

const scripts = [
  '简体 繁體 臺灣 日本語 ひらがな カタカナ',
  '한국어 서비스 품질',
  'Łódź žluťoučký Brașov tiếng Việt ẞ',
  'Ελληνικά ύώϋΐ',
  'Україна її ґ Київ',
  '①②③ ㉑ ℃ ㎡ ㎏ № ™ ₽ ₹',
  '𬭎 㛃 𠮷 髙 𩽾𩾌 䶮',
  '☑ ✔ ★',
  '😀 👨‍👩‍👧 🇨🇳 👍',
];

function open(archival = false): ReportDocument {
  return new ReportDocument({
    title: '试卷 한국어',
    subject: 'test',
    language: 'zh-CN',
    createdAt: new Date('2026-01-07T09:30:00Z'),
    header: { left: '页眉', right: 'ž-1' },
    footer: '页脚 ї',
    mark: null,
    archival,
    pageOf: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  });
}

test('a line of all scripts prints as glyphs, regular and bold, and reads back as it was written', async () => {
  const report = open(true);
  const line = scripts.join(' ');
  report.heading({ level: 1, text: line });
  addParagraph(report, line);
  addTable(report, {
    title: '表',
    columns: [
      { head: '字', width: 90 },
      { head: '行', share: 1 },
    ],
    rows: scripts.map((script) => ({ cells: ['甲', script] })),
  });
  const bytes = await report.finish();
  expect([...report.missing]).toEqual([]);
  const glyphs = glyphNumbers(bytes);
  expect(glyphs.length).toBeGreaterThan(200);
  expect(glyphs).not.toContain(0);
  const text = (await readPdf(bytes)).pages.join('');
  for (const script of scripts) expect(text.split(solid(script)).length, script).toBeGreaterThanOrEqual(3);
});

test('a document embeds other fonts only when it needs them', async () => {
  const plain = open();
  Object.assign(plain.facts, { footer: '页脚', header: { left: '页眉', right: 'A-1' } });
  addParagraph(plain, '售后服务 After-sales service');
  expect(unpacked(await plain.finish()).match(/\/FontName \S+/g)).toHaveLength(1);
  const mixed = open();
  addParagraph(mixed, '서비스');
  expect(unpacked(await mixed.finish())).toMatch(/\/FontName \/\w+\+NanumGothic\b/);
});

describe('from right to left', () => {
  async function read(text: string) {
    const report = open();
    addParagraph(report, text);
    const bytes = await report.finish();
    expect(glyphNumbers(bytes)).not.toContain(0);
    expect([...report.missing]).toEqual([]);
    return readPdf(bytes);
  }

  test('a paragraph begins at the right edge, figures and Latin in it keep their own direction', async () => {
    const { pieces } = await read('خدمة ما بعد البيع 24 ساعة، ISO 9001');
    const at = (text: string) => pieces.find((piece) => piece.text.includes(text))?.x ?? Number.NaN;
    expect(at('خدمة')).toBeGreaterThan(at('24'));
    expect(at('24')).toBeGreaterThan(at('ISO 9001'));
    expect(Math.max(...pieces.filter(({ text }) => text.trim() !== '').map(({ x }) => x))).toBeGreaterThan(300);
  });

  test('in a Chinese line it stands in its place, its letters joined', async () => {
    const { pages } = await read('海川 خدمة 电器 שירות');
    expect(pages[0]).toContain('海川خدمة电器שירות');
    const runs = openFaces().regular.runsOf('海川 خدمة 电器');
    expect(runs?.map(({ name }) => name)).toEqual(['regular', 'IBMPlexSansArabic_400Regular', 'regular']);
  });

  test('levels are turned round from the innermost', () => {
    const order = visualOrder([...'abcdefg'].map((text, index) => ({ text, level: [0, 1, 1, 2, 2, 1, 0][index] ?? 0 })));
    expect(order.map(({ text }) => text).join('')).toBe('afdecbg');
  });
});

test('whatever is written: the pieces of a line hold all of its characters and are as wide as the line', () => {
  const face = openFaces().regular;
  const character = fc.constantFrom(...[...'售 a.(ž한𠮷їقש1，"😀☑'], 'x\u0304');
  fc.assert(
    fc.property(fc.array(character, { minLength: 1, maxLength: 30 }), (characters) => {
      const line = characters.join('');
      const runs = face.runsOf(line);
      if (!runs) return;
      const sorted = (text: string) => [...text.replace(/[()]/g, '|')].sort().join('');
      expect(sorted(runs.map(({ text }) => text).join(''))).toBe(sorted(line));
      expect(face.widthOf(line, 10)).toBeCloseTo(
        runs.reduce((sum, { width }) => sum + width * 10, 0),
        6,
      );
    }),
    { numRuns: 200 },
  );
});
