import { randomUUID } from 'node:crypto';
import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { type RequestDeed, type RequestState, requestDeeds, requestStates } from '../../model/request-life.ts';
import { pageSize } from '../../web/paging.ts';
import { onlyFollowed } from '../access/visible-store.ts';
import type { EvidenceRequest, ListedRequest, NewRequest, RequestStep } from './request.ts';

interface RequestRow {
  readonly id: string;
  readonly assessment_id: string;
  readonly place: number;
  readonly text: string;
  readonly site_id: string | null;
  readonly site: string | null;
  readonly due_on: string;
  readonly state: string;
  readonly revision: number;
  readonly created_by: string;
  readonly asked_by: string;
  readonly created_at: string;
}

interface ListedRow extends RequestRow {
  readonly number: string;
  readonly organization: string;
}

/** Which of them a list shows: those that wait for somebody, those that are settled, or all. */
export const requestFilters = ['open', 'settled', 'all'] as const;
export type RequestFilter = (typeof requestFilters)[number];

const settled: readonly RequestState[] = ['accepted', 'withdrawn'];

function requests(db: Db) {
  return db('evidence_requests')
    .join('users', 'users.id', 'evidence_requests.created_by')
    .leftJoin('sites', 'sites.id', 'evidence_requests.site_id');
}

const columns = ['evidence_requests.*', 'users.name as asked_by', 'sites.name as site'];

/** Throws `not_found`, also when it belongs to another assessment. */
export async function findRequest(db: Db, assessmentId: string, id: string): Promise<EvidenceRequest> {
  const key = { 'evidence_requests.id': id, 'evidence_requests.assessment_id': assessmentId };
  const row: RequestRow | undefined = await requests(db).where(key).first(columns);
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return (await withClauses(db, [row]))[0] ?? toRequest(row, []);
}

