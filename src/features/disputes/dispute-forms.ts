import { z } from 'zod';
import { languages } from '../../i18n/language.ts';
import { disputeOutcomes } from '../../model/dispute-life.ts';
import { day, optionalText, requiredText } from '../../web/forms.ts';
import { listQuery } from '../../web/paging.ts';
import { emailField } from '../mail/mail-forms.ts';
import { disputeFilters } from './dispute-store.ts';

export const complaintForm = z.strictObject({
  number: optionalText(80),
  about: requiredText(200),
  text: requiredText(5000),
  fromName: optionalText(100),
  fromContact: optionalText(200),
  fromEmail: emailField,
  fromLanguage: z.enum(languages).catch('zh-CN'),
  files: z.unknown().optional(),
  /** People leave it empty; programs that fill in every field do not. */
  website: optionalText(200),
});
export type ComplaintInput = z.output<typeof complaintForm>;

export const appealForm = z.strictObject({
  case: z.uuid(),
  text: requiredText(5000),
  fromContact: optionalText(200),
  files: z.unknown().optional(),
});
export type AppealInput = z.output<typeof appealForm>;

const revision = z.coerce.number().int().min(1);
export const disputeForms = {
  acknowledge: z.strictObject({ revision, text: requiredText(5000), answerDue: day() }),
  assign: z.strictObject({ revision, text: optionalText(5000), investigator: requiredText(40) }),
  note: z.strictObject({ revision, text: requiredText(5000) }),
  answer: z.strictObject({ revision, text: requiredText(5000), outcome: z.enum(disputeOutcomes) }),
  reopen: z.strictObject({ revision, text: requiredText(5000) }),
  close: z.strictObject({ revision, text: requiredText(5000) }),
  dismiss: z.strictObject({ revision, text: requiredText(5000) }),
} as const;

export const disputeQuery = listQuery.extend({ filter: z.enum(disputeFilters).catch('open') });
export const aboutQuery = z.object({ number: z.string().max(80).catch(''), case: z.uuid().nullable().catch(null) });
