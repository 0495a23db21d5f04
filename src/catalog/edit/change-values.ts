import { isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { rankOfKey } from '../sheets/write-criteria-yaml.ts';
import { insertItems, nextLine, removeItems } from './list-lines.ts';
import { columnOf, endOf, findPair, keyOf, lineEnd, lineStart, type OpenYaml, startOf } from './open-yaml.ts';
import { plainOf } from './plain-of.ts';
import { isList, isSame, isWantedMap, pruned } from './same-value.ts';
import type { TextEdit } from './text-edit.ts';
import { type Place, type Wanted, type WantedMap, writeItem, writePair, writeScalar } from './write-node.ts';

/** A key whose value is written already. */
export interface WrittenPair {
  readonly key: string;
  readonly write: (place: Place) => string;
}

/**
 * The fewest edits after which the map says what is wanted, and has the pairs that are written already. Comments, order and
 * quotes of all else stay.
 */
export function changeMap(
  yaml: OpenYaml,
  map: YAMLMap,
  wanted: WantedMap,
  isTop = false,
  written: readonly WrittenPair[] = [],
): TextEdit[] {
  const entries = Object.entries(wanted).map(([key, patch]) => ({ key, value: pruned(patch), patch, pair: findPair(map, key) }));
  const gone = new Set(entries.flatMap(({ value, patch, pair }) => (pair && isGone(pair, value, patch) ? [pair] : [])));
  if (needsRewriting(yaml, map, gone)) return rewriteMap(yaml, map, wanted);
  const added = entries.flatMap(({ key, value, pair }) =>
    !pair && value !== undefined ? [{ key, write: (place: Place) => writePair(key, value, place, yaml.style) }] : [],
  );
  const kept = entries.flatMap(({ patch, pair }) => (pair && patch !== undefined && !gone.has(pair) ? [{ patch, pair }] : []));
  return [
    ...kept.flatMap(({ patch, pair }) => changePair(yaml, pair, patch, map)),
    ...insertPairs(yaml, map, [...added, ...written], gone, isTop),
    ...removePairs(yaml, map, gone),
  ];
}

/** A pair goes when nothing is wanted of it, and when of a map or list nothing would be left. */
function isGone(pair: Pair, value: Wanted | undefined, patch: Wanted | undefined): boolean {
  if (value !== undefined) return false;
  if (patch === undefined || isList(patch)) return true;
  return isMap(pair.value) && isWantedMap(patch) && pair.value.items.every((one) => keyOf(one) in patch);
}

function changePair(yaml: OpenYaml, pair: Pair, wanted: Wanted, map: YAMLMap): TextEdit[] {
  const { value } = pair;
  const key = keyOf(pair);
  if (isSame(yaml, value, wanted)) return [];
  if (isMap(value) && isWantedMap(wanted)) return changeMap(yaml, value, wanted);
  if (isSeq(value) && isList(wanted) && value.items.length > 0) return changeList(yaml, value, wanted, key);
  const column = columnOf(yaml.text, startOf(pair.key));
  if (isScalar(value) && value.range && value.range[1] > value.range[0] && isLeaf(wanted)) {
    return [changeScalar(yaml, value, wanted, key, { column, inFlow: map.flow === true })];
  }
  return replaceValue(yaml, pair, wanted, { column, inFlow: map.flow === true });
}

function isLeaf(wanted: Wanted): boolean {
  return !isList(wanted) && !isWantedMap(wanted);
}

function changeScalar(yaml: OpenYaml, scalar: Scalar, wanted: Wanted, key: string, at: Place, mayBreak = true): TextEdit {
  const { text, style } = yaml;
  const [start, end] = [startOf(scalar), endOf(text, scalar)];
  const isBlock = scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED';
  const isLast = isBlock || text.slice(end, lineEnd(text, end)).trim() === '';
  const written = writeScalar(wanted, key, scalar.type, at, style, mayBreak && !at.inFlow && isLast);
  return { start, end, text: written };
}

/** For a value of another kind. A comment behind a value on its line stays there. */
function replaceValue({ text, style }: OpenYaml, pair: Pair, wanted: Wanted, at: Place): TextEdit[] {
  const key = keyOf(pair);
  const colon = afterColon(text, pair.key);
  const written = writePair(key, pruned(wanted) ?? '', at, style);
  const value = written.slice(written.indexOf(':', key.length) + 1);
  const end = Math.max(colon, endOf(text, pair.value));
  const isBlockNow = !isScalar(pair.value) && lineEnd(text, colon) < end;
  const comment = isBlockNow ? '' : text.slice(end, lineEnd(text, end));
  if (value.startsWith('\n') && comment.trim().startsWith('#')) {
    return [
      { start: colon, end, text: '' },
      { start: end + comment.length, end: end + comment.length, text: value },
    ];
  }
  return [{ start: colon, end, text: value }];
}

function changeList(yaml: OpenYaml, list: YAMLSeq, wanted: readonly Wanted[], key: string): TextEdit[] {
  const old = list.items;
  let before = 0;
  while (before < old.length && before < wanted.length && isSame(yaml, old[before], wanted[before] ?? '')) before += 1;
  let after = 0;
  while (
    after < old.length - before &&
    after < wanted.length - before &&
    isSame(yaml, old.at(-1 - after), wanted.at(-1 - after) ?? '')
  )
    after += 1;
  const [oldEnd, newEnd] = [old.length - after, wanted.length - after];
  const both = Math.min(oldEnd, newEnd);
  const changed = old
    .slice(before, both)
    .flatMap((item, index) => changeItem(yaml, list, item, wanted[before + index] ?? '', key));
  return [
    ...changed,
    ...removeItems(yaml, list, both, oldEnd),
    ...insertItems(yaml, list, oldEnd, wanted.slice(both, newEnd), key),
  ];
}

function changeItem(yaml: OpenYaml, list: YAMLSeq, item: unknown, wanted: Wanted, key: string): TextEdit[] {
  if (isSame(yaml, item, wanted)) return [];
  if (isMap(item) && isWantedMap(wanted)) return changeMap(yaml, item, wanted);
  const { text, style } = yaml;
  const inFlow = list.flow === true;
  const column = columnOf(text, startOf(list));
  if (isScalar(item) && isLeaf(wanted)) return [changeScalar(yaml, item, wanted, key, { column, inFlow }, false)];
  const written = writeItem(pruned(wanted) ?? '', key, { column, inFlow }, style, true).replace(/^- +/, '');
  return [{ start: startOf(item), end: endOf(text, item), text: written }];
}

/** Lines of a block, or what stands between commas. */
function removePairs({ text }: OpenYaml, map: YAMLMap, gone: ReadonlySet<Pair>): TextEdit[] {
  const { items } = map;
  if (gone.size === 0) return [];
  if (!map.flow) {
    return [...gone].map((pair) => ({
      start: lineStart(text, startOf(pair.key)),
      end: nextLine(text, endOfPair(text, pair)),
      text: '',
    }));
  }
  const lastKept = items.findLastIndex((pair) => !gone.has(pair));
  const kept = items[lastKept];
  const last = items.at(-1);
  const tail =
    kept && last && lastKept < items.length - 1 ? [{ start: endOfPair(text, kept), end: endOfPair(text, last), text: '' }] : [];
  const inner = items.flatMap((pair, index) => {
    const next = items[index + 1];
    return gone.has(pair) && index < lastKept && next ? [{ start: startOf(pair.key), end: startOf(next.key), text: '' }] : [];
  });
  return [...inner, ...tail];
}

/** Each where it belongs among the keys that stay. */
function insertPairs(
  yaml: OpenYaml,
  map: YAMLMap,
  added: readonly WrittenPair[],
  gone: ReadonlySet<Pair>,
  isTop: boolean,
): TextEdit[] {
  const left = map.items.filter((pair) => !gone.has(pair));
  const ranked = added.map((pair) => ({ ...pair, rank: rankOfKey(pair.key, isTop) })).sort((a, b) => a.rank - b.rank);
  return ranked.map(({ rank, write }) => insertPair(yaml, map, lastBefore(left, rank, isTop), write));
}

function insertPair({ text }: OpenYaml, map: YAMLMap, before: Pair | undefined, write: WrittenPair['write']): TextEdit {
  const first = map.items[0];
  const inFlow = map.flow === true;
  const column = first ? columnOf(text, startOf((before ?? first).key)) : 0;
  const written = write({ column, inFlow });
  const newLine = `\n${' '.repeat(column)}`;
  if (!before) {
    const at = first ? startOf(first.key) : startOf(map) + 1;
    return { start: at, end: at, text: first ? `${written}${inFlow ? ', ' : newLine}` : written };
  }
  const end = endOfPair(text, before);
  if (!inFlow) return { start: lineEnd(text, end), end: lineEnd(text, end), text: `${newLine}${written}` };
  const hasOwnLine = text.slice(lineStart(text, startOf(before.key)), startOf(before.key)).trim() === '';
  return { start: end, end, text: `,${hasOwnLine ? newLine : ' '}${written}` };
}

/** The key behind which one of that rank belongs. */
function lastBefore(pairs: readonly Pair[], rank: number, isTop: boolean): Pair | undefined {
  let best: { pair: Pair; rank: number } | undefined;
  for (const pair of pairs) {
    const own = rankOfKey(keyOf(pair), isTop);
    if (own <= rank && (best === undefined || own >= best.rank)) best = { pair, rank: own };
  }
  return best?.pair;
}

export function endOfPair(text: string, { key, value }: Pair): number {
  return Math.max(endOf(text, value), afterColon(text, key));
}

/** The offset behind the colon of a key; of a key without one, behind the key. */
function afterColon(text: string, key: unknown): number {
  const end = endOf(text, key);
  const [colon = ''] = /^\s*:/.exec(text.slice(end, end + 200)) ?? [];
  return end + colon.length;
}

/** Only a map that would lose all of its keys, or the one beside its dash, is written anew. */
function needsRewriting({ text }: OpenYaml, map: YAMLMap, gone: ReadonlySet<Pair>): boolean {
  const first = map.items[0];
  if (!first || gone.size === 0) return false;
  if (gone.size === map.items.length) return true;
  const start = startOf(first.key);
  return gone.has(first) && !map.flow && text.slice(lineStart(text, start), start).trim() !== '';
}

function rewriteMap(yaml: OpenYaml, map: YAMLMap, wanted: WantedMap): TextEdit[] {
  const { text, style } = yaml;
  const left = Object.fromEntries([
    ...map.items.filter((pair) => !(keyOf(pair) in wanted)).map((pair) => [keyOf(pair), plainOf(pair.value)]),
    ...Object.entries(wanted),
  ]);
  const column = columnOf(text, startOf(map.items[0]?.key ?? map));
  const written = Object.entries(pruned(left) ?? {})
    .map(([key, value]) => writePair(key, value, { column, inFlow: map.flow === true }, style))
    .join(map.flow ? ', ' : `\n${' '.repeat(column)}`);
  const inner = map.flow ? 1 : 0;
  return [{ start: startOf(map) + inner, end: endOf(text, map) - inner, text: written === '' && !map.flow ? '{}' : written }];
}
