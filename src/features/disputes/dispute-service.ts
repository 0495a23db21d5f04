import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { message } from '../../i18n/translate.ts';
import { type Actor, hasRole } from '../../model/actor.ts';
import {
  type DisputeDeed,
  type DisputeSide,
  disputeStateAfter,
  disputeSteps,
  involvementObjections,
} from '../../model/dispute-life.ts';
import { AppError } from '../../model/errors.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { listPeopleIn } from '../cases/case-record-store.ts';
import { listTiesWith } from '../competences/past-tie-store.ts';
import { insertNotice } from '../notices/notice-store.ts';
import { listCompanyPeople } from '../requests/request-store.ts';
import type { Dispute } from './dispute.ts';
import { insertLetter } from './dispute-letter-store.ts';
import { type DisputeChange, findDispute, insertDisputeStep, updateDispute } from './dispute-store.ts';
import { listInvestigators, listInvolved } from './involvement-store.ts';

/** Steps of which a complainant is written. */
const lettersOf: readonly DisputeDeed[] = ['acknowledge', 'answer', 'close', 'dismiss'];

/** A step as it is typed. */
export interface DisputeMove {
  readonly deed: DisputeDeed;
  readonly revision: number;
  readonly text: string | null;
  readonly answerDue?: string;
  readonly investigator?: string;
  readonly outcome?: string;
}

/** On which sides of it somebody stands. */
export function disputeSides(actor: Actor, { investigator }: Dispute): DisputeSide[] {
  return [
    ...(hasRole(actor, 'administrator', 'programme-manager') ? (['office'] as const) : []),
    ...(investigator?.id === actor.id ? (['investigator'] as const) : []),
  ];
}

/**
 * Takes a step. Throws `not_found`, `forbidden` when somebody else takes such steps, `conflict` when it is not possible now,
 * `invalid` when somebody was faster, the day is over, or the investigator had a part in what it is about.
 */
export async function moveDispute(deps: Deps, actor: Actor, id: string, move: DisputeMove): Promise<void> {
  const at = deps.clock();
  const today = dayOf(at, deps.config.timeZone);
  if (move.answerDue !== undefined && move.answerDue < today)
    throw invalid({ answerDue: message('requests.dueOver', { today }) });
  await deps.db.transaction(async (trx) => {
    const found = await findDispute(trx, actor, id);
    if (!disputeSides(actor, found).includes(disputeSteps[move.deed].by))
      throw new AppError('forbidden', message('cases.notYours'));
    const state = disputeStateAfter(found.state, move.deed);
    if (state === null) throw new AppError('conflict', message('disputes.noSuchStep'));
    if (move.investigator !== undefined) await checkInvestigator(trx, found, move.investigator, today);
    const change: DisputeChange = {
      state,
      ...(move.answerDue !== undefined && { answerDue: move.answerDue }),
      ...(move.investigator !== undefined && { investigatorId: move.investigator }),
      ...(move.outcome !== undefined && { outcome: move.outcome }),
    };
    if (!(await updateDispute(trx, id, move.revision, change))) throw invalid({ '': message('cases.changedMeanwhile') });
    await insertDisputeStep(trx, id, { at, by: actor.id, deed: move.deed, text: move.text ?? '' });
    const details = { number: found.number, text: move.text, ...change };
    await recordAuditEntry(trx, { at, actor, deed: `dispute.${move.deed}`, subject: 'dispute', subjectId: id, details });
    await tell(trx, actor, found, move, at);
    await writeOutside(trx, found, move, at);
  });
}

/** Who had a part in it, or is tied to the company, does not investigate; whoever it is that assigns them. */
async function checkInvestigator(trx: Trx, found: Dispute, userId: string, today: string): Promise<void> {
  if (!(await listInvestigators(trx)).some(({ id }) => id === userId))
    throw invalid({ investigator: message('form.notAllowed') });
  const involved = await listInvolved(trx, { caseId: found.case?.id ?? null, certificateId: found.certificate?.id ?? null });
  const ties = found.organizationId ? ((await listTiesWith(trx, found.organizationId, [userId])).get(userId) ?? []) : [];
  const objections = involvementObjections(userId, { involved, ties, today });
  if (objections.length === 0) return;
  const fields = objections.map(
    (one, index) => [index === 0 ? 'investigator' : `investigator.${index}`, message(`disputes.objection.${one}`)] as const,
  );
  throw invalid(Object.fromEntries(fields));
}

/** Somebody without an account is written to when they are to know something. The findings stay inside; what the office answers goes out. */
async function writeOutside(trx: Trx, found: Dispute, { deed, text }: DisputeMove, at: Date): Promise<void> {
  if (found.fromEmail === null || !lettersOf.includes(deed)) return;
  const told = deed === 'close' || deed === 'dismiss' ? (text ?? '') : '';
  await insertLetter(trx, { disputeId: found.id, deed, text: told, at });
}

/** The investigator is told of being assigned and of what comes back, the office of the answer, a company what becomes of its appeal. */
async function tell(trx: Trx, actor: Actor, found: Dispute, { deed, investigator }: DisputeMove, at: Date): Promise<void> {
  const to: string[] = [];
  if (deed === 'assign' && investigator) to.push(investigator);
  if (deed === 'reopen' && found.investigator) to.push(found.investigator.id);
  if (deed === 'answer') to.push(...(await listPeopleIn(trx, ['administrator', 'programme-manager'])));
  const tells = deed === 'acknowledge' || deed === 'close' || deed === 'dismiss';
  if (found.kind === 'appeal' && found.organizationId && tells) to.push(...(await listCompanyPeople(trx, found.organizationId)));
  await insertNotice(trx, {
    to: to.filter((id) => id !== actor.id),
    text: message(`notices.dispute.${deed}`, { number: found.number, about: found.about }),
    href: `/disputes/${found.id}`,
    assessmentId: null,
    at,
  });
}

function invalid(fields: Record<string, ReturnType<typeof message>>): AppError {
  return new AppError('invalid', message('error.checkFields'), fields);
}
