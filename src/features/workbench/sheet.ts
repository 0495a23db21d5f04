import type { Deps } from '../../deps.ts';
import type { Language } from '../../i18n/language.ts';
import { message } from '../../i18n/translate.ts';
import type { AssessmentRights } from '../../model/assessment-rights.ts';
import { textIn } from '../../model/clauses.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';
import { AppError } from '../../model/errors.ts';
import { explainClause } from '../../model/explain-clause.ts';
import type { Result } from '../../model/result.ts';
import { emptyForm, type FormState } from '../../web/forms.ts';
import { clauseEvidencePage } from '../evidence/clause-evidence.ts';
import { findOptionalRating, type StoredRating } from '../ratings/rating-store.ts';
import { explainRating } from '../ratings/rating-words.ts';
import { clauseFigures } from '../surveys/clause-figures.ts';
import { type Conflict, type SheetPage, toControl, toForm } from './workbench-pages.ts';

/** What a sheet is made from, besides the clause itself. */
export interface SheetSource {
  readonly deps: Deps;
  readonly assessmentId: string;
  /** The last day of the assessment. */
  readonly to: string;
  readonly criteria: Criteria;
  readonly criteriaHash: string;
  readonly result: Result;
  readonly rights: AssessmentRights;
  /** Could rate, but for a valid statement of impartiality. */
  readonly mustDeclare: boolean;
  readonly finished: boolean;
  readonly language: Language;
}

/** What was typed but not saved, shown again. */
export interface Retry {
  readonly form: FormState;
  readonly conflict: Conflict | null;
}

/** Throws `not_found` for a clause that the criteria lack. */
export async function readSheet(source: SheetSource, clauseId: string, retry: Retry | null): Promise<SheetPage> {
  const { deps, assessmentId, criteria, result, rights, language } = source;
  const path = pathTo(criteria.clauses, clauseId);
  const clause = path.at(-1);
  if (!clause) throw new AppError('not_found', message('error.notFound'));

  const common = {
    assessmentId,
    criteriaHash: source.criteriaHash,
    clause: describeClause(clause, criteria, language),
    path: path.slice(0, -1).map((parent) => ({ id: parent.id, name: nameOf(parent, criteria, language) })),
    canRate: rights.rate,
    readOnly: whyReadOnly(source),
    ...neighbours(result, clauseId),
  };
  if (!clause.method) return { ...common, ...innerPart(source, clause) };

  const saved = await findOptionalRating(deps.db, assessmentId, clauseId);
  return {
    ...common,
    control: toControl(clause.method, clause.points, criteria, language),
    children: [],
    form: retry?.form ?? toForm(saved),
    revision: retry?.conflict?.revision ?? saved?.revision ?? 0,
    words: explainRating(criteria, clause, saved?.rating ?? null, language),
    saved: saved && { by: saved.updatedByName, at: saved.updatedAt },
    conflict: retry?.conflict ?? null,
    figures: await clauseFigures(deps.db, assessmentId, clause, criteria, { rights, current: saved?.rating ?? null }),
    evidence: await clauseEvidencePage(
      deps.db,
      { id: assessmentId, to: source.to },
      clause,
      criteria,
      rights,
      language,
      deps.config.uploadLimit,
    ),
  };
}

function whyReadOnly({ rights, mustDeclare, finished }: SheetSource): SheetPage['readOnly'] {
  if (rights.rate) return null;
  if (mustDeclare && !finished) return 'independence.cannotRate';
  return finished ? 'ratings.finishedNote' : 'ratings.readOnly';
}

type InnerPart = Pick<
  SheetPage,
  'control' | 'children' | 'form' | 'revision' | 'words' | 'saved' | 'conflict' | 'evidence' | 'figures'
>;

/** An inner clause is not rated: it shows how it came about and leads further down. */
function innerPart({ criteria, result, language }: SheetSource, clause: Clause): InnerPart {
  return {
    control: null,
    children: clause.clauses.map((child) => ({ id: child.id, name: nameOf(child, criteria, language), points: child.points })),
    form: emptyForm,
    revision: 0,
    words: innerWords(criteria, result, clause.id, language),
    saved: null,
    conflict: null,
    evidence: null,
    figures: null,
  };
}

/** What stands at a clause that somebody else has just saved. */
export function toConflict(criteria: Criteria, clause: Clause, current: StoredRating, language: Language): Conflict {
  return {
    revision: current.revision,
    name: current.updatedByName,
    at: current.updatedAt,
    words: explainRating(criteria, clause, current.rating, language),
    note: current.note,
  };
}

/** The texts and rules of a clause in that language. */
export function describeClause(clause: Clause, criteria: Criteria, language: Language): SheetPage['clause'] {
  const own = criteria.language;
  const label = clause.maturity === null ? null : (criteria.maturity?.levels[clause.maturity - 1] ?? null);
  return {
    id: clause.id,
    number: clause.number,
    title: textIn(clause.title, language, own),
    requirement: textIn(clause.requirement, language, own),
    guidance: textIn(clause.guidance, language, own),
    points: clause.points,
    maturity: clause.maturity !== null && label ? { level: clause.maturity, label: textIn(label, language, own) } : null,
    auditMethods: clause.auditMethods,
    notApplicable: clause.notApplicable,
  };
}

/** Number and title. */
export function nameOf(clause: Clause, criteria: Criteria, language: Language): string {
  return `${clause.number} ${textIn(clause.title, language, criteria.language)}`.trim();
}

/** How an inner clause comes to its points, in words. */
export function innerWords(criteria: Criteria, result: Result, id: string, language: Language): string {
  const found = result.clauses.find((clause) => clause.id === id);
  return found ? explainClause(criteria, found, language) : '';
}

/** The clauses from the top of the tree down to that one; empty when there is none. */
export function pathTo(clauses: readonly Clause[], id: string): Clause[] {
  for (const clause of clauses) {
    if (clause.id === id) return [clause];
    const below = pathTo(clause.clauses, id);
    if (below.length > 0) return [clause, ...below];
  }
  return [];
}

/** Where to go from a clause: by order, and to the next one that waits for a rating (from the top again after the last). */
export function neighbours(result: Result, id: string): Pick<SheetPage, 'previous' | 'next' | 'nextUnrated'> {
  const place = result.clauses.findIndex((clause) => clause.id === id);
  const rated = ratedIn(result);
  const after = rated.filter((clause) => result.clauses.indexOf(clause) > place);
  const before = rated.filter((clause) => result.clauses.indexOf(clause) < place);
  const unrated = [...after, ...before].find(({ state }) => state === 'unrated');
  return { previous: before.at(-1)?.id ?? null, next: after[0]?.id ?? null, nextUnrated: unrated?.id ?? null };
}

const innerExplanations = new Set(['sum', 'weighted-mean', 'minimum', 'maximum']);

/** The results of clauses that are rated themselves. */
function ratedIn(result: Result): Result['clauses'] {
  return result.clauses.filter((clause, index) => {
    const child = result.clauses[index + 1];
    return !innerExplanations.has(clause.explanation.by) && !(child && child.depth > clause.depth);
  });
}
