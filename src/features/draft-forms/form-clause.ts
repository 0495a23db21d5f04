import { isList, isWantedMap } from '../../catalog/edit/same-value.ts';
import type { WantedMap } from '../../catalog/edit/write-node.ts';

/** What belongs to one way of rating only. */
const partsOf = { sample: 'sample', scale: 'level', step: 'points', measure: 'measure', checklist: 'checklist' } as const;

/** A scale is named in one field and written in place in others. */
export function toClauseForm(clause: unknown): unknown {
  if (typeof clause !== 'object' || clause === null || !('scale' in clause) || typeof clause.scale !== 'string') return clause;
  const { scale, ...rest } = clause;
  return { ...rest, scaleName: scale };
}

/** Of the ways of rating only the parts of the chosen one are kept. */
export function fromClauseForm({ scaleName, ...wanted }: WantedMap): WantedMap {
  const way = wanted.rate_by;
  if (!('rate_by' in wanted)) return wanted;
  const gone = Object.entries(partsOf).filter(([, needed]) => needed !== way);
  const parts: WantedMap = { ...wanted, ...Object.fromEntries(gone.map(([key]) => [key, undefined])) };
  return way === 'level' ? { ...parts, scale: scaleOf(scaleName, wanted.scale) } : parts;
}

function scaleOf(name: WantedMap[string], own: WantedMap[string]): WantedMap[string] {
  if (typeof name === 'string' && name !== '') return name;
  const levels = isWantedMap(own) ? own.levels : undefined;
  return levels !== undefined && isList(levels) && levels.length > 0 ? own : undefined;
}
