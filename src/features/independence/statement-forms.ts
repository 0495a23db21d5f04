import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import { impartialityQuestions } from '../../model/independence.ts';
import { optionalText, requiredText, rule } from '../../web/forms.ts';

const answer = z
  .string()
  .optional()
  .transform((value) => value ?? '')
  .check(rule((value) => value === 'yes' || value === 'no', message('independence.answer')));

/** `family` answers the question, `family-why` explains a yes. */
export const statementForm = z
  .strictObject({
    employment: answer,
    consulting: answer,
    family: answer,
    finance: answer,
    other: answer,
    'employment-why': optionalText(1000),
    'consulting-why': optionalText(1000),
    'family-why': optionalText(1000),
    'finance-why': optionalText(1000),
    'other-why': optionalText(1000),
    signedName: requiredText(100),
  })
  .check((context) => {
    for (const question of impartialityQuestions) {
      if (context.value[question] === 'yes' && context.value[`${question}-why`] === null)
        context.issues.push({
          code: 'custom',
          input: context.value,
          path: [`${question}-why`],
          params: { text: message('independence.explain') },
        });
    }
  });
export type StatementInput = z.output<typeof statementForm>;

export const rulingForm = z
  .strictObject({ ruling: z.enum(['accepted', 'removed']), reason: requiredText(1000), measures: optionalText(1000) })
  .check((context) => {
    if (context.value.ruling === 'accepted' && context.value.measures === null)
      context.issues.push({
        code: 'custom',
        input: context.value,
        path: ['measures'],
        params: { text: message('independence.measuresNeeded') },
      });
  });
export type RulingInput = z.output<typeof rulingForm>;
