import type { Knex } from 'knex';
import type { Db, Trx } from '../../db/db.ts';
import { message } from '../../i18n/translate.ts';
import { type Actor, companyIdsOf, hasRole } from '../../model/actor.ts';
import { assessmentStates } from '../../model/assessment-rights.ts';
import { type CaseSide, type CaseState, caseStates, settledStates } from '../../model/case-life.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import { likePattern, pageSize } from '../../web/paging.ts';
import { type Application, type CertificationCase, noEnglish } from './case.ts';

interface CaseRow {
  readonly id: string;
  readonly number: string;
  readonly organization_id: string;
  readonly organization: string;
  readonly state: string;
  readonly revision: number;
  readonly application: string;
  readonly answer_due: string | null;
  readonly assessment_id: string | null;
  readonly assessment_number: string | null;
  readonly assessment_state: string | null;
  readonly certificate_id: string | null;
  readonly unannounced: boolean | number;
  readonly created_at: string;
  readonly submitted_at: string | null;
}

export const caseFilters = ['open', 'review', 'decision', 'certified', 'settled', 'all'] as const;
export type CaseFilter = (typeof caseFilters)[number];

const statesOf: Readonly<Record<Exclude<CaseFilter, 'all'>, readonly CaseState[]>> = {
  open: ['draft', 'submitted', 'more-asked', 'accepted', 'agreed', 'in-audit', 'returned', 'reviewed'],
  review: ['in-audit'],
  decision: ['reviewed'],
  certified: ['certified'],
  settled: settledStates,
};

const columns = [
  'certification_cases.*',
  'organizations.name as organization',
  'assessments.number as assessment_number',
  'assessments.state as assessment_state',
];

/** Those that the person may see: a company its own, the body those that were submitted, a leader those of their audits. */
function visibleCases(db: Db, actor: Actor): Knex.QueryBuilder {
  const query = db('certification_cases')
    .join('organizations', 'organizations.id', 'certification_cases.organization_id')
    .leftJoin('assessments', 'assessments.id', 'certification_cases.assessment_id');
  const own = companyIdsOf(actor);
  if (own.length > 0) {
    query.whereIn('certification_cases.organization_id', own);
    return query.where((seen) => seen.where('certification_cases.unannounced', false).orWhereNot('assessments.state', 'planned'));
  }
  query.whereNotNull('certification_cases.submitted_at');
  if (hasRole(actor, 'administrator', 'programme-manager', 'reviewer', 'decision-maker')) return query;
  const led = db('team_members').where({ user_id: actor.id, role: 'leader' }).select('assessment_id');
  return query.whereIn('certification_cases.assessment_id', led);
}

/** Throws `not_found` also when it is not theirs to see. */
export async function findCase(db: Db, actor: Actor, id: string): Promise<CertificationCase> {
  const row: CaseRow | undefined = await visibleCases(db, actor).where('certification_cases.id', id).first(columns);
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return toCase(row);
}

/** On which sides of that case somebody stands. */
export async function sidesIn(db: Db, actor: Actor, { organizationId, assessment }: CertificationCase): Promise<CaseSide[]> {
  const manages = actor.companies.some((place) => place.organizationId === organizationId && place.role === 'company-manager');
  const leads =
    assessment !== null &&
    (await db('team_members').where({ assessment_id: assessment.id, user_id: actor.id, role: 'leader' }).first('user_id'));
  const sides: readonly (readonly [CaseSide, unknown])[] = [
    ['company', manages],
    ['office', hasRole(actor, 'administrator', 'programme-manager')],
    ['leader', leads],
    ['reviewer', hasRole(actor, 'reviewer')],
    ['decider', hasRole(actor, 'decision-maker')],
  ];
  return sides.flatMap(([side, holds]) => (holds ? [side] : []));
}

/** Holds the case until the transaction ends. */
export async function lockCase(trx: Trx, id: string): Promise<void> {
  await trx('certification_cases').where({ id }).forUpdate().first('id');
}

/** The newest first, a page of them and how many there are. */
export async function pageCases(
  db: Db,
  actor: Actor,
  { filter, search, page }: { readonly filter: CaseFilter; readonly search: string; readonly page: number },
): Promise<{ rows: CertificationCase[]; total: number }> {
  const query = visibleCases(db, actor);
  if (filter !== 'all') query.whereIn('certification_cases.state', [...statesOf[filter]]);
  if (search !== '') matchSearch(query, search);
  const counted = await query.clone().count({ total: '*' }).first();
  const rows: CaseRow[] = await query
    .orderBy([{ column: 'certification_cases.created_at', order: 'desc' }, 'certification_cases.id'])
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select(columns);
  return { rows: rows.map(toCase), total: Number(counted?.total ?? 0) };
}

