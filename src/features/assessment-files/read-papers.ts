import type { Db } from '../../db/db.ts';
import type { AssessmentRights } from '../../model/assessment-rights.ts';
import type { ComparisonPaper, ReadingPaper, StatementPaper, WorkingPapers } from '../../model/working-papers.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { listMembers } from '../assessments/assessment-store.ts';
import { listSteps } from '../assessments/step-store.ts';
import { listDepartures } from '../assessments/team-store.ts';
import { listStatements, type Statement } from '../independence/statement-store.ts';
import { readDuties } from '../rating-duties/duty-store.ts';
import { listOpenedRatings } from '../ratings/independent-store.ts';
import { listAllReconciliations } from '../reconciliation/reconciliation-store.ts';
import { listRequestRecords } from '../requests/request-record-store.ts';
import { readAllItems } from '../samples/sample-store.ts';
import { listSurveys, readAllExclusions } from '../surveys/survey-store.ts';
import { readPlanPaper } from './read-plan-paper.ts';

/** Id → name. */
type Names = ReadonlyMap<string, string>;

/**
 * The working papers of an assessment as far as somebody with these rights may see them. A file goes from hand to hand: nobody
 * finds in it who tested the service unseen, or when.
 */
export async function readPapers(db: Db, assessment: Assessment, rights: AssessmentRights): Promise<WorkingPapers> {
  const { id } = assessment;
  const names = await readNames(db, id);
  return {
    plan: rights.seePlan ? await readPlanPaper(db, assessment, names) : null,
    requests: rights.seeRequests ? await listRequestRecords(db, id) : [],
    statements: rights.seeStatements ? await readStatements(db, id, names) : [],
    comparisons: rights.compareRaters ? await readComparisons(db, id) : [],
    items: await readItems(db, id),
    readings: await readReadings(db, id),
    steps: (await listSteps(db, id)).map(({ step, from, to, at, byName, reason }) => ({
      ...{ step, from, to, at, by: byName, reason: reason ?? '' },
    })),
  };
}

/** Everybody who is or was in the team, without the mystery shoppers. */
async function readNames(db: Db, assessmentId: string): Promise<Names> {
  const all = [...(await listDepartures(db, assessmentId)), ...(await listMembers(db, assessmentId))];
  const hidden = new Set(all.filter(({ teamRole }) => teamRole === 'mystery-shopper').map(({ userId }) => userId));
  return new Map(all.filter(({ userId }) => !hidden.has(userId)).map(({ userId, name }) => [userId, name]));
}

/** The oldest first. */
async function readStatements(db: Db, assessmentId: string, names: Names): Promise<StatementPaper[]> {
  const statements = (await listStatements(db, assessmentId)).filter(({ userId }) => names.has(userId));
  const key = ({ signedAt, signedName }: Statement) => `${signedAt} ${signedName}`;
  const inOrder = statements.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return inOrder.map(({ signedName, signedAt, yes, explanations, supersededAt, ruling }) => ({
    signedName,
    signedAt,
    yes: yes.map((question) => ({ question, explanation: explanations[question] ?? '' })),
    supersededAt,
    ruling,
  }));
}

/** Clauses in the order of their ids, raters by name. */
async function readComparisons(db: Db, assessmentId: string): Promise<ComparisonPaper[]> {
  const duties = await readDuties(db, assessmentId);
  const ratings = await listOpenedRatings(db, assessmentId);
  const agreed = await listAllReconciliations(db, assessmentId);
  const opened = [...duties].flatMap(([clause, { openedAt }]) => (openedAt === null ? [] : [{ clause, openedAt }]));
  return opened
    .sort((a, b) => (a.clause < b.clause ? -1 : 1))
    .map(({ clause, openedAt }) => ({
      clause,
      openedAt,
      raters: ratings
        .filter(({ clauseId }) => clauseId === clause)
        .map(({ name, rating, note, updatedAt }) => ({ name, rating, note, at: updatedAt })),
      agreed: agreed
        .filter(({ clauseId }) => clauseId === clause)
        .map(({ byName, at, reason, before, rating, note }) => ({ by: byName, at, reason, before, after: { rating, note } })),
    }));
}

async function readItems(db: Db, assessmentId: string): Promise<WorkingPapers['items']> {
  return [...(await readAllItems(db, assessmentId))].map(([sample, items]) => ({
    sample,
    items: items.map(({ number, label, outcome, note, evidence }) => ({
      ...{ number, label, outcome, note, evidence: evidence?.reference ?? null },
    })),
  }));
}

/** Those sheets whose columns are chosen, as in the dossier. */
async function readReadings(db: Db, assessmentId: string): Promise<ReadingPaper[]> {
  const exclusions = await readAllExclusions(db, assessmentId);
  const surveys = (await listSurveys(db, assessmentId)).reverse();
  return surveys.flatMap(({ id, reference, columns }) =>
    columns ? [{ survey: reference, columns, excluded: exclusions.get(id) ?? [] }] : [],
  );
}
