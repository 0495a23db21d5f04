import { type Message, message } from '../../i18n/translate.ts';
import { decodeEscapes, readSheetCells, type SharedParts, type SheetCells } from './read-sheet-cells.ts';
import { readXml } from './xml-events.ts';
import { type Archive, BadArchive, openArchive } from './zip-directory.ts';

export interface Sheet extends SheetCells {
  readonly name: string;
  readonly isHidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** What was left out and is no fault. */
  readonly notes: readonly Message[];
}

/** Bytes of the file as it comes. */
const largestWorkbook = 20 * 1024 * 1024;

/** Reads an XLSX workbook, or says why it is none or none that we read. Never throws on any bytes; follows no link out of the file. */
export function readWorkbook(bytes: Uint8Array): { workbook: Workbook } | { refused: Message } {
  const refused = refusalOf(bytes);
  if (refused) return { refused };
  try {
    const archive = openArchive(bytes);
    refuseStrangeContent(archive);
    return { workbook: readParts(archive) };
  } catch (error) {
    if (error instanceof BadArchive) return { refused: error.reason };
    throw error;
  }
}

function refusalOf(bytes: Uint8Array): Message | null {
  if (bytes.length === 0) return message('catalog.emptyFile');
  if (bytes.length > largestWorkbook)
    return message('sheets.fileTooLarge', { size: (bytes.length / 1024 / 1024).toFixed(1), most: 20 });
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return compoundRefusal(bytes);
  if (startsWith(bytes, [0x50, 0x4b])) return null;
  return isText(bytes.subarray(0, 4096)) ? message('sheets.textFile') : message('sheets.noWorkbook');
}

/** The old binary format and encrypted workbooks share their frame; the names in it, in UTF-16, tell them apart. */
function compoundRefusal(bytes: Uint8Array): Message {
  const frame = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (frame.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return message('sheets.protected');
  if (frame.includes(Buffer.from('Workbook', 'utf16le')) || frame.includes(Buffer.from('Book', 'utf16le')))
    return message('sheets.oldFormat');
  return message('sheets.noWorkbook');
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function isText(start: Uint8Array): boolean {
  return !start.includes(0) && start.every((byte) => byte >= 9);
}

function refuseStrangeContent({ names, read }: Archive): void {
  if (names.some((name) => /vbaproject\.bin$/i.test(name))) throw new BadArchive(message('sheets.macros'));
  const types = read('[Content_Types].xml');
  if (types && decode(types).includes('macroEnabled')) throw new BadArchive(message('sheets.macros'));
  if (names.includes('xl/workbook.bin')) throw new BadArchive(message('sheets.binaryFormat'));
  if (names.includes('mimetype') && names.includes('content.xml')) throw new BadArchive(message('sheets.openDocument'));
  if (!names.includes('xl/workbook.xml')) throw new BadArchive(message('sheets.noWorkbook'));
}

function readParts(archive: Archive): Workbook {
  const { listed, from1904 } = listSheets(text(archive, 'xl/workbook.xml'));
  const targets = readTargets(text(archive, 'xl/_rels/workbook.xml.rels'));
  const styles = readDateStyles(text(archive, 'xl/styles.xml'));
  const parts: SharedParts = {
    strings: readStrings(text(archive, 'xl/sharedStrings.xml')),
    isDate: (style) => styles[style] ?? false,
    from1904,
  };
  const sheets = listed.flatMap(({ name, relation, isHidden }) => {
    const target = targets.get(relation);
    if (target === undefined || !archive.names.includes(target)) return [];
    return [{ name, isHidden, ...readSheetCells(text(archive, target), parts) }];
  });
  const hasLinks = archive.names.some((name) => name.startsWith('xl/externalLinks/'));
  return { sheets, notes: hasLinks ? [message('sheets.externalLinks')] : [] };
}

function text({ read }: Archive, name: string): string {
  const bytes = read(name);
  return bytes ? decode(bytes) : '';
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

interface ListedSheet {
  readonly name: string;
  readonly relation: string;
  readonly isHidden: boolean;
}

function listSheets(xml: string): { listed: ListedSheet[]; from1904: boolean } {
  const listed: ListedSheet[] = [];
  let from1904 = false;
  readXml(xml, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attributes().date1904 ?? '');
      if (tag !== 'sheet') return;
      const { name = '', id = '', state = 'visible' } = attributes();
      listed.push({ name, relation: id, isHidden: state !== 'visible' });
    },
  });
  return { listed, from1904 };
}

/** Relation → name of the part within the archive; what lies outside the file is left out. */
function readTargets(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  readXml(xml, {
    open: (tag, attributes) => {
      if (tag !== 'Relationship') return;
      const { Id = '', Target = '', TargetMode = 'Internal' } = attributes();
      if (TargetMode === 'Internal')
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`);
    },
  });
  return targets;
}

/** The texts that cells refer to; of marked-up text the text, without the readings of its characters. */
function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let found = '';
  let within = '';
  let isReading = false;
  readXml(xml, {
    open: (tag) => {
      within = tag;
      if (tag === 'si') found = '';
      if (tag === 'rPh') isReading = true;
    },
    close: (tag) => {
      within = '';
      if (tag === 'si') strings.push(decodeEscapes(found));
      if (tag === 'rPh') isReading = false;
    },
    text: (part) => {
      if (within === 't' && !isReading) found += part;
    },
  });
  return strings;
}

/** For each style of cells whether it shows numbers as dates. */
function readDateStyles(xml: string): boolean[] {
  const own = new Map<number, string>();
  const styles: boolean[] = [];
  let within = '';
  readXml(xml, {
    open: (tag, attributes) => {
      if (tag === 'cellXfs') within = tag;
      if (tag === 'numFmt') own.set(Number(attributes().numFmtId), attributes().formatCode ?? '');
      if (tag === 'xf' && within === 'cellXfs') styles.push(isDateFormat(Number(attributes().numFmtId ?? 0), own));
    },
    close: (tag) => {
      if (tag === 'cellXfs') within = '';
    },
  });
  return styles;
}

function isDateFormat(id: number, own: ReadonlyMap<number, string>): boolean {
  const code = own.get(id);
  if (code !== undefined) return /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|General|Red|@/g, ''));
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}
