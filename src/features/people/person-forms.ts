import { z } from 'zod';
import { bodyRoles, companyRoles, roles } from '../../model/actor.ts';
import { list, optionalText, requiredText } from '../../web/forms.ts';
import { listQuery } from '../../web/paging.ts';
import { signInNameField } from '../accounts/account-forms.ts';
import { emailField } from '../mail/mail-forms.ts';

export const peopleQuery = listQuery.extend({ role: z.enum(roles).nullable().catch(null) });

/** Where a form for a new person begins: which organization they are of. */
export const newPersonQuery = z.object({ organization: z.uuid().nullable().catch(null) });

/** Companies that one person can work for. */
export const mostCompanies = 20;

/** Fields that stand in the form several times under one name; empty ones count, so that the lists keep step. */
const repeated = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()))
  .pipe(z.array(z.string().trim().max(200)).max(mostCompanies + 1));

/** An organization is given by its name, which is unique: a list of thousands helps nobody. */
export const personForm = z
  .strictObject({
    name: requiredText(100),
    signInName: signInNameField,
    roles: list(bodyRoles.length).pipe(z.array(z.enum(bodyRoles))),
    organizationName: repeated,
    companyRole: repeated.pipe(z.array(z.enum(companyRoles))),
    registrationNumber: optionalText(60),
    email: emailField,
  })
  .transform(({ organizationName, companyRole, ...person }) => ({
    ...person,
    companies: organizationName.flatMap((name, index) =>
      name === '' ? [] : [{ name, role: companyRole[index] ?? 'company-member' }],
    ),
  }));

/** What a manager says of somebody of their own company. */
export const colleagueForm = z.strictObject({
  name: requiredText(100),
  signInName: signInNameField,
  organizationId: z.string(),
  email: emailField,
});

export type PersonForm = z.output<typeof personForm>;
