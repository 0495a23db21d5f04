import { z } from 'zod';
import { languages } from '../../i18n/language.ts';
import type { PartForm } from './part.ts';
import { choice, identifier, longText, shortText, text, versionNumber, wholeNumber } from './scalars.ts';
import { variantTexts } from './variant-forms.ts';

const levelTexts = z.record(z.string(), z.strictObject({ label: shortText.optional(), anchor: longText.optional() }));
const shortTexts = z.record(z.string(), shortText);

const clauseTexts = z.strictObject({
  title: shortText.optional(),
  requirement: longText.optional(),
  guidance: longText.optional(),
  evidence: z.array(shortText).optional().describe('Titles, in the order of the file'),
  unit: text(40).optional().describe('Of a measure'),
  items: shortTexts.optional().describe('Of a checklist'),
  levels: levelTexts.optional().describe('Of a scale written in place'),
});
export type ClauseTextsForm = z.output<typeof clauseTexts>;
export const clauseTextsForm: PartForm<ClauseTextsForm> = { whole: clauseTexts, partial: clauseTexts.partial() };

const shape = {
  format: wholeNumber(1, 1),
  criteria: identifier,
  version: versionNumber,
  language: choice(languages),
  title: shortText.optional(),
  about: longText.optional(),
  scales: z.record(z.string(), levelTexts).optional(),
  grounds: shortTexts.optional(),
  grades: shortTexts.optional(),
  fail_label: shortText.optional(),
  gates: shortTexts.optional(),
  variants: z.record(z.string(), variantTexts).optional(),
  profiles: z.record(z.string(), variantTexts).optional(),
  parts: shortTexts.optional(),
  maturity: z.array(shortText).length(5).optional(),
  documents: shortTexts.optional().describe('Titles of papers that an application brings'),
  checks: shortTexts.optional().describe('Titles of the lines of checklists'),
  deadlines: z.record(z.string(), z.strictObject({ title: shortText.optional(), after: shortText.optional() })).optional(),
};

/** The top of an overlay; the texts of clauses are read one by one. */
const overlayHead = z.strictObject({ ...shape, clauses: z.record(z.string(), z.unknown()).optional() });
export type OverlayHeadForm = z.output<typeof overlayHead>;
export const overlayHeadForm: PartForm<OverlayHeadForm> = { whole: overlayHead, partial: overlayHead.partial() };

/** A whole overlay, for editors. */
export const overlayForm = z.strictObject({ ...shape, clauses: z.record(z.string(), clauseTexts).optional() });
