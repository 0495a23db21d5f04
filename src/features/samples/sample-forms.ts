import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import { optionalCount, optionalText, requiredText, rule } from '../../web/forms.ts';
import { drawMethods, mostItems } from './sample.ts';

const longestList = 100_000;

/** A sample to be drawn. `list`: one item a line, in place of numbers from 1 to `size`. */
export const drawForm = z.strictObject({
  clause: requiredText(200),
  title: requiredText(200),
  population: requiredText(500),
  size: optionalCount(10_000_000),
  list: z
    .string()
    .max(1_000_000)
    .default('')
    .transform((value) => {
      const lines = value.normalize('NFC').split(/\r\n|\r|\n/);
      return lines.map((line) => line.trim().slice(0, 200)).filter((line) => line !== '');
    })
    .check(rule((lines) => lines.length <= longestList, message('form.tooMany', { most: longestList }))),
  method: z.enum(drawMethods),
  wanted: optionalCount(mostItems),
  seed: optionalText(100),
  start: optionalCount(10_000_000),
  step: optionalCount(10_000_000),
  reason: optionalText(2000).transform((value) => value ?? ''),
});
export type DrawInput = z.output<typeof drawForm>;

/** What was found, a field an item: `outcome.3`, `note.3`, `evidence.3`. */
export const itemsForm = z.looseObject({ revision: z.coerce.number().int().min(1) });

export const itemField = {
  outcome: z.enum(['pass', 'fail', '']),
  note: z.string().max(2000),
  evidence: z.string().max(12),
};
