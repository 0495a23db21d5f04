import type { Chapter, Paper } from '../paper.ts';
import { addCharts } from '../report-charts.ts';
import { addClauses, addNotApplicable } from '../report-clauses.ts';
import { addCollected, hasCollected } from '../report-collected.ts';
import { addAsFound } from '../report-comparison.ts';
import type { ReportContext } from '../report-context.ts';
import { addAdjustments, addEvidence, addFindings } from '../report-records.ts';
import { addRoadmap, hasRoadmap } from '../report-roadmap.ts';
import { addSections, addSteps } from '../report-scores.ts';
import { addSelfAssessment } from '../report-self-assessment.ts';
import { addSignOff } from '../report-sign-off.ts';
import { addSummary } from '../report-summary.ts';

/** The full report of an audit. */
export const auditReport: Paper = {
  id: 'audit-report',
  layout: 'book',
  isOffered: ({ dossier }) => dossier.assessment.kind !== 'self',
  chapters: fullChapters,
};

/** All that an assessment comes to, chapter by chapter; those of which there is nothing to tell are left out. */
export function fullChapters(context: ReportContext): Chapter[] {
  const { t, dossier, asFound } = context;
  const chapter = (title: string, add: Chapter['add'], below = 0): Chapter => ({ title, below, add });
  return [
    chapter(t('report.summary'), addSummary),
    ...(asFound ? [chapter(t('results.comparison'), (own) => addAsFound(own, asFound))] : []),
    chapter(t('report.charts'), addCharts),
    chapter(t('report.sections'), addSections),
    ...(dossier.selfAssessment ? [chapter(t('self.title'), addSelfAssessment)] : []),
    chapter(t('report.steps'), addSteps),
    ...(hasRoadmap(context) ? [chapter(t('roadmap.title'), addRoadmap)] : []),
    chapter(t('report.clauses'), addClauses, dossier.criteria.clauses.length),
    chapter(t('report.notApplicable'), addNotApplicable),
    chapter(t('report.adjustments'), addAdjustments),
    chapter(t('report.findings'), addFindings),
    chapter(t('report.evidence'), addEvidence),
    ...(hasCollected(context) ? [chapter(t('report.collected'), addCollected)] : []),
    chapter(t('report.team'), addSignOff),
  ];
}
