import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { type ColumnChoice, columnRoles, feeds, scales, surveyKinds } from '../../model/survey.ts';
import { optionalText, parse, requiredText, rule } from '../../web/forms.ts';

export const bringForm = z.strictObject({ title: optionalText(200), kind: z.enum(surveyKinds) });
export const revisionForm = z.looseObject({ revision: z.coerce.number().int().min(1) });
export const exclusionForm = z.strictObject({
  revision: z.coerce.number().int().min(1),
  row: z.coerce.number().int().min(1).max(1_000_000),
  reason: requiredText(500),
});

const decimal = optionalText(20)
  .transform((value) => value?.normalize('NFKC') ?? null)
  .check(rule((value) => value === null || /^-?\d+(\.\d+)?$/.test(value), message('surveys.badNumber')))
  .transform((value) => (value === null ? null : Number(value)));

const columnForm = z.object({
  role: z.enum(columnRoles).default('ignore'),
  clause: optionalText(200),
  scale: z.enum(scales).default('number'),
  from: decimal,
  to: decimal,
  passFrom: decimal,
  feed: z.enum(feeds).default('mean'),
});

const fields = ['role', 'clause', 'scale', 'from', 'to', 'passFrom', 'feed'] as const;

/** The columns of the form, `role.0`, `clause.0`, …, as many as the sheet has. Throws `invalid` that names the fields. */
export function columnsIn(body: Readonly<Record<string, unknown>>, count: number): ColumnChoice[] {
  const errors: Record<string, AppError['text']> = {};
  const columns = Array.from({ length: count }, (_, index): ColumnChoice | null => {
    const own = Object.fromEntries(
      fields.flatMap((name) => (`${name}.${index}` in body ? [[name, body[`${name}.${index}`]]] : [])),
    );
    try {
      const choice = parse(columnForm, own);
      return choice.role === 'answer' ? choice : { ...choice, clause: null };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      for (const [name, text] of Object.entries(error.fields)) errors[`${name}.${index}`] = text;
      return null;
    }
  });
  const chosen = columns.filter((choice) => choice !== null);
  if (chosen.length === count && !chosen.some(({ role }) => role === 'answer')) errors[''] = message('surveys.noAnswers');
  if (Object.keys(errors).length > 0) throw new AppError('invalid', message('error.checkFields'), errors);
  return chosen;
}
