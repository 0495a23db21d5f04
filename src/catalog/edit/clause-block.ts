import { isMap, type YAMLMap, type YAMLSeq } from 'yaml';
import { changeMap } from './change-values.ts';
import { childrenOf } from './clause-maps.ts';
import { insertInBrackets, insertLines, linesOfItem, removeItems } from './list-lines.ts';
import { columnOf, endOf, keyOf, type OpenYaml, openYaml, startOf } from './open-yaml.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';
import { type Place, type WantedMap, writeItem, writeOnOneLine } from './write-node.ts';

/** What only a rated clause says, and goes when it gets clauses below. */
const ratingKeys: WantedMap = {
  rate_by: undefined,
  sample: undefined,
  scale: undefined,
  step: undefined,
  measure: undefined,
  checklist: undefined,
  not_applicable: undefined,
  maturity: undefined,
};

/** The lines of a clause with all below it, its dash in column 0; after some edits within it. */
export function cutLines(yaml: OpenYaml, list: YAMLSeq, index: number, edits: readonly TextEdit[] = []): string {
  const { text } = yaml;
  const item = list.items[index];
  const span = list.flow ? { start: startOf(item), end: endOf(text, item) } : linesOfItem(yaml, list, index);
  const moved = edits.map(({ start, end, text: by }) => ({ start: start - span.start, end: end - span.start, text: by }));
  const lines = applyEdits(text.slice(span.start, span.end), moved).trimEnd();
  return list.flow ? `- ${lines}` : shift(lines, -columnOf(text, startOf(list)));
}

/** A new clause below `parent`, its dash in column 0; on one line where its siblings are. */
export function newLines({ style }: OpenYaml, parent: YAMLMap, clause: WantedMap): string {
  const sibling = childrenOf(parent)?.items[0];
  return writeItem(clause, 'clauses', { column: 0, inFlow: false }, style, isMap(sibling) && sibling.flow === true);
}

/** Puts a clause below `parent`, before the one at `index`; a parent that was rated becomes a section. */
export function pasteLines(yaml: OpenYaml, parent: YAMLMap, index: number, lines: string): TextEdit[] {
  const list = childrenOf(parent);
  if (list?.flow) return [insertInBrackets(yaml, list, index, onOneLine(lines))];
  if (list) return [insertLines(yaml, list, index, shift(lines, columnOf(yaml.text, startOf(list))))];
  const isTop = parent === yaml.contents;
  const [first] = parent.items;
  const rated = Object.fromEntries(Object.entries(ratingKeys).filter(([key]) => !first || keyOf(first) !== key));
  const section = { clauses: undefined, ...(isTop ? {} : { aggregate: 'sum', ...rated }) };
  const { indentSeq, step } = yaml.style;
  const write = ({ column, inFlow }: Place) =>
    inFlow ? `clauses: [${onOneLine(lines)}]` : `clauses:\n${shift(lines, column + (indentSeq ? step : 0))}`;
  return changeMap(yaml, parent, section, isTop, [{ key: 'clauses', write }]);
}

/** Takes a clause out of those below `parent`; the last one takes the sum along. */
export function removeLines(yaml: OpenYaml, parent: YAMLMap, index: number): TextEdit[] {
  const list = childrenOf(parent);
  if (!list) return [];
  if (list.items.length > 1) return removeItems(yaml, list, index, index + 1);
  const isTop = parent === yaml.contents;
  return changeMap(yaml, parent, isTop ? { clauses: undefined } : { clauses: undefined, aggregate: undefined }, isTop);
}

function shift(lines: string, by: number): string {
  if (by >= 0) return lines.replace(/^(?=.*\S)/gm, ' '.repeat(by));
  return lines.replace(new RegExp(`^ {1,${-by}}`, 'gm'), '');
}

/** The same within brackets; comments have no place there. */
function onOneLine(lines: string): string {
  const yaml = openYaml(`clauses:\n${lines}\n`);
  const [item] = (yaml && childrenOf(yaml.contents)?.items) ?? [];
  return yaml && isMap(item) ? writeOnOneLine(item, yaml.style) : '{}';
}
