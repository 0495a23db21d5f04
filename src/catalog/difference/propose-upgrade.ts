import { walkClauses } from '../../model/clauses.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';
import { type PlacedClause, placeClauses } from './clause-places.ts';
import { diffCriteria } from './diff-criteria.ts';
import type { ClauseChange, CriteriaDifference } from './difference.ts';
import { bigramsOf, containment } from './likeness.ts';
import { indexTexts, type TextIndex } from './text-index.ts';
import type { UpgradeEntry, UpgradeMap } from './upgrade-map.ts';

/** How much of a text must be found in another to say that it went there. */
const leastContained = 0.6;

interface Proposal {
  readonly before: ReadonlyMap<string, PlacedClause>;
  readonly after: ReadonlyMap<string, PlacedClause>;
  readonly changes: ReadonlyMap<string, readonly ClauseChange[]>;
  readonly renamed: ReadonlyMap<string, string>;
  /** New or reworded clauses that are rated. */
  readonly newTexts: TextIndex;
}

/** A map to begin with: certain where ids are the same, guessed from numbers and texts elsewhere. One entry for each old rated clause, in order. */
export function proposeUpgrade(
  before: Criteria,
  after: Criteria,
  difference: CriteriaDifference = diffCriteria(before, after),
): UpgradeMap {
  const proposal = prepare(before, after, difference);
  const entries = [...proposal.before.values()].flatMap(({ clause }) => (clause.method ? [entryOf(clause, proposal)] : []));
  return markMerged(entries);
}

function prepare(before: Criteria, after: Criteria, { changed, added, suggestions }: CriteriaDifference): Proposal {
  const places = placeClauses(after);
  const reworded = changed.filter(({ changes }) => changes.some(({ change }) => change === 'reworded')).map(({ id }) => id);
  const candidates = [...added, ...reworded].flatMap((id) => places.get(id)?.clause ?? []).filter(({ method }) => method);
  return {
    before: placeClauses(before),
    after: places,
    changes: new Map(changed.map(({ id, changes }) => [id, changes])),
    renamed: new Map(suggestions.map((suggestion) => [suggestion.before, suggestion.after])),
    newTexts: indexTexts(candidates, textOf),
  };
}

function entryOf(clause: Clause, proposal: Proposal): UpgradeEntry {
  const stayed = proposal.after.get(clause.id);
  if (stayed) return stayedEntry(clause, stayed, proposal);

  const parts = partsOf(clause, proposal);
  if (parts.length > 1) return { clause: clause.id, deed: 'split', targets: parts };
  const renamed = proposal.after.get(proposal.renamed.get(clause.id) ?? '');
  if (renamed) return toTargets(clause, renamed, proposal);
  const whole = wholeOf(clause, proposal) ?? ratedAncestor(proposal.before.get(clause.id)?.parent ?? null, proposal);
  return whole === null
    ? { clause: clause.id, deed: 'dropped', targets: [] }
    : { clause: clause.id, deed: 'merged', targets: [whole] };
}

function stayedEntry(clause: Clause, stayed: PlacedClause, proposal: Proposal): UpgradeEntry {
  if (!stayed.clause.method) return toTargets(clause, stayed, proposal);
  const asks = (proposal.changes.get(clause.id) ?? []).some(concernsRating);
  return { clause: clause.id, deed: asks ? 'changed' : 'same', targets: [clause.id] };
}

/** Its number, place, points and weight say nothing of whether a rating still holds, except points that were given as such. */
function concernsRating(change: ClauseChange): boolean {
  return !['moved', 'reordered', 'renumbered', 'points', 'points-in', 'only-in', 'weight', 'maturity', 'aggregate'].includes(
    change.change,
  );
}

/** To a clause that is rated, to the rated clauses below one that is not, or to the one that it now explains. */
function toTargets({ id }: Clause, { clause, parent }: PlacedClause, proposal: Proposal): UpgradeEntry {
  if (clause.method) return { clause: id, deed: 'changed', targets: [clause.id] };
  const below = [...walkClauses(clause.clauses)].filter(({ clause: { method } }) => method).map(({ clause: { id } }) => id);
  if (below.length > 0) return { clause: id, deed: below.length > 1 ? 'split' : 'changed', targets: below };
  const above = ratedAncestor(parent, proposal);
  return above === null ? { clause: id, deed: 'dropped', targets: [] } : { clause: id, deed: 'merged', targets: [above] };
}

/** The nearest clause above that is rated in the new version. */
function ratedAncestor(id: string | null, proposal: Pick<Proposal, 'before' | 'after'>): string | null {
  if (id === null) return null;
  const now = proposal.after.get(id);
  if (now?.clause.method) return id;
  return ratedAncestor((now ?? proposal.before.get(id))?.parent ?? null, proposal);
}

/** New clauses whose text is mostly found in the old one. */
function partsOf(clause: Clause, { newTexts }: Proposal): string[] {
  const whole = bigramsOf(textOf(clause));
  return newTexts
    .near(whole)
    .filter(({ bigrams }) => containment(bigrams, whole) >= leastContained)
    .map(({ clause: { id } }) => id);
}

/** The new or reworded clause in which the text of the old one is mostly found. */
function wholeOf(clause: Clause, { newTexts }: Proposal): string | null {
  const part = bigramsOf(textOf(clause));
  const best = newTexts
    .near(part)
    .map(({ clause: { id }, bigrams }) => ({ id, share: containment(part, bigrams) }))
    .sort((a, b) => b.share - a.share)[0];
  return best && best.share >= leastContained ? best.id : null;
}

function textOf({ title, requirement }: Clause): string {
  return [...Object.values(title), ...Object.values(requirement ?? {})].join('\n');
}

/** Old clauses that lead to the same new one are merged into it, unless one of them is split. */
export function markMerged(entries: readonly UpgradeEntry[]): UpgradeEntry[] {
  const sources = new Map<string, number>();
  for (const { targets } of entries) for (const target of targets) sources.set(target, (sources.get(target) ?? 0) + 1);
  return entries.map((entry) => {
    const [target] = entry.targets;
    const shared = entry.targets.length === 1 && target !== undefined && (sources.get(target) ?? 0) > 1;
    if (shared) return { ...entry, deed: 'merged' };
    return entry.deed === 'merged' ? { ...entry, deed: 'changed' } : entry;
  });
}