/** The requests of one assessment, the newest first, a page of them and how many there are. */
export async function pageRequests(
  db: Db,
  assessmentId: string,
  filter: RequestFilter,
  page: number,
): Promise<{ rows: EvidenceRequest[]; total: number }> {
  const query = requests(db).where({ 'evidence_requests.assessment_id': assessmentId });
  narrow(query, filter);
  const [counted] = await query.clone().count({ total: '*' });
  const rows: RequestRow[] = await query
    .clone()
    .orderBy('evidence_requests.place', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select(columns);
  return { rows: await withClauses(db, rows), total: Number(counted?.total ?? 0) };
}

/** All of one assessment, in the order of the references, a thousand at most. */
export async function readAllRequests(db: Db, assessmentId: string): Promise<EvidenceRequest[]> {
  const query = requests(db).where({ 'evidence_requests.assessment_id': assessmentId });
  const rows: RequestRow[] = await query.orderBy('evidence_requests.place').limit(1000).select(columns);
  return withClauses(db, rows);
}

/** The requests in all assessments that the person follows, what is due first at the top. */
export async function pageOwnRequests(
  db: Db,
  actor: Actor,
  filter: RequestFilter,
  page: number,
): Promise<{ rows: ListedRequest[]; total: number }> {
  const query = requests(db)
    .join('assessments', 'assessments.id', 'evidence_requests.assessment_id')
    .join('organizations', 'organizations.id', 'assessments.organization_id')
    .whereNot({ 'assessments.kind': 'self' });
  onlyFollowed(query, db, actor);
  withoutShoppers(query, db, actor);
  narrow(query, filter);
  const [counted] = await query.clone().count({ total: '*' });
  const rows: ListedRow[] = await query
    .clone()
    .orderBy(['evidence_requests.due_on', 'evidence_requests.created_at', 'evidence_requests.id'])
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select([...columns, 'assessments.number', 'organizations.name as organization']);
  const found = await withClauses(db, rows);
  const names = new Map(rows.map((row) => [row.id, { number: row.number, organization: row.organization }]));
  return {
    rows: found.flatMap((one) => {
      const name = names.get(one.id);
      return name ? [{ ...one, ...name }] : [];
    }),
    total: Number(counted?.total ?? 0),
  };
}

/** A mystery shopper must not learn what the company is asked for. */
function withoutShoppers(query: ReturnType<typeof requests>, db: Db, actor: Actor): void {
  const shopping = db('team_members').where({ user_id: actor.id, role: 'mystery-shopper' }).select('assessment_id');
  query.whereNotIn('assessments.id', shopping);
}

function narrow(query: ReturnType<typeof requests>, filter: RequestFilter): void {
  if (filter === 'open') query.whereNotIn('evidence_requests.state', [...settled]);
  if (filter === 'settled') query.whereIn('evidence_requests.state', [...settled]);
}

/** What happened, in order. */
export async function listRequestSteps(db: Db, requestId: string): Promise<RequestStep[]> {
  const rows: { at: string; name: string; deed: string; text: string }[] = await db('evidence_request_steps')
    .join('users', 'users.id', 'evidence_request_steps.by')
    .where({ request_id: requestId })
    .orderBy('evidence_request_steps.place')
    .limit(500)
    .select('evidence_request_steps.at', 'users.name', 'evidence_request_steps.deed', 'evidence_request_steps.text');
  return rows.map(({ at, name, deed, text }) => ({ at, by: name, deed: toDeed(deed), text }));
}

/** Ids of the evidence that was handed in for it. */
export async function listAnswerIds(db: Db, requestId: string): Promise<string[]> {
  return db('evidence_request_answers').where({ request_id: requestId }).pluck('evidence_id');
}

export async function insertRequest(
  trx: Trx,
  assessmentId: string,
  { text, clauses, siteId, dueOn }: NewRequest,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<{ readonly id: string; readonly reference: string }> {
  const last = await trx('evidence_requests').where({ assessment_id: assessmentId }).max({ place: 'place' }).first();
  const [id, place] = [randomUUID(), Number(last?.place ?? 0) + 1];
  const row = { text, site_id: siteId, due_on: dueOn, state: 'open', revision: 1, created_by: by };
  await trx('evidence_requests').insert({ id, assessment_id: assessmentId, place, ...row, created_at: at.toISOString() });
  const links = clauses.map((clause_id) => ({ request_id: id, clause_id }));
  if (links.length > 0) await trx.batchInsert('evidence_request_clauses', links, 200);
  return { id, reference: `R${place}` };
}

/** Returns false when somebody changed it since `revision`. */
export async function updateRequest(
  trx: Trx,
  id: string,
  revision: number,
  change: { readonly state: RequestState; readonly dueOn: string },
): Promise<boolean> {
  const values = { state: change.state, due_on: change.dueOn, revision: revision + 1 };
  return (await trx('evidence_requests').where({ id, revision }).update(values)) === 1;
}

export async function insertRequestStep(
  trx: Trx,
  requestId: string,
  step: { readonly at: Date; readonly by: string; readonly deed: RequestDeed; readonly text: string },
): Promise<void> {
  const last = await trx('evidence_request_steps').where({ request_id: requestId }).max({ place: 'place' }).first();
  const place = Number(last?.place ?? 0) + 1;
  await trx('evidence_request_steps').insert({ request_id: requestId, place, ...step, at: step.at.toISOString() });
}

export async function insertAnswers(trx: Trx, requestId: string, evidenceIds: readonly string[]): Promise<void> {
  const rows = evidenceIds.map((evidence_id) => ({ request_id: requestId, evidence_id }));
  await trx.batchInsert('evidence_request_answers', rows, 200);
}

/** Active people of that company. */
export async function listCompanyPeople(db: Db, organizationId: string): Promise<string[]> {
  return (await peopleByCompany(db, [organizationId])).get(organizationId) ?? [];
}

/** The same for several companies at once; companies without people are missing. */
export async function peopleByCompany(db: Db, organizationIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows: { id: string; organization_id: string }[] = await db('company_places')
    .join('users', 'users.id', 'company_places.user_id')
    .whereIn('company_places.organization_id', [...organizationIds])
    .where({ 'users.active': true })
    .orderBy('users.id')
    .limit(5000)
    .select('users.id', 'company_places.organization_id');
  const people = new Map<string, string[]>();
  for (const { id, organization_id } of rows) people.set(organization_id, [...(people.get(organization_id) ?? []), id]);
  return people;
}

async function withClauses(db: Db, rows: readonly RequestRow[]): Promise<EvidenceRequest[]> {
  const ids = rows.map(({ id }) => id);
  const links: { request_id: string; clause_id: string }[] = await db('evidence_request_clauses')
    .whereIn('request_id', ids)
    .orderBy('clause_id')
    .select('request_id', 'clause_id');
  const clauses = new Map<string, string[]>();
  for (const { request_id, clause_id } of links) clauses.set(request_id, [...(clauses.get(request_id) ?? []), clause_id]);
  return rows.map((row) => toRequest(row, clauses.get(row.id) ?? []));
}

function toRequest(row: RequestRow, clauses: readonly string[]): EvidenceRequest {
  return {
    id: row.id,
    assessmentId: row.assessment_id,
    reference: `R${row.place}`,
    text: row.text,
    clauses,
    siteId: row.site_id,
    site: row.site,
    dueOn: row.due_on,
    state: toState(row.state),
    revision: row.revision,
    askedBy: row.asked_by,
    askedById: row.created_by,
    askedAt: row.created_at,
  };
}

function toState(value: string): RequestState {
  const state = requestStates.find((known) => known === value);
  if (!state) throw new Error(`The database holds an unknown state of a request: ${value}`);
  return state;
}

export function toDeed(value: string): RequestDeed {
  const deed = requestDeeds.find((known) => known === value);
  if (!deed) throw new Error(`The database holds an unknown step of a request: ${value}`);
  return deed;
}
