import type { Db } from '../../db/db.ts';
import type { AssessmentRights } from '../../model/assessment-rights.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';
import type { Rating } from '../../model/rating.ts';
import type { RatingProposal } from '../samples/rating-proposal.ts';
import { sampleProposals } from '../samples/sample-pages.ts';
import { surveyProposal } from './survey-pages.ts';
import { listSurveys } from './survey-store.ts';

/** What was collected for one clause, for the workbench to show beside its rating. */
export interface ClauseFigures {
  readonly proposals: readonly RatingProposal[];
  readonly mayRate: boolean;
  readonly mayDraw: boolean;
  readonly home: string;
  readonly clauseId: string;
}

/** null for a clause that is rated neither by samples nor by a measured value, and of which nothing was collected. */
export async function clauseFigures(
  db: Db,
  assessmentId: string,
  clause: Clause,
  criteria: Criteria,
  { rights, current }: { readonly rights: AssessmentRights; readonly current: Rating | null },
): Promise<ClauseFigures | null> {
  const samples = await sampleProposals(db, assessmentId, clause, current);
  const surveys = (await listSurveys(db, assessmentId)).flatMap((survey) =>
    (survey.figures?.answers ?? [])
      .filter((answer) => answer.clause === clause.id)
      .map((answer) => surveyProposal(answer, survey, criteria, current)),
  );
  const proposals = [...samples, ...surveys];
  const mayDraw = rights.takeSamples && clause.method?.by === 'sample';
  if (proposals.length === 0 && !mayDraw) return null;
  return { proposals, mayRate: rights.rate, mayDraw, home: `/assessments/${assessmentId}`, clauseId: clause.id };
}
