import type { Paper } from '../paper.ts';
import { fullChapters } from './audit-report.ts';

/** What a company says of itself, in full. */
export const selfReport: Paper = {
  id: 'self-report',
  layout: 'book',
  isOffered: ({ dossier }) => dossier.assessment.kind === 'self',
  chapters: fullChapters,
};
