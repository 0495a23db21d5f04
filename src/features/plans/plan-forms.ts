import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import { agendaKinds, isClockTime } from '../../model/agenda.ts';
import { isDays } from '../../model/person-days.ts';
import { day, list, optionalText, rule } from '../../web/forms.ts';
import { paperLanguages } from '../reports/paper.ts';

const clockTime = z
  .string()
  .transform((value) => value.trim().replace('：', ':').padStart(5, '0'))
  .check(rule(isClockTime, message('plans.clockTime')));

export const agendaForm = z
  .strictObject({
    kind: z.enum(agendaKinds),
    title: optionalText(200),
    day: day(),
    from: clockTime,
    to: clockTime,
    site: optionalText(40),
    people: list(100),
    clauses: list(500),
    revision: z.coerce.number().int().min(0).catch(0),
  })
  .check((context) => {
    const { from, to } = context.value;
    if (isClockTime(from) && isClockTime(to) && to <= from)
      context.issues.push({
        code: 'custom',
        input: context.value,
        path: ['to'],
        params: { text: message('plans.endsBefore') },
      });
  });
export type AgendaInput = z.output<typeof agendaForm>;

export const samplingForm = z.strictObject({ reason: optionalText(500) });

/** Cells of one column of a table in a form, empty ones included. */
function column(most: number) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (value === undefined ? [] : [value].flat()).map((text) => text.normalize('NFC').trim()))
    .check(rule((values) => values.every((text) => [...text].length <= most), message('form.tooLong', { most })));
}

export const daysForm = z.strictObject({
  person: column(40),
  days: column(10).check(
    rule((values) => values.every((text) => text === '' || isDays(text.replace('，', '.'))), message('plans.daysFormat')),
  ),
  reason: optionalText(500),
  revision: z.coerce.number().int().min(0).catch(0),
});
export type DaysInput = z.output<typeof daysForm>;

/** Rows of the list: who without a name is left out. */
export const attendanceForm = z
  .strictObject({ name: column(100), position: column(100), present: column(3) })
  .transform(({ name, position, present }) =>
    name.flatMap((one, index) =>
      one === '' ? [] : [{ name: one, position: position[index] ?? '', present: present[index] !== 'no' }],
    ),
  )
  .check(rule((rows) => rows.length <= 200, message('form.tooMany', { most: 200 })));
export type AttendanceInput = z.output<typeof attendanceForm>;

export const planQuery = z.object({
  language: z.enum(['zh-CN', 'en']).optional().catch(undefined),
  /** `mine`: only what the reader takes part in. */
  of: z.enum(['mine']).nullable().catch(null),
});

export const planPdfQuery = z.object({ language: z.enum(paperLanguages).optional().catch(undefined) });
