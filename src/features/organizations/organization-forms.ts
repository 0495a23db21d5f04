import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import { checkbox, type FormState, optionalCount, optionalText, requiredText, rule } from '../../web/forms.ts';
import type { Contact } from './contact-store.ts';
import type { Organization } from './organization-store.ts';
import type { Site } from './site-store.ts';

const mostPeople = 10_000_000;

export const organizationForm = z.strictObject({
  name: requiredText(200),
  registrationNumber: optionalText(60),
  trade: optionalText(100),
  headcount: optionalCount(mostPeople),
  address: optionalText(300),
});

export const siteForm = z.strictObject({
  name: requiredText(200),
  address: optionalText(300),
  headcount: optionalCount(mostPeople),
  central: checkbox(),
});

export const contactForm = z.strictObject({
  name: requiredText(100),
  position: optionalText(100),
  phone: optionalText(50),
  email: optionalText(200).check(rule((value) => value === null || isEmail(value), message('form.email'))),
});

/** Only what can never be an address is refused; whether mail arrives, no pattern can tell. */
function isEmail(value: string): boolean {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value);
}

/** The form as it stands before anything is changed. */
export function filledForm(of: Organization | Site | Contact): FormState {
  const values = Object.entries(of)
    .filter(([, value]) => value !== false)
    .map(([name, value]) => [name, value === null ? '' : value === true ? 'on' : String(value)]);
  return { values: Object.fromEntries(values), errors: {} };
}
