import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { packObjects } from '../../src/pdf/pack-objects.ts';
import { hasQpdf, syntaxProblems } from '../support/preflight.ts';
import { readPdf } from '../support/read-pdf.ts';

interface Chapter {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

async function plain(chapters: readonly Chapter[]): Promise<Buffer> {
  const pdf = new PDFDocument({ tagged: true, pdfVersion: '1.7', info: { Title: '报告 (1) \\', CreationDate: new Date(0) } });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  for (const { title, paragraphs } of chapters) {
    pdf.outline.addItem(title);
    root.add(pdf.struct('H1', {}, () => void pdf.text('chapter')));
    for (const paragraph of paragraphs) root.add(pdf.struct('P', { alt: paragraph }, () => void pdf.text('endobj stream')));
  }
  root.end();
  pdf.end();
  return buffer(pdf);
}

const chapter = fc.record({
  title: fc.string({ unit: 'binary' }),
  paragraphs: fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }),
});

describe('a document with packed objects', () => {
  test('is read as the one that it was, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(chapter, { maxLength: 6 }), async (chapters) => {
        const before = await plain(chapters);
        expect(await readPdf(packObjects(before))).toEqual(await readPdf(before));
      }),
      { numRuns: 30 },
    );
  });

  test('of many objects is a fraction as large, and the same bytes each time', async () => {
    const paragraphs = Array.from({ length: 1500 }, (_, index) => `paragraph ${index}`);
    const before = await plain([{ title: 'one', paragraphs }]);
    const packed = packObjects(before);
    expect(packed.length).toBeLessThan(before.length / 3);
    expect(packObjects(before).equals(packed)).toBe(true);
    expect((await readPdf(packed)).roles.get('P')).toBeGreaterThanOrEqual(1500);
  });

  test.skipIf(!hasQpdf)('has nothing wrong with it', async () => {
    const packed = packObjects(await plain([{ title: '第一章 <x>', paragraphs: ['stream\nendstream\nendobj\n', '）(\\'] }]));
    expect(await syntaxProblems([{ name: 'packed', bytes: packed }])).toEqual({ packed: '' });
  });

  test('is not made of what is no document, cut off, or packed already', async () => {
    const before = await plain([{ title: 'one', paragraphs: [] }]);
    for (const bytes of [Buffer.from('no document'), before.subarray(0, -1), before.subarray(500), packObjects(before)])
      expect(() => packObjects(bytes)).toThrow(/not of the form expected/);
  });
});
