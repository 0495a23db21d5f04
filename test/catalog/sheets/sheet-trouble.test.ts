import { deflateRawSync } from 'node:zlib';
import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { expect, test } from 'vitest';
import { readCriteriaSheets } from '../../../src/catalog/sheets/read-criteria-sheets.ts';
import { columnsOf, sheetKeys } from '../../../src/catalog/sheets/sheet-layout.ts';
import { templateCriteria } from '../../../src/catalog/sheets/template-criteria.ts';
import { writeCriteriaSheets } from '../../../src/catalog/sheets/write-criteria-sheets.ts';
import { formatProblem } from '../../../src/catalog/source/problem.ts';
import { entriesOf, zipOf } from '../../support/zip-archive.ts';

const { form, overlays } = templateCriteria('en');
const good = await writeCriteriaSheets(form, overlays);

function linesOf(bytes: Uint8Array): { problems: string[]; notes: string[]; form: unknown } {
  const read = readCriteriaSheets('c.xlsx', bytes);
  const show = (list: typeof read.problems) => list.map((problem) => formatProblem(problem, 'en'));
  return { problems: show(read.problems), notes: show(read.notes), form: read.form };
}

type Edit = (sheet: (name: string) => Worksheet, workbook: Workbook) => void;

async function edited(edit: Edit): Promise<ReturnType<typeof linesOf>> {
  const workbook = new Workbook();
  await workbook.xlsx.load(good);
  edit((name) => workbook.worksheets.find((sheet) => sheet.name.endsWith(name)) ?? workbook.addWorksheet(name), workbook);
  return linesOf(await workbook.xlsx.writeBuffer());
}

/** The cell of a sheet below the header with that key, in the row. */
function cell(sheet: Worksheet, key: string, row: number) {
  const headers = sheet.getRow(1);
  for (let column = 1; column <= sheet.columnCount; column += 1) {
    if (String(headers.getCell(column).value).split(' ').slice(1).join(' ') === key) return sheet.getCell(row, column);
  }
  throw new Error(`No column ${key}`);
}

test('the template is in order', () => {
  expect(linesOf(good)).toEqual({ problems: [], notes: [], form });
});

