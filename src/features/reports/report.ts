import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Result } from '../../model/result.ts';
import { ReportDocument } from '../../pdf/report-document.ts';
import { addParagraph } from '../../pdf/text-block.ts';
import type { Scored } from '../results/result-store.ts';
import { addCharts } from './report-charts.ts';
import { addClauses, addNotApplicable } from './report-clauses.ts';
import { addCollected, hasCollected } from './report-collected.ts';
import { addComparison } from './report-comparison.ts';
import { type ReportContext, reportContext } from './report-context.ts';
import { addCover } from './report-cover.ts';
import { addAdjustments, addEvidence, addFindings } from './report-records.ts';
import { addRoadmap, hasRoadmap } from './report-roadmap.ts';
import { addSections, addSteps } from './report-scores.ts';
import { addSelfAssessment } from './report-self-assessment.ts';
import { addSignOff } from './report-sign-off.ts';
import { addSummary } from './report-summary.ts';

/** A chapter of the report: its title, how many headings below it stand in the contents, and its content. */
interface Chapter {
  readonly title: string;
  readonly below: number;
  readonly add: (context: ReportContext) => void;
}

/**
 * The full report of an assessment as a tagged PDF (A4) with bookmarks, contents and charts as vectors. An assessment that is
 * not finished is marked as a draft. The same input gives the same bytes: the date of creation is the day of finishing, else the
 * last day of the assessment.
 */
export async function renderReport(
  dossier: Dossier,
  result: Result,
  language: Language,
  asFound: Scored | null = null,
): Promise<Buffer> {
  const report = openReport(dossier, language);
  const context = reportContext(report, dossier, result, language);
  const chapters = chaptersOf(context, asFound);
  addCover(context);
  report.contents(
    context.t('report.contents'),
    chapters.reduce((sum, { below }) => sum + 1 + below, 0),
  );
  report.newPage();
  chapters.forEach(({ title, add }, index) => {
    report.heading({ level: 1, text: `${index + 1}  ${title}`, listed: true });
    add(context);
  });
  addPrintingNote(context);
  return await report.finish();
}

function openReport(dossier: Dossier, language: Language): ReportDocument {
  const t = translator(language);
  const { organization, assessment, criteria } = dossier;
  const title = t('report.documentTitle', { organization: organization.name });
  return new ReportDocument({
    title,
    subject: `${criteria.id} ${criteria.version}`,
    language,
    createdAt: new Date(assessment.finishedAt ?? `${assessment.to}T00:00:00Z`),
    header: { left: title, right: assessment.number ?? '' },
    footer: t('report.fact.criteriaValue', {
      title: textIn(criteria.title, language, criteria.language),
      id: criteria.id,
      version: criteria.version,
    }),
    mark: markOf(assessment, t),
    pageOf: (page, pages) => t('report.pageOf', { page, pages }),
  });
}

function markOf({ finishedAt, stopped }: Dossier['assessment'], t: Translate): string | null {
  if (stopped) return t('report.stopped');
  return finishedAt ? null : t('report.draft');
}

function chaptersOf(context: ReportContext, asFound: Scored | null): Chapter[] {
  const { t, dossier } = context;
  const collected = { title: t('report.collected'), below: 0, add: addCollected };
  const comparison = asFound && {
    title: t('results.comparison'),
    below: 0,
    add: (own: ReportContext) => addComparison(own, asFound),
  };
  return [
    { title: t('report.summary'), below: 0, add: addSummary },
    ...(comparison ? [comparison] : []),
    { title: t('report.charts'), below: 0, add: addCharts },
    { title: t('report.sections'), below: 0, add: addSections },
    ...(dossier.selfAssessment ? [{ title: t('self.title'), below: 0, add: addSelfAssessment }] : []),
    { title: t('report.steps'), below: 0, add: addSteps },
    ...(hasRoadmap(context) ? [{ title: t('roadmap.title'), below: 0, add: addRoadmap }] : []),
    { title: t('report.clauses'), below: dossier.criteria.clauses.length, add: addClauses },
    { title: t('report.notApplicable'), below: 0, add: addNotApplicable },
    { title: t('report.adjustments'), below: 0, add: addAdjustments },
    { title: t('report.findings'), below: 0, add: addFindings },
    { title: t('report.evidence'), below: 0, add: addEvidence },
    ...(hasCollected(context) ? [collected] : []),
    { title: t('report.team'), below: 0, add: addSignOff },
  ];
}

/** Names the characters that could not be printed, by code point because they cannot be printed here either. */
function addPrintingNote({ report, t }: ReportContext): void {
  if (report.missing.size === 0) return;
  const codes = [...report.missing].slice(0, 100).map((text) => Array.from(text, codePointName).join('+'));
  report.heading({ level: 2, text: t('report.printing') });
  addParagraph(report, t('report.printing.missing', { characters: codes.join(t('report.listed')) }));
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
