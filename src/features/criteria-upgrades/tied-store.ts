import type { Db, Trx } from '../../db/db.ts';
import { updateGroups } from './group-update-store.ts';
import type { ClauseRow, Links, Named, SurveyClauses, TiedState } from './tied-state.ts';

/** Tables of rows that belong to one clause and one person. */
const rowTables = {
  assigned: 'clause_assignments',
  independent: 'independent_clauses',
  said: 'independent_ratings',
  submitted: 'independent_submissions',
} as const;
type RowKey = keyof typeof rowTables;

/** All of it as it stands now, in a fixed order. */
export async function readTied(db: Db, assessmentId: string): Promise<TiedState> {
  return {
    requests: await readLinks(db, assessmentId, 'evidence_requests', 'evidence_request_clauses', 'request_id'),
    agenda: await readLinks(db, assessmentId, 'agenda_items', 'agenda_clauses', 'item_id'),
    samples: await readNamed(db, assessmentId, 'samples'),
    reconciliations: await readNamed(db, assessmentId, 'reconciliations'),
    surveys: await readSurveys(db, assessmentId),
    assigned: await readRows(db, assessmentId, 'assigned'),
    independent: await readRows(db, assessmentId, 'independent'),
    said: await readRows(db, assessmentId, 'said'),
    submitted: await readRows(db, assessmentId, 'submitted'),
  };
}

/** What people call requests, items of the agenda and samples: id → name. */
export async function readTiedNames(db: Db, assessmentId: string): Promise<ReadonlyMap<string, string>> {
  const where = { assessment_id: assessmentId };
  const requests: { id: string; place: number; text: string }[] = await db('evidence_requests')
    .where(where)
    .select('id', 'place', 'text');
  const items: { id: string; title: string; day: string }[] = await db('agenda_items').where(where).select('id', 'title', 'day');
  const samples: { id: string; title: string }[] = await db('samples').where(where).select('id', 'title');
  return new Map([
    ...requests.map(({ id, place, text }) => [id, `R${place} ${text}`] as const),
    ...items.map(({ id, title, day }) => [id, `${day} ${title}`.trim()] as const),
    ...samples.map(({ id, title }) => [id, title] as const),
  ]);
}

/** Makes the records name what `to` names. Only what differs is written. */
export async function writeTied(trx: Trx, assessmentId: string, from: TiedState, to: TiedState): Promise<void> {
  await writeLinks(trx, 'evidence_request_clauses', 'request_id', from.requests, to.requests);
  await writeLinks(trx, 'agenda_clauses', 'item_id', from.agenda, to.agenda);
  await updateGroups(trx, 'samples', 'clause_id', from.samples, to.samples);
  await updateGroups(trx, 'reconciliations', 'clause_id', from.reconciliations, to.reconciliations);
  await writeSurveys(trx, from.surveys, to.surveys);
  for (const key of Object.keys(rowTables) as RowKey[]) await writeRows(trx, assessmentId, key, from[key], to[key]);
}

async function readLinks(db: Db, assessmentId: string, table: string, links: string, column: string): Promise<Links> {
  const rows: { id: string; clause_id: string | null }[] = await db(table)
    .leftJoin(links, `${links}.${column}`, `${table}.id`)
    .where({ [`${table}.assessment_id`]: assessmentId })
    .orderBy(`${table}.id`)
    .select(`${table}.id`, `${links}.clause_id`);
  const found: Record<string, string[]> = {};
  for (const { id, clause_id } of rows) {
    const clauses = found[id] ?? [];
    found[id] = clauses;
    if (clause_id !== null) clauses.push(clause_id);
  }
  for (const clauses of Object.values(found)) clauses.sort();
  return found;
}

async function readNamed(db: Db, assessmentId: string, table: 'samples' | 'reconciliations'): Promise<Named> {
  const rows: { id: string; clause_id: string }[] = await db(table)
    .where({ assessment_id: assessmentId })
    .orderBy('id')
    .select('id', 'clause_id');
  return Object.fromEntries(rows.map(({ id, clause_id }) => [id, clause_id]));
}

