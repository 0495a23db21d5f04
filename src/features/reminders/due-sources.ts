import { listDueAssessments } from '../assessments/assessment-due-store.ts';
import type { DueSource } from '../notices/due.ts';

/** Everything of which people are reminded: one function a feature. */
export const dueSources: readonly DueSource[] = [listDueAssessments];
