import type { Request, Response } from 'express';
import type { Deps } from '../../deps.ts';
import type { Language } from '../../i18n/language.ts';
import type { Actor } from '../../model/actor.ts';
import type { AssessmentRights } from '../../model/assessment-rights.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Result } from '../../model/result.ts';
import { resultOf } from '../../model/result-of.ts';
import { idOf } from '../../web/forms.ts';
import { actorOf, languageOf } from '../../web/frame.ts';
import type { Assessment } from '../assessments/assessment.ts';
import { type AssessmentAccess, accessAssessment } from '../assessments/assessment-access.ts';
import { findTeamPlace } from '../assessments/team-store.ts';
import { readScoredDossier } from '../dossiers/read-dossier.ts';
import { listRatableAnew } from '../findings/finding-store.ts';
import { type DutiesByClause, readDuties } from '../rating-duties/duty-store.ts';
import { listPresences, type Presence } from '../rating-duties/presence-store.ts';
import { fittingRatings } from '../ratings/fitting-ratings.ts';
import { listOwnRatings } from '../ratings/independent-store.ts';
import { withOwnRatings } from '../ratings/own-view.ts';

/** An assessment as one person works on it: scored with the agreed ratings and, where none is agreed, their own. */
export interface Workbench {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly leads: boolean;
  readonly assessment: Assessment;
  readonly rights: AssessmentRights;
  /** Could rate, but for a valid statement of impartiality. */
  readonly mustDeclare: boolean;
  readonly criteria: Criteria;
  readonly ratings: Dossier['ratings'];
  readonly result: Result;
  readonly duties: DutiesByClause;
  /** How many clauses are scored as this person alone rates them. */
  readonly own: number;
  /** Who else is on which clause. */
  readonly others: readonly Presence[];
  readonly language: Language;
}

/** The number of statements does not depend on that of the clauses. Throws `not_found`. */
export async function openWorkbench(deps: Deps, req: Request, res: Response): Promise<Workbench> {
  const { db } = deps;
  const actor = actorOf(res);
  const access = await accessAssessment(db, actor, idOf(req));
  const { assessment } = access;
  const rights = await rightsAt(deps, access, String(req.params.clauseId ?? ''));
  const dossier = await readScoredDossier(deps, assessment);
  const duties = await readDuties(db, assessment.id);
  const isIndependent = [...duties.values()].some(({ independent }) => independent);
  const { ratings, own } = withOwnRatings(
    dossier.ratings,
    isIndependent ? fittingRatings(dossier.criteria, await listOwnRatings(db, assessment.id, actor.id)) : [],
  );
  return {
    deps,
    actor,
    leads: duties.size > 0 && (await findTeamPlace(db, assessment.id, actor.id)).teamRole === 'leader',
    assessment,
    rights,
    mustDeclare: access.mustDeclare,
    criteria: dossier.criteria,
    ratings,
    result: resultOf({ ...dossier, ratings }),
    duties,
    own,
    others: rights.rate ? await listOthers(deps, assessment.id, actor.id) : [],
    language: languageOf(res),
  };
}

/** While findings are open, a clause is rated anew only when all of its findings are closed. */
async function rightsAt({ db }: Deps, { assessment, rights }: AssessmentAccess, clauseId: string): Promise<AssessmentRights> {
  if (!rights.rerate) return rights;
  return { ...rights, rate: (await listRatableAnew(db, assessment.id)).has(clauseId) };
}

async function listOthers(deps: Deps, assessmentId: string, userId: string): Promise<Presence[]> {
  return (await listPresences(deps.db, assessmentId, deps.clock())).filter((one) => one.userId !== userId);
}

/** Clause id → names of those who have it open. */
export function namesByClause(others: readonly Presence[]): Record<string, string> {
  const names: Record<string, string> = {};
  for (const { clauseId, name } of others) names[clauseId] = names[clauseId] ? `${names[clauseId]}, ${name}` : name;
  return names;
}
