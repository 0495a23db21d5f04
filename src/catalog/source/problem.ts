import type { Language } from '../../i18n/language.ts';
import { type Message, translateMessage } from '../../i18n/translate.ts';

/** Something wrong in a file, at the place of the value (or the unknown key) that is wrong. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
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

/** `file:line:column: message`, which editors and terminals make a link of. */
export function formatProblem(problem: Problem, language: Language): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problemText(problem, language)}`;
}

/** By place within each file; files keep the order in which they first occur. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const rank = new Map([...new Set(problems.map(({ file }) => file))].map((file, index) => [file, index]));
  return [...problems].sort(
    (a, b) => (rank.get(a.file) ?? 0) - (rank.get(b.file) ?? 0) || a.line - b.line || a.column - b.column,
  );
}