test.each<[string, Edit, string]>([
  [
    'points that do not add up',
    (of) => {
      cell(of('Clauses'), 'points', 4).value = 41;
    },
    'c.xlsx: 条款 Clauses!J3: The points of its clauses add up to 101',
  ],
  [
    'a doubled id',
    (of) => {
      cell(of('Clauses'), 'id', 5).value = 'repair-records';
    },
    'c.xlsx: 条款 Clauses!B5:',
  ],
  [
    'an unknown parent',
    (of) => {
      cell(of('Clauses'), 'parent', 5).value = 'servise';
    },
    'c.xlsx: 条款 Clauses!A5: There is no clause with the id or number “servise” to be the parent. Did you mean “service”?',
  ],
  [
    'a parent that is itself',
    (of) => {
      cell(of('Clauses'), 'parent', 5).value = 'complaint-handling';
    },
    'c.xlsx: 条款 Clauses!A5: The parent “complaint-handling” is this clause itself',
  ],
  [
    'a circle of parents',
    (of) => {
      cell(of('Clauses'), 'parent', 3).value = 'repair-records';
    },
    'c.xlsx: 条款 Clauses!A4: The parent “service” is this clause itself or stands below it.',
  ],
  [
    'a word that is none',
    (of) => {
      cell(of('Clauses'), 'rate_by', 4).value = 'sampel';
    },
    'c.xlsx: 条款 Clauses!N4: “sampel” is not one of: met, sample',
  ],
  [
    'a date',
    (of) => {
      cell(of('Clauses'), 'number', 4).value = new Date('2026-05-01T00:00:00Z');
      cell(of('Clauses'), 'number', 4).numFmt = 'yyyy-mm-dd';
    },
    'c.xlsx: 条款 Clauses!C4: The cell became a date (2026-05-01)',
  ],
  [
    'a number of a clause as a figure',
    (of) => {
      cell(of('Clauses'), 'number', 4).value = 5.1;
    },
    'c.xlsx: 条款 Clauses!C4: The number 5.1 is stored as a figure',
  ],
  [
    'an error',
    (of) => {
      cell(of('Clauses'), 'points', 4).value = { error: '#REF!' };
    },
    'c.xlsx: 条款 Clauses!J4: The cell holds the error #REF!.',
  ],
  [
    'a formula without result',
    (of) => {
      cell(of('Clauses'), 'points', 4).value = { formula: '20*2' };
    },
    'c.xlsx: 条款 Clauses!J4: The formula has no result.',
  ],
  [
    'merged cells',
    (of) => {
      of('Clauses').mergeCells('A4:A6');
    },
    'c.xlsx: 条款 Clauses!A4: The cells A4:A6 are merged.',
  ],
  [
    'a full cell',
    (of) => {
      cell(of('Clauses'), 'requirement en', 4).value = 'x'.repeat(32_767);
    },
    'c.xlsx: 条款 Clauses!G4: The text has 32767 characters; at most 20000 are allowed.',
  ],
  [
    'a renamed sheet',
    (of) => {
      of('Clauses').name = '条款 Clause';
    },
    'c.xlsx: 条款 Clause!A1: Unknown sheet “条款 Clause”. Did you mean “条款 Clauses”?',
  ],
  [
    'a missing sheet',
    (of, workbook) => {
      workbook.removeWorksheet(of('Clauses').id);
    },
    'c.xlsx: The sheet “条款 Clauses” is missing.',
  ],
  [
    'a misspelt column',
    (of) => {
      of('Clauses').getCell('J1').value = '分植 poinst';
    },
    'c.xlsx: 条款 Clauses!J1: Unknown column “分植 poinst”. Did you mean “分值 points”?',
  ],
  [
    'a missing column',
    (of) => {
      of('Clauses').getCell('B1').value = null;
    },
    'c.xlsx: 条款 Clauses!A1: The column “标识 id” is missing.',
  ],
  [
    'a doubled column',
    (of) => {
      of('Clauses').getCell('AA1').value = 'id';
      of('Clauses').getCell('AB1').value = 'ID';
    },
    'c.xlsx: 条款 Clauses!AA1: The column “id” is there twice.',
  ],
  [
    'no header',
    (of) => {
      of('Bands').spliceRows(1, 2);
    },
    'c.xlsx: 档位 Bands!A1: There is no header in the first ten rows.',
  ],
  [
    'an unknown setting',
    (of) => {
      of('Criteria').getCell('A4').value = 'versoin';
    },
    'c.xlsx: 准则 Criteria!A4: Unknown item “versoin”.',
  ],
  [
    'a doubled setting',
    (of) => {
      of('Criteria').getCell('A4').value = '准则标识 id';
      of('Criteria').getCell('A3').value = 'id';
    },
    'c.xlsx: 准则 Criteria!A4: The item “准则标识 id” is there twice.',
  ],
  [
    'a bad version, once',
    (of) => {
      of('Criteria').getCell('C4').value = '1.0';
    },
    'c.xlsx: 准则 Criteria!C4: “1.0” is not a version',
  ],
  [
    'a part of no clause',
    (of) => {
      cell(of('Evidence'), 'clause', 3).value = 'repair-record';
    },
    'c.xlsx: 证据 Evidence!A3: There is no clause with the id “repair-record”. Did you mean “repair-records”?',
  ],
  [
    'a condition of nothing',
    (of) => {
      cell(of('Conditions'), 'grade', 3).value = null;
    },
    'c.xlsx: 条件 Conditions!C3: A condition names either a grade or a gate',
  ],
  [
    'a band out of order',
    (of) => {
      cell(of('Bands'), 'at', 4).value = 96;
    },
    'c.xlsx: 档位 Bands!B4: The bound 96 must be below the one before, 95',
  ],
  [
    'a share above 1',
    (of) => {
      cell(of('Scales'), 'share', 5).value = 100;
    },
    'c.xlsx: 量表 Scales!D5: “100” is wrong: a number from 0 to 1 with at most 6 decimals is needed. Did you mean “1”?',
  ],
  [
    'a translation of nothing',
    (of) => {
      cell(of('Clauses'), 'guidance zh-CN', 5).value = '多余';
    },
    'c.xlsx: 条款 Clauses!H5: The criteria file has no “guidance” that this could translate.',
  ],
  [
    'control characters',
    (of) => {
      cell(of('Clauses'), 'title en', 4).value = 'a_x0007_b';
    },
    'c.xlsx: 条款 Clauses!E4: The text contains control characters',
  ],
])('names %s with sheet and cell', async (_, edit, expected) => {
  const { problems } = await edited(edit);
  expect(
    problems.filter((line) => line.startsWith(expected)),
    problems.join('\n'),
  ).toHaveLength(1);
});

