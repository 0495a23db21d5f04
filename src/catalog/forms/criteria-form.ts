import { z } from 'zod';
import { languages } from '../../i18n/language.ts';
import { checkStages, paperKinds } from '../../model/certification-rule.ts';
import { competenceGrades } from '../../model/competence.ts';
import { clauseTreeForm, scale } from './clause-form.ts';
import { duration } from './duration.ts';
import type { PartForm } from './part.ts';
import { choice, decimal, flag, identifier, longText, share, shortText, text, versionNumber, wholeNumber } from './scalars.ts';
import { assessedPart, onlyIn, profile, variant } from './variant-forms.ts';

const count = wholeNumber(0, 100_000);

const place = { only_in: onlyIn.optional() };

export const conditionForm = z.union([
  z.strictObject({ clause: identifier, rate_at_least: share, ...place }),
  z.strictObject({ part: identifier, rate_at_least: share, ...place }),
  z.strictObject({ must_pass: z.array(identifier).min(1), ...place }),
  z.strictObject({ open_findings: choice(['major', 'minor', 'observation']), at_most: count, ...place }),
  z.strictObject({ deductions_fewer_than: wholeNumber(1, 100_000), ...place }),
  z.strictObject({ maturity_at_least: wholeNumber(1, 5), ...place }),
  z.strictObject({ held_grade: identifier, for: duration, ...place }),
]);
export type ConditionForm = z.output<typeof conditionForm>;

const grade = z.strictObject({
  id: identifier,
  label: shortText,
  from: decimal.describe('Inclusive lower bound on the unrounded score'),
  requires: z.array(conditionForm).optional(),
});
export type GradeForm = z.output<typeof grade>;
export const gradeForm: PartForm<GradeForm> = { whole: grade, partial: grade.partial() };

const gate = z.strictObject({
  id: identifier,
  title: shortText,
  requires: z.array(conditionForm).min(1),
  cap_at: identifier.optional().describe('The highest grade that remains possible; without it the gate fails the assessment'),
  ...place,
});
export type GateForm = z.output<typeof gate>;
export const gateForm: PartForm<GateForm> = { whole: gate, partial: gate.partial() };

const grounds = z.array(z.strictObject({ id: identifier, label: shortText })).optional();
const deductionForm = z.strictObject({
  points: decimal,
  fails_at: wholeNumber(1, 100_000).optional(),
  at_most: wholeNumber(1, 100_000).optional(),
  grounds,
});
const bonusForm = z.strictObject({ points: decimal, at_most: wholeNumber(1, 100_000), grounds });

const deadlineForm = z.strictObject({ id: identifier, title: shortText, within: duration, after: shortText });

const factor = decimal.describe('Sites are this × √(sites other than the central function), rounded up');
const samplingForm = z.strictObject({
  suited: flag.optional().describe('false: all sites are audited, 30 % of them at surveillance'),
  initial: factor.optional(),
  surveillance: factor.optional(),
  recertification: factor.optional(),
  random: share.optional().describe('The least share of the sample that is drawn at random'),
});
const personDaysForm = z.strictObject({
  site_at_least: decimal.optional(),
  bands: z.array(z.strictObject({ headcount: wholeNumber(0, 1_000_000), days: decimal })).optional(),
});
const competenceForm = z.strictObject({
  leader: choice(competenceGrades).optional(),
  auditor: choice(competenceGrades).optional(),
});

const paperForm = z.strictObject({
  id: identifier,
  title: shortText,
  kind: choice(paperKinds).optional().describe('Only for this kind of application; for every kind when unsaid'),
  required: flag.optional().describe('An application is not submitted without it'),
});
const checkForm = z.strictObject({
  id: identifier,
  stage: choice(checkStages),
  title: shortText,
  required: flag.optional().describe('Nothing goes on while it is not in order'),
});

const certificationForm = z.strictObject({
  valid_for: duration,
  surveillance_every: duration.optional(),
  surveillance_opens: duration.optional().describe('How long before its day a surveillance may begin'),
  recertification_opens: duration.optional().describe('How long before the end of the certificate a recertification may begin'),
  surveillance_notice: duration.optional().describe('How long before its day people are told of a surveillance'),
  expiry_notice: duration.optional().describe('How long before it people are told of the end of the certificate'),
  suspension_notice: duration.optional().describe('How long before it people are told of the end of a suspension'),
  number: text(60).describe('Pattern of the certificate number: {serial} or {serial:5}, and {year} if wanted'),
  deadlines: z.array(deadlineForm).optional(),
  documents: z.array(paperForm).optional().describe('Papers that an application brings'),
  checks: z.array(checkForm).optional().describe('What application review, review and decision go through'),
  sampling: samplingForm.optional(),
  person_days: personDaysForm.optional(),
  competence: competenceForm.optional().describe('The least grade of those who lead and of those who audit'),
});

/** Every variant is checked with every profile. */
const mostChoices = 12;

const headShape = {
  format: wholeNumber(1, 1),
  id: identifier,
  version: versionNumber,
  language: choice(languages),
  title: shortText,
  about: longText.optional(),
  basis: z.array(shortText).optional(),
  full_marks: decimal.optional(),
  rounding: z
    .strictObject({ digits: wholeNumber(0, 6).optional(), mode: choice(['half-up', 'half-even', 'down']).optional() })
    .optional(),
  adjustments: z.strictObject({ deduction: deductionForm.optional(), bonus: bonusForm.optional() }).optional(),
  fail_label: shortText.optional(),
  maturity: z.strictObject({ levels: z.array(shortText).length(5), reached_at: share }).optional(),
  certification: certificationForm.optional(),
};

/** The top of a file; scales, clauses, grades and gates are read one by one. */
const head = z.strictObject({
  ...headShape,
  scales: z.record(z.string(), z.unknown()).optional(),
  clauses: z.array(z.unknown()).min(1),
  grades: z.array(z.unknown()).optional(),
  gates: z.array(z.unknown()).optional(),
  variants: z.array(z.unknown()).min(1).max(mostChoices).optional(),
  profiles: z.array(z.unknown()).min(1).max(mostChoices).optional(),
  parts: z.array(z.unknown()).min(1).optional(),
});
export type HeadForm = z.output<typeof head>;
export const headForm: PartForm<HeadForm> = { whole: head, partial: head.partial() };

/** A whole criteria file, for editors. */
export const criteriaForm = z.strictObject({
  ...headShape,
  scales: z.record(identifierKey(), scale).optional(),
  clauses: z.array(clauseTreeForm).min(1),
  grades: z.array(grade).optional(),
  gates: z.array(gate).optional(),
  variants: z
    .array(variant)
    .min(1)
    .max(mostChoices)
    .optional()
    .describe('Kinds of enterprise with clauses or points of their own'),
  profiles: z
    .array(profile)
    .min(1)
    .max(mostChoices)
    .optional()
    .describe('How much is looked at, e.g. a short self-check and the full audit'),
  parts: z.array(assessedPart).min(1).optional().describe('Assessed apart and weighted into one score'),
});

function identifierKey() {
  return z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
}
