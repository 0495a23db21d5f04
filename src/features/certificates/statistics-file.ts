import { Workbook } from '@cj-tech-master/excelts';
import type { Translate } from '../../i18n/translate.ts';
import { byteOrderMark, csvLine } from '../../web/csv.ts';
import { asText } from '../assessment-exports/sheet-look.ts';
import type { StatisticsPage } from './certificate-pages.ts';

/** A table as rows of cells, its head first. */
export type Table = readonly (readonly (string | number)[])[];

export function statisticsTable(rows: StatisticsPage['rows'], t: Translate): Table {
  const head = ['year', 'grade', 'trade', 'state', 'count'] as const;
  return [
    head.map((key) => t(`certificates.${key}`)),
    ...rows.map(({ year, grade, trade, state, count }) => [year, grade, trade ?? '', t(`certificates.state.${state}`), count]),
  ];
}

/** For spreadsheets: UTF-8 with its mark. */
export function csvOf(table: Table): string {
  return byteOrderMark + table.map((cells) => csvLine(cells)).join('');
}

/** The same as XLSX: texts are kept as texts, numbers as numbers. */
export async function workbookOf(title: string, table: Table): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = 'Assay';
  const sheet = workbook.addWorksheet(title.slice(0, 31));
  for (const cells of table) sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? asText(cell) : cell)));
  sheet.getRow(1).font = { bold: true };
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  for (let column = 1; column <= (table[0]?.length ?? 0); column += 1) sheet.getColumn(column).width = 22;
  return workbook.xlsx.writeBuffer();
}
