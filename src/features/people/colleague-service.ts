import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { findAccount } from '../accounts/account-store.ts';
import { deactivatePerson, reactivatePerson } from './person-service.ts';

/**
 * Lets somebody of one's own company in no more; what they did stays. Throws `not_found` for who does not work there, `conflict`
 * for oneself and for who works for another company too: those only the body may lock out.
 */
export async function deactivateColleague(deps: Deps, actor: Actor, id: string, companyIds: readonly string[]): Promise<void> {
  await checkColleague(deps, id, companyIds);
  await deactivatePerson(deps, actor, id);
}

/** Lets them in again, with the password they had. Throws as `deactivateColleague` does. */
export async function reactivateColleague(deps: Deps, actor: Actor, id: string, companyIds: readonly string[]): Promise<void> {
  await checkColleague(deps, id, companyIds);
  await reactivatePerson(deps, actor, id);
}

async function checkColleague({ db }: Deps, id: string, companyIds: readonly string[]): Promise<void> {
  const { companies } = await findAccount(db, id);
  const places = companies.map(({ organizationId }) => organizationId);
  if (!places.some((place) => companyIds.includes(place))) throw new AppError('not_found', message('error.notFound'));
  if (!places.every((place) => companyIds.includes(place))) throw new AppError('conflict', message('colleagues.elsewhereToo'));
}
