import { isMap, type YAMLSeq } from 'yaml';
import { columnOf, endOf, lineEnd, lineStart, type OpenYaml, startOf } from './open-yaml.ts';
import type { TextEdit } from './text-edit.ts';
import { type Wanted, writeItem } from './write-node.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The lines of an entry of a block list, the last line break with them. Comments right above it, and those further in
 * behind it, belong to it; empty lines do not.
 */
export function linesOfItem({ text }: OpenYaml, list: YAMLSeq, index: number): Span {
  const column = columnOf(text, startOf(list));
  const item = list.items[index];
  const start = withCommentsAbove(text, dashLine(text, startOf(item), column), column);
  return { start, end: withCommentsBelow(text, nextLine(text, endOf(text, item)), column) };
}

/** Takes entries `from` to `to` (exclusive) out of a list that keeps others. */
export function removeItems(yaml: OpenYaml, list: YAMLSeq, from: number, to: number): TextEdit[] {
  if (from >= to) return [];
  const { text } = yaml;
  if (list.flow) {
    const next = list.items[to];
    const before = list.items[from - 1];
    if (next) return [{ start: startOf(list.items[from]), end: startOf(next), text: '' }];
    return [{ start: before ? endOf(text, before) : startOf(list) + 1, end: endOf(text, list.items[to - 1]), text: '' }];
  }
  const { start } = linesOfItem(yaml, list, from);
  const { end } = linesOfItem(yaml, list, to - 1);
  return [{ start: from === 0 ? start : withoutEmptyLines(text, start), end, text: '' }];
}

/** Puts new entries before the one at `index`, or behind the last; in the manner of those that stand there. */
export function insertItems(yaml: OpenYaml, list: YAMLSeq, index: number, wanted: readonly Wanted[], key: string): TextEdit[] {
  if (wanted.length === 0) return [];
  const { text, style } = yaml;
  const sibling = list.items[0];
  const onOneLine = list.flow === true || (isMap(sibling) && sibling.flow === true);
  const place = { column: columnOf(text, startOf(list)), inFlow: list.flow === true };
  const written = wanted.map((value) => writeItem(value, key, place, style, onOneLine));
  return list.flow
    ? [insertInBrackets(yaml, list, index, written.join(', '))]
    : [insertLines(yaml, list, index, written.map((lines) => ' '.repeat(place.column) + lines).join('\n'))];
}

/** Puts whole lines, set in as the list is and without a line break at their end, before the entry at `index`. */
export function insertLines(yaml: OpenYaml, list: YAMLSeq, index: number, lines: string): TextEdit {
  const { text } = yaml;
  const next = list.items[index];
  if (index === 0 && next) {
    const { start } = linesOfItem(yaml, list, 0);
    return { start, end: start, text: `${lines}\n` };
  }
  const { end } = linesOfItem(yaml, list, Math.min(index, list.items.length) - 1);
  const gap = isAiry(yaml, list) ? '\n' : '';
  if (end > 0 && text[end - 1] !== '\n') return { start: end, end, text: `\n${gap}${lines}` };
  return { start: end, end, text: `${gap}${lines}\n` };
}

export function insertInBrackets({ text }: OpenYaml, list: YAMLSeq, index: number, written: string): TextEdit {
  const next = list.items[index];
  if (next) return { start: startOf(next), end: startOf(next), text: `${written}, ` };
  const last = list.items.at(-1);
  const at = last ? endOf(text, last) : startOf(list) + 1;
  return { start: at, end: at, text: last ? `, ${written}` : written };
}

/** Whether empty lines part the entries. */
function isAiry(yaml: OpenYaml, list: YAMLSeq): boolean {
  if (list.items.length < 2) return false;
  const { start } = linesOfItem(yaml, list, 1);
  return withoutEmptyLines(yaml.text, start) < start;
}

function dashLine(text: string, offset: number, column: number): number {
  let line = lineStart(text, offset);
  while (line > 0 && !(text[line + column] === '-' && text.slice(line, line + column).trim() === ''))
    line = lineStart(text, line - 1);
  return line;
}

function withCommentsAbove(text: string, line: number, column: number): number {
  let start = line;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const words = text.slice(above, start - 1);
    if (!words.trimStart().startsWith('#') || words.indexOf('#') !== column) return start;
    start = above;
  }
  return start;
}

function withCommentsBelow(text: string, line: number, column: number): number {
  let end = line;
  while (end < text.length) {
    const words = text.slice(end, lineEnd(text, end));
    if (!words.trimStart().startsWith('#') || words.indexOf('#') <= column) return end;
    end = nextLine(text, end);
  }
  return end;
}

function withoutEmptyLines(text: string, line: number): number {
  let start = line;
  while (start > 0 && text.slice(lineStart(text, start - 1), start).trim() === '') start = lineStart(text, start - 1);
  return start;
}

export function nextLine(text: string, offset: number): number {
  return Math.min(lineEnd(text, offset) + 1, text.length);
}
