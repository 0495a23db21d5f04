import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import { evidenceKinds, findingGrades } from '../../model/criteria.ts';
import { assessmentKinds } from '../../model/dossier.ts';
import { evidenceStatuses } from '../../model/evidence-life.ts';
import { listedStates } from '../../model/finding-life.ts';
import { showValue } from '../source/plain-number.ts';
import { ratingWithSites } from './clause-rating-form.ts';
import { sampleForm, surveyForm } from './collected-form.ts';
import { isoDate, isoTime } from './dates.ts';
import { papersShape } from './papers-form.ts';
import type { PartForm } from './part.ts';
import { reference } from './reference.ts';
import { refuse, scalar } from './scalar.ts';
import {
  choice,
  flag,
  identifier,
  longText,
  printedDecimal,
  printedShare,
  shortText,
  text,
  versionNumber,
  wholeNumber,
} from './scalars.ts';

const person = z.union([shortText, z.strictObject({ name: shortText, registration_number: text(60).optional() })]);
export type PersonForm = z.output<typeof person>;

const siteForm = z.strictObject({
  name: shortText,
  address: shortText.optional(),
  headcount: wholeNumber(0, 99_999_999).optional(),
  central: flag.optional(),
});

const organizationForm = z.strictObject({
  name: shortText,
  registration_number: text(60).optional(),
  trade: shortText.optional(),
  headcount: wholeNumber(0, 99_999_999).optional(),
  address: shortText.optional(),
  sites: z.array(siteForm).optional(),
});

const partPlanForm = z.strictObject({
  from: isoDate.optional(),
  to: isoDate.optional(),
  members: z.array(shortText).min(1).optional().describe('Names of members of the team; without it, all of them'),
});

const facts = z.strictObject({
  kind: choice(assessmentKinds),
  from: isoDate.describe('First day'),
  to: isoDate.describe('Last day'),
  lead_auditor: person.optional(),
  auditors: z.array(person).optional(),
  technical_experts: z.array(person).optional(),
  mystery_shoppers: z.array(person).optional(),
  observers: z.array(person).optional(),
  members: z.array(person).optional().describe('People of the organization who take part, in a self-assessment'),
  number: text(60).optional(),
  target_grade: identifier.optional(),
  held_grade: z.strictObject({ grade: identifier, since: isoDate }).optional(),
  finished_at: isoTime.optional(),
  stopped: z.strictObject({ at: isoTime, reason: longText }).optional().describe('Ended before its time'),
  parts: z
    .record(z.string(), partPlanForm)
    .optional()
    .describe('When and by whom the parts of the criteria are assessed, by id of the part'),
});
export type FactsForm = z.output<typeof facts>;
export const factsForm: PartForm<FactsForm> = { whole: facts, partial: facts.partial() };

const adjustment = z.strictObject({ kind: choice(['deduction', 'bonus']), ground: identifier.optional(), statement: longText });
export type AdjustmentForm = z.output<typeof adjustment>;
export const adjustmentForm: PartForm<AdjustmentForm> = { whole: adjustment, partial: adjustment.partial() };

const answerForm = z.strictObject({
  correction: longText.optional(),
  cause: longText.optional().describe('The root cause'),
  action: longText.optional().describe('The corrective action'),
  responsible: shortText.optional(),
  planned_for: isoDate.optional(),
  proof: z.array(reference).optional().describe('References of the evidence that proves it'),
});

const finding = z.strictObject({
  number: text(60).optional(),
  clause: identifier.optional(),
  grade: choice(findingGrades),
  statement: longText.describe('What was found'),
  requirement: longText.optional().describe('What is asked'),
  evidence: z.array(reference).optional().describe('References of the evidence that shows it'),
  site: shortText.optional().describe('Name of the site where it was found'),
  answer: answerForm.optional().describe('What the company says to it'),
  verification: z.strictObject({ by: shortText, on: isoDate, how: longText }).optional(),
  state: choice(listedStates).optional().describe('How far it has come; a closed one no longer counts as open'),
  answer_due: isoDate.optional(),
  correction_due: isoDate.optional(),
  closed_at: isoTime.optional(),
});
export type FindingForm = z.output<typeof finding>;
export const findingForm: PartForm<FindingForm> = { whole: finding, partial: finding.partial() };

const link = scalar({ type: 'string', pattern: '^https?://', maxLength: 2000 }, (value) => {
  if (typeof value === 'string' && /^https?:\/\/[^\s]+$/.test(value) && value.length <= 2000 && URL.canParse(value))
    return { value };
  return refuse(message('assessment.badLink', { found: showValue(value) }));
});

