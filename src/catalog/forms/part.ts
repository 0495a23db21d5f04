import type { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import { showValue } from '../source/plain-number.ts';
import type { Report } from '../source/problem-list.ts';
import type { Path } from '../source/yaml-source.ts';
import { reportIssues } from './issues.ts';

/** A map of a file as far as it could be read: what is wrong in it was reported, and the rest still serves the rules. */
export interface Part<Form> {
  readonly path: Path;
  /** What was read without a fault. */
  readonly form: Partially<Form>;
  /** All of it; null when something was wrong or missing. */
  readonly complete: Form | null;
  /** Keys whose values were refused: nothing may be concluded from their absence. */
  readonly broken: ReadonlySet<string>;
}

export type Partially<Form> = { readonly [Key in keyof Form]?: Form[Key] | undefined };

/** A form in two strengths: as it must be, and with every key optional. */
export interface PartForm<Form> {
  readonly whole: z.ZodType<Form>;
  readonly partial: z.ZodType<Partially<Form>>;
}

/** Reads one map, reporting everything that does not fit the form; null when it is no map at all. */
export function readPart<Form>(form: PartForm<Form>, value: unknown, path: Path, report: Report): Part<Form> | null {
  if (!isMap(value)) {
    report.at(
      path,
      value === null || value === undefined
        ? message('catalog.emptyValue')
        : message('catalog.notMap', { found: showValue(value) }),
    );
    return null;
  }
  const whole = form.whole.safeParse(value);
  if (whole.success) return { path, form: whole.data, complete: whole.data, broken: new Set() };

  const broken = reportIssues(form.whole, whole.error.issues, value, path, report);
  const rest = form.partial.safeParse(Object.fromEntries(Object.entries(value).filter(([key]) => !broken.has(key))));
  return { path, form: rest.success ? rest.data : {}, complete: null, broken };
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
