import { buffer } from 'node:stream/consumers';
import { TextDecoder } from 'node:util';
import { CsvError, parse } from 'csv-parse';
import { parse as parseNow } from 'csv-parse/sync';
import type { CellContent } from '../../catalog/sheets/read-sheet-cells.ts';
import { readWorkbook, type Sheet } from '../../catalog/sheets/read-workbook.ts';
import { type Message, message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { type FileSource, openSource } from '../../storage/file-source.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A sheet of answers that can be read row by row. */
export interface SurveySource {
  /** null for a workbook. */
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  /** The sheet of a workbook that is read, the first that has rows. */
  readonly sheet: string | null;
  /** Rows in order, the header first; `row` counts as the sheet does, so that people find it again. Empty rows are passed over. */
  readonly rows: () => AsyncIterable<SheetRow>;
}

export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

const delimiters = [',', '\t', ';', '|'] as const;

/** Opens a CSV file or an XLSX workbook, told apart by how they begin; a message when it is neither. */
export async function openSurvey(file: FileSource): Promise<SurveySource | { readonly refused: Message }> {
  const head = await headOf(file, 64 * 1024);
  if (head[0] === 0x50 && head[1] === 0x4b) return openWorkbook(file);
  const encoding = await encodingOf(file, head);
  if (!encoding) return { refused: message('imports.unknownEncoding') };
  const start = new TextDecoder(encoding).decode(head);
  const delimiter = delimiterIn(start, head.length < 64 * 1024);
  return { encoding, delimiter, sheet: null, rows: () => csvRows(file, encoding, delimiter) };
}

async function headOf(file: FileSource, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await openSource(file, { start: 0, end: most - 1 })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** By its mark, else UTF-8 or GB 18030 (which holds GBK and GB 2312), whichever fits from beginning to end; null: none of them. */
async function encodingOf(file: FileSource, head: Buffer): Promise<Encoding | null> {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  for (const encoding of ['utf-8', 'gb18030'] as const) if (await fits(file, encoding)) return encoding;
  return null;
}

async function fits(file: FileSource, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of await openSource(file)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

const csvOptions = { bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true } as const;

/** The sign that parts the first lines into most columns, and evenly. */
function delimiterIn(text: string, isWhole: boolean): string {
  const lines = text.split(/\r\n|\r|\n/);
  const start = (isWhole ? lines : lines.slice(0, -1)).slice(0, 20).join('\n');
  const evenness = (delimiter: string) => {
    const counts = columnCounts(start, delimiter);
    const first = counts[0] ?? 0;
    return first < 2 ? 0 : counts.filter((count) => count === first).length * 1000 + first;
  };
  return [...delimiters].sort((a, b) => evenness(b) - evenness(a))[0] ?? ',';
}

function columnCounts(text: string, delimiter: string): number[] {
  try {
    const rows: string[][] = parseNow(text, { ...csvOptions, delimiter });
    return rows.map(({ length }) => length);
  } catch {
    // The beginning may end within quotes; then this sign parts nothing.
    return [];
  }
}

async function* csvRows(file: FileSource, encoding: Encoding, delimiter: string): AsyncIterable<SheetRow> {
  const decoder = new TextDecoder(encoding);
  const parser = parse({ ...csvOptions, delimiter, max_record_size: 1_000_000 });
  const feeding = feed(file, decoder, parser);
  // Row numbers count records, as a spreadsheet program shows them, not lines of text.
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      yield { row, cells: record.map((cell) => cell.trim()) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new AppError('invalid', message('surveys.brokenRow', { row: row + 1 }), {}, { cause: error });
  } finally {
    await feeding;
  }
}

async function feed(file: FileSource, decoder: TextDecoder, parser: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const chunk of await openSource(file)) {
      if (!parser.write(decoder.decode(chunk, { stream: true }))) await drained(parser);
      // What cannot be read, or is no longer wanted, ends the file, too.
      if (parser.destroyed) return;
    }
    parser.end(decoder.decode());
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

function drained(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((ready) => {
    const goOn = () => {
      parser.off('drain', goOn).off('close', goOn);
      ready();
    };
    parser.once('drain', goOn).once('close', goOn);
  });
}

async function openWorkbook(file: FileSource): Promise<SurveySource | { readonly refused: Message }> {
  const read = readWorkbook(await buffer(await openSource(file)));
  if ('refused' in read) return read;
  const sheet = read.workbook.sheets.find(({ isHidden, rows }) => !isHidden && rows.size > 0);
  if (!sheet) return { refused: message('surveys.noRows') };
  return { encoding: null, delimiter: null, sheet: sheet.name, rows: () => sheetRows(sheet) };
}

async function* sheetRows({ rows }: Sheet): AsyncIterable<SheetRow> {
  for (const [row, cells] of rows) {
    const width = Math.min(200, Math.max(0, ...cells.keys()));
    const texts = Array.from({ length: width }, (_, index) => textOf(cells.get(index + 1)?.content));
    if (texts.some((text) => text !== '')) yield { row, cells: texts };
  }
}

function textOf(content: CellContent | undefined): string {
  if (!content || content.kind === 'error' || content.kind === 'nothing') return '';
  if (content.kind === 'number') return String(Number(content.number.toPrecision(15)));
  return content.kind === 'boolean' ? (content.is ? 'yes' : 'no') : content.text.trim();
}
