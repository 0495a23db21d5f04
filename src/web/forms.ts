import type { Request } from 'express';
import { z } from 'zod';
import { type Message, message } from '../i18n/translate.ts';
import { AppError, type FieldErrors } from '../model/errors.ts';

/** A form as it is shown: what was typed and what is wrong with it. */
export interface FormState {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly errors: FieldErrors;
}

export const emptyForm: FormState = { values: {}, errors: {} };

/** The parsed input, or `invalid` with one message a field. Used on every body and query. */
export function parse<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(withoutUnprintable(input ?? {}));
  if (result.success) return result.data;

  const fields: Record<string, Message> = {};
  for (const issue of result.error.issues) fields[issue.path.join('.')] ??= messageOf(issue);
  throw new AppError('invalid', message('error.checkFields'), fields);
}

/** Control characters but tabs and line ends, halves of signs, what is no sign at all: PostgreSQL, XML and PDF refuse them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu;
/** Forms are flat, and what scripts send nearly so; no schema takes what is deeper. */
const deepest = 6;

function withoutUnprintable(input: unknown, depth = 0): unknown {
  if (typeof input === 'string') return input.replace(unprintable, '');
  if (typeof input !== 'object' || input === null || depth > deepest) return input;
  if (Array.isArray(input)) return input.map((one) => withoutUnprintable(one, depth + 1));
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, withoutUnprintable(value, depth + 1)]));
}

/** Runs `submit`. When that throws `invalid`, asks again: the same form, with what was typed and what was wrong. */
export async function submitForm(
  req: Request,
  submit: () => Promise<void>,
  again: (form: FormState) => void | Promise<void>,
): Promise<void> {
  try {
    await submit();
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'invalid')) throw error;
    await again({
      values: typedValues(req.body),
      errors: Object.keys(error.fields).length > 0 ? error.fields : { '': error.text },
    });
  }
}

/** What was typed, to be shown again; passwords are not. */
export function typedValues(body: unknown): FormState['values'] {
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return Object.fromEntries(
    entries
      .filter(([name]) => !/password/i.test(name))
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value ?? '')]),
  );
}

/** The named path parameter when it can be one of our ids. Throws `not_found`. */
export function idOf(req: Request, name = 'id'): string {
  const id = z.uuid().safeParse(req.params[name]);
  if (!id.success) throw new AppError('not_found', message('error.notFound'));
  return id.data;
}

function messageOf(issue: z.core.$ZodIssue): Message {
  if (issue.code === 'custom' && issue.params?.text) return issue.params.text;
  if (issue.code === 'too_big') return message('form.tooLong', { most: String(issue.maximum) });
  if (issue.code === 'too_small')
    return Number(issue.minimum) <= 1 ? message('form.required') : message('form.tooShort', { least: String(issue.minimum) });
  if (issue.code === 'unrecognized_keys') return message('form.unknown', { names: issue.keys.join(', ') });
  if (issue.code === 'invalid_type' && issue.input === undefined) return message('form.required');
  return message('form.notAllowed');
}

/** A rule of a form with a text of the catalogue: `z.string().check(rule(isDate, message('form.date')))`. */
export function rule<T>(holds: (value: T) => boolean, text: Message): z.core.CheckFn<T> {
  return (context) => {
    if (!holds(context.value)) context.issues.push({ code: 'custom', input: context.value, params: { text } });
  };
}

const trimmed = z.string().transform((value) => value.normalize('NFC').trim());

/** One line that must be there. Lengths count characters, not bytes. */
export function requiredText(most: number) {
  return trimmed.check(
    rule((value) => value !== '', message('form.required')),
    rule((value) => [...value].length <= most, message('form.tooLong', { most })),
  );
}

/** One line that may be left empty; empty is null. */
export function optionalText(most: number) {
  return trimmed
    .check(rule((value) => [...value].length <= most, message('form.tooLong', { most })))
    .transform((value) => (value === '' ? null : value))
    .optional()
    .transform((value) => value ?? null);
}

/** A whole number in digits, or nothing. */
export function optionalCount(most: number) {
  return trimmed
    .check(
      rule((value) => value === '' || (/^\d{1,9}$/.test(value) && Number(value) <= most), message('form.wholeNumber', { most })),
    )
    .transform((value) => (value === '' ? null : Number(value)))
    .optional()
    .transform((value) => value ?? null);
}

/** A calendar day that exists. */
export function day() {
  return trimmed.check(
    rule((value) => value !== '', message('form.required')),
    rule((value) => value === '' || isDay(value), message('form.date')),
  );
}

export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** A checkbox: there or not. */
export function checkbox() {
  return z
    .union([z.literal('on'), z.literal('yes'), z.literal('true')])
    .optional()
    .transform((value) => value !== undefined);
}

/** One or several values of the same name, as a list without doubles. */
export function list(most: number) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => [...new Set(value === undefined ? [] : Array.isArray(value) ? value : [value])])
    .check(rule((value) => value.length <= most, message('form.tooMany', { most })));
}
