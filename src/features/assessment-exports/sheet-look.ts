import type { Worksheet } from '@cj-tech-master/excelts';

/** A cell takes at most so many characters. */
const mostCharacters = 32_767;

/** Heads and widths of columns, in the look of all our workbooks. */
export function addHead(sheet: Worksheet, columns: readonly (readonly [string, number])[]): void {
  columns.forEach(([head, width], at) => {
    sheet.getColumn(at + 1).width = width;
    const cell = sheet.getCell(1, at + 1);
    cell.value = head;
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F3A4D' } };
    cell.alignment = { wrapText: true, vertical: 'middle' };
  });
}

/** A text for a cell: cut to what a cell takes. It is a text, never a formula. */
export function asText(text: string): string {
  const clean = xmlText(text);
  const cut = clean.length <= mostCharacters ? clean : `${clean.slice(0, mostCharacters - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  // Readers take `_x0041_` for the sign of that number; what was typed so has to say that it is meant.
  return cut.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

/** A text without signs that XML knows none of, without halves of characters, and without marks that turn its direction unseen. */
export function xmlText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs to leave out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu, '')
      .replace(/\r\n?/g, '\n')
  );
}
