import { randomUUID } from 'node:crypto';
import type { Db } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { type Account, findAccount } from '../accounts/account-store.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { listLibrary } from '../criteria/library-store.ts';
import { findOptionalOrganizationByName } from '../organizations/organization-store.ts';
import type { CompetenceInput, TieInput } from './competence-forms.ts';
import {
  deleteCompetence,
  findCompetence,
  insertCompetence,
  type StoredCompetence,
  updateCompetence,
} from './competence-store.ts';
import { deleteTie, findTie, insertTie } from './past-tie-store.ts';

/** Records what somebody of the body can audit. Throws `not_found`, and `invalid` for criteria that are not known. */
export async function addCompetence(deps: Deps, actor: Actor, userId: string, input: CompetenceInput): Promise<void> {
  const at = deps.clock();
  await checkCriteria(deps, input);
  await deps.db.transaction(async (trx) => {
    await findAuditor(trx, userId);
    const competence: StoredCompetence = {
      ...factsOf(input),
      id: randomUUID(),
      userId,
      createdBy: actor.id,
      createdAt: at.toISOString(),
    };
    await insertCompetence(trx, competence);
    await recordAuditEntry(trx, {
      ...about(actor, userId, at),
      deed: 'competence.added',
      details: { competence: competence.id, after: factsOf(input) },
    });
  });
}

/** Throws `not_found`, and `invalid` for criteria that are not known. */
export async function changeCompetence(
  deps: Deps,
  actor: Actor,
  { userId, competenceId }: { readonly userId: string; readonly competenceId: string },
  input: CompetenceInput,
): Promise<void> {
  const at = deps.clock();
  await checkCriteria(deps, input);
  await deps.db.transaction(async (trx) => {
    const before = await findCompetence(trx, userId, competenceId);
    const after = { ...before, ...factsOf(input) };
    await updateCompetence(trx, after);
    await recordAuditEntry(trx, { ...about(actor, userId, at), deed: 'competence.changed', details: { before, after } });
  });
}

/** Takes back a record; what was audited on its ground stays as it is. Throws `not_found`. */
export async function removeCompetence(deps: Deps, actor: Actor, userId: string, competenceId: string): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const before = await findCompetence(trx, userId, competenceId);
    await deleteCompetence(trx, competenceId);
    await recordAuditEntry(trx, { ...about(actor, userId, at), deed: 'competence.removed', details: { before } });
  });
}

/** Records that somebody worked for an organization or advised it. Throws `not_found`, `invalid` for an unknown name. */
export async function addTie(deps: Deps, actor: Actor, userId: string, input: TieInput): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    await findAuditor(trx, userId);
    const organization = await findOptionalOrganizationByName(trx, actor, input.organizationName);
    if (!organization)
      throw new AppError('invalid', message('error.checkFields'), {
        organizationName: message('competences.organizationUnknown', { name: input.organizationName }),
      });
    const { kind, from, to, note } = input;
    const tie = { id: randomUUID(), userId, organizationId: organization.id, kind, from, to, note: note ?? '' };
    await insertTie(trx, { ...tie, createdBy: actor.id, createdAt: at.toISOString() });
    await recordAuditEntry(trx, { ...about(actor, userId, at), deed: 'past-tie.added', details: { after: tie } });
  });
}

/** Throws `not_found`. */
export async function removeTie(deps: Deps, actor: Actor, userId: string, tieId: string): Promise<void> {
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    const before = await findTie(trx, userId, tieId);
    await deleteTie(trx, tieId);
    await recordAuditEntry(trx, { ...about(actor, userId, at), deed: 'past-tie.removed', details: { before } });
  });
}

/** Somebody of the body; a company's people have no competence to audit. Throws `not_found`. */
export async function findAuditor(db: Db, userId: string): Promise<Account> {
  const account = await findAccount(db, userId);
  if (account.roles.length === 0) throw new AppError('not_found', message('error.notFound'));
  return account;
}

function about(actor: Actor, userId: string, at: Date) {
  return { at, actor, subject: 'account', subjectId: userId };
}

function factsOf({ criteria, ...facts }: CompetenceInput) {
  return { ...facts, criteriaId: criteria };
}

async function checkCriteria(deps: Deps, { criteria }: CompetenceInput): Promise<void> {
  if (criteria === null || (await listLibrary(deps)).some(({ id }) => id === criteria)) return;
  throw new AppError('invalid', message('error.checkFields'), { criteria: message('form.notAllowed') });
}
