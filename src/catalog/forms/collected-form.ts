import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import { columnRoles, feeds, misfits, scales, surveyKinds } from '../../model/survey.ts';
import { PlainNumber, showValue } from '../source/plain-number.ts';
import { isoDate, isoTime } from './dates.ts';
import type { PartForm } from './part.ts';
import { reference } from './reference.ts';
import { refuse, scalar } from './scalar.ts';
import { choice, identifier, longText, shortText, text, wholeNumber } from './scalars.ts';

const most = 999_999_999;
const count = wholeNumber(0, most);

/** What was computed from answers: any number, also with an exponent. */
const computed = scalar({ type: 'number' }, (value) => {
  const found = value instanceof PlainNumber ? Number(value.source) : Number.NaN;
  return Number.isFinite(found) ? { value: found } : refuse(message('assessment.badFigure', { found: showValue(value) }));
});
const interval = z.strictObject({ from: computed, to: computed });

const sample = z.strictObject({
  id: reference,
  title: shortText,
  clause: identifier,
  population: longText.describe('What it is drawn from'),
  size: count.describe('How many there are to draw from'),
  method: choice(['random', 'systematic', 'judgement']),
  seed: text(200).optional(),
  start: count.optional(),
  step: count.optional(),
  reason: longText.optional(),
  looked: count.describe('How many were looked at'),
  failed: count,
  items: z
    .array(
      z.strictObject({
        number: count.optional(),
        label: shortText.optional(),
        outcome: choice(['pass', 'fail']).optional(),
        note: longText.optional(),
        evidence: reference.optional(),
      }),
    )
    .optional()
    .describe('Each that was drawn, with what was found'),
});
export type SampleForm = z.output<typeof sample>;
export const sampleForm: PartForm<SampleForm> = { whole: sample, partial: sample.partial() };

const answer = z.strictObject({
  column: count,
  header: longText.optional(),
  clause: identifier.optional(),
  feed: choice(feeds),
  pass_from: computed.optional(),
  n: count,
  blank: count,
  mean: computed.optional(),
  median: computed.optional(),
  deviation: computed.optional(),
  mean_interval: interval.optional(),
  passed: count.optional(),
  share: computed.optional(),
  share_interval: interval.optional(),
  distribution: z.array(z.strictObject({ label: longText, count })).optional(),
  outliers: z.array(z.strictObject({ row: count, value: computed })).optional(),
});
export type AnswerForm = z.output<typeof answer>;

const column = z.strictObject({
  role: choice(columnRoles),
  clause: identifier.optional(),
  scale: choice(scales),
  from: computed.optional(),
  to: computed.optional(),
  pass_from: computed.optional(),
  feed: choice(feeds),
});

const survey = z.strictObject({
  evidence: reference.describe('Reference of the sheet'),
  title: shortText,
  kind: choice(surveyKinds),
  rows: count,
  excluded: count.optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
  answers: z.array(answer).optional(),
  sites: z.array(z.strictObject({ name: longText, rows: count })).optional(),
  rejected: count.optional(),
  rejects: z
    .array(z.strictObject({ row: count, column: longText, value: longText.optional(), why: choice(misfits) }))
    .optional()
    .describe('The first values that were left out'),
  columns: z.array(column).optional().describe('How each column of the sheet is read'),
  excluded_rows: z
    .array(z.strictObject({ row: count, reason: longText.optional(), by: shortText, at: isoTime }))
    .optional()
    .describe('Rows that somebody left out'),
});
export type SurveyForm = z.output<typeof survey>;
export const surveyForm: PartForm<SurveyForm> = { whole: survey, partial: survey.partial() };
