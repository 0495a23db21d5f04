import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { type Message, message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import type { AssessmentDeed } from '../../model/assessment-rights.ts';
import { AppError } from '../../model/errors.ts';
import { type RequestDeed, stateAfter } from '../../model/request-life.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { acceptHandedIn } from '../evidence/accept-store.ts';
import { checkLinks } from '../evidence/evidence-check.ts';
import { insertEvidenceSteps } from '../evidence/evidence-step-store.ts';
import { insertNotice } from '../notices/notice-store.ts';
import type { EvidenceRequest, NewRequest } from './request.ts';
import {
  findRequest,
  insertRequest,
  insertRequestStep,
  listAnswerIds,
  listCompanyPeople,
  updateRequest,
} from './request-store.ts';

/** Asks the company. Returns the id. Throws `invalid`, and what `accessForChange` throws. */
export async function askForEvidence(deps: Deps, actor: Actor, assessmentId: string, input: NewRequest): Promise<string> {
  const at = deps.clock();
  return deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'askEvidence');
    if (assessment.kind === 'self') throw new AppError('not_found', message('error.notFound'));
    await checkLinks(deps, trx, assessment, input);
    const today = dayOf(at, deps.config.timeZone);
    if (input.dueOn < today) throw invalid({ dueOn: message('requests.dueOver', { today }) });

    const { id, reference } = await insertRequest(trx, assessmentId, input, { by: actor.id, at });
    await insertRequestStep(trx, id, { at, by: actor.id, deed: 'ask', text: '' });
    const step = { id, reference, deed: 'ask' as const, at, details: { ...input } };
    await record(trx, actor, assessment, step);
    const text = message('notices.requestAsked', { reference, number: assessment.number, due: input.dueOn });
    await tell(trx, assessment, id, await listCompanyPeople(trx, assessment.organizationId), text, at);
    return id;
  });
}

/** One step of a request that is not an answer with files. */
export interface RequestMove {
  readonly deed: Exclude<RequestDeed, 'ask' | 'hand-in'>;
  readonly revision: number;
  readonly text: string;
  /** Only with `postpone`. */
  readonly dueOn?: string;
}

interface RequestPlace {
  readonly assessmentId: string;
  readonly requestId: string;
}

/** The company declines; the auditor accepts, returns, withdraws or postpones. Throws `invalid` when somebody was faster, `conflict` when the state does not allow it, and what `accessForChange` throws. */
export async function moveRequest(deps: Deps, actor: Actor, place: RequestPlace, move: RequestMove): Promise<void> {
  const at = deps.clock();
  const deed: AssessmentDeed = move.deed === 'decline' ? 'answerRequests' : 'askEvidence';
  await deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, place.assessmentId, deed);
    const request = await findRequest(trx, place.assessmentId, place.requestId);
    const today = dayOf(at, deps.config.timeZone);
    if (move.dueOn !== undefined && move.dueOn < today) throw invalid({ dueOn: message('requests.dueOver', { today }) });
    await step(trx, request, move, actor, at);
    if (move.deed === 'accept') await acceptAnswers(trx, request.id, actor, at);
    await record(trx, actor, assessment, { ...request, deed: move.deed, at, details: { text: move.text, dueOn: move.dueOn } });
    await tellOther(trx, assessment, request, move.deed, at);
  });
}

/** Moves the state on and writes the step down. Throws `conflict` and `invalid`. */
export async function step(
  trx: Trx,
  request: EvidenceRequest,
  move: { readonly deed: Exclude<RequestDeed, 'ask'>; readonly revision: number; readonly text: string; readonly dueOn?: string },
  actor: Actor,
  at: Date,
): Promise<void> {
  const state = stateAfter(request.state, move.deed);
  if (state === null) throw new AppError('conflict', message('requests.noSuchStep'));
  const written = await updateRequest(trx, request.id, move.revision, { state, dueOn: move.dueOn ?? request.dueOn });
  if (!written) throw new AppError('invalid', message('requests.changedMeanwhile'), { '': message('requests.changedMeanwhile') });
  await insertRequestStep(trx, request.id, { at, by: actor.id, deed: move.deed, text: move.text });
}

/** What was handed in and not judged yet is accepted with the request. */
async function acceptAnswers(trx: Trx, requestId: string, actor: Actor, at: Date): Promise<void> {
  const accepted = await acceptHandedIn(trx, await listAnswerIds(trx, requestId), { by: actor.id, at });
  if (accepted.length > 0) await insertEvidenceSteps(trx, accepted, { at, by: actor.id, deed: 'accepted' });
}

/** Tells those on the other side. */
export async function tellOther(
  trx: Trx,
  assessment: Assessment,
  request: Pick<EvidenceRequest, 'id' | 'reference' | 'askedById'>,
  deed: Exclude<RequestDeed, 'ask'>,
  at: Date,
): Promise<void> {
  const byCompany = deed === 'hand-in' || deed === 'decline';
  const to = byCompany ? [request.askedById] : await listCompanyPeople(trx, assessment.organizationId);
  const text = message(`notices.request.${deed}`, { reference: request.reference, number: assessment.number });
  await tell(trx, assessment, request.id, to, text, at);
}

async function tell(trx: Trx, { id }: Assessment, requestId: string, to: readonly string[], text: Message, at: Date) {
  await insertNotice(trx, { to, text, href: `/assessments/${id}/requests/${requestId}`, assessmentId: id, at });
}

/** The entry in the audit trail for a step of a request. */
export async function record(
  trx: Trx,
  actor: Actor,
  assessment: Assessment,
  {
    reference,
    deed,
    at,
    details,
  }: { reference: string; deed: RequestDeed; at: Date; details: Readonly<Record<string, unknown>> },
): Promise<void> {
  await recordAuditEntry(trx, {
    at,
    actor,
    deed: `request.${deed}`,
    subject: 'assessment',
    subjectId: assessment.id,
    details: { reference, ...details },
  });
}

function invalid(fields: Record<string, Message>): AppError {
  return new AppError('invalid', message('error.checkFields'), fields);
}
