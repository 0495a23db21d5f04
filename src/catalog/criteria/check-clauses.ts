import { message } from '../../i18n/translate.ts';
import type { ClauseForm } from '../forms/clause-form.ts';
import type { Report } from '../source/problem-list.ts';
import { checkMethod, methodKeys } from './check-methods.ts';
import { atSitesOf, type ClauseDraft, type CriteriaDraft } from './draft.ts';

type Key = keyof ClauseForm;

/** Keys that only a rated clause may have. */
const ratingKeys: readonly Key[] = ['rate_by', ...methodKeys, 'not_applicable', 'maturity'];

/** Reports every clause that breaks a rule of the tree. */
export function checkClauses(draft: CriteriaDraft, report: Report): void {
  checkUnique(draft.all, 'id', report);
  checkUnique(draft.all, 'number', report);
  for (const clause of draft.all) {
    checkRole(clause, report);
    checkPoints(clause, report);
    checkWeight(clause, report);
    checkLists(clause, report);
    checkSites(clause, report);
    if (clause.role === 'leaf' || clause.role === 'own') checkMethod(clause, draft.scales, report);
    if (clause.form.maturity !== undefined && !draft.head.form.maturity && !draft.head.broken.has('maturity')) {
      report.at([...clause.path, 'maturity'], message('criteria.noMaturity'));
    }
  }
  const { full_marks: full } = draft.head.form;
  if (full === '0') report.at(['full_marks'], message('criteria.zeroNotAllowed'));
}

function checkUnique(clauses: readonly ClauseDraft[], key: 'id' | 'number', report: Report): void {
  const first = new Map<string, ClauseDraft>();
  for (const clause of clauses) {
    const found = clause.form[key];
    if (found === undefined) continue;
    const earlier = first.get(found);
    if (!earlier) first.set(found, clause);
    else if (key === 'id') report.at([...clause.path, key], message('criteria.doubledId', { found }));
    else report.at([...clause.path, key], message('criteria.doubledNumber', { found, clause: earlier.form.id ?? '' }));
  }
}

function checkRole(clause: ClauseDraft, report: Report): void {
  const { role, form } = clause;
  if (role === 'explaining') {
    forbid(
      clause,
      ['points', 'points_in', 'weight', 'aggregate', 'at_sites', ...ratingKeys],
      (key) => message('criteria.explainingOnly', { key }),
      report,
    );
  } else if (role === 'inner') {
    require(clause, 'aggregate', () => message('criteria.aggregateMissing', { clause: form.id ?? '' }), report);
    forbid(clause, ratingKeys, (key) => message('criteria.innerNotRated', { key }), report);
  } else {
    require(clause, 'rate_by', () => message('criteria.rateByMissing', { clause: form.id ?? '' }), report);
  }
  if (role === 'leaf') forbid(clause, ['aggregate'], () => message('criteria.aggregateOnLeaf'), report);
  if (role === 'own' && clause.children.length === 0 && !clause.broken.has('clauses')) {
    report.at([...clause.path, 'aggregate'], message('criteria.aggregateOnLeaf'));
  }
  if (role !== 'explaining') require(clause, 'title', () => message('criteria.titleMissing', { clause: form.id ?? '' }), report);
}

function require(clause: ClauseDraft, key: Key, text: () => ReturnType<typeof message>, report: Report): void {
  if (clause.form[key] === undefined && !clause.broken.has(key)) report.at(clause.path, text());
}

function forbid(
  clause: ClauseDraft,
  keys: readonly Key[],
  text: (key: string) => ReturnType<typeof message>,
  report: Report,
): void {
  for (const key of keys) {
    if (clause.form[key] !== undefined) report.atKey([...clause.path, key], text(key));
  }
}

/** Whether the parent (or the top of the file) adds up the points of its children. */
function isSummed({ parent }: ClauseDraft): boolean {
  return parent === null || parent.form.aggregate === 'sum';
}

function checkPoints(clause: ClauseDraft, report: Report): void {
  const { role, form } = clause;
  if (role !== 'explaining' && isSummed(clause)) {
    require(clause, 'points', () => message('criteria.pointsMissing', { clause: form.id ?? '' }), report);
  }
}

function checkWeight(clause: ClauseDraft, report: Report): void {
  const { weight } = clause.form;
  if (weight === undefined || clause.role === 'explaining') return;
  const aggregate = clause.parent?.form.aggregate;
  if (clause.parent === null || (aggregate !== undefined && aggregate !== 'weighted-mean')) {
    report.atKey([...clause.path, 'weight'], message('criteria.weightUnused'));
  }
  if (weight === '0') report.at([...clause.path, 'weight'], message('criteria.zeroNotAllowed'));
}

/** Only samples can be put together; said where the clause says so, or at the clause that takes it from above. */
function checkSites(clause: ClauseDraft, report: Report): void {
  const { role, form, path } = clause;
  if ((role !== 'leaf' && role !== 'own') || form.rate_by === undefined || form.rate_by === 'sample') return;
  if (atSitesOf(clause) !== 'pooled') return;
  const own = form.at_sites !== undefined;
  report.at(own ? [...path, 'at_sites'] : path, message('criteria.pooledNoSample', { clause: form.id ?? '', by: form.rate_by }));
}

function checkLists(clause: ClauseDraft, report: Report): void {
  const methods = clause.form.method ?? [];
  methods.forEach((method, index) => {
    if (methods.indexOf(method) < index)
      report.at([...clause.path, 'method', index], message('criteria.doubledEntry', { found: method }));
  });
  if (clause.role === 'leaf' || clause.role === 'own') return;
  clause.form.evidence?.forEach(({ required }, index) => {
    if (required) report.at([...clause.path, 'evidence', index, 'required'], message('criteria.requiredOnUnrated'));
  });
}