test.each<[string, Edit, string | null]>([
  [
    'a formula with a result',
    (of) => {
      cell(of('Clauses'), 'points', 4).value = { formula: '0.1+0.2+39.7', result: 40.00000000000001 };
    },
    '条款 Clauses!J4: The cell holds a formula; its result was used.',
  ],
  [
    'a number stored as text',
    (of) => {
      cell(of('Clauses'), 'points', 4).value = ' 40 ';
    },
    null,
  ],
  [
    'full-width digits',
    (of) => {
      cell(of('Clauses'), 'points', 4).value = '４０';
    },
    '条款 Clauses!J4: There are full-width characters; it was read as “40”.',
  ],
  [
    'full-width words and spaces',
    (of) => {
      cell(of('Clauses'), 'parent', 4).value = '　ｓｅｒｖｉｃｅ ';
    },
    '条款 Clauses!A4: There are full-width characters; it was read as “service”.',
  ],
  [
    'the parent by its number',
    (of) => {
      cell(of('Clauses'), 'parent', 4).value = '1';
    },
    null,
  ],
  [
    'the parent by its number as a figure',
    (of) => {
      cell(of('Clauses'), 'parent', 4).value = 1;
    },
    '条款 Clauses!A4: The cell is stored as a figure and was read as the text “1”.',
  ],
  [
    'a Chinese word',
    (of) => {
      cell(of('Clauses'), 'rate_by', 4).value = '抽样';
    },
    null,
  ],
  [
    'a code alone, in capitals',
    (of) => {
      cell(of('Clauses'), 'not_applicable', 4).value = 'With-Reason ';
    },
    null,
  ],
  [
    'a true instead of yes',
    (of) => {
      cell(of('Evidence'), 'required', 3).value = true;
    },
    null,
  ],
  [
    'Chinese audit methods',
    (of) => {
      cell(of('Clauses'), 'method', 4).value = '查阅文件、抽样检查';
    },
    null,
  ],
  [
    'an empty row and one of spaces',
    (of) => {
      of('Clauses').spliceRows(5, 0, [], ['  ', ' ']);
    },
    null,
  ],
  [
    'no line of explanations',
    (of) => {
      of('Clauses').spliceRows(2, 1);
    },
    null,
  ],
  [
    'a title above the header',
    (of) => {
      of('Clauses').spliceRows(1, 0, ['My criteria'], []);
    },
    null,
  ],
  [
    'a hidden sheet',
    (of) => {
      of('Scales').state = 'veryHidden';
    },
    '量表 Scales!A1: This sheet is hidden; it was read all the same.',
  ],
  [
    'a sheet of the author',
    (of) => {
      of('Notizen').getCell('A1').value = 'x';
    },
    'Notizen!A1: The sheet “Notizen” was not read',
  ],
  [
    'a column of the author',
    (of) => {
      of('Clauses').getCell('AK1').value = 'Remarks of mine';
      of('Clauses').getCell('AK4').value = 'x';
    },
    '条款 Clauses!AK1: The column “Remarks of mine” was not read',
  ],
  [
    'sheets named in one language',
    (of) => {
      of('Clauses').name = '条款';
      of('Scales').name = ' scales';
    },
    null,
  ],
  [
    'headers named in one language',
    (of) => {
      of('Clauses').getCell('J1').value = '分值';
      of('Clauses').getCell('E1').value = 'title (English)';
    },
    null,
  ],
  [
    'merged cells in the header',
    (of) => {
      of('Clauses').mergeCells('AC1:AD2');
    },
    null,
  ],
  [
    'marked-up text',
    (of) => {
      cell(of('Clauses'), 'title en', 4).value = { richText: [{ text: 'Repair ', font: { bold: true } }, { text: 'records' }] };
    },
    null,
  ],
  [
    'line ends of Windows',
    (of) => {
      cell(of('Clauses'), 'title en', 4).value = 'Repair records\r\n';
    },
    null,
  ],
])('understands %s', async (_, edit, note) => {
  const read = await edited(edit);
  expect(read.problems).toEqual([]);
  expect(read.form).toEqual(form);
  expect(
    read.notes.map((line) => line.slice('c.xlsx: '.length)).map((line) => (note ? line.slice(0, note.length) : line)),
  ).toEqual(note ? [note] : []);
});

