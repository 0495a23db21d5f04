import type { Knex } from 'knex';
import type { Db, Trx } from '../../db/db.ts';
import { languages } from '../../i18n/language.ts';
import { message } from '../../i18n/translate.ts';
import { type Actor, companyIdsOf, hasRole, isOfCompany } from '../../model/actor.ts';
import { type DisputeState, disputeDeeds, disputeKinds, disputeOutcomes, disputeStates } from '../../model/dispute-life.ts';
import { AppError } from '../../model/errors.ts';
import { likePattern, pageSize } from '../../web/paging.ts';
import type { Dispute, DisputeStep } from './dispute.ts';

export const disputeFilters = ['open', 'closed', 'all'] as const;
export type DisputeFilter = (typeof disputeFilters)[number];

const columns = [
  'disputes.*',
  'certification_cases.number as case_number',
  'certificates.number as certificate_number',
  'users.name as investigator_name',
];

/** Those that the person may see: the office all, an investigator theirs, a company its own appeals. */
function visibleDisputes(db: Db, actor: Actor): Knex.QueryBuilder {
  const query = db('disputes')
    .leftJoin('certification_cases', 'certification_cases.id', 'disputes.case_id')
    .leftJoin('certificates', 'certificates.id', 'disputes.certificate_id')
    .leftJoin('users', 'users.id', 'disputes.investigator_id');
  if (isOfCompany(actor)) return query.where('disputes.kind', 'appeal').whereIn('disputes.organization_id', companyIdsOf(actor));
  if (hasRole(actor, 'administrator', 'programme-manager')) return query;
  return query.where('disputes.investigator_id', actor.id);
}

/** Throws `not_found` also when it is not theirs to see. */
export async function findDispute(db: Db, actor: Actor, id: string): Promise<Dispute> {
  const row = await visibleDisputes(db, actor).where('disputes.id', id).first(columns);
  if (!row) throw new AppError('not_found', message('error.notFound'));
  return toDispute(row);
}

/** The newest first, a page of them and how many there are. */
export async function pageDisputes(
  db: Db,
  actor: Actor,
  { filter, search, page }: { readonly filter: DisputeFilter; readonly search: string; readonly page: number },
): Promise<{ rows: Dispute[]; total: number }> {
  const query = visibleDisputes(db, actor);
  if (filter === 'open') query.whereNot('disputes.state', 'closed');
  if (filter === 'closed') query.where('disputes.state', 'closed');
  if (search !== '')
    query.where((matches) => {
      matches.whereRaw("lower(disputes.number) like ? escape '\\'", [likePattern(search)]);
      matches.orWhereRaw("lower(disputes.about) like ? escape '\\'", [likePattern(search)]);
    });
  const counted = await query.clone().count({ total: '*' }).first();
  const rows = await query
    .orderBy([{ column: 'disputes.received_at', order: 'desc' }, 'disputes.id'])
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select(columns);
  return { rows: rows.map(toDispute), total: Number(counted?.total ?? 0) };
}

/** The next number of the year; each is given once. */
export async function takeDisputeNumber(trx: Trx, year: number): Promise<string> {
  await trx('dispute_counters').insert({ year, last: 0 }).onConflict('year').ignore();
  await trx('dispute_counters').where({ year }).increment('last', 1);
  const row = await trx('dispute_counters').where({ year }).first('last');
  return `D-${year}-${String(row.last).padStart(4, '0')}`;
}

export type NewDispute = Omit<Dispute, 'state' | 'revision' | 'case' | 'certificate' | 'investigator' | 'outcome'> & {
  readonly caseId: string | null;
  readonly certificateId: string | null;
  readonly receivedBy: string | null;
};

export async function insertDispute(trx: Trx, dispute: NewDispute): Promise<void> {
  await trx('disputes').insert({
    id: dispute.id,
    number: dispute.number,
    kind: dispute.kind,
    state: 'received',
    revision: 1,
    case_id: dispute.caseId,
    certificate_id: dispute.certificateId,
    organization_id: dispute.organizationId,
    about: dispute.about,
    text: dispute.text,
    from_name: dispute.fromName,
    from_contact: dispute.fromContact,
    from_email: dispute.fromEmail,
    from_language: dispute.fromLanguage,
    received_by: dispute.receivedBy,
    received_at: dispute.receivedAt,
    acknowledge_due: dispute.acknowledgeDue,
    answer_due: dispute.answerDue,
  });
}

export interface DisputeChange {
  readonly state: DisputeState;
  readonly answerDue?: string;
  readonly investigatorId?: string;
  readonly outcome?: string;
}

/** False when somebody changed it since `revision`. */
export async function updateDispute(trx: Trx, id: string, revision: number, change: DisputeChange): Promise<boolean> {
  const { state, answerDue, investigatorId, outcome } = change;
  const changed = await trx('disputes')
    .where({ id, revision })
    .update({
      state,
      revision: revision + 1,
      ...(answerDue && { answer_due: answerDue }),
      ...(investigatorId && { investigator_id: investigatorId }),
      ...(outcome && { outcome }),
    });
  return changed === 1;
}

export async function insertDisputeStep(
  trx: Trx,
  disputeId: string,
  step: Omit<DisputeStep, 'at'> & { readonly at: Date },
): Promise<void> {
  const last = await trx('dispute_steps').where({ dispute_id: disputeId }).max({ place: 'place' }).first();
  const place = Number(last?.place ?? 0) + 1;
  await trx('dispute_steps').insert({ dispute_id: disputeId, place, ...step, at: step.at.toISOString() });
}

/** What happened, in order. */
export async function listDisputeSteps(db: Db, disputeId: string): Promise<DisputeStep[]> {
  const rows = await db('dispute_steps')
    .leftJoin('users', 'users.id', 'dispute_steps.by')
    .where({ dispute_id: disputeId })
    .orderBy('place')
    .limit(500)
    .select('dispute_steps.at', 'dispute_steps.deed', 'dispute_steps.text', 'users.name');
  return rows.map(({ at, deed, text, name }) => ({
    at,
    by: name,
    deed: disputeDeeds.find((known) => known === deed) ?? 'receive',
    text,
  }));
}

function toDispute(row: {
  readonly [column: string]: string | null;
  readonly id: string;
  readonly number: string;
  readonly about: string;
  readonly text: string;
  readonly received_at: string;
}): Dispute {
  const known = <Word extends string>(words: readonly Word[], value: string | null | undefined): Word | null =>
    words.find((word) => word === value) ?? null;
  const [kind, state] = [known(disputeKinds, row.kind), known(disputeStates, row.state)];
  if (!kind || !state) throw new Error(`The database holds an unknown kind or state of a dispute: ${row.kind} ${row.state}`);
  const pair = (id: string | null | undefined, number: string | null | undefined) => (id && number ? { id, number } : null);
  const investigator = pair(row.investigator_id, row.investigator_name);
  return {
    id: row.id,
    number: row.number,
    kind,
    state,
    revision: Number(row.revision),
    case: pair(row.case_id, row.case_number),
    certificate: pair(row.certificate_id, row.certificate_number),
    organizationId: row.organization_id ?? null,
    about: row.about,
    text: row.text,
    fromName: row.from_name ?? null,
    fromContact: row.from_contact ?? null,
    fromEmail: row.from_email ?? null,
    fromLanguage: known(languages, row.from_language),
    receivedAt: row.received_at,
    acknowledgeDue: row.acknowledge_due ?? null,
    answerDue: row.answer_due ?? null,
    investigator: investigator && { id: investigator.id, name: investigator.number },
    outcome: known(disputeOutcomes, row.outcome),
  };
}
