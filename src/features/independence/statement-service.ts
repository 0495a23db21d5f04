import { randomUUID } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { type Message, message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { bindingDeclarations, type ImpartialityQuestion, impartialityQuestions } from '../../model/independence.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { listMembers } from '../assessments/assessment-store.ts';
import { listDeclaredElsewhere } from '../assessments/declared-elsewhere-store.ts';
import { leaveTeam, listDeclarationStates } from '../assessments/team-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { insertNotice } from '../notices/notice-store.ts';
import type { RulingInput, StatementInput } from './statement-forms.ts';
import {
  findStatement,
  insertStatement,
  listOfficeIds,
  listToCarryInto,
  type NewStatement,
  updateRuling,
} from './statement-store.ts';

/**
 * Signs a statement of impartiality in an audit; it takes the place of an earlier one. A yes waits for the office, which is
 * told, here and in the person's other open audits of the organization. Throws as `accessForChange`, and `invalid` when it is not signed with one's own name
 * or denies what was declared in another audit of the organization within two years.
 */
export async function signStatement(deps: Deps, actor: Actor, assessmentId: string, input: StatementInput): Promise<void> {
  const at = deps.clock();
  if (nameKey(input.signedName) !== nameKey(actor.name))
    throw new AppError('invalid', message('error.checkFields'), {
      signedName: message('independence.ownName', { name: actor.name }),
    });

  await deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'declare');
    refuseSelf(assessment);
    const yes = impartialityQuestions.filter((question) => input[question] === 'yes');
    const explanations = Object.fromEntries(yes.map((question) => [question, input[`${question}-why`] ?? '']));
    const carriedFrom = await findRepeated(trx, actor, assessment, yes);
    const signature = { userId: actor.id, signedName: input.signedName, signedAt: at.toISOString() };
    const statement = { id: randomUUID(), assessmentId, yes, explanations, ...signature, carriedFrom };
    await insertStatement(trx, statement);
    await recordAuditEntry(trx, {
      ...about(actor, assessment, at),
      deed: 'impartiality.stated',
      details: { statement: statement.id, yes, explanations, signedName: input.signedName },
    });
    if (yes.length > 0) {
      await tellOffice(trx, actor, assessment, at);
      await carryConflict(trx, actor, assessment, statement, at);
    }
  });
}

/**
 * The statement in another audit of the organization that says all of this already; null: there is none. Throws `invalid` for
 * what still binds there and is answered no here.
 */
async function findRepeated(
  trx: Trx,
  actor: Actor,
  { id, organizationId, from }: Assessment,
  yes: readonly ImpartialityQuestion[],
): Promise<string | null> {
  const all = await listDeclaredElsewhere(trx, { id, organizationId }, [actor.id]);
  const binding = bindingDeclarations(all.get(actor.id) ?? [], { from });
  const fields = binding.flatMap(({ number, day, yes: said }) =>
    said
      .filter((question) => !yes.includes(question))
      .map((question): [string, Message] => [question, message('independence.saidElsewhere', { number, day })]),
  );
  if (fields.length > 0) throw new AppError('invalid', message('error.checkFields'), Object.fromEntries(fields));
  const repeated = binding.find((other) => yes.every((question) => other.yes.includes(question)));
  return yes.length > 0 ? (repeated?.id ?? null) : null;
}

/** A conflict declared in one audit stands in the other open audits of the organization that the person had no conflict with. */
async function carryConflict(trx: Trx, actor: Actor, assessment: Assessment, signed: NewStatement, at: Date): Promise<void> {
  for (const other of await listToCarryInto(trx, assessment, signed)) {
    const yes = impartialityQuestions.filter((question) => other.yes.includes(question) || signed.yes.includes(question));
    const explanations = { ...other.explanations, ...signed.explanations };
    const carried = { id: randomUUID(), assessmentId: other.assessmentId, yes, explanations, carriedFrom: signed.id };
    await insertStatement(trx, { ...signed, ...carried });
    await recordAuditEntry(trx, {
      ...{ at, actor, subject: 'assessment', subjectId: other.assessmentId },
      deed: 'impartiality.carried',
      details: { statement: carried.id, yes, explanations, from: assessment.number },
    });
    await tellOffice(trx, actor, { id: other.assessmentId, number: other.number }, at);
  }
}

