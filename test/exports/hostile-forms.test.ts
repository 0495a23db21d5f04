import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openArchive } from '../../src/catalog/sheets/zip-directory.ts';
import { reportDocx } from '../../src/features/assessment-exports/report-docx.ts';
import { resultWorkbook } from '../../src/features/assessment-exports/result-workbook.ts';
import { resultOf } from '../../src/model/result-of.ts';
import { makeClause, makeCriteria, makeDossier } from '../support/random-criteria.ts';
import { readXmlTexts } from '../support/read-xml.ts';

/** What somebody types, and what of it a document shows. */
const texts: readonly (readonly [typed: string, shown: string])[] = [
  ['=cmd|"/C calc"!A0', '=cmd|"/C calc"!A0'],
  ['+1+1', '+1+1'],
  ['-2', '-2'],
  ['@SUM(1)', '@SUM(1)'],
  ['＝1＋1', '＝1＋1'],
  ["'quoted", "'quoted"],
  ['a\u0000b\u0008c\u000bd\u001be', 'abcde'],
  ['half \ud83d and half \udc4d', 'half  and half '],
  ['👍🏽 售后 \u{20bb7}', '👍🏽 售后 \u{20bb7}'],
  ['مرحبا بالعالم and עברית', 'مرحبا بالعالم and עברית'],
  ['turned \u202egnp.exe', 'turned gnp.exe'],
  ['<w:t>&amp;</w:t>]]><!-- ', '<w:t>&amp;</w:t>]]><!-- '],
  ['_x0041_ and _x000D_', '_x0041_ and _x000D_'],
  ['one\r\ntwo\n\nfour', 'one\ntwo\n\nfour'],
  ['no character \ufffe\uffff', 'no character '],
  ['123', '123'],
  ['2026-01-05', '2026-01-05'],
  ['TRUE', 'TRUE'],
];

const typed = texts.map(([text]) => text);
const shown = texts.map(([, text]) => text);
const criteria = makeCriteria({ clauses: typed.map((text, index) => makeClause({ id: `c${index}`, title: { en: text } })) });
const dossier = makeDossier({
  criteria,
  organization: { ...makeDossier().organization, name: '=HYPERLINK("http://x";"y") \ud800' },
  ratings: Object.fromEntries(typed.map((note, index) => [`c${index}`, { rating: { by: 'met', met: index % 2 === 0 }, note }])),
  findings: typed.map((statement, index) => ({
    ...{ clause: `c${index}`, grade: 'minor' as const, statement, site: statement },
    answer: { correction: statement, cause: statement, action: statement, responsible: statement, plannedFor: null, proof: [] },
  })),
  evidence: typed.map((title, index) => ({
    ...{ reference: `E${index}`, kind: 'record' as const, title, date: null, note: title, clauses: [`c${index}`], link: null },
    file: { name: title, mediaType: 'text/plain', size: 1, sha256: 'ab'.repeat(32) },
  })),
});
const scored = { dossier, result: resultOf(dossier) };

describe('a workbook with texts that nobody types in good intent', async () => {
  const workbook = new Workbook();
  await workbook.xlsx.load((await resultWorkbook(scored, 'en')) as never);

  const column = (sheet: string, letter: string, first = 2) => {
    const found = workbook.getWorksheet(sheet);
    return typed.map((_, index) => valueIn(found, `${letter}${index + first}`));
  };

  test('reads back as what was typed, without what no file can hold', () => {
    expect(column('Findings', 'E')).toEqual(shown);
    expect(column('Findings', 'D')).toEqual(shown);
    for (const letter of ['F', 'G', 'H']) expect(column('Findings', letter)).toEqual(shown);
    expect(column('Evidence', 'B')).toEqual(shown);
    expect(column('Evidence', 'E')).toEqual(shown);
    expect(column('Clauses', 'B', 3)).toEqual(shown);
    expect(column('Clauses', 'L', 3)).toEqual(shown);
  });

  test('has formulas only where it computes', () => {
    const formulas: string[] = [];
    for (const sheet of workbook.worksheets)
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (cell.formula) formulas.push(`${sheet.name} ${cell.formula}`);
        });
      });
    expect(formulas.length).toBeGreaterThan(typed.length);
    expect(formulas.filter((formula) => /^(Findings|Evidence) |cmd|HYPERLINK|SUM\(1\)/.test(formula))).toEqual([]);
  });
});

describe('a document with texts that nobody types in good intent', async () => {
  const archive = openArchive(await reportDocx(scored, 'en'));
  const parts = archive.names.filter((name) => /\.(xml|rels)$/.test(name));
  const text = (name: string) => new TextDecoder().decode(archive.read(name) ?? new Uint8Array());

  test('is well-formed in every part', () => {
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) expect(() => readXmlTexts(text(part), 't'), part).not.toThrow();
  });

  test('reads back as what was typed, without what no file can hold', () => {
    const all = readXmlTexts(text('word/document.xml'), 't').join('\n');
    for (const line of shown.flatMap((one) => one.split('\n')).filter((one) => one.trim() !== '')) expect(all).toContain(line);
    for (const sign of ['\u0000', '\u0008', '\u000b', '\u001b', '\u202e', '\ufffe', '\ufffd']) expect(all).not.toContain(sign);
  });

  test('has no field, macro or outside link of anybody', () => {
    const whole = parts.map(text).join('\n');
    const fields = readXmlTexts(text('word/document.xml'), 'instrText').filter(
      (field) => !/^\s*(TOC|PAGE|PAGEREF|NUMPAGES)\b/.test(field),
    );
    expect(fields).toEqual([]);
    expect(whole).not.toMatch(/TargetMode="External"|vbaProject|DDEAUTO/);
  });
});

function valueIn(sheet: Worksheet | undefined, address: string): unknown {
  const { value } = sheet?.getCell(address) ?? {};
  return typeof value === 'object' && value !== null && 'richText' in value
    ? value.richText.map((run) => run.text).join('')
    : value;
}

test('the same assessment gives the same bytes each time, whatever was written before and when', async () => {
  for (const write of [resultWorkbook, reportDocx]) {
    const first = Buffer.from(await write(scored, 'zh-CN'));
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    expect(Buffer.from(await write(scored, 'zh-CN')).equals(first)).toBe(true);
    vi.useRealTimers();
  }
});
