import { bandChart } from '../../charts/band-chart.ts';
import type { ChartFigure } from '../../charts/chart-figure.ts';
import { findingsChart } from '../../charts/findings-chart.ts';
import { heatMap } from '../../charts/heat-map.ts';
import { lostPointsChart } from '../../charts/lost-points-chart.ts';
import { partsChart } from '../../charts/parts-chart.ts';
import { clauseCharts, sectionsChart } from '../../charts/rate-charts.ts';
import { sitesChart } from '../../charts/sites-chart.ts';
import { waterfallChart } from '../../charts/waterfall-chart.ts';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import type { AssessmentRights } from '../../model/assessment-rights.ts';
import { textIn } from '../../model/clauses.ts';
import { explainStep } from '../../model/explain.ts';
import { type PartWords, partWords } from '../../model/part-words.ts';
import { type RoadmapWords, roadmapWords } from '../../model/roadmap-words.ts';
import { type SiteLine, siteLines } from '../../model/site-words.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { choiceLine } from '../criteria/choice-words.ts';
import { type SelfComparison, toSelfComparison } from '../self-comparison/self-pages.ts';
import { type ClauseSection, toClauseSections } from './clause-lines.ts';
import { type Comparison, toComparison } from './comparison.ts';
import { type OnwardStep, onwardStep } from './completion-page.ts';
import { type MaturityTable, toMaturityTable } from './maturity-table.ts';
import { type RecordLines, toRecordLines } from './record-lines.ts';
import type { Scored } from './result-store.ts';
import { type SectionTable, toSectionTable } from './section-table.ts';
import { toVerdict, type Verdict } from './verdict.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'results/show': ResultPage;
  }
}

export interface ResultPage extends PageFrame, ResultParts {
  readonly assessment: Assessment;
  /** The step by which it goes on, for whoever may take it. */
  readonly next: OnwardStep | null;
  /** When it was reported or stopped; null: the result as it stands now. */
  readonly endedAt: string | null;
}

/** What a result says, wherever it comes from. */
export interface ResultParts {
  readonly organizationName: string;
  readonly criteria: { readonly id: string; readonly title: string; readonly version: string };
  /** Variant and profile; empty where the criteria have none. */
  readonly choice: string;
  readonly verdict: Verdict;
  /** null: there is one result only. */
  readonly comparison: Comparison | null;
  readonly charts: readonly ChartFigure[];
  /** Charts of further clauses, when there are too many for one. */
  readonly furtherCharts: readonly ChartFigure[];
  /** Empty for criteria without parts. */
  readonly parts: readonly PartWords[];
  /** Worst first; empty where no clause is rated site by site. */
  readonly sites: readonly SiteLine[];
  readonly sections: SectionTable;
  readonly maturity: MaturityTable | null;
  /** To each higher grade, the nearest first. */
  readonly roadmaps: readonly RoadmapWords[];
  readonly steps: readonly { readonly text: string; readonly score: string | null }[];
  readonly clauses: readonly ClauseSection[];
  readonly records: RecordLines;
  /** Beside the company's self-assessment; null: there is none. */
  readonly self: SelfComparison | null;
  readonly stopReason: string | null;
}

export interface ResultSource {
  readonly assessment: Assessment;
  readonly scored: Scored;
  readonly asFound: Scored | null;
  readonly rights: AssessmentRights;
  /** Reference → address. */
  readonly evidenceLinks: ReadonlyMap<string, string>;
}

export function toResultPage(
  { assessment, scored, asFound, rights, evidenceLinks }: ResultSource,
  language: Language,
): ResultPage {
  const { dossier } = scored;
  const t = translator(language);
  return {
    ...resultParts(scored, { asFound, evidenceLinks }, language),
    title: `${t(assessment.resultKind === null ? 'results.interim' : 'results.result')} ${assessment.number} ${dossier.organization.name}`,
    assessment,
    next: onwardStep(assessment, rights),
    endedAt: assessment.resultKind === null ? null : dossier.assessment.finishedAt,
  };
}

/** The same for every result. */
export function resultParts(
  scored: Scored,
  { asFound, evidenceLinks }: Pick<ResultSource, 'asFound' | 'evidenceLinks'>,
  language: Language,
): ResultParts {
  const { dossier, result } = scored;
  const { criteria, organization } = dossier;
  return {
    organizationName: organization.name,
    criteria: { id: criteria.id, title: textIn(criteria.title, language, criteria.language), version: criteria.version },
    choice: choiceLine(criteria, language),
    verdict: toVerdict(scored, language),
    comparison: asFound && toComparison(asFound, scored, language),
    ...chartsOf(scored, language),
    parts: partWords(criteria, result, language),
    sites: siteLines(result),
    sections: toSectionTable(scored, language),
    maturity: toMaturityTable(scored, language),
    roadmaps: roadmapWords(dossier, language),
    steps: result.steps.map((step) => ({
      text: explainStep(criteria, step, language),
      score: 'score' in step ? step.score.shown : null,
    })),
    clauses: toClauseSections(scored, evidenceLinks, language),
    records: toRecordLines(scored, language),
    self: dossier.selfAssessment ? toSelfComparison(dossier, result, dossier.selfAssessment, language) : null,
    stopReason: dossier.assessment.stopped?.reason ?? null,
  };
}

/** So many charts of clauses stand open; with more of them the reader would scroll past everything else. */
const mostOpen = 2;

function chartsOf({ dossier, result }: Scored, language: Language): Pick<ResultPage, 'charts' | 'furtherCharts'> {
  const clauses = clauseCharts(dossier, result, language);
  const charts = [
    waterfallChart(dossier, result, language),
    bandChart(dossier, result, language),
    partsChart(dossier, result, language),
    sectionsChart(dossier, result, language),
    sitesChart(result, language),
    ...clauses.slice(0, mostOpen),
    heatMap(dossier, result, language),
    lostPointsChart(dossier, result, language),
    findingsChart(dossier, language),
  ];
  return {
    charts: charts.filter((chart) => chart !== null),
    furtherCharts: clauses.slice(mostOpen),
  };
}
