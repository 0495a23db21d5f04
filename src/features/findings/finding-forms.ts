import { z } from 'zod';
import { findingGrades } from '../../model/criteria.ts';
import { optionalText, requiredText } from '../../web/forms.ts';

export const findingForm = z.strictObject({
  grade: z.enum(findingGrades),
  clause: optionalText(200),
  statement: requiredText(5000),
});

export const adjustmentForm = z.strictObject({
  kind: z.enum(['deduction', 'bonus']),
  ground: optionalText(200),
  statement: requiredText(5000),
});
