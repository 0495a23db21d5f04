import { type Message, message } from '../../i18n/translate.ts';
import type { ImportNotes } from './import-report.ts';
import type { SourceNode } from './source-tree.ts';

/** A node of a flat list that names its parent. */
export interface FlatNode {
  readonly node: SourceNode;
  /** Empty when it has none. */
  readonly key: string;
  /** null: it stands at the top. */
  readonly parent: string | null;
  /** As the source says, from 1; null where it does not. */
  readonly depth: number | null;
}

/** Deeper nodes stand beside their parents. */
const deepest = 28;

interface Linked {
  readonly flat: FlatNode;
  parent: Linked | null;
  readonly children: Linked[];
  level: number;
}

/** Makes a tree of a flat list. Unknown parents, cycles and too great a depth are told, and every node is kept. */
export function linkNodes(nodes: readonly FlatNode[], notes: ImportNotes): SourceNode[] {
  const linked = nodes.map((flat): Linked => ({ flat, parent: null, children: [], level: 0 }));
  const byKey = new Map<string, Linked>();
  for (const item of linked) {
    const { key, node } = item.flat;
    if (key !== '' && byKey.has(key)) tell(node, message('imports.keyTwice', { found: key }), notes);
    else if (key !== '') byKey.set(key, item);
  }
  linked.forEach((item, index) => {
    item.parent = parentOf(item, index, linked, byKey, notes);
  });
  for (const item of linked) breakCycle(item, notes);
  for (const item of linked) placeWithin(item, notes);
  const roots = linked.filter((item) => item.parent === null);
  for (const item of linked) item.parent?.children.push(item);
  return roots.map(toNode);
}

function tell(node: SourceNode, text: Message, notes: ImportNotes): void {
  notes.oddities.push({ place: node.place, text });
}

/** The parent that it names; where there is none such, the last node before it that is one level higher. */
function parentOf(
  { flat }: Linked,
  index: number,
  all: readonly Linked[],
  byKey: ReadonlyMap<string, Linked>,
  notes: ImportNotes,
): Linked | null {
  if (flat.parent === null) return null;
  const named = byKey.get(flat.parent);
  if (named) return named;
  tell(flat.node, message('imports.parentUnknown', { found: flat.parent }), notes);
  for (let before = index - 1; before >= 0 && flat.depth !== null && flat.depth > 1; before -= 1) {
    const candidate = all[before];
    if (candidate?.flat.depth === flat.depth - 1) return candidate;
  }
  return null;
}

function breakCycle(item: Linked, notes: ImportNotes): void {
  let slow: Linked | null = item;
  let fast: Linked | null = item.parent;
  while (fast && fast !== slow) {
    slow = slow?.parent ?? null;
    fast = fast.parent?.parent ?? null;
  }
  if (!fast) return;
  tell(item.flat.node, message('imports.cycle', { found: item.flat.key }), notes);
  item.parent = null;
}

/** Counts the level; a node that would stand too deep is given to the deepest one above it that may have children. */
function placeWithin(item: Linked, notes: ImportNotes): void {
  const chain: Linked[] = [];
  for (let at: Linked | null = item; at && at.level === 0; at = at.parent) chain.push(at);
  for (const link of chain.reverse()) {
    const above = link.parent?.level ?? 0;
    if (above >= deepest && link.parent) {
      tell(link.flat.node, message('imports.tooDeep', { most: deepest }), notes);
      link.parent = link.parent.parent;
      link.level = above;
    } else link.level = above + 1;
  }
}

function toNode({ flat, children }: Linked): SourceNode {
  return children.length === 0 ? flat.node : { ...flat.node, children: [...flat.node.children, ...children.map(toNode)] };
}
