/** Begins a file, so that spreadsheet programs know UTF-8. */
export const byteOrderMark = '\ufeff';

/**
 * One line of a CSV file (RFC 4180) with its end. Quoted where it has to be; a text that a spreadsheet would take for a formula gets
 * an apostrophe in front, a number written as text does not.
 */
export function csvLine(values: readonly (string | number | null)[]): string {
  return `${values.map(cellOf).join(',')}\r\n`;
}

function cellOf(value: string | number | null): string {
  const text = String(value ?? '');
  const isFormula = typeof value === 'string' && /^\s*[=+\-@\t\r＝＋－＠]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
