import { applyUpgrade, type Upgrade } from '../../catalog/difference/apply-upgrade.ts';
import { sameJson } from '../../catalog/difference/canonical.ts';
import { leadingTo } from '../../catalog/difference/upgrade-dossier.ts';
import type { Rating } from '../../model/rating.ts';

/** Work of an audit that is tied to clauses beside ratings, findings and evidence. Plain JSON, each list in a fixed order. */
export interface TiedWork {
  /** Sample → its clause. */
  readonly samples: Readonly<Record<string, string>>;
  /** Agreement that was set → its clause. */
  readonly reconciliations: Readonly<Record<string, string>>;
  /** Survey → the clause of each of its columns. */
  readonly surveys: Readonly<Record<string, readonly (string | null)[]>>;
  /** Request to the company, agenda item → their clauses, by id. */
  readonly requests: Readonly<Record<string, readonly string[]>>;
  readonly agenda: Readonly<Record<string, readonly string[]>>;
  readonly assignments: readonly Assigned[];
  /** Clauses that several rate without seeing each other's rating. */
  readonly independent: readonly Independent[];
  readonly independentRatings: readonly OwnRating[];
  readonly submissions: readonly Submitted[];
}

export interface Assigned {
  readonly clause: string;
  readonly user: string;
  readonly by: string;
  readonly at: string;
}

export interface Independent {
  readonly clause: string;
  readonly by: string;
  readonly at: string;
  /** When the ratings were shown to all; null: not yet. */
  readonly opened: string | null;
}

export interface OwnRating {
  readonly clause: string;
  readonly user: string;
  readonly rating: Rating | null;
  readonly note: string;
  readonly revision: number;
  readonly at: string;
}

export interface Submitted {
  readonly clause: string;
  readonly user: string;
  readonly at: string;
}

/**
 * The same under the newer version. What names clauses follows the map; a sample or an agreement whose clause is dropped keeps
 * its former name, as a record of what was done. Ratings that were shown to all stay so, since nobody can rate unseen again;
 * other independent ratings are to be submitted anew unless their clause stays as it is.
 */
export function moveTied(tied: TiedWork, upgrade: Upgrade, at: Date): TiedWork {
  const leading = leadingTo(upgrade);
  const rated = ratedTargets(upgrade);
  const toOne = (clause: string) => leading(clause)[0] ?? clause;
  const independent = movedIndependent(tied.independent, rated);
  const opened = new Set(independent.filter((one) => one.opened !== null).map(({ clause }) => clause));
  const certain = new Set(
    upgrade.map.filter(({ deed, clause, targets }) => deed === 'same' && targets[0] === clause).map(({ clause }) => clause),
  );
  return {
    samples: mapValues(tied.samples, toOne),
    reconciliations: mapValues(tied.reconciliations, toOne),
    surveys: mapValues(tied.surveys, (columns) => columns.map((clause) => (clause === null ? null : (rated(clause)[0] ?? null)))),
    requests: mapValues(tied.requests, (clauses) => [...new Set(clauses.flatMap(leading))].sort()),
    agenda: mapValues(tied.agenda, (clauses) => [...new Set(clauses.flatMap(leading))].sort()),
    assignments: movedRows(tied.assignments, rated),
    independent,
    independentRatings: movedOwn(tied.independentRatings, upgrade, at.toISOString()),
    submissions: movedRows(tied.submissions, rated).filter(({ clause }) => opened.has(clause) || certain.has(clause)),
  };
}

/** Old clause → the new rated ones to which it leads. */
function ratedTargets({ map }: Upgrade): (clause: string) => readonly string[] {
  const targets = new Map(map.map((entry) => [entry.clause, entry.targets]));
  return (clause) => targets.get(clause) ?? [];
}

/** Under each clause to which theirs leads; once a clause and person. */
function movedRows<Row extends { readonly clause: string; readonly user: string }>(
  rows: readonly Row[],
  targets: (clause: string) => readonly string[],
): Row[] {
  const moved = rows.flatMap((row) => targets(row.clause).map((clause) => ({ ...row, clause })));
  const first = new Map(moved.toReversed().map((row) => [`${row.clause} ${row.user}`, row]));
  return sorted([...first.values()]);
}

function movedIndependent(rows: readonly Independent[], targets: (clause: string) => readonly string[]): Independent[] {
  const moved = new Map<string, Independent>();
  for (const row of rows) {
    for (const clause of targets(row.clause)) {
      const other = moved.get(clause);
      const bothOpened = other && other.opened !== null && row.opened !== null;
      moved.set(clause, other ? { ...other, opened: bothOpened ? row.opened : null } : { ...row, clause });
    }
  }
  return [...moved.values()].sort((a, b) => order(a.clause, b.clause));
}

