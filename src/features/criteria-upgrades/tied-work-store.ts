import type { Db, Trx } from '../../db/db.ts';
import type { AnswerFigures, ColumnChoice, SurveyFigures } from '../../model/survey.ts';
import { slices, updateGroups } from './grouped-updates-store.ts';
import type { Assigned, Independent, OwnRating, Submitted, TiedWork } from './tied-work.ts';

/** All of it as it stands now, in a fixed order. */
export async function readTied(db: Db, assessmentId: string): Promise<TiedWork> {
  const where = { assessment_id: assessmentId };
  const byClause = ['clause_id', 'user_id'];
  const assignments = await db('clause_assignments').where(where).orderBy(byClause).select('*');
  const independent = await db('independent_clauses').where(where).orderBy('clause_id').select('*');
  const ratings = await db('independent_ratings').where(where).orderBy(byClause).select('*');
  const submissions = await db('independent_submissions').where(where).orderBy(byClause).select('*');
  return {
    samples: await readNamed(db, 'samples', assessmentId),
    reconciliations: await readNamed(db, 'reconciliations', assessmentId),
    surveys: await readSurveys(db, assessmentId),
    requests: await readLinks(
      db,
      { table: 'evidence_requests', links: 'evidence_request_clauses', key: 'request_id' },
      assessmentId,
    ),
    agenda: await readLinks(db, { table: 'agenda_items', links: 'agenda_clauses', key: 'item_id' }, assessmentId),
    assignments: assignments.map((row): Assigned => ({ ...ofPerson(row), by: row.assigned_by, at: row.assigned_at })),
    independent: independent.map(
      (row): Independent => ({ clause: row.clause_id, by: row.marked_by, at: row.marked_at, opened: row.opened_at }),
    ),
    independentRatings: ratings.map(toOwnRating),
    submissions: submissions.map((row): Submitted => ({ ...ofPerson(row), at: row.submitted_at })),
  };
}

function ofPerson(row: { readonly clause_id: string; readonly user_id: string }) {
  return { clause: row.clause_id, user: row.user_id };
}

function toOwnRating(row: {
  clause_id: string;
  user_id: string;
  rating: string | null;
  note: string;
  revision: number;
  updated_at: string;
}): OwnRating {
  const rating = row.rating === null ? null : JSON.parse(row.rating);
  return { ...ofPerson(row), rating, note: row.note, revision: row.revision, at: row.updated_at };
}

async function readNamed(db: Db, table: 'samples' | 'reconciliations', assessmentId: string): Promise<Record<string, string>> {
  const rows: { id: string; clause_id: string }[] = await db(table)
    .where({ assessment_id: assessmentId })
    .select('id', 'clause_id');
  return Object.fromEntries(rows.map(({ id, clause_id }) => [id, clause_id]));
}

async function readSurveys(db: Db, assessmentId: string): Promise<Record<string, (string | null)[]>> {
  const rows: { id: string; columns: string }[] = await db('surveys')
    .where({ assessment_id: assessmentId })
    .whereNotNull('columns')
    .select('id', 'columns');
  return Object.fromEntries(rows.map(({ id, columns }) => [id, toColumns(columns).map(({ clause }) => clause)]));
}

function toColumns(json: string): ColumnChoice[] {
  return JSON.parse(json);
}

interface LinkTable {
  readonly table: 'evidence_requests' | 'agenda_items';
  readonly links: 'evidence_request_clauses' | 'agenda_clauses';
  /** By which the links name an entry of the table. */
  readonly key: 'request_id' | 'item_id';
}

async function readLinks(db: Db, { table, links, key }: LinkTable, assessmentId: string): Promise<Record<string, string[]>> {
  const rows: { id: string; clause_id: string | null }[] = await db(table)
    .leftJoin(links, `${links}.${key}`, `${table}.id`)
    .where({ [`${table}.assessment_id`]: assessmentId })
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

/** Makes the work of the assessment name the clauses of `to`. Only what differs is written. */
export async function writeTied(trx: Trx, assessmentId: string, from: TiedWork, to: TiedWork): Promise<void> {
  await updateGroups(trx, { table: 'samples', column: 'clause_id' }, from.samples, to.samples);
  await updateGroups(trx, { table: 'reconciliations', column: 'clause_id' }, from.reconciliations, to.reconciliations);
  await writeSurveys(trx, from.surveys, to.surveys);
  await replaceLinks(trx, { links: 'evidence_request_clauses', key: 'request_id' }, from.requests, to.requests);
  await replaceLinks(trx, { links: 'agenda_clauses', key: 'item_id' }, from.agenda, to.agenda);
  const replace = async (table: string, rows: readonly object[]) => {
    await trx(table).where({ assessment_id: assessmentId }).delete();
    if (rows.length > 0) await trx.batchInsert(table, rows, 100);
  };
  const row = ({ clause, user }: { readonly clause: string; readonly user: string }) => ({
    assessment_id: assessmentId,
    clause_id: clause,
    user_id: user,
  });
  await replace(
    'clause_assignments',
    to.assignments.map((one) => ({ ...row(one), assigned_by: one.by, assigned_at: one.at })),
  );
  await replace(
    'independent_clauses',
    to.independent.map(({ clause, by, at, opened }) => ({
      ...{ assessment_id: assessmentId, clause_id: clause },
      ...{ marked_by: by, marked_at: at, opened_at: opened },
    })),
  );
  await replace(
    'independent_ratings',
    to.independentRatings.map((one) => ({
      ...row(one),
      rating: one.rating === null ? null : JSON.stringify(one.rating),
      ...{ note: one.note, revision: one.revision, updated_at: one.at },
    })),
  );
  await replace(
    'independent_submissions',
    to.submissions.map((one) => ({ ...row(one), submitted_at: one.at })),
  );
}

/** A statement for each survey that changes: its columns and figures are its own, and an audit has few. */
async function writeSurveys(trx: Trx, from: TiedWork['surveys'], to: TiedWork['surveys']): Promise<void> {
  for (const id of changedIn(from, to)) {
    const row = await trx('surveys').where({ id }).first('columns', 'figures');
    const clauses = to[id] ?? [];
    const columns = toColumns(row.columns).map((column, index) => ({ ...column, clause: clauses[index] ?? null }));
    const figures: SurveyFigures | null = row.figures === null ? null : JSON.parse(row.figures);
    const answers = figures?.answers.map((one): AnswerFigures => ({ ...one, clause: clauses[one.column] ?? null }));
    await trx('surveys')
      .where({ id })
      .update({ columns: JSON.stringify(columns), figures: figures && JSON.stringify({ ...figures, answers }) });
  }
}

async function replaceLinks(
  trx: Trx,
  { links, key }: Pick<LinkTable, 'links' | 'key'>,
  from: TiedWork['requests'],
  to: TiedWork['requests'],
): Promise<void> {
  const changed = changedIn(from, to);
  for (const ids of slices(changed)) await trx(links).whereIn(key, ids).delete();
  const rows = changed.flatMap((id) => (to[id] ?? []).map((clause) => ({ [key]: id, clause_id: clause })));
  if (rows.length > 0) await trx.batchInsert(links, rows, 200);
}

/** What names other clauses afterwards. */
function changedIn<Clauses>(from: Readonly<Record<string, Clauses>>, to: Readonly<Record<string, Clauses>>): string[] {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
    (id) => JSON.stringify(from[id]) !== JSON.stringify(to[id]),
  );
}
