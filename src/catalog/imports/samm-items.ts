import type { ForeignSource } from './foreign-source.ts';
import { listOf, mapOf, type SourceMap, textOf } from './source-values.ts';

const kinds = ['Function', 'Practice', 'Stream', 'Activity', 'Question', 'AnswerSet', 'PracticeLevel', 'MaturityLevel'] as const;
export type SammKind = (typeof kinds)[number];

/** One object of a SAMM model. */
export interface SammItem {
  readonly kind: SammKind;
  readonly map: SourceMap;
  readonly place: string;
}

/** Deeper no model keeps its objects. */
const deepest = 4;

/** The objects of a document: the document itself, or those in its lists and maps. */
export function findSammItems(source: ForeignSource): SammItem[] {
  const found: SammItem[] = [];
  collect(source.value, [], source, found);
  return found;
}

function collect(value: unknown, path: readonly (string | number)[], source: ForeignSource, found: SammItem[]): void {
  if (path.length > deepest) return;
  if (Array.isArray(value)) {
    listOf(value).forEach((item, index) => {
      collect(item, [...path, index], source, found);
    });
    return;
  }
  const map = mapOf(value);
  const kind = kinds.find((name) => name === textOf(map.type));
  if (kind) found.push({ kind, map, place: source.placeOf(path) });
  else for (const [key, part] of Object.entries(map)) collect(part, [...path, key], source, found);
}