/** A file that is not at hand, by which it is known again. */
const storedFile = z.strictObject({
  name: shortText,
  media_type: shortText,
  size: wholeNumber(0, 999_999_999_999_999),
  sha256: scalar({ type: 'string', pattern: '^[0-9a-f]{64}$' }, (value) =>
    typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? { value } : refuse(message('assessment.badHash')),
  ),
});
export type StoredFileForm = z.output<typeof storedFile>;

const evidence = z.strictObject({
  id: reference,
  kind: choice(evidenceKinds),
  title: shortText,
  date: isoDate.optional().describe("The evidence's own date"),
  note: longText.optional(),
  clauses: z.array(identifier).optional(),
  link: link.optional(),
  file: z
    .union([storedFile, text(500)])
    .optional()
    .describe('Relative to this file, in its folder or below; or what is known of it'),
  status: choice(evidenceStatuses).optional(),
  reason: longText.optional().describe('Why it was rejected or replaced'),
  superseded_by: reference.optional().describe('Reference of the piece that stands in its place'),
  period_from: isoDate.optional(),
  period_to: isoDate.optional(),
  site: shortText.optional().describe('Name of the site that it concerns'),
  source: shortText.optional().describe('Who or what it came from'),
  valid_until: isoDate.optional().describe('The last day on which it holds'),
});
export type EvidenceForm = z.output<typeof evidence>;
export const evidenceForm: PartForm<EvidenceForm> = { whole: evidence, partial: evidence.partial() };

const previousForm = z.strictObject({
  number: text(60).optional(),
  to: isoDate,
  score: printedDecimal,
  grade: identifier.optional(),
  rates: z.record(z.string(), printedShare).optional().describe('Clause id to rate, 0 to 1'),
});
export type PreviousForm = z.output<typeof previousForm>;

const selfAssessmentForm = z.strictObject({
  number: text(60),
  to: isoDate,
  criteria_version: versionNumber,
  score: printedDecimal,
  rates: z.record(z.string(), printedShare).optional().describe('Clause id to rate, 0 to 1'),
});

const shape = {
  format: wholeNumber(1, 1),
  criteria: z.strictObject({
    id: identifier,
    version: versionNumber,
    variant: identifier.optional().describe('Needed where the criteria have variants'),
    profile: identifier.optional().describe('Needed where the criteria have profiles'),
  }),
  organization: organizationForm,
  previous: previousForm.optional().describe('The last assessment against the same criteria, to compare with'),
  self_assessment: selfAssessmentForm.optional().describe("The company's own assessment, which stands beside an audit"),
};

/** What stood otherwise before corrections: each block takes the place of that of the whole file. */
const asFoundHead = z.strictObject({
  organization: z.unknown().optional(),
  assessment: z.unknown().optional(),
  ratings: z.unknown().optional(),
  adjustments: z.unknown().optional(),
  findings: z.unknown().optional(),
  evidence: z.unknown().optional(),
  samples: z.unknown().optional(),
  surveys: z.unknown().optional(),
  previous: z.unknown().optional(),
  self_assessment: z.unknown().optional(),
});

/** The top of an assessment file; the facts, the ratings and what stands in lists are read one by one. */
const head = z.strictObject({
  ...shape,
  assessment: z.record(z.string(), z.unknown()),
  ratings: z.record(z.string(), z.unknown()).optional(),
  adjustments: z.array(z.unknown()).optional(),
  findings: z.array(z.unknown()).optional(),
  evidence: z.array(z.unknown()).optional(),
  samples: z.array(z.unknown()).optional(),
  surveys: z.array(z.unknown()).optional(),
  as_found: asFoundHead.optional(),
  plan: z.unknown().optional(),
  requests: z.array(z.unknown()).optional(),
  statements: z.array(z.unknown()).optional(),
  comparisons: z.array(z.unknown()).optional(),
  steps: z.array(z.unknown()).optional(),
});
export type AssessmentHeadForm = z.output<typeof head>;
export const assessmentHeadForm: PartForm<AssessmentHeadForm> = { whole: head, partial: head.partial() };

/** A whole assessment file, for editors. */
const records = {
  ratings: z.record(z.string(), ratingWithSites).optional(),
  adjustments: z.array(adjustment).optional(),
  findings: z.array(finding).optional(),
  evidence: z.array(evidence).optional(),
  samples: z.array(sampleForm.whole).optional(),
  surveys: z.array(surveyForm.whole).optional(),
};

export const assessmentForm = z.strictObject({
  ...shape,
  assessment: facts,
  ...records,
  as_found: z
    .strictObject({
      organization: organizationForm.optional(),
      assessment: facts.optional(),
      ...records,
      previous: previousForm.optional(),
      self_assessment: selfAssessmentForm.optional(),
    })
    .optional()
    .describe('What stood otherwise before corrections; each block takes the place of that of the whole file'),
  ...papersShape,
});
