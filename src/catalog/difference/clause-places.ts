import type { Clause, Criteria } from '../../model/criteria.ts';

/** A clause with where it stands. */
export interface PlacedClause {
  readonly clause: Clause;
  /** Id of the parent; null at the top level. */
  readonly parent: string | null;
}

/** Every clause by id, parents before children, in the order of the file. */
export function placeClauses({ clauses }: Pick<Criteria, 'clauses'>): Map<string, PlacedClause> {
  const places = new Map<string, PlacedClause>();
  const place = (children: readonly Clause[], parent: string | null): void => {
    for (const clause of children) {
      places.set(clause.id, { clause, parent });
      place(clause.clauses, clause.id);
    }
  };
  place(clauses, null);
  return places;
}

/** The ids of the children of each clause, in order; those of the top level under null. */
export function childIds(places: ReadonlyMap<string, PlacedClause>): Map<string | null, string[]> {
  const children = new Map<string | null, string[]>();
  for (const [id, { parent }] of places) {
    const siblings = children.get(parent);
    if (siblings) siblings.push(id);
    else children.set(parent, [id]);
  }
  return children;
}
