import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { type Message, message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { addYears } from '../../model/calendar.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import { declarationsBoundAnew, type OtherDeclaration, yearsApart } from '../../model/independence.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { insertNotice } from '../notices/notice-store.ts';
import type { Assessment } from './assessment.ts';
import { listMembers } from './assessment-store.ts';
import { type AuditToStaff, checkAssignments } from './assignment-check.ts';
import { listDeclaredElsewhere } from './declared-elsewhere-store.ts';
import { listCandidates, listSaidYes, supersedeStatements } from './team-store.ts';

interface Rescheduled {
  /** As it was before. */
  readonly assessment: Assessment;
  /** As it is to be. */
  readonly audit: AuditToStaff & { readonly id: string };
  readonly actor: Actor;
  readonly at: Date;
}

/**
 * Whether the team that there is can audit on the new days. Throws `invalid` with every rule that somebody breaks on them:
 * competence, past ties, and conflicts declared in other audits of the organization that the new days bring within reach.
 * Where such a conflict was accepted there, the statement that does not tell it holds no longer: the person has to sign again.
 */
export async function checkNewDays(trx: Trx, deps: Pick<Deps, 'config'>, change: Rescheduled): Promise<void> {
  const { audit, assessment } = change;
  const members = await listMembers(trx, audit.id);
  const found = await checkAssignments(trx, deps.config, audit, await listCandidates(trx), members);
  const broken = [...found.values()].flat().filter(({ refused }) => refused);
  const ofDays = broken.filter(({ text }) => /^assignment\.(competence|tie|grade)/.test(text.key)).map(({ text }) => text);

  const anew = await listBoundAnew(trx, assessment, audit.from, members);
  const barred = anew.filter(({ state }) => state !== 'accepted').map(inWords);
  const texts = [...ofDays, ...barred];
  if (texts.length > 0) throw refused(texts);

  const again = anew.filter(({ signed }) => signed);
  if (again.length > 0) await askAgain(trx, change, again);
}

interface BoundAnew extends OtherDeclaration {
  readonly userId: string;
  readonly name: string;
  /** Whether the person has signed a statement here, which does not tell it. */
  readonly signed: boolean;
}

async function listBoundAnew(
  trx: Trx,
  { id, organizationId, from }: Assessment,
  newFrom: IsoDate,
  members: readonly { readonly userId: string; readonly name: string }[],
): Promise<BoundAnew[]> {
  const ids = members.map(({ userId }) => userId);
  const elsewhere = await listDeclaredElsewhere(trx, { id, organizationId }, ids);
  const here = await listSaidYes(trx, id, ids);
  return members.flatMap(({ userId, name }) => {
    const said = here.get(userId);
    return declarationsBoundAnew(elsewhere.get(userId) ?? [], from, newFrom)
      .filter(({ yes }) => yes.some((question) => !said?.includes(question)))
      .map((one) => ({ ...one, userId, name, signed: said !== undefined }));
  });
}

async function askAgain(trx: Trx, { assessment, actor, at }: Rescheduled, bound: readonly BoundAnew[]): Promise<void> {
  const people = [...new Set(bound.map(({ userId }) => userId))];
  await supersedeStatements(trx, assessment.id, people, at);
  await recordAuditEntry(trx, {
    ...{ at, actor, subject: 'assessment', subjectId: assessment.id },
    deed: 'impartiality.voided',
    details: { people, because: bound.map(({ userId, number, yes }) => ({ person: userId, number, yes })) },
  });
  await insertNotice(trx, {
    to: people,
    text: message('independence.noticeVoided', { number: assessment.number }),
    href: `/assessments/${assessment.id}/impartiality`,
    assessmentId: assessment.id,
    at,
  });
}

function inWords({ state, name, number, day }: BoundAnew): Message {
  return message(`assignment.elsewhere.${state}`, { name, number, free: addYears(day, yearsApart) });
}

function refused(texts: readonly Message[]): AppError {
  const fields = texts.map((text, index) => [index === 0 ? 'from' : `from.${index}`, text]);
  return new AppError('invalid', message('error.checkFields'), Object.fromEntries(fields));
}
