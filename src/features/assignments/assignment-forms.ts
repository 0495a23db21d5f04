import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import { list, rule } from '../../web/forms.ts';

/** How the chosen clauses are rated from now on; `as-is` changes only who. */
export const assignmentWays = ['as-is', 'together', 'independently'] as const;
export type AssignmentWay = (typeof assignmentWays)[number];

export const assignmentForm = z.strictObject({
  /** Ids of rated clauses and of sections, which stand for all below. */
  clauses: list(5000).check(rule((value) => value.length > 0, message('assignments.chooseClauses'))),
  people: list(100),
  way: z.enum(assignmentWays).catch('as-is'),
});

export type AssignmentInput = z.output<typeof assignmentForm>;
