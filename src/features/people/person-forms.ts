import { z } from 'zod';
import { roles } from '../../model/actor.ts';
import { optionalText, requiredText } from '../../web/forms.ts';
import { listQuery } from '../../web/paging.ts';
import { signInNameField } from '../accounts/account-forms.ts';
import { emailField } from '../mail/mail-forms.ts';

export const peopleQuery = listQuery.extend({ role: z.enum(roles).nullable().catch(null) });

/** Where a form for a new person begins: which organization they are of. */
export const newPersonQuery = z.object({ organization: z.uuid().nullable().catch(null) });

/** The organization is given by its name, which is unique: a list of thousands helps nobody. */
export const personForm = z.strictObject({
  name: requiredText(100),
  signInName: signInNameField,
  role: z.enum(roles),
  organizationName: optionalText(200),
  registrationNumber: optionalText(60),
  email: emailField,
});

export type PersonForm = z.output<typeof personForm>;
