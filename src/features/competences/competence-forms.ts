import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import { competenceGrades } from '../../model/competence.ts';
import { day, isDay, optionalText, requiredText, rule } from '../../web/forms.ts';
import { listQuery } from '../../web/paging.ts';

export const competenceQuery = listQuery.extend({
  criteria: z.string().max(80).nullable().catch(null),
  trade: z.string().max(100).nullable().catch(null),
  /** `soon`: those that end soon; `valid`: those that hold today. */
  state: z.enum(['soon', 'valid']).nullable().catch(null),
});

interface Span {
  readonly from: string;
  readonly to: string | null;
}

function checkSpan(context: z.core.ParsePayload<Span>): void {
  const { from, to } = context.value;
  if (to !== null && isDay(from) && isDay(to) && to < from)
    context.issues.push({
      code: 'custom',
      input: context.value,
      path: ['to'],
      params: { text: message('competences.endsBefore') },
    });
}

export const competenceForm = z
  .strictObject({
    /** Empty: all criteria. */
    criteria: optionalText(80),
    trade: optionalText(100),
    grade: z.enum(competenceGrades),
    registrationNumber: optionalText(60),
    from: day(),
    to: day(),
    proof: requiredText(1000),
  })
  .check(checkSpan);
export type CompetenceInput = z.output<typeof competenceForm>;

/** The organization is given by its name, which is unique. */
export const tieForm = z
  .strictObject({
    organizationName: requiredText(200),
    kind: z.enum(['employment', 'consulting']),
    from: day(),
    to: optionalText(20).check(rule((value) => value === null || isDay(value), message('form.date'))),
    note: optionalText(1000),
  })
  .check(checkSpan);
export type TieInput = z.output<typeof tieForm>;
