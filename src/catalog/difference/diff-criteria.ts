import type { Criteria } from '../../model/criteria.ts';
import { childIds, type PlacedClause, placeClauses } from './clause-places.ts';
import { diffClause } from './diff-clause.ts';
import { diffHead } from './diff-head.ts';
import type { ClauseChange, ClauseDifference, CriteriaDifference } from './difference.ts';
import { suggestRenames } from './rename-suggestions.ts';
import { reorderedItems } from './reordered.ts';

/** Everything in which two versions differ. Nothing is reported exactly when both have the same content (but for id and version). */
export function diffCriteria(before: Criteria, after: Criteria): CriteriaDifference {
  const [old, now] = [placeClauses(before), placeClauses(after)];
  const added = [...now.values()].filter(({ clause }) => !old.has(clause.id)).map(({ clause }) => clause);
  const removed = [...old.values()].filter(({ clause }) => !now.has(clause.id)).map(({ clause }) => clause);
  return {
    before: { id: before.id, version: before.version },
    after: { id: after.id, version: after.version },
    head: diffHead(before, after),
    added: added.map(({ id }) => id),
    removed: removed.map(({ id }) => id),
    changed: diffClauses(old, now),
    suggestions: suggestRenames(removed, added),
  };
}

type Places = ReadonlyMap<string, PlacedClause>;

function diffClauses(old: Places, now: Places): ClauseDifference[] {
  const reordered = findReordered(old, now);
  return [...now.values()].flatMap(({ clause, parent }) => {
    const earlier = old.get(clause.id);
    if (!earlier) return [];
    const order = reordered.get(clause.id);
    const changes: ClauseChange[] = [
      ...(earlier.parent === parent ? [] : [{ change: 'moved', from: earlier.parent, to: parent } as const]),
      ...(order === undefined ? [] : [{ change: 'reordered', after: order } as const]),
      ...(earlier.clause === clause ? [] : diffClause(earlier.clause, clause)),
    ];
    return changes.length === 0 ? [] : [{ id: clause.id, changes }];
  });
}

/** Clauses that stand elsewhere among the siblings that they had before, each with the one that stands before it now. */
function findReordered(old: Places, now: Places): Map<string, string | null> {
  const found = new Map<string, string | null>();
  const [before, after] = [childIds(old), childIds(now)];
  for (const [parent, siblings] of after) {
    const stayed = siblings.filter((id) => old.get(id)?.parent === parent && old.has(id));
    const kept = new Set(stayed);
    const earlier = (before.get(parent) ?? []).filter((id) => kept.has(id));
    for (const id of reorderedItems(earlier, stayed)) found.set(id, siblings[siblings.indexOf(id) - 1] ?? null);
  }
  return found;
}