/**
 * Rules on a declared conflict: accepted with measures, or the person leaves the team at once. Throws as `accessForChange`;
 * `not_found` for a statement that was superseded; `conflict` for one's own, without a conflict, or already ruled on.
 */
export async function ruleOnConflict(
  deps: Deps,
  actor: Actor,
  { assessmentId, statementId }: { readonly assessmentId: string; readonly statementId: string },
  input: RulingInput,
): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'rule-conflict');
    const statement = await findStatement(trx, assessmentId, statementId);
    if (statement.userId === actor.id) throw new AppError('conflict', message('independence.notOwn'));
    if (statement.yes.length === 0 || statement.ruling) throw new AppError('conflict', message('independence.ruledAlready'));

    const { ruling, reason, measures } = input;
    await updateRuling(trx, statementId, { ruling, reason, measures: measures ?? '', by: actor.id, at: at.toISOString() });
    if (ruling === 'removed')
      await leaveTeam(trx, { assessmentId, userId: statement.userId, reason, by: actor.id, at: at.toISOString() });
    await recordAuditEntry(trx, {
      ...about(actor, assessment, at),
      deed: 'impartiality.ruled',
      details: { statement: statementId, person: statement.userId, ...input },
    });
    await tellRuling(trx, assessment, statement.userId, { ruling, at });
  });
}

/** Asks everybody in the team who has not stated their impartiality yet. Returns how many. Throws as `accessForChange`. */
export async function askForStatements(deps: Deps, actor: Actor, assessmentId: string): Promise<number> {
  const at = deps.clock();
  return deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'plan');
    refuseSelf(assessment);
    const ids = (await listMembers(trx, assessmentId)).map(({ userId }) => userId);
    const states = await listDeclarationStates(trx, assessmentId, ids);
    const to = ids.filter((id) => !states.has(id));
    await insertNotice(trx, {
      to,
      text: message('independence.noticeAsked', { number: assessment.number }),
      href: `/assessments/${assessmentId}/impartiality`,
      assessmentId,
      at,
    });
    await recordAuditEntry(trx, { ...about(actor, assessment, at), deed: 'impartiality.asked', details: { people: to } });
    return to.length;
  });
}

/** Whoever left the team learns nothing of the assessment itself any more. */
async function tellRuling(
  trx: Trx,
  { id, number }: Assessment,
  userId: string,
  { ruling, at }: { readonly ruling: RulingInput['ruling']; readonly at: Date },
): Promise<void> {
  const stays = ruling === 'accepted';
  const text = message(stays ? 'independence.noticeAccepted' : 'teams.noticeRemoved', { number });
  const href = stays ? `/assessments/${id}` : '/assessments';
  await insertNotice(trx, { to: [userId], text, href, assessmentId: stays ? id : null, at });
}

async function tellOffice(trx: Trx, actor: Actor, { id, number }: Pick<Assessment, 'id' | 'number'>, at: Date): Promise<void> {
  await insertNotice(trx, {
    to: await listOfficeIds(trx),
    text: message('independence.noticeConflict', { number, name: actor.name }),
    href: `/assessments/${id}/statements`,
    assessmentId: id,
    at,
  });
}

function about(actor: Actor, { id }: Assessment, at: Date) {
  return { at, actor, subject: 'assessment', subjectId: id };
}

function refuseSelf({ kind }: Assessment): void {
  if (kind === 'self') throw new AppError('not_found', message('error.notFound'));
}

/** Names are compared without width, case and space. */
function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
