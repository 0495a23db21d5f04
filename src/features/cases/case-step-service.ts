import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { dayOf } from '../../i18n/format.ts';
import { type Message, message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { type CaseDeed, caseStateAfter, caseSteps } from '../../model/case-life.ts';
import { AppError } from '../../model/errors.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { insertNotice } from '../notices/notice-store.ts';
import { listCompanyPeople } from '../requests/request-store.ts';
import { type CertificationCase, missingIn } from './case.ts';
import { requireChecks, requirePapers } from './case-checklist.ts';
import { insertCaseStep, listLeaders, listPeopleIn } from './case-record-store.ts';
import { type CaseChange, findCase, sidesIn, updateCase } from './case-store.ts';

/** A step of a case as it is taken. */
export interface CaseMove {
  readonly deed: CaseDeed;
  readonly revision: number;
  readonly text: string;
  readonly at: Date;
  readonly change?: Omit<CaseChange, 'state'>;
  /** What the audit trail keeps beside the words. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * The case, when that person may take that step now. Throws `not_found` when it is not theirs to see, `forbidden` when
 * somebody else takes such steps, `conflict` when the state does not allow it.
 */
export async function caseFor(trx: Trx, actor: Actor, id: string, deed: CaseDeed): Promise<CertificationCase> {
  const found = await findCase(trx, actor, id);
  if (!(await sidesIn(trx, actor, found)).includes(caseSteps[deed].by))
    throw new AppError('forbidden', message('cases.notYours'));
  if (caseStateAfter(found.state, deed) === null) throw new AppError('conflict', message('cases.noSuchStep'));
  return found;
}

/** Moves a case on, writes the step down and tells the others. Throws `invalid` when somebody was faster. */
export async function moveCase(trx: Trx, actor: Actor, found: CertificationCase, move: CaseMove): Promise<void> {
  const state = caseStateAfter(found.state, move.deed);
  if (state === null) throw new AppError('conflict', message('cases.noSuchStep'));
  const written = await updateCase(trx, found.id, move.revision, { ...move.change, state });
  if (!written) throw changedMeanwhile();
  await insertCaseStep(trx, found.id, { at: move.at, by: actor.id, deed: move.deed, text: move.text });
  await recordAuditEntry(trx, {
    at: move.at,
    actor,
    deed: `case.${move.deed}`,
    subject: 'case',
    subjectId: found.id,
    details: { number: found.number, text: move.text, ...move.details },
  });
  await tell(trx, actor, found, move);
}

export function changedMeanwhile(): AppError {
  return new AppError('invalid', message('cases.changedMeanwhile'), { '': message('cases.changedMeanwhile') });
}

/** A step that needs nothing but words. Throws as `caseFor` and `moveCase`, and `invalid` for an application that is not complete. */
export async function takeCaseStep(
  deps: Deps,
  actor: Actor,
  id: string,
  move: Omit<CaseMove, 'at' | 'change'> & { readonly dueOn?: string },
): Promise<void> {
  const at = deps.clock();
  const today = dayOf(at, deps.config.timeZone);
  if (move.dueOn !== undefined && move.dueOn < today) throw invalid({ dueOn: message('requests.dueOver', { today }) });
  await deps.db.transaction(async (trx) => {
    const found = await caseFor(trx, actor, id, move.deed);
    if (move.deed === 'submit' || move.deed === 'answer') {
      checkComplete(found);
      await requirePapers(trx, deps, found);
    }
    if (move.deed === 'accept') await requireChecks(trx, deps, found, { stage: 'application', userId: actor.id });
    const change = {
      ...(move.deed === 'submit' && { submittedAt: at }),
      ...(move.deed === 'ask' && { answerDue: move.dueOn ?? null }),
      ...(move.deed === 'answer' && { answerDue: null }),
    };
    await moveCase(trx, actor, found, { ...move, at, change, details: { dueOn: move.dueOn } });
  });
}

function checkComplete({ application }: CertificationCase): void {
  const [first] = missingIn(application);
  if (first) throw new AppError('invalid', message('cases.incomplete'), { '': message('cases.incomplete') });
}

export function invalid(fields: Record<string, Message>): AppError {
  return new AppError('invalid', message('error.checkFields'), fields);
}

type Audience = 'company' | 'office' | 'reviewers' | 'deciders' | 'leader';

/** Who is told of a step, apart from who took it. */
const audiences: Readonly<Partial<Record<CaseDeed, readonly Audience[]>>> = {
  submit: ['office'],
  answer: ['office'],
  drop: ['office'],
  ask: ['company'],
  accept: ['company'],
  refuse: ['company'],
  agree: ['company'],
  start: ['company', 'reviewers'],
  review: ['deciders', 'office'],
  return: ['leader', 'office'],
  resubmit: ['reviewers'],
};

async function tell(trx: Trx, actor: Actor, found: CertificationCase, { deed, at }: CaseMove): Promise<void> {
  if (deed === 'edit') return;
  const to: string[] = [];
  const told = (audiences[deed] ?? ['company', 'office']).filter(
    (one) => !(one === 'company' && deed === 'start' && found.unannounced),
  );
  for (const audience of told) to.push(...(await peopleOf(trx, found, audience)));
  await insertNotice(trx, {
    to: to.filter((id) => id !== actor.id),
    text: message(`notices.case.${deed}`, { number: found.number, organization: found.organization }),
    href: `/cases/${found.id}`,
    assessmentId: null,
    at,
  });
}

function peopleOf(trx: Trx, { organizationId, assessment }: CertificationCase, audience: Audience): Promise<string[]> {
  switch (audience) {
    case 'company':
      return listCompanyPeople(trx, organizationId);
    case 'office':
      return listPeopleIn(trx, ['administrator', 'programme-manager']);
    case 'reviewers':
      return listPeopleIn(trx, ['reviewer']);
    case 'deciders':
      return listPeopleIn(trx, ['decision-maker']);
    case 'leader':
      return listLeaders(trx, assessment?.id ?? '');
  }
}
