import { z } from 'zod';
import { teamRoles } from '../../model/assessment-rights.ts';
import { requiredText } from '../../web/forms.ts';

export const memberForm = z.strictObject({ person: requiredText(40), teamRole: z.enum(teamRoles) });
export const partForm = z.strictObject({ teamRole: z.enum(teamRoles) });
export const removalForm = z.strictObject({ reason: requiredText(500) });

export const teamQuery = z.object({
  /** `able`: only people whose competence fits are offered. */
  show: z.enum(['able']).nullable().catch(null),
});