async function readRows(db: Db, assessmentId: string, key: RowKey): Promise<ClauseRow[]> {
  const table = rowTables[key];
  const rows: (ClauseRow & { readonly user_id?: string })[] = await db(table)
    .where({ assessment_id: assessmentId })
    .orderBy('clause_id')
    .select('*');
  return rows.toSorted((a, b) => compareText(a.clause_id, b.clause_id) || compareText(a.user_id ?? '', b.user_id ?? ''));
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

async function writeLinks(trx: Trx, table: string, column: string, from: Links, to: Links): Promise<void> {
  const changed = Object.keys(to).filter((id) => from[id]?.join('\n') !== to[id]?.join('\n'));
  if (changed.length === 0) return;
  await trx(table).whereIn(column, changed).delete();
  const rows = changed.flatMap((id) => (to[id] ?? []).map((clause_id) => ({ [column]: id, clause_id })));
  if (rows.length > 0) await trx.batchInsert(table, rows, 200);
}

async function writeRows(
  trx: Trx,
  assessmentId: string,
  key: RowKey,
  from: readonly ClauseRow[],
  to: readonly ClauseRow[],
): Promise<void> {
  if (JSON.stringify(from) === JSON.stringify(to)) return;
  await trx(rowTables[key]).where({ assessment_id: assessmentId }).delete();
  if (to.length > 0) await trx.batchInsert(rowTables[key], [...to], 100);
}

interface Stored {
  readonly id: string;
  readonly columns: string | null;
  readonly figures: string | null;
}

async function readSurveys(db: Db, assessmentId: string): Promise<Record<string, SurveyClauses>> {
  const rows: Stored[] = await db('surveys')
    .where({ assessment_id: assessmentId })
    .orderBy('id')
    .select('id', 'columns', 'figures');
  return Object.fromEntries(
    rows.map(({ id, columns, figures }) => [id, { columns: clausesIn(parsed(columns)), figures: clausesIn(answersIn(figures)) }]),
  );
}

/** Few sheets belong to an assessment, and each is written whole: one statement for each that changed. */
async function writeSurveys(
  trx: Trx,
  from: Readonly<Record<string, SurveyClauses>>,
  to: Readonly<Record<string, SurveyClauses>>,
): Promise<void> {
  const changed = Object.keys(to).filter((id) => JSON.stringify(from[id]) !== JSON.stringify(to[id]));
  if (changed.length === 0) return;
  const rows: Stored[] = await trx('surveys').whereIn('id', changed).select('id', 'columns', 'figures');
  for (const { id, columns, figures } of rows) {
    const wanted = to[id];
    if (wanted) await trx('surveys').where({ id }).update(withClauses({ id, columns, figures }, wanted));
  }
}

function withClauses({ columns, figures }: Stored, wanted: SurveyClauses): Pick<Stored, 'columns' | 'figures'> {
  const named = <One extends object>(list: readonly One[], clauses: readonly (string | null)[]) =>
    list.map((one, index) => ({ ...one, clause: clauses[index] ?? null }));
  const whole = figures === null ? null : JSON.parse(figures);
  return {
    columns: columns === null ? null : JSON.stringify(named(parsed(columns), wanted.columns)),
    figures: whole === null ? null : JSON.stringify({ ...whole, answers: named(whole.answers, wanted.figures) }),
  };
}

interface AboutClause {
  readonly clause: string | null;
}

function parsed(json: string | null): readonly AboutClause[] {
  return json === null ? [] : JSON.parse(json);
}

function answersIn(json: string | null): readonly AboutClause[] {
  return json === null ? [] : JSON.parse(json).answers;
}

function clausesIn(list: readonly AboutClause[]): (string | null)[] {
  return list.map(({ clause }) => clause);
}
