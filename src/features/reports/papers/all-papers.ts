import type { Paper, PaperId, PaperSource } from '../paper.ts';
import { auditReport } from './audit-report.ts';
import { comparisonPaper } from './comparison-paper.ts';
import { evidenceIndex } from './evidence-index.ts';
import { executiveSummary } from './executive-summary.ts';
import { findingsPaper } from './findings-paper.ts';
import { roadmapPaper } from './roadmap-paper.ts';
import { selfReport } from './self-report.ts';

const papers: Readonly<Record<PaperId, Paper>> = {
  'audit-report': auditReport,
  'self-report': selfReport,
  'executive-summary': executiveSummary,
  'findings-paper': findingsPaper,
  'roadmap-paper': roadmapPaper,
  'comparison-paper': comparisonPaper,
  'evidence-index': evidenceIndex,
};

export function paperOf(id: PaperId): Paper {
  return papers[id];
}

/** Those of which there is something to write, in their order. */
export function offeredPapers(source: PaperSource): PaperId[] {
  return Object.values(papers)
    .filter((paper) => paper.isOffered(source))
    .map(({ id }) => id);
}
