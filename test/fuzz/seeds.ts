import { readFile } from 'node:fs/promises';
import { toOscalCatalog } from '../../src/catalog/exports/oscal-catalog.ts';
import { writeCriteriaSheets } from '../../src/catalog/sheets/write-criteria-sheets.ts';
import { nested, packed } from '../support/archives.ts';
import { goodCriteria } from '../support/criteria-text.ts';
import { formsOf } from '../support/file-forms.ts';
import { heicPicture, phonePicture, tiffPicture } from '../support/pictures.ts';
import { compound, office, openDocument, pdf, png, zip } from '../support/sample-files.ts';
import { variantCriteria } from '../support/variant-text.ts';
import { entriesOf } from '../support/zip-archive.ts';

/** Good files, small enough to be read hundreds of times a second. */
const texts =
  (...all: string[]) =>
  async () =>
    all.map((text) => Buffer.from(text));

export const criteriaTexts = texts(goodCriteria, variantCriteria);

export async function criteriaWorkbooks(): Promise<Buffer[]> {
  const { form, overlays } = formsOf(goodCriteria);
  return unpackedToo(Buffer.from(await writeCriteriaSheets(form, overlays)));
}

/** The workbook, and the same stored without compression, so that damage meets the sheets and not only the packing. */
function unpackedToo(workbook: Buffer): Buffer[] {
  return [workbook, zip(entriesOf(workbook)), zip(entriesOf(workbook))];
}

export async function oscal(): Promise<Buffer[]> {
  const { form, overlays } = formsOf(goodCriteria);
  return [Buffer.from(JSON.stringify(toOscalCatalog(form, overlays, '2026-01-05T00:00:00Z'), null, 1))];
}

export const ciso = texts(`urn: urn:x:library:service
locale: zh
ref_id: service-lib
name: 服务框架
version: 3
objects:
  framework:
    urn: urn:x:framework:service
    ref_id: service
    name: 服务框架
    min_score: 1
    max_score: 4
    translations: {en: {name: Service}}
    requirement_nodes:
      - {urn: urn:x:a, assessable: false, depth: 1, ref_id: A, name: 部分}
      - {urn: urn:x:a1, assessable: true, depth: 2, parent_urn: urn:x:a, ref_id: A.1, name: 要求, description: 说明}
`);

export const samm = texts(`---
{model: SAMM20, id: f1, name: Governance, description: About, order: 2, type: Function}
---
{function: f1, id: p1, name: Strategy, shortName: SM, order: 1, type: Practice}
---
{practice: p1, id: s1, name: Create, letter: A, order: 1, type: Stream}
---
{stream: s1, level: l1, id: a1, title: First, type: Activity}
---
{practice: p1, maturityLevel: m1, id: l1, type: PracticeLevel}
---
{id: m1, number: 1, type: MaturityLevel}
---
{activity: a1, answerSet: k, id: q1, text: Do you?, order: 1, quality: [Written down], type: Question}
---
{id: k, values: [{text: "No", value: 0, order: 0}, {text: All, value: 1, order: 1}], type: AnswerSet}
`);

export const lists = texts(
  '编号,名称,要求,分值,English title\n1,体系,,,System\n1.1,组织,设立部门,4,Organization\n1.2,人员,人员充足,6,Staff\n',
  'id\ttitle\tpoints\n1\tA\t10\n1.1\t"B\nC"\t5\n',
);

export const answers = texts(
  '满意度,网点,日期\r\n5,甲,2026-01-02\r\n4,乙,2026/1/3\r\n3,甲,2026年1月4日\r\n很好,乙,昨天\r\n,乙,2026-01-06\r\n',
  '\uFEFFscore;site\n5;"a ""b"""\n1;c\n',
);

export const days = texts('day,kind,name\n2026-01-01,holiday,元旦\n2026-01-04,调休上班,调休\n2026-10-01,放假,国庆节\n');

/** A workbook of one sheet with shared and inline strings, numbers and a date. */
export async function sheets(): Promise<Buffer[]> {
  const cells = (row: number, ...values: string[]) =>
    `<row r="${row}">${values.map((value, at) => `<c r="${'ABC'[at]}${row}" ${value}</c>`).join('')}</row>`;
  const data = [
    cells(1, 't="s"><v>0</v>', 't="s"><v>1</v>', 't="inlineStr"><is><t>points</t></is>'),
    cells(2, '><v>1</v>', 't="s"><v>0</v>', '><v>45000</v>'),
    cells(3, '><v>1.1</v>', 't="inlineStr"><is><t>x &amp; y</t></is>', 't="b"><v>1</v>'),
  ].join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return unpackedToo(
    packed(
      Object.entries({
        '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
        'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>编号</t></si><si><r><t>名</t></r><r><t>称</t></r></si></sst>`,
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${data}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>`,
      }).map(([name, text]) => ({ name, content: Buffer.from(text) })),
    ),
  );
}

export async function archives(): Promise<Buffer[]> {
  const text = { name: 'c.txt', content: Buffer.from('text '.repeat(200)) };
  const archive = packed([text, { name: 'd/e.docx', content: office('docx') }]);
  return [
    archive,
    nested(3, Buffer.from('x')),
    office('docx'),
    office('xlsx'),
    openDocument('application/vnd.oasis.opendocument.text'),
  ];
}

export async function pictures(): Promise<Buffer[]> {
  return [png('x'), heicPicture, tiffPicture, await phonePicture('jpeg'), await phonePicture('webp')];
}

export async function papers(): Promise<Buffer[]> {
  return [pdf, compound, await readFile('docs/examples/evidence/parts-price-list.pdf')];
}
