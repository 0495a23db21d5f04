import { message } from '../../i18n/translate.ts';
import { walkClauses } from '../../model/clauses.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';
import { ratingProblem } from '../../model/rating-check.ts';
import type { SiteRatingForm } from '../forms/clause-rating-form.ts';
import type { ComparisonForm } from '../forms/papers-form.ts';
import type { Part } from '../forms/part.ts';
import { suggest } from '../source/nearest.ts';
import type { Report } from '../source/problem-list.ts';
import type { Path } from '../source/yaml-source.ts';
import type { AssessmentDraft } from './assessment-draft.ts';
import { toRating, ways } from './read-ratings.ts';

/** Reports what is wrong with the working papers, whatever the criteria: references, times, doubled numbers. */
export function checkPapers(draft: AssessmentDraft, report: Report): void {
  const samples = draft.collected?.samples ?? [];
  checkReferences(draft, report);
  checkDoubled(draft.requests, report);
  checkDoubled(samples, report);
  for (const [index, { from, to }] of (draft.plan?.form.agenda ?? []).entries())
    if (to <= from) report.at(['plan', 'agenda', index, 'to'], message('assessment.agendaOrder', { from, to }));
}

/** Evidence that the file has. */
function checkReferences({ evidence, requests, collected }: AssessmentDraft, report: Report): void {
  const references = evidence.flatMap(({ form }) => form.id ?? []);
  const known = (id: string | undefined, path: Path) => {
    if (id === undefined || references.includes(id)) return;
    report.at(path, message('assessment.evidenceUnknown', { id }), suggest(id, references));
  };
  for (const { form, path } of requests)
    for (const [index, id] of (form.evidence ?? []).entries()) known(id, [...path, 'evidence', index]);
  for (const { form, path } of collected?.samples ?? [])
    for (const [index, item] of (form.items ?? []).entries()) known(item.evidence, [...path, 'items', index, 'evidence']);
}

function checkDoubled(parts: readonly Part<{ readonly id: string }>[], report: Report): void {
  const seen = new Set<string>();
  for (const { form, path } of parts) {
    if (form.id === undefined) continue;
    if (seen.has(form.id)) report.at([...path, 'id'], message('criteria.doubledId', { found: form.id }));
    seen.add(form.id);
  }
}

type Known = (id: string | undefined | null, path: Path) => void;

/** Reports every clause that the criteria do not have, and ratings that they do not allow. */
export function checkPapersAgainstCriteria(draft: AssessmentDraft, criteria: Criteria, report: Report): void {
  const clauses = new Map([...walkClauses(criteria.clauses)].map(({ clause }) => [clause.id, clause]));
  const known: Known = (id, path) => {
    if (id === undefined || id === null || clauses.has(id)) return;
    report.at(path, message('criteria.clauseUnknown', { id }), suggest(id, clauses.keys()));
  };
  for (const [index, item] of (draft.plan?.form.agenda ?? []).entries())
    knownEach(item.clauses, ['plan', 'agenda', index, 'clauses'], known);
  for (const { form, path } of draft.requests) knownEach(form.clauses, [...path, 'clauses'], known);
  for (const { form, path } of draft.collected?.samples ?? []) known(form.clause, [...path, 'clause']);
  for (const { form, path } of draft.collected?.surveys ?? [])
    for (const [index, { clause }] of (form.columns ?? []).entries()) known(clause, [...path, 'columns', index, 'clause']);
  for (const comparison of draft.comparisons) {
    known(comparison.form.clause, [...comparison.path, 'clause']);
    checkComparison(comparison, clauses.get(comparison.form.clause ?? ''), report);
  }
}

function knownEach(ids: readonly string[] | undefined, path: Path, known: Known): void {
  for (const [index, id] of (ids ?? []).entries()) known(id, [...path, index]);
}

function checkComparison({ form, path }: Part<ComparisonForm>, clause: Clause | undefined, report: Report): void {
  for (const [index, said] of (form.raters ?? []).entries()) checkSaid(said, [...path, 'raters', index], clause, report);
  for (const [index, { before, after }] of (form.agreed ?? []).entries()) {
    const at = [...path, 'agreed', index];
    if (before) checkSaid(before, [...at, 'before'], clause, report);
    checkSaid(after, [...at, 'after'], clause, report);
    if (toRating(after) === null) report.at([...at, 'after'], message('assessment.emptyRating'));
  }
}

/** One way of rating, that of the clause. */
function checkSaid(said: SiteRatingForm, path: Path, clause: Clause | undefined, report: Report): void {
  const [way, second] = ways.filter((one) => said[one] !== undefined);
  if (way && second) report.atKey([...path, second], message('assessment.severalRatings', { first: way, second }));
  const rating = toRating(said);
  const problem = rating && clause ? ratingProblem(clause, rating) : null;
  if (problem && way) report.at([...path, way], problem);
}
