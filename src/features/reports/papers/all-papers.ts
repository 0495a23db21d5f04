import type { Paper, PaperId, PaperSource } from '../paper.ts';
import { auditReport } from './audit-report.ts';
import { selfReport } from './self-report.ts';

const papers: Readonly<Record<PaperId, Paper>> = { 'audit-report': auditReport, 'self-report': selfReport };

export function paperOf(id: PaperId): Paper {
  return papers[id];
}

/** Those of which there is something to write, in their order. */
export function offeredPapers(source: PaperSource): PaperId[] {
  return Object.values(papers)
    .filter((paper) => paper.isOffered(source))
    .map(({ id }) => id);
}
