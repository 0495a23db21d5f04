import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import { assessmentStates } from '../../model/assessment-rights.ts';
import { assessmentKinds } from '../../model/dossier.ts';
import { day, isDay, list, optionalText, requiredText, rule } from '../../web/forms.ts';
import { listQuery } from '../../web/paging.ts';

export const assessmentListQuery = listQuery.extend({
  state: z
    .enum(['open', ...assessmentStates])
    .nullable()
    .catch(null),
});

/** The first step: for whom and by what. */
export const chooseQuery = z.object({
  organization: z.uuid().nullable().catch(null),
  /** `id@version` of the catalogue. */
  criteria: z.string().max(200).nullable().catch(null),
  search: z.string().max(100).catch(''),
  step: z.string().nullable().catch(null),
});

const optionalDay = optionalText(20).check(rule((value) => value === null || isDay(value), message('form.date')));

const arrangements = {
  from: day(),
  to: day(),
  sites: list(500),
  lead: optionalText(40),
  members: list(100),
  targetGrade: optionalText(100),
  heldGrade: optionalText(100),
  heldSince: optionalDay,
};

interface Days {
  readonly from: string;
  readonly to: string;
  readonly heldGrade: string | null;
  readonly heldSince: string | null;
}

function checkDays(context: z.core.ParsePayload<Days>): void {
  const { from, to, heldGrade, heldSince } = context.value;
  const complain = (path: string, text: ReturnType<typeof message>) =>
    context.issues.push({ code: 'custom', input: context.value, path: [path], params: { text } });

  if (isDay(from) && isDay(to) && to < from) complain('to', message('assessments.fromAfterTo'));
  if ((heldGrade === null) !== (heldSince === null))
    complain(heldGrade === null ? 'heldGrade' : 'heldSince', message('assessments.heldBoth'));
  if (heldSince !== null && isDay(to) && heldSince > to) complain('heldSince', message('assessments.heldAfterTo'));
}

export const arrangementsForm = z.strictObject(arrangements).check(checkDays);

export const startForm = z
  .strictObject({
    organization: z.uuid(),
    criteria: requiredText(200),
    kind: z.enum(assessmentKinds),
    /** Needed where the criteria have variants, profiles. */
    variant: optionalText(80),
    profile: optionalText(80),
    ...arrangements,
  })
  .check(checkDays);

export type Arrangements = z.output<typeof arrangementsForm>;
type StartFields = z.output<typeof startForm>;
/** Variant and profile may be left out where the criteria have none. */
export type StartInput = Omit<StartFields, 'variant' | 'profile'> & Partial<Pick<StartFields, 'variant' | 'profile'>>;
