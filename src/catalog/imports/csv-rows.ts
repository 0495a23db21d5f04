/** Rows of a list with where they stand. */
export interface ListRow {
  readonly place: string;
  readonly cells: readonly string[];
}

const delimiters = [',', ';', '\t', '|', '，'] as const;
type Delimiter = (typeof delimiters)[number];

/** Rows of comma-separated text (RFC 4180); the delimiter is the one that parts the first lines most evenly. Empty rows are left out. */
export function readCsv(file: string, text: string): ListRow[] {
  const start = text.split('\n').slice(0, 20).join('\n');
  const delimiter = [...delimiters].sort((a, b) => evenness(start, b) - evenness(start, a))[0] ?? ',';
  return parse(text, delimiter)
    .map(({ line, cells }) => ({ place: `${file}:${line}:1`, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** How many columns most of the rows have; 0 when the delimiter parts nothing. */
function evenness(text: string, delimiter: Delimiter): number {
  const counts = parse(text, delimiter)
    .map(({ cells }) => cells.length)
    .filter((count) => count > 1);
  const most = Math.max(0, ...counts);
  return most === 0 ? 0 : counts.filter((count) => count === most).length * 100 + most;
}

const cellPatterns = new Map(
  delimiters.map((delimiter) => {
    const plain = delimiter === '|' ? '\\|' : delimiter;
    return [delimiter, new RegExp(`[ ]*"((?:[^"]|"")*)"[^${plain}\\n]*(${plain}|\\n|$)|([^${plain}\\n]*)(${plain}|\\n|$)`, 'y')];
  }),
);

/** Cell by cell: quoted ones may hold line breaks and doubled quotes. */
function parse(text: string, delimiter: Delimiter): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = [];
  const pattern = new RegExp(cellPatterns.get(delimiter) ?? /$/y);
  let [cells, line, rowLine] = [Array.of<string>(), 1, 1];
  while (pattern.lastIndex < text.length) {
    const [found = '', quoted, endOfQuoted, plain = '', endOfPlain] = pattern.exec(text) ?? [];
    cells.push(quoted === undefined ? plain.replace(/\r$/, '') : quoted.replaceAll('""', '"'));
    line += found.split('\n').length - 1;
    if ((endOfQuoted ?? endOfPlain) === delimiter) continue;
    rows.push({ line: rowLine, cells });
    [cells, rowLine] = [[], line];
  }
  if (cells.length > 0) rows.push({ line: rowLine, cells });
  return rows;
}
