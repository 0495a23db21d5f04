import { message } from '../../i18n/translate.ts';
import { walkClauses } from '../../model/clauses.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';
import type { ClauseRating } from '../../model/dossier.ts';
import type { Rating } from '../../model/rating.ts';
import { ratingProblem } from '../../model/rating-check.ts';
import type { RatingForm } from '../forms/assessment-form.ts';
import type { Part } from '../forms/part.ts';
import { suggest } from '../source/nearest.ts';
import type { Report } from '../source/problem-list.ts';
import type { Path } from '../source/yaml-source.ts';

const ways = ['met', 'sample', 'level', 'points', 'measure', 'checklist', 'not_applicable'] as const;
type Way = (typeof ways)[number];

/** Clause id → what was said of it. Reports ratings that the criteria do not allow; without criteria only their form. */
export function readRatings(
  parts: ReadonlyMap<string, Part<RatingForm>>,
  criteria: Criteria | null,
  report: Report,
): Record<string, ClauseRating> {
  const clauses = criteria && new Map([...walkClauses(criteria.clauses)].map(({ clause }) => [clause.id, clause]));
  const ratings: Record<string, ClauseRating> = {};
  for (const [id, part] of parts) {
    const clause = clauses?.get(id);
    if (clauses && !clause) report.atKey(part.path, message('criteria.clauseUnknown', { id }), suggest(id, clauses.keys()));
    const rating = readRating(part, clause, report);
    if (clause) ratings[id] = { rating, note: part.form.note ?? '' };
  }
  return ratings;
}

function readRating(part: Part<RatingForm>, clause: Clause | undefined, report: Report): Rating | null {
  const given = ways.filter((way) => part.form[way] !== undefined || part.broken.has(way));
  const [way, second] = given;
  if (way === undefined && part.form.note === undefined && part.broken.size === 0)
    report.at(part.path, message('assessment.emptyRating'));
  if (way !== undefined && second !== undefined) {
    report.atKey([...part.path, second], message('assessment.severalRatings', { first: way, second }));
    return null;
  }
  const rating = way === undefined ? null : toRating(part.form);
  if (!rating || !clause || way === undefined) return rating;

  const problem = ratingProblem(clause, rating);
  if (problem && (!clause.method || (rating.by !== clause.method.by && rating.by !== 'not-applicable'))) {
    report.atKey([...part.path, way], problem);
  } else if (problem) {
    report.at([...part.path, ...placeOf(way, problem.key)], problem);
  }
  return rating;
}

/** The value that is wrong: of a sample, its size or its failed items. */
function placeOf(way: Way, problem: string): Path {
  if (way !== 'sample') return [way];
  return [way, problem === 'rating.sampleFailed' || problem === 'rating.sampleMoreFailed' ? 'failed' : 'size'];
}

function toRating(form: Part<RatingForm>['form']): Rating | null {
  if (form.met !== undefined) return { by: 'met', met: form.met };
  if (form.sample) return { by: 'sample', size: form.sample.size, failed: form.sample.failed };
  if (form.level !== undefined) return { by: 'level', level: form.level };
  if (form.points !== undefined) return { by: 'points', points: form.points };
  if (form.measure !== undefined) return { by: 'measure', value: form.measure };
  if (form.checklist) return { by: 'checklist', present: form.checklist };
  return form.not_applicable === undefined ? null : { by: 'not-applicable', reason: form.not_applicable };
}
