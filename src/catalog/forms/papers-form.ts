import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import { agendaKinds } from '../../model/agenda.ts';
import { assessmentSteps } from '../../model/assessment-life.ts';
import { assessmentStates } from '../../model/assessment-rights.ts';
import { impartialityQuestions } from '../../model/independence.ts';
import { requestDeeds, requestStates } from '../../model/request-life.ts';
import { siteReasons } from '../../model/site-sampling.ts';
import { showValue } from '../source/plain-number.ts';
import { siteRatingShape } from './clause-rating-form.ts';
import { isoDate, isoTime } from './dates.ts';
import type { PartForm } from './part.ts';
import { reference } from './reference.ts';
import { refuse, scalar } from './scalar.ts';
import { choice, decimal, flag, identifier, longText, shortText, text, wholeNumber } from './scalars.ts';

const clockTime = scalar({ type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }, (value) =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
    ? { value }
    : refuse(message('assessment.badClockTime', { found: showValue(value) })),
);

const drawnSite = z.strictObject({
  name: shortText,
  headcount: wholeNumber(0, 99_999_999).optional(),
  central: flag.optional(),
  last_audited: isoDate.optional(),
  chosen: flag.optional(),
  reason: choice(siteReasons),
  lot: text(200).describe('SHA-256 of seed and number: what decides at random'),
});

const draw = z.strictObject({
  at: isoTime,
  by: shortText,
  seed: text(200),
  reason: longText.optional().describe('Why it was drawn again'),
  rule: z.strictObject({ suited: flag, initial: decimal, surveillance: decimal, recertification: decimal, random: decimal }),
  common_rule: flag.optional().describe('The criteria name no rule'),
  sites: z.array(drawnSite).describe('All that could be drawn, in the order of their numbers'),
});

const agendaItem = z.strictObject({
  kind: choice(agendaKinds),
  title: shortText.optional(),
  day: isoDate,
  from: clockTime,
  to: clockTime,
  site: shortText.optional(),
  people: z.array(shortText).optional(),
  clauses: z.array(identifier).optional(),
  attendees: z
    .array(z.strictObject({ name: shortText, position: shortText.optional(), present: flag.optional() }))
    .optional()
    .describe('Of a meeting'),
});

const plan = z.strictObject({
  draws: z.array(draw).optional().describe('Draws of sites, the one that holds first'),
  days: z
    .array(z.strictObject({ name: shortText, days: decimal }))
    .optional()
    .describe('Person-days by person'),
  days_reason: longText.optional().describe('Why they are not what the table suggests'),
  agenda: z.array(agendaItem).optional(),
});
export type PlanForm = z.output<typeof plan>;
export const planForm: PartForm<PlanForm> = { whole: plan, partial: plan.partial() };

const request = z.strictObject({
  id: reference,
  text: longText,
  clauses: z.array(identifier).optional(),
  site: shortText.optional(),
  due_on: isoDate,
  state: choice(requestStates),
  asked_by: shortText,
  asked_at: isoTime,
  evidence: z.array(reference).optional().describe('References of what was handed in'),
  steps: z
    .array(z.strictObject({ deed: choice(requestDeeds), at: isoTime, by: shortText, text: longText.optional() }))
    .optional(),
});
export type RequestForm = z.output<typeof request>;
export const requestForm: PartForm<RequestForm> = { whole: request, partial: request.partial() };

const statement = z.strictObject({
  signed_name: shortText,
  signed_at: isoTime,
  yes: z
    .array(z.strictObject({ question: choice(impartialityQuestions), explanation: longText.optional() }))
    .optional()
    .describe('Questions answered yes; without it every answer was no'),
  superseded_at: isoTime.optional(),
  ruling: z
    .strictObject({
      ruling: choice(['accepted', 'removed']),
      reason: longText.optional(),
      measures: longText.optional(),
      by: shortText,
      at: isoTime,
    })
    .optional(),
});
export type StatementForm = z.output<typeof statement>;
export const statementForm: PartForm<StatementForm> = { whole: statement, partial: statement.partial() };

const saidOf = z.strictObject(siteRatingShape);
const rater = z.strictObject({ name: shortText, at: isoTime, ...siteRatingShape });
const agreement = z.strictObject({
  by: shortText,
  at: isoTime,
  reason: longText.optional(),
  before: saidOf.optional(),
  after: saidOf,
});
const comparison = z.strictObject({
  clause: identifier,
  opened_at: isoTime,
  raters: z.array(rater).optional(),
  agreed: z.array(agreement).optional().describe('How the agreed rating came about'),
});
export type ComparisonForm = z.output<typeof comparison>;
export const comparisonForm: PartForm<ComparisonForm> = { whole: comparison, partial: comparison.partial() };

const step = z.strictObject({
  step: choice(assessmentSteps),
  from: choice(assessmentStates),
  to: choice(assessmentStates),
  at: isoTime,
  by: shortText,
  reason: longText.optional(),
});
export type StepForm = z.output<typeof step>;
export const stepForm: PartForm<StepForm> = { whole: step, partial: step.partial() };

/** For editors. */
export const papersShape = {
  plan: plan.optional().describe('The plan of an audit'),
  requests: z.array(request).optional().describe('What the company was asked for'),
  statements: z.array(statement).optional().describe("The team's statements of impartiality"),
  comparisons: z.array(comparison).optional().describe('Clauses that several rated without seeing each other'),
  steps: z.array(step).optional().describe('From state to state'),
};
