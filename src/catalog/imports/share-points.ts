import { message } from '../../i18n/translate.ts';
import { add, compare, parseDecimal, round, zero } from '../../model/fraction.ts';
import { normaliseDecimal } from '../forms/scalars.ts';
import type { ImportNotes } from './import-report.ts';
import type { ShapedNode } from './shape-tree.ts';
import type { SourceNode } from './source-tree.ts';

/** How a clause counts, in the spelling of a criteria file. */
export interface Worth {
  readonly points?: string;
  readonly weight?: string;
  readonly aggregate?: 'sum' | 'weighted-mean' | 'minimum' | 'maximum' | 'own';
}

/**
 * Gives every clause its points so that those of children add up; the source's own points and weights are kept where it has any.
 * Those of our own exports (`isOwn`) stay as they are: with variants, sums hold in each of them and not over all clauses.
 */
export function sharePoints(nodes: readonly ShapedNode[], notes: ImportNotes, isOwn = false): Map<SourceNode, Worth> {
  const worths = new Map<SourceNode, Worth>();
  const sharing: Sharing = { worths, notes, isOwn, anyPoints: hasPoints(nodes) };
  for (const node of nodes) share(node, true, sharing);
  return worths;
}

interface Sharing {
  readonly worths: Map<SourceNode, Worth>;
  readonly notes: ImportNotes;
  readonly isOwn: boolean;
  /** Whether the source gives points at all. */
  readonly anyPoints: boolean;
}

function hasPoints(nodes: readonly ShapedNode[]): boolean {
  return nodes.some(({ node, children }) => node.points !== null || hasPoints(children));
}

/** The points of the node; `summed` says whether its parent adds up points. */
function share(shaped: ShapedNode, summed: boolean, sharing: Sharing): string {
  const { node, role } = shaped;
  if (role === 'explaining') return '0';
  const worth = role === 'inner' ? shareInner(shaped, summed, sharing) : shareRated(shaped, summed, sharing);
  const weight = !summed && node.weight !== null && node.weight !== '0' && node.weight !== '1' ? { weight: node.weight } : {};
  sharing.worths.set(node, { ...worth, ...weight });
  return worth.points ?? '0';
}

function shareRated({ node, role }: ShapedNode, summed: boolean, { notes, isOwn, anyPoints }: Sharing): Worth {
  const aggregate = role === 'own' ? ({ aggregate: 'own' } as const) : {};
  if (node.points !== null) return { points: node.points, ...aggregate };
  if (!summed || isOwn) return aggregate;
  if (anyPoints) notes.oddities.push({ place: node.place, text: message('imports.pointsMissing') });
  return { points: anyPoints ? '0' : '1', ...aggregate };
}

function shareInner({ node, children }: ShapedNode, summed: boolean, sharing: Sharing): Worth {
  const spread = node.points !== null && !hasPoints(children);
  const aggregate = node.aggregate ?? (spread ? 'weighted-mean' : 'sum');
  if (spread && node.aggregate === null)
    sharing.notes.mapped.push({ place: node.place, text: message('imports.pointsOfSection') });
  const below = children.map((child) => share(child, aggregate === 'sum', sharing));
  if (!summed && node.points === null) return { aggregate };
  return { aggregate, points: aggregate === 'sum' ? addUp(node, below, sharing) : (node.points ?? '1') };
}

function addUp({ points, place }: SourceNode, below: readonly string[], { notes, isOwn }: Sharing): string {
  if (isOwn && points !== null) return points;
  const sum = sumOf(below);
  if (points !== null && compare(parseDecimal(points), parseDecimal(sum)) !== 0)
    notes.oddities.push({ place, text: message('imports.pointsDiffer', { found: points, sum }) });
  return sum;
}

function sumOf(points: readonly string[]): string {
  return normaliseDecimal(round(points.map(parseDecimal).reduce(add, zero), 6, 'down'));
}
