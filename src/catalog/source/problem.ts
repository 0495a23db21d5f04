import type { Language } from '../../i18n/language.ts';
import { type Message, translateMessage } from '../../i18n/translate.ts';
import { isWorkbookName } from './workbook-name.ts';
import type { Path } from './yaml-source.ts';

/**
 * Something wrong in a file, at the place of the value (or the unknown key) that is wrong. Lines and columns count from 1;
 * in a workbook they are the row and the column of a cell.
 */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The sheet of a workbook; absent in a text file. */
  readonly sheet?: string;
  /** Where in the values of the file; absent when it is no value that is wrong. */
  readonly path?: Path;
  /** The rule, the value found and what is allowed. */
  readonly message: Message;
  /** What was probably meant; null where nothing can be suggested. */
  readonly hint: Message | null;
}

/** The message and its hint as one text. */
export function problemText({ message, hint }: Problem, language: Language): string {
  const text = translateMessage(message, language);
  if (!hint) return text;
  return `${text}${language === 'en' ? ' ' : ''}${translateMessage(hint, language)}`;
}

/**
 * `file:line:column: message`, which editors and terminals make a link of; in a workbook `file: sheet!B7: message`, and
 * `file: message` where the whole workbook is meant.
 */
export function formatProblem(problem: Problem, language: Language): string {
  return `${problem.file}${placeText(problem)}: ${problemText(problem, language)}`;
}

function placeText({ file, line, column, sheet }: Problem): string {
  if (sheet !== undefined) return `: ${sheet}!${cellName(line, column)}`;
  return isWorkbookName(file) ? '' : `:${line}:${column}`;
}

/** A cell as spreadsheet programs call it: row 7 of column 2 is `B7`. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

/** By place within each file or sheet; these keep the order in which they first occur. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const whereOf = ({ file, sheet = '' }: Problem) => `${file}\n${sheet}`;
  const rank = new Map([...new Set(problems.map(whereOf))].map((where, index) => [where, index]));
  return [...problems].sort(
    (a, b) => (rank.get(whereOf(a)) ?? 0) - (rank.get(whereOf(b)) ?? 0) || a.line - b.line || a.column - b.column,
  );
}
