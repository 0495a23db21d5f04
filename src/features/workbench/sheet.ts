import type { Language } from '../../i18n/language.ts';
import { type Message, message } from '../../i18n/translate.ts';
import { freeClause, ratingWay } from '../../model/clause-duties.ts';
import { textIn } from '../../model/clauses.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';
import { AppError } from '../../model/errors.ts';
import { explainClause } from '../../model/explain-clause.ts';
import type { Result } from '../../model/result.ts';
import { emptyForm, type FormState } from '../../web/forms.ts';
import { clauseEvidencePage } from '../evidence/clause-evidence.ts';
import { refusalText } from '../ratings/rating-service.ts';
import type { StoredRating } from '../ratings/rating-store.ts';
import { explainRating } from '../ratings/rating-words.ts';
import { findSeenRating } from '../ratings/seen-rating.ts';
import { findOptionalSiteRating } from '../ratings/site-rating-store.ts';
import { type CompanyNote, readCompanyNote } from '../self-comparison/company-note.ts';
import { clauseFigures } from '../surveys/clause-figures.ts';
import type { Workbench } from './open-workbench.ts';
import { readSiteOfSheet, type SiteOfSheet } from './site-tabs.ts';
import { toTeamNote } from './team-note.ts';
import { type Conflict, type SheetPage, toControl, toForm } from './workbench-pages.ts';

/** What was typed but not saved, shown again. */
export interface Retry {
  readonly form: FormState;
  readonly conflict: Conflict | null;
}

/** What a sheet is asked for: a clause, perhaps at a certain site. */
export interface SheetPlace {
  readonly clauseId: string;
  readonly siteId?: string;
}

/** The sheet of a clause. Throws `not_found` for one that the criteria lack, and for a site at which it is not rated. */
export async function readSheet(bench: Workbench, { clauseId, siteId }: SheetPlace, retry: Retry | null): Promise<SheetPage> {
  const { deps, assessment, criteria, result, rights, language } = bench;
  const path = pathTo(criteria.clauses, clauseId);
  const clause = path.at(-1);
  if (!clause) throw new AppError('not_found', message('error.notFound'));

  const refusal = whyReadOnly(bench, clause);
  const atSite = await readSiteOfSheet(bench, clause, siteId);
  const common = {
    assessmentId: assessment.id,
    address: atSite?.address ?? `/assessments/${assessment.id}/clauses/${clause.id}`,
    sites: atSite?.tabs ?? null,
    team: toTeamNote(bench, clause),
    criteriaHash: assessment.criteriaHash,
    clause: describeClause(clause, criteria, language),
    path: path.slice(0, -1).map((parent) => ({ id: parent.id, name: nameOf(parent, criteria, language) })),
    canRate: refusal === null,
    readOnly: refusal,
    ...neighbours(result, clauseId),
    ...atSite?.step,
  };
  if (!clause.method) return { ...common, company: null, companyFields: null, ...innerPart(bench, clause) };

  const saved = await findSaved(bench, clauseId, atSite);
  const company = await readCompanyNote(deps.db, assessment, clause, language, atSite?.site.name);
  return {
    ...common,
    control: toControl(clause.method, clause.points, criteria, language),
    company,
    companyFields: company && toCompanyFields(company, saved, assessment.criteriaHash),
    children: [],
    form: retry?.form ?? toForm(saved),
    revision: retry?.conflict?.revision ?? saved?.revision ?? 0,
    words: explainRating(criteria, clause, saved?.rating ?? null, language),
    saved: saved && { by: saved.updatedByName, at: saved.updatedAt },
    conflict: retry?.conflict ?? null,
    figures: await clauseFigures(deps.db, assessment.id, clause, criteria, { rights, current: saved?.rating ?? null }),
    evidence: await readEvidence(bench, clause),
  };
}

function findSaved({ deps, assessment, actor }: Workbench, clauseId: string, atSite: SiteOfSheet | null) {
  const place = { assessmentId: assessment.id, clauseId };
  if (atSite) return findOptionalSiteRating(deps.db, { ...place, siteId: atSite.site.id });
  return findSeenRating(deps.db, place, actor.id);
}

function readEvidence({ deps, assessment, criteria, rights, language }: Workbench, clause: Clause) {
  return clauseEvidencePage(deps.db, assessment, clause, criteria, rights, language, deps.config.uploadLimit);
}

/** As if the auditor had filled in what the company rated; the auditor's own note stays. */
function toCompanyFields({ rating }: CompanyNote, saved: StoredRating | null, criteriaHash: string): SheetPage['companyFields'] {
  if (!rating) return null;
  const { values } = toForm({ rating, note: saved?.note ?? '' });
  const fields = Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  return [['revision', String(saved?.revision ?? 0)], ['criteria', criteriaHash], ...fields];
}

/** Null where the reader may rate. */
function whyReadOnly(bench: Workbench, clause: Clause): Message | null {
  const { rights, assessment, duties, actor, leads } = bench;
  if (!rights.rate) return whyNobody(bench);
  if (assessment.state === 'findings-open') return null;
  const duty = duties.get(clause.id) ?? freeClause;
  const way = ratingWay(duty, { id: actor.id, leads });
  return way === 'shared' || way === 'own' ? null : refusalText(way, duty);
}

function whyNobody({ assessment, mustDeclare }: Workbench): Message {
  if (assessment.resultKind !== null) return message('ratings.finishedNote');
  return message(mustDeclare ? 'independence.cannotRate' : 'ratings.readOnly');
}

type InnerPart = Pick<
  SheetPage,
  'control' | 'children' | 'form' | 'revision' | 'words' | 'saved' | 'conflict' | 'evidence' | 'figures'
>;

/** An inner clause is not rated: it shows how it came about and leads further down. */
function innerPart({ criteria, result, language }: Workbench, clause: Clause): InnerPart {
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
