export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** Rows in columns that stand under each other in a terminal, where a Chinese character is two cells wide. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const lines = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => cellWidth(line[index] ?? ''))));
  return lines.map((line) =>
    columns
      .map(({ align }, index) => pad(line[index] ?? '', widths[index] ?? 0, align))
      .join('  ')
      .trimEnd(),
  );
}

function pad(text: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, width - cellWidth(text)));
  return align === 'left' ? text + space : space + text;
}

/** Cells in a terminal: two for Chinese, full-width forms and the like, none for marks set on a letter. */
export function cellWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /\p{Mn}/u.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;

/** The start of a text that fits into so many cells, with an ellipsis when it is cut. */
export function cutToWidth(text: string, width: number): string {
  if (cellWidth(text) <= width) return text;
  let [cut, cells] = ['', 0];
  for (const character of text) {
    cells += cellWidth(character);
    if (cells > width - 1) break;
    cut += character;
  }
  return `${cut}…`;
}
