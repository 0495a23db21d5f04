import { z } from 'zod';
import { languages } from '../../i18n/language.ts';
import { message } from '../../i18n/translate.ts';
import { requiredText, rule } from '../../web/forms.ts';
import { passwordLimits } from './passwords.ts';

/** A password as typed: never trimmed, counted in characters. */
export const passwordField = z.string().check(
  rule((value) => value !== '', message('form.required')),
  rule(
    (value) => value === '' || [...value].length >= passwordLimits.least,
    message('accounts.passwordShort', { least: passwordLimits.least }),
  ),
  rule((value) => [...value].length <= passwordLimits.most, message('form.tooLong', { most: passwordLimits.most })),
);

const twice = { wantedPassword: passwordField, repeatedPassword: z.string() };

function isRepeated(form: { wantedPassword: string; repeatedPassword: string }): boolean {
  return form.wantedPassword === form.repeatedPassword;
}

const notRepeated = { path: ['repeatedPassword'], params: { text: message('accounts.notRepeated') } };

/** Letters and digits of any script, and the signs of an e-mail address. No name looks like another one's by mixing scripts. */
export const signInNameField = requiredText(100).check(
  rule((value) => /^[\p{L}\p{N}._@+-]*$/u.test(value), message('accounts.nameSigns')),
  rule((value) => !mixesLookalikes(value), message('accounts.nameMixed')),
);

/** Scripts whose letters are taken for Latin ones, such as а, ο and Ꭺ. */
const lookalikes = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}]/u;

function mixesLookalikes(name: string): boolean {
  return /\p{Script=Latin}/u.test(name.normalize('NFKC')) && lookalikes.test(name);
}

export const signInForm = z.strictObject({
  signInName: z.string().max(200).default(''),
  password: z.string().max(1000).default(''),
  next: z.string().max(2000).default('/'),
});

/** A code of the authenticator, or a recovery code. */
export const secondStepForm = z.strictObject({ code: requiredText(60), next: z.string().max(2000).default('/') });

export const setupForm = z
  .strictObject({ signInName: signInNameField, name: requiredText(100), ...twice })
  .refine(isRepeated, notRepeated);

export const passwordByLinkForm = z.strictObject(twice).refine(isRepeated, notRepeated);

export const changePasswordForm = z
  .strictObject({ presentPassword: z.string().check(rule((value) => value !== '', message('form.required'))), ...twice })
  .refine(isRepeated, notRepeated);

export const languageForm = z.strictObject({ language: z.enum(languages), next: z.string().max(2000).default('/') });

/** A path of this site to go on to; anything else leads home, so that a link cannot send people elsewhere. */
export function ownPath(next: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : '/';
}
