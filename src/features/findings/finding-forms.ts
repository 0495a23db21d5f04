import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import { findingGrades } from '../../model/criteria.ts';
import { findingKinds, findingStates } from '../../model/finding-life.ts';
import { checkbox, isDay, list, optionalText, requiredText, rule } from '../../web/forms.ts';
import { listQuery } from '../../web/paging.ts';

const revision = z.coerce.number().int().min(1);
const optionalDay = optionalText(20).check(rule((value) => value === null || isDay(value), message('form.date')));
const longText = optionalText(5000).transform((value) => value ?? '');

export const findingForm = z.strictObject({
  grade: z.enum(findingGrades),
  clause: optionalText(200),
  site: optionalText(40),
  requirement: longText,
  statement: requiredText(5000),
  evidence: list(200),
});

export const changeForm = findingForm.extend({ revision });

export const adjustmentForm = z.strictObject({
  kind: z.enum(['deduction', 'bonus']),
  ground: optionalText(200),
  statement: requiredText(5000),
});

export const issueForm = z.strictObject({ answerDue: optionalDay, correctionDue: optionalDay });

/** What every deed with a finding sends; which of it must be there, the deed says. */
export const deedForm = z.strictObject({ revision, text: longText, day: optionalDay });

export const proofForm = z.strictObject({ revision, keepDetails: checkbox(), text: requiredText(5000) });

/** The steps of an answer, in the order in which one thinks it through. */
export const answerSteps = ['correction', 'cause', 'action', 'send'] as const;
export type AnswerStep = (typeof answerSteps)[number];

export const answerForms = {
  correction: z.strictObject({ revision, correction: requiredText(5000) }),
  cause: z.strictObject({ revision, cause: requiredText(5000) }),
  action: z.strictObject({
    revision,
    action: requiredText(5000),
    responsible: requiredText(200),
    plannedFor: optionalDay.check(rule((value) => value !== null, message('form.required'))),
  }),
  send: z.strictObject({ revision }),
} as const satisfies Record<AnswerStep, z.ZodType>;

export const openFindingsQuery = listQuery.extend({
  show: z.enum(['open', 'overdue', 'turn', 'all']).catch('open'),
  kind: z.enum(findingKinds).nullable().catch(null),
  state: z.enum(findingStates).nullable().catch(null),
});
