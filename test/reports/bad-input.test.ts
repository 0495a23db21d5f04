import { Workbook } from '@cj-tech-master/excelts';
import { beforeAll, describe, expect, test } from 'vitest';
import { reportDocx } from '../../src/features/assessment-exports/report-docx.ts';
import { resultWorkbook } from '../../src/features/assessment-exports/result-workbook.ts';
import type { RenderedPaper } from '../../src/features/reports/framed-document.ts';
import { paperIds } from '../../src/features/reports/paper.ts';
import { renderPaper } from '../../src/features/reports/render-paper.ts';
import type { Dossier } from '../../src/model/dossier.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { longName, longNote } from '../support/bad-texts.ts';
import { issue, smallDossier } from '../support/paper-shelf.ts';
import { glyphNumbers } from '../support/pdf-glyphs.ts';
import { structureProblems } from '../support/pdf-structure.ts';
import { readPdf, solid } from '../support/read-pdf.ts';
import { entriesOf } from '../support/zip-archive.ts';

/** Pages that a paper of all this may have. */
const mostPages = { 'audit-report': 200, 'evidence-index': 100, 'findings-paper': 30, 'executive-summary': 3 } as Readonly<
  Record<string, number>
>;

let dossier: Dossier;
let scored: { dossier: Dossier; result: ReturnType<typeof resultOf> };

beforeAll(async () => {
  const base = await smallDossier();
  const [first = '', second = ''] = Object.keys(base.ratings);
  const [evidence] = base.evidence;
  if (!evidence) throw new Error('There is no evidence.');
  dossier = {
    ...base,
    organization: { ...base.organization, name: longName },
    ratings: { ...base.ratings, [first]: { rating: base.ratings[first]?.rating ?? null, note: longNote } },
    evidence: Array.from({ length: 500 }, (_, index) => ({
      ...evidence,
      reference: `E${index + 1}`,
      title: index % 100 === 0 ? '长'.repeat(300) : evidence.title,
      clauses: [first],
    })),
    findings: [...base.findings, { clause: second, grade: 'major', statement: `${'不符合'.repeat(3000)}到此` }],
  };
  scored = { dossier, result: resultOf(dossier) };
});

describe.each(paperIds.filter((id) => id !== 'self-report'))('%s', (id) => {
  test('lays all of it out, tagged, without an empty box', { timeout: 300_000 }, async () => {
    const order = { paper: id, language: 'zh-CN' as const, source: { ...scored, asFound: null }, brand: null, issue };
    const written: RenderedPaper = await renderPaper(order);
    expect(written.missing).toEqual([]);
    expect(written.pages).toBeLessThan(mostPages[id] ?? 12);
    expect(glyphNumbers(written.bytes)).not.toContain(0);
    if (id === 'evidence-index') return;
    const text = (await readPdf(written.bytes)).pages.join('');
    expect(text).toContain(solid('서비스'));
    if (id === 'audit-report') expect(text).toContain('备注到此为止终');
    if (id === 'findings-paper') expect(text).toContain('到此');
    expect(await structureProblems(written.bytes)).toEqual([]);
  });
});

test('the workbook cuts what no cell takes and says so by a mark, the Word document has all of it', {
  timeout: 120_000,
}, async () => {
  const workbook = new Workbook();
  await workbook.xlsx.load((await resultWorkbook(scored, 'zh-CN')) as never);
  const cells: string[] = [];
  for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell(({ text }) => void cells.push(text)));
  const longest = cells.reduce((most, text) => (text.length > most.length ? text : most), '');
  expect(longest.length).toBeLessThanOrEqual(32_767);
  expect(longest.endsWith('…')).toBe(true);

  const word = entriesOf(await reportDocx(scored, 'zh-CN'))['word/document.xml'] ?? '';
  expect(word).toContain('备注到此为止终');
  expect(word).toContain('E500');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may be there
  for (const text of [word, ...cells]) expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e]/.test(text)).toBe(false);
});
