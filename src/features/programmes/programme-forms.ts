import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import { occasions, programmeKinds, programmeStates } from '../../model/programme.ts';
import { day, isDay, list, optionalText, requiredText, rule } from '../../web/forms.ts';
import { listQuery } from '../../web/paging.ts';

const optionalDay = optionalText(20).check(rule((value) => value === null || isDay(value), message('form.date')));

/** Which audit of the programme: one that is laid out, by kind and day, or a special one by its id. */
export const entryQuery = z.object({
  kind: z.enum(programmeKinds).catch('surveillance'),
  due: z.string().max(10).catch(''),
  audit: z.uuid().nullable().catch(null),
});
export type EntryChoice = z.output<typeof entryQuery>;

export const planForm = z
  .strictObject({
    kind: z.enum(programmeKinds),
    due: z.string().max(10),
    audit: optionalText(40),
    criteria: requiredText(300),
    lead: requiredText(40),
    from: day(),
    to: day(),
    sites: list(500),
  })
  .check((context) => {
    const { from, to } = context.value;
    if (isDay(from) && isDay(to) && to < from)
      context.issues.push({ code: 'custom', input: to, path: ['to'], params: { text: message('assessments.fromAfterTo') } });
  });
export type PlanInput = z.output<typeof planForm>;

export const specialForm = z.strictObject({ occasion: z.enum(occasions), reason: requiredText(1000), dueOn: optionalDay });
export type SpecialInput = z.output<typeof specialForm>;

export const dropForm = z.strictObject({ revision: z.coerce.number().int().min(1), reason: requiredText(1000) });

export const programmeQuery = listQuery.extend({ state: z.enum(programmeStates).nullable().catch(null) });
export const monthQuery = z.object({
  month: z
    .string()
    .regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
});