test('warns of a text that the program may have cut', async () => {
  const { notes } = await edited((of) => {
    cell(of('Clauses'), 'requirement en', 4).value = 'x'.repeat(32_767);
  });
  expect(notes).toEqual(['c.xlsx: 条款 Clauses!G4: The cell is full (32767 characters); the program may have cut the text.']);
});

test('names every problem at once, in the order of the sheets', async () => {
  const { problems } = await edited((of) => {
    cell(of('Bands'), 'share', 3).value = 2;
    cell(of('Clauses'), 'points', 4).value = 'x';
    of('Criteria').getCell('C3').value = 'Bad Id';
  });
  expect(problems.map((line) => line.split(':').slice(0, 2).join(':'))).toEqual([
    'c.xlsx: 准则 Criteria!C3',
    'c.xlsx: 条款 Clauses!J4',
    'c.xlsx: 档位 Bands!C3',
  ]);
});

const parts = entriesOf(good);
const sheetOfClauses = 'xl/worksheets/sheet3.xml';
const compound = (name: string) =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504), Buffer.from(name, 'utf16le')]);

test.each<[string, Uint8Array, string]>([
  ['an empty file', new Uint8Array(), 'The file is empty.'],
  ['CSV under the wrong name', Buffer.from('编号,标题\n1,服务\n'), 'This is a text file, such as CSV'],
  ['an old workbook', compound('Workbook'), 'This is a workbook in the old format (.xls).'],
  ['a protected workbook', compound('EncryptedPackage'), 'The workbook is protected by a password'],
  ['another compound file', compound('WordDocument'), 'This is not an Excel workbook (.xlsx).'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'This is not an Excel workbook (.xlsx).'],
  ['half an archive', good.subarray(0, good.length / 2), 'The file is damaged'],
  ['another archive', zipOf({ 'a.txt': 'x' }), 'This is not an Excel workbook (.xlsx).'],
  ['macros', zipOf({ ...parts, 'xl/vbaProject.bin': 'x' }), 'The workbook contains macros'],
  [
    'macros by type only',
    zipOf({ ...parts, '[Content_Types].xml': 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }),
    'The workbook contains macros',
  ],
  ['a binary workbook', zipOf({ 'xl/workbook.bin': 'x' }), 'This is a binary workbook (.xlsb).'],
  [
    'an OpenDocument sheet',
    zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    'This is an OpenDocument spreadsheet',
  ],
  ['encrypted entries', zipOf(parts, { flags: 1 }), 'The workbook is protected by a password'],
  ['a bomb that says so', zipOf({ 'xl/workbook.xml': 'x' }, { unpacked: 4_000_000_000 }), 'Unpacked the file would have 3815 MB'],
  [
    'too many entries',
    zipOf(Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`e${index}`, '']))),
    'The file has 10001 parts',
  ],
  [
    'a document type',
    zipOf({ ...parts, [sheetOfClauses]: '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' }),
    'The inside of the workbook declares a document type',
  ],
  [
    'a sheet that breaks off',
    zipOf({ ...parts, [sheetOfClauses]: `${(parts[sheetOfClauses] ?? '').slice(0, -5)}<c r="` }),
    'The inside of the workbook is incomplete',
  ],
  [
    'cells outside any sheet',
    zipOf({ ...parts, [sheetOfClauses]: '<sheetData><row r="99999999"><c r="A1"><v>1</v></c></row></sheetData>' }),
    'The inside of the workbook is incomplete',
  ],
])('refuses %s', (_, bytes, expected) => {
  const { problems, form } = linesOf(bytes);
  expect(form).toBeNull();
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`c.xlsx: ${expected}`);
});