function matchSearch(query: Knex.QueryBuilder, search: string): void {
  const pattern = likePattern(search);
  query.where((matches) => {
    matches.whereRaw("organizations.name_key like ? escape '\\'", [pattern]);
    matches.orWhereRaw("lower(certification_cases.number) like ? escape '\\'", [pattern]);
  });
}

/** The next number of the year; each is given once. */
export async function takeCaseNumber(trx: Trx, year: number): Promise<string> {
  await trx('case_counters').insert({ year, last: 0 }).onConflict('year').ignore();
  await trx('case_counters').where({ year }).increment('last', 1);
  const row = await trx('case_counters').where({ year }).first('last');
  return `C-${year}-${String(row.last).padStart(4, '0')}`;
}

export async function insertCase(
  trx: Trx,
  input: {
    readonly id: string;
    readonly number: string;
    readonly organizationId: string;
    readonly application: Application;
    readonly createdBy: string;
    readonly at: Date;
    /** For a certification that begins without an application; else it is a draft. */
    readonly state?: CaseState;
    readonly certificateId?: string | null;
    readonly unannounced?: boolean;
  },
): Promise<void> {
  await trx('certification_cases').insert({
    id: input.id,
    number: input.number,
    organization_id: input.organizationId,
    state: input.state ?? 'draft',
    certificate_id: input.certificateId ?? null,
    unannounced: input.unannounced ?? false,
    submitted_at: input.state ? input.at.toISOString() : null,
    revision: 1,
    application: JSON.stringify(input.application),
    created_by: input.createdBy,
    created_at: input.at.toISOString(),
  });
}

/** What was applied for last in a certification of that certificate. */
export async function findOptionalApplication(db: Db, certificateId: string): Promise<Application | null> {
  const row: { application: string } | undefined = await db('certification_cases')
    .where({ certificate_id: certificateId })
    .orderBy('created_at', 'desc')
    .first('application');
  return row ? { ...noEnglish, ...JSON.parse(row.application) } : null;
}

export interface CaseChange {
  readonly state?: CaseState;
  readonly application?: Application;
  readonly answerDue?: IsoDate | null;
  readonly assessmentId?: string;
  readonly submittedAt?: Date;
}

/** Returns false when somebody changed it since `revision`; else nobody else can change it until the transaction ends. */
export async function updateCase(trx: Trx, id: string, revision: number, change: CaseChange): Promise<boolean> {
  const { state, application, answerDue, assessmentId, submittedAt } = change;
  const values = {
    revision: revision + 1,
    ...(state && { state }),
    ...(application && { application: JSON.stringify(application) }),
    ...(answerDue !== undefined && { answer_due: answerDue }),
    ...(assessmentId && { assessment_id: assessmentId }),
    ...(submittedAt && { submitted_at: submittedAt.toISOString() }),
  };
  return (await trx('certification_cases').where({ id, revision }).update(values)) === 1;
}

/** After a decision granted it, in the same transaction. */
export async function setCertificate(trx: Trx, id: string, certificateId: string): Promise<void> {
  await trx('certification_cases').where({ id }).update({ certificate_id: certificateId });
}

function toCase(row: CaseRow): CertificationCase {
  const { assessment_id: id, assessment_number: number } = row;
  const state = assessmentStates.find((known) => known === row.assessment_state);
  return {
    id: row.id,
    number: row.number,
    organizationId: row.organization_id,
    organization: row.organization,
    state: toState(row.state),
    revision: row.revision,
    application: { ...noEnglish, ...JSON.parse(row.application) },
    answerDue: row.answer_due,
    assessment: id !== null && number !== null && state ? { id, number, state } : null,
    certificateId: row.certificate_id,
    unannounced: Boolean(row.unannounced),
    createdAt: row.created_at,
    submittedAt: row.submitted_at,
  };
}

function toState(value: string): CaseState {
  const state = caseStates.find((known) => known === value);
  if (!state) throw new Error(`The database holds an unknown state of a certification: ${value}`);
  return state;
}
