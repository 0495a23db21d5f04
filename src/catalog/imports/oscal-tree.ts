import { message } from '../../i18n/translate.ts';
import { createTally, type ForeignSource, type KeyTally, keyDropped } from './foreign-source.ts';
import type { ImportNotes } from './import-report.ts';
import { ownFacts } from './oscal-own.ts';
import { explainingClass, labelOf, propOf, readParameters, readParts } from './oscal-parts.ts';
import { alterControl, type Selection } from './oscal-profile.ts';
import { emptyNode, type SourceNode } from './source-tree.ts';
import { mapsOf, type SourceMap, textOf } from './source-values.ts';

interface Reading {
  readonly source: ForeignSource;
  readonly selection: Selection;
  readonly notes: ImportNotes;
  readonly tally: KeyTally;
  readonly parameters: Map<string, string>;
}

type Path = readonly (string | number)[];
const known = new Set([
  'id',
  'class',
  'title',
  'params',
  'props',
  'parts',
  'groups',
  'controls',
  'uuid',
  'metadata',
  'back-matter',
]);
const deepest = 28;

/** Groups and controls as a tree; controls that are not selected or were withdrawn are left out, their chosen children kept. */
export function readOscalTree(source: ForeignSource, catalog: SourceMap, selection: Selection, notes: ImportNotes): SourceNode[] {
  const reading: Reading = { source, selection, notes, tally: createTally(), parameters: new Map() };
  reading.tally.see(catalog, known, () => source.placeOf(['catalog']));
  readParameters(catalog.params, selection.parameters, reading.parameters);
  collectParameters(catalog, reading, 0);
  const nodes = childrenOf(catalog, ['catalog'], [], reading);
  reading.tally.tell(notes, keyDropped);
  return nodes;
}

/** First of all, because a text may use the parameter of another control. */
function collectParameters(map: SourceMap, reading: Reading, depth: number): void {
  if (depth > deepest) return;
  for (const child of [...mapsOf(map.groups), ...mapsOf(map.controls)]) {
    readParameters(child.params, reading.selection.parameters, reading.parameters);
    collectParameters(child, reading, depth + 1);
  }
}

/** Groups stand before controls, unless our own export says in which order they were. */
function childrenOf(map: SourceMap, path: Path, parents: readonly string[], reading: Reading): SourceNode[] {
  if (parents.length > deepest) {
    reading.notes.dropped.push({ place: reading.source.placeOf(path), text: message('imports.tooDeep', { most: deepest }) });
    return [];
  }
  const groups = mapsOf(map.groups).map((child, at) => ({
    child,
    nodes: groupNode(child, [...path, 'groups', at], parents, reading),
  }));
  const controls = mapsOf(map.controls).map((child, at) => ({
    child,
    nodes: controlNodes(child, [...path, 'controls', at], parents, reading),
  }));
  const all = [...groups, ...controls];
  const places = all.map(({ child }) => Number.parseInt(propOf(child, 'criteria-order'), 10));
  const sorted = places.some(Number.isNaN)
    ? all
    : [...all].sort((a, b) => (places[all.indexOf(a)] ?? 0) - (places[all.indexOf(b)] ?? 0));
  return sorted.flatMap(({ nodes }) => nodes);
}

function groupNode(map: SourceMap, path: Path, parents: readonly string[], reading: Reading): SourceNode[] {
  const node = textNode(map, path, reading);
  const children = childrenOf(map, path, [...parents, textOf(map.id)], reading);
  // A group that a profile leaves empty is not of interest to anybody.
  return children.length === 0 && mapsOf(map.controls).length + mapsOf(map.groups).length > 0 ? [] : [{ ...node, children }];
}

function controlNodes(given: SourceMap, path: Path, parents: readonly string[], reading: Reading): SourceNode[] {
  const { selection, notes, source } = reading;
  const id = textOf(given.id);
  const children = childrenOf(given, path, [...parents, id], reading);
  if (!selection.includes(id, parents)) return children;
  if (/^withdrawn$/i.test(propOf(given, 'status'))) {
    notes.dropped.push({ place: source.placeOf(path), text: message('imports.withdrawn', { found: id }) });
    return children;
  }
  const map = alterControl(given, selection.alters.get(id) ?? []);
  const node = textNode(map, path, reading);
  return [{ ...node, rating: node.rating ?? { rate_by: 'met' }, children: [...explainingNodes(map, path), ...children] }];
}

function textNode(map: SourceMap, path: Path, { source, notes, tally, parameters }: Reading): SourceNode {
  const place = source.placeOf(path);
  tally.see(map, known, () => place);
  const { statement, guidance, left } = readParts(map.parts, parameters);
  if (left.length > 0)
    notes.dropped.push({ place, text: message('imports.partsDropped', { parts: [...new Set(left)].join(', ') }) });
  if (textOf(map.id) === '') notes.oddities.push({ place, text: message('imports.idMissing') });
  const own = ownFacts(map);
  const title = textOf(map.title);
  return {
    ...emptyNode(place),
    key: textOf(map.id),
    number: labelOf(map),
    title,
    requirement: statement,
    guidance,
    ...own,
  };
}

/** Parts of our own exports that are clauses which only explain. */
function explainingNodes(map: SourceMap, path: Path): SourceNode[] {
  return mapsOf(map.parts)
    .filter(({ class: kind }) => kind === explainingClass)
    .map((part) => {
      const { statement, guidance } = readParts(part.parts, new Map());
      return {
        ...emptyNode(path.join('.')),
        key: textOf(part.id),
        number: labelOf(part),
        title: textOf(part.title),
        requirement: statement,
        guidance,
        ...ownFacts(part),
        children: explainingNodes(part, path),
      };
    });
}