test('a bomb whose directory lies is stopped at the size it states', () => {
  const packed = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
  const lying = Buffer.from(zipOf({ 'xl/workbook.xml': packed }, { unpacked: 1000 }));
  for (let at = 0; at < lying.length - 4; at += 1) {
    if (lying.readUInt32LE(at) === 0x02014b50) lying.writeUInt16LE(8, at + 10);
  }
  const before = process.memoryUsage().arrayBuffers;
  expect(linesOf(lying).problems).toEqual(['c.xlsx: The file is damaged and cannot be unpacked.']);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
});

test('a merge of the whole sheet costs nothing and is named', () => {
  const sheet = (parts[sheetOfClauses] ?? '').replace(
    '</sheetData>',
    '</sheetData><mergeCells><mergeCell ref="A4:XFD1048576"/></mergeCells>',
  );
  const start = Date.now();
  expect(linesOf(zipOf({ ...parts, [sheetOfClauses]: sheet })).problems).toContainEqual(
    expect.stringContaining('条款 Clauses!A4: The cells A4:XFD1048576 are merged.'),
  );
  expect(Date.now() - start).toBeLessThan(2000);
});

test('links to other files are noted and not followed', () => {
  expect(linesOf(zipOf({ ...parts, 'xl/externalLinks/externalLink1.xml': '<x/>' }))).toMatchObject({
    problems: [],
    notes: ['c.xlsx: The workbook links to other files; they were not read, only the values in its cells.'],
  });
});

test('drop-downs are there for every column with a fixed choice, none longer than spreadsheet programs allow', async () => {
  const lists = Object.values(parts).flatMap((xml) =>
    [...xml.matchAll(/<formula1>&quot;(.*?)&quot;<\/formula1>/g)].map(([, list = '']) => list),
  );
  const choices = sheetKeys.flatMap(columnsOf).filter(({ words, kind }) => words.length > 0 && kind !== 'list');
  expect(lists.length).toBeGreaterThanOrEqual(choices.length + 2);
  for (const list of lists) expect(list.length).toBeLessThanOrEqual(255);
});

test('no byte changed by chance makes it throw', () => {
  let seed = 7;
  for (let round = 0; round < 60; round += 1) {
    const bytes = Buffer.from(zipOf(parts));
    for (let change = 0; change < 5; change += 1) {
      seed = (seed * 48_271) % 2_147_483_647;
      bytes[seed % bytes.length] = seed % 256;
    }
    expect(() => linesOf(bytes)).not.toThrow();
  }
});
