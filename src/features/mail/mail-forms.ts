import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import { isBareAddress } from '../../model/mail-address.ts';
import { mailChoices } from '../../model/mail-rhythm.ts';
import { optionalText, rule } from '../../web/forms.ts';
import { mailStates } from './mail-store.ts';

/** One address or nothing. */
export const emailField = optionalText(254).check(rule((value) => value === null || isBareAddress(value), message('form.email')));

export const mailSettingsForm = z.strictObject({ email: emailField, mailChoice: z.enum(mailChoices) });

export const mailQuery = z.object({
  state: z.enum(mailStates).catch('dead'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
