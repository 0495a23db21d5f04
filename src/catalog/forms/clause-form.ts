import { z } from 'zod';
import { auditMethods, evidenceKinds } from '../../model/criteria.ts';
import { siteRollUps } from '../../model/site-ratings.ts';
import type { PartForm } from './part.ts';
import { choice, decimal, flag, identifier, longText, share, shortText, text, wholeNumber } from './scalars.ts';
import { onlyIn } from './variant-forms.ts';

const levelForm = z.strictObject({
  value: wholeNumber(0, 999).describe('The number of the level; levels stand lowest first'),
  share: share.describe('The share of the points that the level earns: 0 for the lowest, 1 for the highest'),
  label: shortText,
  anchor: longText.optional().describe('What is found at this level'),
});

export const scale = z.strictObject({ levels: z.array(levelForm).min(2) });
export type ScaleForm = z.output<typeof scale>;
export const scaleForm: PartForm<ScaleForm> = { whole: scale, partial: scale.partial() };

const measureForm = z.strictObject({
  unit: text(40),
  better: choice(['higher', 'lower']),
  between: choice(['steps', 'lines'])
    .optional()
    .describe('Between two bands: the lower share (steps, the default) or a straight line'),
  bands: z
    .array(z.strictObject({ at: decimal, share }))
    .min(1)
    .describe('Best first'),
  from: decimal.optional(),
  to: decimal.optional(),
});

const checklistForm = z.strictObject({
  need: choice(['all', 'any', 'count', 'weighted']),
  full_at: wholeNumber(1, 1000).optional().describe('With need: count, how many items give full points'),
  items: z.array(z.strictObject({ id: identifier, label: shortText, weight: decimal.optional() })).min(1),
});

const evidenceForm = z.strictObject({ kind: choice(evidenceKinds), title: shortText, required: flag.optional() });

const shape = {
  id: identifier.describe('Stable, unique in the file: lower-case letters, digits, hyphens'),
  number: text(40).optional().describe('As displayed, in quotes: "5.10"'),
  title: shortText.optional(),
  requirement: longText.optional().describe('What is asked'),
  guidance: longText.optional().describe('How to judge it'),
  points: decimal.optional(),
  only_in: onlyIn.optional(),
  points_in: z
    .record(z.string(), decimal)
    .optional()
    .describe('Points that differ from points: variant, profile or variant+profile → points there'),
  weight: decimal.optional().describe('Share among its siblings under a weighted-mean parent'),
  aggregate: choice(['sum', 'weighted-mean', 'minimum', 'maximum', 'own']).optional(),
  rate_by: choice(['met', 'sample', 'level', 'points', 'measure', 'checklist']).optional(),
  sample: z.strictObject({ at_least: wholeNumber(1, 1_000_000) }).optional(),
  scale: z.union([identifier, scale]).optional().describe('The name of a scale, or the levels in place'),
  step: decimal.optional().describe('Points are given in multiples of it'),
  measure: measureForm.optional(),
  checklist: checklistForm.optional(),
  not_applicable: choice(['forbidden', 'allowed', 'with-reason']).optional(),
  at_sites: choice(['once', ...siteRollUps])
    .optional()
    .describe(
      'How ratings at several sites become one; holds for all below. once: one rating for the organization (the default)',
    ),
  maturity: wholeNumber(1, 5).optional().describe('The maturity level at which the clause belongs'),
  method: z.array(choice(auditMethods)).optional(),
  evidence: z.array(evidenceForm).optional(),
};

/** A clause by itself; its children are read one by one, so that a fault in one hides nothing in another. */
const clause = z.strictObject({ ...shape, clauses: z.array(z.unknown()).min(1).optional() });
export type ClauseForm = z.output<typeof clause>;
export const clauseForm: PartForm<ClauseForm> = { whole: clause, partial: clause.partial() };

/** A clause with all below it, for editors. */
export const clauseTreeForm = z.strictObject({
  ...shape,
  get clauses(): z.ZodType {
    return z.array(clauseTreeForm).min(1).optional();
  },
});
