import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import { daysBetween } from '../../model/calendar.ts';
import { holidayKinds } from '../../model/working-days.ts';
import { day, isDay, optionalText, requiredText, rule } from '../../web/forms.ts';

const optionalDay = optionalText(20).check(rule((value) => value === null || isDay(value), message('form.date')));

/** Days that one entry may cover. */
const longest = 60;

export const holidayForm = z
  .strictObject({ from: day(), to: optionalDay, kind: z.enum(holidayKinds), name: requiredText(60) })
  .check((context) => {
    const { from, to } = context.value;
    if (to === null || !isDay(from)) return;
    const wrong = (text: ReturnType<typeof message>) =>
      context.issues.push({ code: 'custom', input: to, path: ['to'], params: { text } });
    if (to < from) wrong(message('assessments.fromAfterTo'));
    else if (daysBetween(from, to, longest + 1).length > longest) wrong(message('holidays.tooLong', { most: longest }));
  });
export type HolidayInput = z.output<typeof holidayForm>;

export const yearQuery = z.object({
  year: z
    .string()
    .regex(/^[12]\d{3}$/)
    .optional()
    .catch(undefined),
});
