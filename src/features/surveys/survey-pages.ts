import type { ChartFigure } from '../../charts/chart-figure.ts';
import { distributionChart } from '../../charts/distribution-chart.ts';
import type { Language } from '../../i18n/language.ts';
import { clauseName, findClause } from '../../model/clause-name.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { Rating } from '../../model/rating.ts';
import type { AnswerFigures, ColumnChoice, SurveyFigures } from '../../model/survey.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { ClauseGroup } from '../evidence/evidence-pages.ts';
import { fits, type ProposedRating, type RatingProposal, sameRating } from '../samples/rating-proposal.ts';
import type { Exclusion, Survey } from './survey-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'surveys/list': SurveyListPage;
    'surveys/columns': ColumnsPage;
    'surveys/show': SurveyPage;
  }
}

interface AssessmentOfSurvey {
  readonly id: string;
  readonly number: string;
}

export interface SurveyListPage extends PageFrame {
  readonly assessment: AssessmentOfSurvey;
  readonly surveys: readonly (Survey & { readonly href: string })[];
  readonly mayBring: boolean;
  readonly form: FormState;
  readonly limit: string;
}

export interface ColumnsPage extends PageFrame {
  readonly assessment: AssessmentOfSurvey;
  readonly survey: Survey;
  readonly href: string;
  readonly delimiter: DelimiterName;
  readonly columns: readonly { readonly header: string; readonly examples: readonly string[] }[];
  /** The choices come from the last time that such a sheet was read. */
  readonly remembered: boolean;
  readonly form: FormState;
  readonly groups: readonly ClauseGroup[];
}

export interface AnswerLine extends AnswerFigures {
  /** With two digits, a dash where there are none. */
  readonly texts: Readonly<Record<'mean' | 'median' | 'deviation' | 'meanInterval' | 'share' | 'shareInterval', string>>;
  readonly clauseName: string | null;
  readonly clauseHref: string | null;
  readonly chart: ChartFigure;
  /** null: nothing follows for a clause. */
  readonly proposal: RatingProposal | null;
}

export interface SurveyPage extends PageFrame {
  readonly assessment: AssessmentOfSurvey;
  readonly survey: Survey;
  readonly figures: SurveyFigures;
  readonly href: string;
  readonly answers: readonly AnswerLine[];
  readonly exclusions: readonly Exclusion[];
  readonly mayChange: boolean;
  readonly mayRate: boolean;
  readonly form: FormState;
}

/** The sign that parts the columns, as it is called; of a workbook none is shown. */
export type DelimiterName = 'comma' | 'tab' | 'semicolon' | 'bar';

const delimiterNames: Readonly<Record<string, DelimiterName>> = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar' };

export function delimiterName(delimiter: string | null): DelimiterName {
  return delimiterNames[delimiter ?? ','] ?? 'comma';
}

/** The fields of the form as the choices say. */
export function filledColumns(choices: readonly ColumnChoice[]): FormState {
  const entries = choices.flatMap((choice, index) =>
    Object.entries(choice).map(([name, value]) => [`${name}.${index}`, value === null ? '' : String(value)] as const),
  );
  return { values: Object.fromEntries(entries), errors: {} };
}

export function digits(value: number | null, most = 2): string {
  return value === null ? '–' : value.toFixed(most);
}

/** A share as percent, one digit. */
export function percentText(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`;
}

export function figureTexts(answer: AnswerFigures): AnswerLine['texts'] {
  const { mean, median, deviation, meanInterval, share, shareInterval } = answer;
  return {
    mean: digits(mean),
    median: digits(median),
    deviation: digits(deviation),
    meanInterval: meanInterval ? `${digits(meanInterval.from)} – ${digits(meanInterval.to)}` : '–',
    share: percentText(share),
    shareInterval: shareInterval ? `${percentText(shareInterval.from)} – ${percentText(shareInterval.to)}` : '–',
  };
}

/** What a question says of its clause; null when it names none, or the clause is rated in another way. */
export function proposedRating(answer: AnswerFigures, criteria: Criteria): ProposedRating | null {
  const clause = answer.clause === null ? null : findClause(criteria, answer.clause);
  if (!clause || answer.n === 0) return null;
  const rating = ratingBy(answer, clause.method?.by === 'measure' ? Object.values(clause.method.unit).join(' ') : '');
  return rating && fits(clause, rating) ? rating : null;
}

function ratingBy({ feed, n, mean, share, passed }: AnswerFigures, unit: string): ProposedRating | null {
  if (feed === 'sample') return passed === null ? null : { by: 'sample', size: n, failed: n - passed };
  if (feed === 'mean') return mean === null ? null : { by: 'measure', value: String(Number(mean.toFixed(2))) };
  if (share === null) return null;
  return { by: 'measure', value: String(Number((unit.includes('%') ? share * 100 : share).toFixed(2))) };
}

export function toAnswerLine(
  answer: AnswerFigures,
  survey: Survey,
  criteria: Criteria,
  language: Language,
  ratings: Readonly<Record<string, { readonly rating: Rating | null }>>,
): AnswerLine {
  const { clause } = answer;
  return {
    ...answer,
    texts: figureTexts(answer),
    clauseName: clause === null ? null : clauseName(criteria, clause, language),
    clauseHref: clause === null ? null : `/assessments/${survey.assessmentId}/clauses/${clause}`,
    chart: distributionChart(answer, language),
    proposal: clause === null ? null : surveyProposal(answer, survey, criteria, ratings[clause]?.rating ?? null),
  };
}

export function surveyProposal(
  answer: AnswerFigures,
  survey: Survey,
  criteria: Criteria,
  current: Rating | null,
): RatingProposal {
  const href = `/assessments/${survey.assessmentId}/surveys/${survey.id}`;
  const rating = proposedRating(answer, criteria);
  return {
    name: `${survey.title}: ${answer.header}`,
    href: `${href}#answer-${answer.column}`,
    useHref: `${href}/answers/${answer.column}/rating`,
    rating,
    agrees: sameRating(rating, current),
  };
}