/** What each says of their clauses is kept, or quoted in the note, by the same rules as the ratings that count. */
function movedOwn(rows: readonly OwnRating[], upgrade: Upgrade, at: string): OwnRating[] {
  const people = [...new Set(rows.map(({ user }) => user))];
  return sorted(
    people.flatMap((user) => {
      const own = new Map(rows.filter((row) => row.user === user).map((row) => [row.clause, row]));
      const said = Object.fromEntries([...own].map(([clause, { rating, note }]) => [clause, { rating, note }]));
      const { ratings, outcomes } = applyUpgrade(said, upgrade);
      return outcomes.flatMap(({ target, sources, happened }) => {
        const now = target === null ? undefined : ratings[target];
        if (target === null || !now) return [];
        const former = sources.flatMap((id) => own.get(id) ?? []);
        const [first] = former;
        if (happened === 'kept' && first) return [{ ...first, clause: target }];
        return [{ ...now, clause: target, user, revision: Math.max(0, ...former.map(({ revision }) => revision)) + 1, at }];
      });
    }),
  );
}

/** What stood before the move, and what was added since as far as the older version knows its clauses. */
export function restoreTied(before: TiedWork, now: TiedWork, known: ReadonlySet<string>): TiedWork {
  const list = (clauses: readonly string[]) => clauses.filter((clause) => known.has(clause));
  return {
    ...before,
    samples: mapValues(now.samples, (clause, id) => before.samples[id] ?? clause),
    reconciliations: mapValues(now.reconciliations, (clause, id) => before.reconciliations[id] ?? clause),
    surveys: mapValues(
      now.surveys,
      (columns, id) => before.surveys[id] ?? columns.map((clause) => (clause !== null && known.has(clause) ? clause : null)),
    ),
    requests: mapValues(now.requests, (clauses, id) => before.requests[id] ?? list(clauses)),
    agenda: mapValues(now.agenda, (clauses, id) => before.agenda[id] ?? list(clauses)),
  };
}

/** The kinds of work that lose something by an undo, because it was said or changed since the move. */
export function lostTied(after: TiedWork, now: TiedWork, restored: TiedWork): TiedKind[] {
  const isLost = (id: string, kind: 'samples' | 'surveys' | 'requests' | 'agenda') =>
    !sameJson(now[kind][id], after[kind][id]) && !sameJson(now[kind][id], restored[kind][id]);
  return tiedKinds.filter((kind) => {
    if (kind === 'assignments' || kind === 'independentRatings') return !sameJson(now[kind], after[kind]);
    if (kind === 'independent') return !sameJson([now.independent, now.submissions], [after.independent, after.submissions]);
    return Object.keys(now[kind]).some((id) => isLost(id, kind));
  });
}

export const tiedKinds = [
  'assignments',
  'independent',
  'independentRatings',
  'samples',
  'surveys',
  'requests',
  'agenda',
] as const satisfies readonly (keyof TiedWork)[];
export type TiedKind = (typeof tiedKinds)[number];

/** How many of a kind stay, follow their clause to another one, and name none any more. */
export interface TiedCount {
  readonly kind: TiedKind;
  readonly stay: number;
  readonly move: number;
  readonly drop: number;
}

/** Of each kind of which there is any: what a move does. */
export function countTied(tied: TiedWork, upgrade: Upgrade): TiedCount[] {
  const [leading, rated] = [leadingTo(upgrade), ratedTargets(upgrade)];
  const counts = tiedKinds.map((kind) => {
    const items = itemsOf(tied, kind);
    const toClauses = kind === 'requests' || kind === 'agenda' || kind === 'samples' ? leading : rated;
    const fates = items.map((clauses) => fateOf(clauses, clauses.flatMap(toClauses)));
    const count = (fate: ReturnType<typeof fateOf>) => fates.filter((one) => one === fate).length;
    return { kind, stay: count('stay'), move: count('move'), drop: count('drop') };
  });
  return counts.filter(({ stay, move, drop }) => stay + move + drop > 0);
}

/** The clauses of each item; what names none is left out. */
function itemsOf(tied: TiedWork, kind: TiedKind): (readonly string[])[] {
  switch (kind) {
    case 'samples':
      return Object.values(tied.samples).map((clause) => [clause]);
    case 'surveys':
      return Object.values(tied.surveys).flatMap((columns) => columns.flatMap((clause) => (clause === null ? [] : [[clause]])));
    case 'requests':
    case 'agenda':
      return Object.values(tied[kind]).filter((clauses) => clauses.length > 0);
    default:
      return tied[kind].map(({ clause }) => [clause]);
  }
}

function fateOf(before: readonly string[], after: readonly string[]): 'stay' | 'move' | 'drop' {
  if (after.length === 0) return 'drop';
  return sameJson([...before].sort(), [...new Set(after)].sort()) ? 'stay' : 'move';
}

function sorted<Row extends { readonly clause: string; readonly user: string }>(rows: Row[]): Row[] {
  return rows.sort((a, b) => order(a.clause, b.clause) || order(a.user, b.user));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
