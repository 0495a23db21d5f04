import { z } from 'zod';
import { readConfig } from '../config.ts';
import { isMigrated } from '../db/migrate.ts';
import { openDepsWithoutCriteria } from '../deps.ts';
import { signInNameField } from '../features/accounts/account-forms.ts';
import { insertNewAccount } from '../features/accounts/account-service.ts';
import { insertPasswordLink, linkDays } from '../features/accounts/password-link-store.ts';
import { message, translator } from '../i18n/translate.ts';
import type { BodyRole } from '../model/actor.ts';
import { AppError } from '../model/errors.ts';
import { parse, requiredText } from '../web/forms.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';

export interface UserOptions {
  readonly signInName: string;
  readonly name: string;
  readonly role: readonly BodyRole[];
  readonly registrationNumber?: string;
}

/** Rules for what is typed are those of the page that adds people. */
const person = z.strictObject({ signInName: signInNameField, name: requiredText(100) });

/** Adds a person of the certification body and prints a one-time link with which they set their password. */
export async function addUser(options: UserOptions, { language, environment, output }: Session): Promise<ExitCode> {
  const { signInName, name } = parse(person, { signInName: options.signInName, name: options.name });
  const deps = await openDepsWithoutCriteria(readConfig(environment));
  try {
    if (!(await isMigrated(deps.db))) throw new AppError('conflict', message('cli.migrateFirst'));
    const now = deps.clock();
    const token = await deps.db.transaction(async (trx) => {
      const registrationNumber = options.registrationNumber ?? null;
      const input = { signInName, name, roles: options.role, companies: [], registrationNumber, passwordHash: null };
      const account = await insertNewAccount(trx, input, null, now);
      return insertPasswordLink(trx, account.id, now);
    });
    output.out(translator(language)('cli.userAdded', { name, days: linkDays }));
    output.out(`${deps.config.address}/password/${token}`);
    return exitCodes.fine;
  } finally {
    await deps.db.destroy();
  }
}
