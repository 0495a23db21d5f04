import type { Language } from '../../i18n/language.ts';
import { type ClauseDuties, freeClause, isChargedWith, isReadyToOpen } from '../../model/clause-duties.ts';
import { ratedClauses, textIn, walkClauses } from '../../model/clauses.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';
import type { ClauseRating } from '../../model/dossier.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { DutiesByClause } from '../rating-duties/duty-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'assignments/assignments': AssignmentsPage;
  }
}

export interface AssignmentsPage extends PageFrame {
  readonly assessment: { readonly id: string; readonly number: string };
  readonly organizationName: string;
  readonly people: readonly PersonProgress[];
  readonly sections: readonly AssignmentSection[];
  readonly mayAssign: boolean;
  /** How many clauses wait only for people who left the team. */
  readonly readyToOpen: number;
  readonly form: FormState;
}

/** How far somebody is with what they were put in charge of. */
export interface PersonProgress {
  readonly id: string;
  readonly name: string;
  readonly charged: number;
  readonly rated: number;
  /** Of the clauses that they rate independently. */
  readonly independent: number;
  readonly submitted: number;
}

export interface AssignmentSection {
  readonly id: string;
  readonly name: string;
  readonly charged: number;
  readonly independent: number;
  readonly total: number;
  /** Below the section itself. */
  readonly rows: readonly AssignmentRow[];
}

export interface AssignmentRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly depth: number;
  readonly rated: boolean;
  /** Names. */
  readonly raters: readonly string[];
  readonly state: IndependentState | null;
}

/** How far a clause is that is rated independently; null stands for one that is rated together. */
export type IndependentState =
  | { readonly is: 'sealed'; readonly submitted: number; readonly of: number }
  | { readonly is: 'without-raters' | 'open' | 'agreed' };

export interface AssignmentSource {
  readonly criteria: Criteria;
  readonly duties: DutiesByClause;
  readonly ratings: Readonly<Record<string, ClauseRating>>;
  /** Who rated what independently, each as `user clause`. */
  readonly ratedBy: ReadonlySet<string>;
  readonly team: readonly { readonly userId: string; readonly name: string }[];
}

export function toSections({ criteria, duties, ratings }: AssignmentSource, language: Language): AssignmentSection[] {
  const toRow = (clause: Clause, depth: number): AssignmentRow => {
    const duty = duties.get(clause.id) ?? freeClause;
    return {
      id: clause.id,
      number: clause.number,
      title: textIn(clause.title, language, criteria.language),
      depth,
      rated: clause.method !== null,
      raters: duty.raters.map(({ name }) => name),
      state: stateOf(duty, ratings[clause.id]?.rating != null),
    };
  };
  return criteria.clauses.map((section) => {
    const rows = [...walkClauses([section])].map(({ clause, depth }) => toRow(clause, depth));
    const rated = rows.filter((row) => row.rated);
    return {
      id: section.id,
      name: `${section.number} ${textIn(section.title, language, criteria.language)}`.trim(),
      charged: rated.filter(({ raters }) => raters.length > 0).length,
      independent: rated.filter(({ state }) => state !== null).length,
      total: rated.length,
      rows: section.method ? rows : rows.slice(1),
    };
  });
}

function stateOf(duty: ClauseDuties, agreed: boolean): IndependentState | null {
  if (!duty.independent) return null;
  if (duty.openedAt !== null) return { is: agreed ? 'agreed' : 'open' };
  const raters = new Set(duty.raters.map(({ userId }) => userId));
  if (raters.size === 0) return { is: 'without-raters' };
  return { is: 'sealed', submitted: [...raters].filter((id) => duty.submitted.includes(id)).length, of: raters.size };
}

export function toProgress(source: AssignmentSource): PersonProgress[] {
  const { criteria, duties, team } = source;
  return team.map(({ userId, name }) => {
    const charged = ratedClauses(criteria)
      .map((clause) => ({ clause, duty: duties.get(clause.id) ?? freeClause }))
      .filter(({ duty }) => isChargedWith(duty, userId));
    const independent = charged.filter(({ duty }) => duty.independent);
    return {
      id: userId,
      name,
      charged: charged.length,
      rated: charged.filter(({ clause, duty }) => isRatedBy(source, userId, clause, duty)).length,
      independent: independent.length,
      submitted: independent.filter(({ duty }) => duty.submitted.includes(userId)).length,
    };
  });
}

function isRatedBy({ ratings, ratedBy }: AssignmentSource, userId: string, clause: Clause, duty: ClauseDuties): boolean {
  return duty.independent ? ratedBy.has(`${userId} ${clause.id}`) : ratings[clause.id]?.rating != null;
}

export function countReadyToOpen(duties: DutiesByClause): number {
  return [...duties.values()].filter(isReadyToOpen).length;
}
