import type { Language } from '../../i18n/language.ts';
import { textIn, walkClauses } from '../../model/clauses.ts';
import type { Clause, Criteria, EvidenceKind } from '../../model/criteria.ts';
import type { ClauseResult, Result } from '../../model/result.ts';

export const treeFilters = ['all', 'mine', 'unrated', 'not-applicable', 'without-evidence', 'below-full'] as const;
export type TreeFilter = (typeof treeFilters)[number];

/** What the tree shows of a clause besides its name; changes while one works. */
export interface TreeMark {
  readonly state: ClauseResult['state'];
  /** The filters that let the clause through. */
  readonly filters: readonly TreeFilter[];
  /** Expected evidence that is required is missing. */
  readonly needsEvidence: boolean;
  /** Inner clauses: how many of the rated clauses below are done, and how many apply. */
  readonly done: number;
  readonly toDo: number;
}

export interface TreeItem extends TreeMark {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly depth: number;
  /** Rated itself. */
  readonly rated: boolean;
}

/** Clause id → kinds of evidence that are linked to it. */
export type EvidenceByClause = ReadonlyMap<string, ReadonlySet<EvidenceKind>>;

/** Whether a clause is somebody's to rate by name. */
export type IsMine = (clauseId: string) => boolean;

/** Every clause in the order of the file, with its mark. Explaining children of an `own` clause are left out. */
export function treeItems(
  criteria: Criteria,
  result: Result,
  evidence: EvidenceByClause,
  language: Language,
  isMine: IsMine = () => false,
): TreeItem[] {
  const marks = treeMarks(criteria, result, evidence, isMine);
  return [...walkClauses(criteria.clauses)].flatMap(({ clause, depth }) => {
    const mark = marks.get(clause.id);
    if (!mark) return [];
    const title = textIn(clause.title, language, criteria.language);
    return [{ id: clause.id, number: clause.number, title, depth, rated: clause.method !== null, ...mark }];
  });
}

export function treeMarks(
  criteria: Criteria,
  result: Result,
  evidence: EvidenceByClause,
  isMine: IsMine = () => false,
): Map<string, TreeMark> {
  const results = new Map(result.clauses.map((clause) => [clause.id, clause]));
  const marks = new Map<string, TreeMark>();
  for (const clause of criteria.clauses) markBelow(clause, { results, evidence, isMine }, marks);
  return marks;
}

interface MarkSource {
  readonly results: ReadonlyMap<string, ClauseResult>;
  readonly evidence: EvidenceByClause;
  readonly isMine: IsMine;
}

function markBelow(clause: Clause, source: MarkSource, marks: Map<string, TreeMark>): TreeMark | null {
  const result = source.results.get(clause.id);
  if (!result) return null;
  if (clause.method) {
    const mark = markRated(clause, result, source.evidence.get(clause.id) ?? new Set(), source.isMine(clause.id));
    marks.set(clause.id, mark);
    return mark;
  }

  // The place in the map comes before those below, so that the order is that of the file.
  marks.set(clause.id, { state: result.state, filters: ['all'], needsEvidence: false, done: 0, toDo: 0 });
  const below = clause.clauses.flatMap((child) => markBelow(child, source, marks) ?? []);
  const mark: TreeMark = {
    state: result.state,
    filters: treeFilters.filter((filter) => filter === 'all' || below.some(({ filters }) => filters.includes(filter))),
    needsEvidence: false,
    done: below.reduce((sum, { done }) => sum + done, 0),
    toDo: below.reduce((sum, { toDo }) => sum + toDo, 0),
  };
  marks.set(clause.id, mark);
  return mark;
}

function markRated(clause: Clause, result: ClauseResult, kinds: ReadonlySet<EvidenceKind>, mine: boolean): TreeMark {
  const applies = result.state !== 'not-applicable';
  const rated = result.state === 'rated';
  const passes: Record<TreeFilter, boolean> = {
    all: true,
    mine,
    unrated: result.state === 'unrated',
    'not-applicable': !applies,
    'without-evidence': applies && kinds.size === 0,
    'below-full': rated && result.rate !== null && result.rate.exact !== '1',
  };
  return {
    state: result.state,
    filters: treeFilters.filter((filter) => passes[filter]),
    needsEvidence: applies && clause.evidence.some(({ kind, required }) => required && !kinds.has(kind)),
    done: rated ? 1 : 0,
    toDo: applies ? 1 : 0,
  };
}

/** How many rated clauses each filter lets through. */
export function filterCounts(items: readonly (TreeMark & { readonly rated: boolean })[]): Record<TreeFilter, number> {
  const count = (filter: TreeFilter) => items.filter(({ rated, filters }) => rated && filters.includes(filter)).length;
  return {
    all: count('all'),
    mine: count('mine'),
    unrated: count('unrated'),
    'not-applicable': count('not-applicable'),
    'without-evidence': count('without-evidence'),
    'below-full': count('below-full'),
  };
}
