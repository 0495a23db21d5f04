import { z } from 'zod';
import { auditMethods } from '../../model/criteria.ts';
import { assessmentKinds } from '../../model/dossier.ts';
import type { PartForm } from './part.ts';
import { choice, decimal, identifier, longText, share, shortText } from './scalars.ts';

/** Where something applies, by id of variants and profiles. */
export const onlyIn = z
  .array(identifier)
  .min(1)
  .describe('Variants and profiles in which it applies; without it, in all of them');

export const variant = z.strictObject({ id: identifier, title: shortText, about: longText.optional() });
export type VariantForm = z.output<typeof variant>;
export const variantForm: PartForm<VariantForm> = { whole: variant, partial: variant.partial() };

export const profile = z.strictObject({
  ...variant.shape,
  kinds: z
    .array(choice(assessmentKinds))
    .min(1)
    .optional()
    .describe('The kinds of assessment that it is for; without it, all of them'),
});
export type ProfileForm = z.output<typeof profile>;
export const profileForm: PartForm<ProfileForm> = { whole: profile, partial: profile.partial() };

export const assessedPart = z.strictObject({
  id: identifier,
  title: shortText,
  weight: decimal.describe('Share in the score, relative to the other parts'),
  clauses: z.array(identifier).min(1).describe('Ids of top-level clauses'),
  method: z.array(choice(auditMethods)).optional(),
  minimum_rate: share.optional().describe('Below that rate of the part the assessment fails'),
});
export type AssessedPartForm = z.output<typeof assessedPart>;
export const assessedPartForm: PartForm<AssessedPartForm> = { whole: assessedPart, partial: assessedPart.partial() };

/** Texts of a variant or a profile in another language. */
export const variantTexts = z.strictObject({ title: shortText.optional(), about: longText.optional() });
