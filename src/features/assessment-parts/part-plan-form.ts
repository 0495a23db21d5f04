import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import type { IsoDate } from '../../model/dossier.ts';
import { AppError, type FieldErrors } from '../../model/errors.ts';
import { isDay, list, optionalText, parse } from '../../web/forms.ts';
import type { PartPlanLine } from '../assessments/part-plan-store.ts';

/** What was filled in for each part, and the revision that was on the screen. */
export interface PartPlanInput {
  readonly revision: number;
  readonly lines: readonly PartPlanLine[];
}

const lineForm = z.object({ from: optionalText(20), to: optionalText(20), members: list(100) });
const revisionForm = z.object({ revision: z.coerce.number().int().min(0).max(1_000_000) });

/** Fields are called `from:<part>`, `to:<part>`, `members:<part>`. Throws `invalid` with one message a field. */
export function readPartPlanForm(
  body: unknown,
  parts: readonly string[],
  days: { readonly from: IsoDate; readonly to: IsoDate },
): PartPlanInput {
  const fields = new Map(Object.entries(typeof body === 'object' && body !== null ? body : {}));
  const errors: Record<string, FieldErrors[string]> = {};
  const lines = parts.map((part) => {
    const of = (name: string) => fields.get(`${name}:${part}`);
    const line = parse(lineForm, { from: of('from') ?? '', to: of('to') ?? '', members: of('members') });
    Object.assign(errors, errorsOf(part, line, days));
    return { part, ...line };
  });
  if (Object.keys(errors).length > 0) throw new AppError('invalid', message('error.checkFields'), errors);
  return { ...parse(revisionForm, { revision: fields.get('revision') }), lines };
}

function errorsOf(
  part: string,
  { from, to }: Pick<PartPlanLine, 'from' | 'to'>,
  whole: { readonly from: IsoDate; readonly to: IsoDate },
): FieldErrors {
  const bad = [['from', from] as const, ['to', to] as const].find(([, value]) => value !== null && !isDay(value));
  if (bad) return { [`${bad[0]}:${part}`]: message('form.date') };
  if (from === null && to === null) return {};
  if (from === null) return { [`from:${part}`]: message('parts.bothDays') };
  if (to === null) return { [`to:${part}`]: message('parts.bothDays') };
  if (to < from) return { [`to:${part}`]: message('parts.order') };
  if (from < whole.from) return { [`from:${part}`]: message('parts.outside', whole) };
  return to > whole.to ? { [`to:${part}`]: message('parts.outside', whole) } : {};
}
