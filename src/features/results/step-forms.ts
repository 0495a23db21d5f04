import { z } from 'zod';
import { assessmentStates } from '../../model/assessment-rights.ts';
import { requiredText } from '../../web/forms.ts';

/** The state that the form was made in; a bare button sends none. */
const from = z
  .enum(assessmentStates)
  .optional()
  .transform((state) => state ?? null);

export const stepForm = z.strictObject({ from });
export const reasonForm = z.strictObject({ from, reason: requiredText(2000) });
