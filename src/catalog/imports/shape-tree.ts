import { message } from '../../i18n/translate.ts';
import type { ImportNotes } from './import-report.ts';
import type { SourceLanguage, SourceNode } from './source-tree.ts';

/** A node as it will be a clause. `own` is rated itself and has children that explain it. */
export interface ShapedNode {
  readonly node: SourceNode;
  readonly role: 'leaf' | 'inner' | 'own' | 'explaining';
  readonly children: readonly ShapedNode[];
}

/** Nodes so deep have no children of their own any more; one level is kept for generated ones. */
const deepest = 30;

/** Fits a foreign tree to ours, where every leaf is rated. Texts that belong to no rated node go into the guidance above, at the top into `loose`. */
export function shapeTree(
  nodes: readonly SourceNode[],
  language: SourceLanguage,
  notes: ImportNotes,
): { nodes: ShapedNode[]; loose: string[] } {
  const shaping: Shaping = { language, notes, rated: countRated(nodes) };
  return shapeAll(nodes, 1, shaping);
}

interface Shaping {
  readonly language: SourceLanguage;
  readonly notes: ImportNotes;
  /** How many nodes below each are rated. */
  readonly rated: ReadonlyMap<SourceNode, number>;
}

function countRated(nodes: readonly SourceNode[]): Map<SourceNode, number> {
  const counts = new Map<SourceNode, number>();
  const count = (node: SourceNode): number => {
    const below = node.children.reduce((sum, child) => sum + count(child), 0);
    counts.set(node, below);
    return below + (node.rating ? 1 : 0);
  };
  for (const node of nodes) count(node);
  return counts;
}

function shapeAll(nodes: readonly SourceNode[], depth: number, shaping: Shaping): { nodes: ShapedNode[]; loose: string[] } {
  const loose: string[] = [];
  const shaped = nodes.flatMap((node) => {
    const below = shaping.rated.get(node) ?? 0;
    if (node.rating || below > 0) return shapeNode(node, below, depth, shaping);
    loose.push(...looseTexts(node));
    shaping.notes.mapped.push({ place: node.place, text: message('imports.textOnly') });
    return [];
  });
  return { nodes: shaped, loose };
}

function shapeNode(node: SourceNode, below: number, depth: number, shaping: Shaping): ShapedNode[] {
  if (node.children.length === 0) return [{ node, role: 'leaf', children: [] }];
  if (node.rating && below === 0) {
    shaping.notes.mapped.push({ place: node.place, text: message('imports.explainedByChildren') });
    return [{ node, role: 'own', children: node.children.map(explaining) }];
  }
  if (depth >= deepest) {
    shaping.notes.oddities.push({ place: node.place, text: message('imports.tooDeep', { most: deepest }) });
    return ratedBelow(node).map((leaf) => ({ node: { ...leaf, children: [] }, role: 'leaf', children: [] }));
  }
  const { nodes, loose } = shapeAll(node.children, depth + 1, shaping);
  const itself = node.rating ? [ratedItself(node, shaping)] : [];
  const guidance = [itself.length > 0 ? '' : node.guidance, ...loose].filter(Boolean).join('\n\n');
  const inner = {
    ...node,
    rating: null,
    guidance,
    ...(itself.length > 0 && { requirement: '', points: null, translated: titleOnly(node) }),
  };
  return [{ node: inner, role: 'inner', children: [...itself, ...nodes] }];
}

/** A node that is rated and has rated children: its own rating becomes the first child, so that nothing of either is lost. */
function ratedItself(node: SourceNode, { language, notes }: Shaping): ShapedNode {
  notes.mapped.push({ place: node.place, text: message('imports.generatedChild') });
  const suffix = { 'zh-CN': '（总体）', en: ' (overall)' };
  const other = language === 'en' ? 'zh-CN' : 'en';
  const title = node.title || node.number;
  const translated = node.translated?.title
    ? { ...node.translated, title: node.translated.title + suffix[other] }
    : node.translated;
  const leaf = {
    ...node,
    key: node.key === '' ? '' : `${node.key}-itself`,
    number: '',
    title: title === '' ? '' : title + suffix[language],
    translated,
    aggregate: null,
    children: [],
  };
  return { node: leaf, role: 'leaf', children: [] };
}

function titleOnly({ translated }: SourceNode): SourceNode['translated'] {
  return translated?.title ? { title: translated.title } : null;
}

function explaining(node: SourceNode): ShapedNode {
  return { node: { ...node, rating: null, points: null }, role: 'explaining', children: node.children.map(explaining) };
}

function ratedBelow(node: SourceNode): SourceNode[] {
  return [...(node.rating ? [node] : []), ...node.children.flatMap(ratedBelow)];
}

function looseTexts(node: SourceNode): string[] {
  const own = [[node.number, node.title].filter(Boolean).join(' '), node.requirement, node.guidance].filter(Boolean);
  return [own.join('\n'), ...node.children.flatMap(looseTexts)].filter(Boolean);
}
