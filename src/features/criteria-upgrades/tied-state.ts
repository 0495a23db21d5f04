import { sameJson } from '../../catalog/difference/canonical.ts';
import { leadingTo } from '../../catalog/difference/upgrade-dossier.ts';
import type { UpgradeMap } from '../../catalog/difference/upgrade-map.ts';
import { walkClauses } from '../../model/clauses.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';

/** The further records of an assessment that name clauses: who rates what, requests, agenda, samples, surveys. Plain JSON. */
export interface TiedState {
  /** Record → the clauses that it names, by id. */
  readonly requests: Links;
  readonly agenda: Links;
  /** Record → the one clause that it is about. */
  readonly samples: Named;
  readonly reconciliations: Named;
  readonly surveys: Readonly<Record<string, SurveyClauses>>;
  /** Rows of one clause and one person, as they are stored. */
  readonly assigned: readonly ClauseRow[];
  /** Clauses that several rate without seeing each other, what each said, and who has submitted. */
  readonly independent: readonly ClauseRow[];
  readonly said: readonly ClauseRow[];
  readonly submitted: readonly ClauseRow[];
}

export type Links = Readonly<Record<string, readonly string[]>>;
export type Named = Readonly<Record<string, string>>;

export interface ClauseRow {
  readonly clause_id: string;
  readonly [column: string]: string | number | null;
}

/** The columns of a sheet and its figures, each of which may be about a clause. */
export interface SurveyClauses {
  readonly columns: readonly (string | null)[];
  readonly figures: readonly (string | null)[];
}

interface Move {
  readonly before: Criteria;
  readonly after: Criteria;
  readonly map: UpgradeMap;
}

/**
 * What names a clause follows the map. A sample and a reconciliation are records of what was done: where the map drops their
 * clause they keep naming it. What several said without seeing each other goes along only where the clause is rated as before.
 */
export function moveTied(state: TiedState, move: Move): TiedState {
  const leading = leadingTo(move);
  const following = followers(move);
  const links = (record: Links) => mapValues(record, (clauses) => unique(clauses.flatMap(leading)).sort());
  const named = (record: Named) => mapValues(record, (clause) => leading(clause)[0] ?? clause);
  const one = (clause: string | null) => (clause === null ? null : (leading(clause)[0] ?? null));
  const along = (rows: readonly ClauseRow[]) =>
    rows.flatMap((row) => {
      const clause_id = following.get(row.clause_id);
      return clause_id === undefined ? [] : [{ ...row, clause_id }];
    });
  return {
    requests: links(state.requests),
    agenda: links(state.agenda),
    samples: named(state.samples),
    reconciliations: named(state.reconciliations),
    surveys: mapValues(state.surveys, ({ columns, figures }) => ({ columns: columns.map(one), figures: figures.map(one) })),
    assigned: onePerPerson(state.assigned.flatMap((row) => leading(row.clause_id).map((clause_id) => ({ ...row, clause_id })))),
    independent: along(state.independent),
    said: along(state.said),
    submitted: along(state.submitted),
  };
}

/** Old clause → the new one that is rated in the same way and that no other clause leads to. */
function followers({ before, after, map }: Move): Map<string, string> {
  const leading = leadingTo({ after, map });
  const methods = new Map(clausesOf(after).map(({ id, method }) => [id, method]));
  const led = clausesOf(before).map(({ id, method }) => ({ id, method, targets: leading(id) }));
  const counts = new Map<string, number>();
  for (const target of led.flatMap(({ targets }) => targets)) counts.set(target, (counts.get(target) ?? 0) + 1);
  return new Map(
    led.flatMap(({ id, method, targets: [target, ...more] }) => {
      if (target === undefined || more.length > 0 || counts.get(target) !== 1) return [];
      return method && sameJson(method, methods.get(target) ?? null) ? [[id, target] as const] : [];
    }),
  );
}

function clausesOf(criteria: Criteria): Clause[] {
  return [...walkClauses(criteria.clauses)].map(({ clause }) => clause);
}

/** Two clauses that became one have two rows of who was in charge of both. */
function onePerPerson(rows: readonly ClauseRow[]): ClauseRow[] {
  const known = new Set<string>();
  return rows.filter(({ clause_id, user_id }) => {
    const key = `${clause_id}\n${user_id}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

/**
 * As it was before the move. What was recorded since stays and names what the older version has of its clauses; who rates what
 * and what several said without seeing each other is as it was.
 */
export function restoreTied(before: TiedState, now: TiedState, criteria: Criteria): TiedState {
  const known = new Set(clausesOf(criteria).map(({ id }) => id));
  const links = (then: Links, today: Links) =>
    mapValues(today, (clauses, id) => then[id] ?? clauses.filter((clause) => known.has(clause)));
  const named = (then: Named, today: Named) => mapValues(today, (clause, id) => then[id] ?? clause);
  const one = (clause: string | null) => (clause !== null && known.has(clause) ? clause : null);
  return {
    ...before,
    requests: links(before.requests, now.requests),
    agenda: links(before.agenda, now.agenda),
    samples: named(before.samples, now.samples),
    reconciliations: named(before.reconciliations, now.reconciliations),
    surveys: mapValues(now.surveys, (survey, id) => {
      const then = before.surveys[id];
      // Its columns may have been chosen since: then those count, as far as they can.
      if (then && sameLength(then, survey)) return then;
      return { columns: survey.columns.map(one), figures: survey.figures.map(one) };
    }),
  };
}

function sameLength(a: SurveyClauses, b: SurveyClauses): boolean {
  return a.columns.length === b.columns.length && a.figures.length === b.figures.length;
}

/** Clauses of which somebody said something else since the move, without the others seeing it. */
export function saidSince(after: TiedState, now: TiedState): string[] {
  const keyed = ({ said }: TiedState) => new Map(said.map((row) => [`${row.clause_id}\n${row.user_id}`, row]));
  const [then, today] = [keyed(after), keyed(now)];
  const changed = [...today].filter(([key, row]) => !sameJson(then.get(key) ?? null, row));
  return unique(changed.map(([, { clause_id }]) => clause_id));
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
