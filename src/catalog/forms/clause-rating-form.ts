import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import type { PartForm } from './part.ts';
import { refuse, scalar } from './scalar.ts';
import { decimal, flag, identifier, longText, notText, wholeNumber } from './scalars.ts';

/** The reason, or plain `true` where none is asked for. */
const notApplicable = scalar({ type: ['string', 'boolean'], minLength: 1, maxLength: 20_000 }, (value) => {
  if (value === true) return { value: '' };
  if (value === false) return refuse(message('assessment.notApplicableFalse'));
  if (typeof value !== 'string') return notText(value);
  const trimmed = value.trim();
  return trimmed === '' ? refuse(message('catalog.emptyText')) : { value: trimmed };
});

const sampleCount = wholeNumber(0, 999_999_999_999);

/** What can be said of a clause: one way of rating, and a note. */
export const siteRatingShape = {
  met: flag.optional(),
  sample: z.strictObject({ size: sampleCount, failed: sampleCount }).optional(),
  level: wholeNumber(0, 999).optional(),
  points: decimal.optional(),
  measure: decimal.optional(),
  checklist: z.array(identifier).optional().describe('The items that are there'),
  not_applicable: notApplicable.optional().describe('The reason; true where none is asked for'),
  note: longText.optional(),
};
const siteRating = z.strictObject(siteRatingShape);
export type SiteRatingForm = z.output<typeof siteRating>;
export const siteRatingForm: PartForm<SiteRatingForm> = { whole: siteRating, partial: siteRating.partial() };

const rating = siteRating.extend({
  sites: z.record(z.string(), z.unknown()).optional().describe('Name of a site to what was said there'),
});
/** For editors: with what stands below `sites`. */
export const ratingWithSites = siteRating.extend({ sites: z.record(z.string(), siteRating).optional() });
export type RatingForm = z.output<typeof rating>;
export const ratingForm: PartForm<RatingForm> = { whole: rating, partial: rating.partial() };
