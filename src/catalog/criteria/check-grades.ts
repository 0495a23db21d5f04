import { message } from '../../i18n/translate.ts';
import type { ConditionForm } from '../forms/criteria-form.ts';
import type { Part } from '../forms/part.ts';
import type { AssessedPartForm } from '../forms/variant-forms.ts';
import { suggest } from '../source/nearest.ts';
import type { Report } from '../source/problem-list.ts';
import type { Path } from '../source/yaml-source.ts';
import { checkConditionPlaces } from './check-condition-places.ts';
import type { ChoicePlaces } from './choice-places.ts';
import type { ClauseDraft, CriteriaDraft } from './draft.ts';
import { scaled } from './scaled.ts';

/** What conditions may name. */
interface Names {
  readonly clauses: ReadonlyMap<string, ClauseDraft>;
  /** null when the grades themselves could not be read. */
  readonly grades: ReadonlySet<string> | null;
  /** null when the parts themselves could not be read. */
  readonly parts: ReadonlyMap<string, Part<AssessedPartForm>> | null;
  readonly hasDeductions: boolean;
  readonly hasMaturity: boolean;
}

/** Reports what is wrong with grades, gates and their conditions. */
export function checkGrades(draft: CriteriaDraft, places: ChoicePlaces, report: Report): void {
  const names = namesOf(draft);
  checkBounds(draft, report);
  checkUniqueIds(draft.grades, report);
  checkUniqueIds(draft.gates, report);
  for (const { form, path } of draft.gates) {
    if (form.cap_at !== undefined) checkGradeName(form.cap_at, names.grades, [...path, 'cap_at'], report);
  }
  for (const { form, path } of [...draft.grades, ...draft.gates]) {
    form.requires?.forEach((condition, index) => {
      checkCondition(condition, names, [...path, 'requires', index], report);
    });
  }
  checkConditionPlaces(draft, names.clauses, places, report);
}

function namesOf({ head, all, grades, parts }: CriteriaDraft): Names {
  const unreadable = head.broken.has('grades') || grades.some(({ form }) => form.id === undefined);
  return {
    clauses: new Map(all.flatMap((clause) => (clause.form.id === undefined ? [] : [[clause.form.id, clause]]))),
    grades: unreadable ? null : new Set(grades.flatMap(({ form }) => form.id ?? [])),
    parts: head.broken.has('parts')
      ? null
      : new Map(parts.flatMap((part) => (part.form.id === undefined ? [] : [[part.form.id, part]]))),
    hasDeductions: head.broken.has('adjustments') || head.form.adjustments?.deduction !== undefined,
    hasMaturity: head.broken.has('maturity') || head.form.maturity !== undefined,
  };
}

function checkBounds({ grades, head }: CriteriaDraft, report: Report): void {
  const full = head.form.full_marks ?? '100';
  const bounds = new Map<string, string>();
  for (const { form, path } of grades) {
    if (form.from === undefined) continue;
    const earlier = bounds.get(form.from);
    if (earlier !== undefined)
      report.at([...path, 'from'], message('criteria.doubledBound', { found: form.from, grade: earlier }));
    else bounds.set(form.from, form.id ?? '');
    if (scaled(form.from) > scaled(full))
      report.at([...path, 'from'], message('criteria.boundTooHigh', { found: form.from, most: full }));
  }
}

function checkUniqueIds(parts: readonly Part<{ id: string }>[], report: Report): void {
  const seen = new Set<string>();
  for (const { form, path } of parts) {
    if (form.id === undefined) continue;
    if (seen.has(form.id)) report.at([...path, 'id'], message('criteria.doubledId', { found: form.id }));
    seen.add(form.id);
  }
}

function checkCondition(condition: ConditionForm, names: Names, path: Path, report: Report): void {
  if ('clause' in condition) checkClauseName(condition.clause, names, [...path, 'clause'], report);
  if ('part' in condition) checkPartName(condition.part, names.parts, [...path, 'part'], report);
  if ('must_pass' in condition) {
    condition.must_pass.forEach((id, index, all) => {
      checkClauseName(id, names, [...path, 'must_pass', index], report);
      if (all.indexOf(id) < index) report.at([...path, 'must_pass', index], message('criteria.doubledEntry', { found: id }));
    });
  }
  if ('deductions_fewer_than' in condition && !names.hasDeductions) report.at(path, message('criteria.noDeductions'));
  if ('maturity_at_least' in condition && !names.hasMaturity) report.at(path, message('criteria.noMaturity'));
  if ('held_grade' in condition) {
    checkGradeName(condition.held_grade, names.grades, [...path, 'held_grade'], report);
    if (!/^(months|years)$/.test(condition.for.unit)) report.at([...path, 'for'], message('criteria.heldInMonths'));
  }
}

function checkClauseName(id: string, { clauses }: Names, path: Path, report: Report): void {
  const clause = clauses.get(id);
  if (!clause) report.at(path, message('criteria.clauseUnknown', { id }), suggest(id, clauses.keys()));
  else if (clause.role === 'explaining') report.at(path, message('criteria.clauseOnlyExplains', { id }));
}

function checkPartName(id: string, parts: Names['parts'], path: Path, report: Report): void {
  if (!parts || parts.has(id)) return;
  if (parts.size === 0) report.at(path, message('criteria.noParts'));
  else report.at(path, message('criteria.partUnknown', { id, allowed: [...parts.keys()].join(', ') }), suggest(id, parts.keys()));
}

function checkGradeName(id: string, grades: ReadonlySet<string> | null, path: Path, report: Report): void {
  if (grades && !grades.has(id))
    report.at(path, message('criteria.gradeUnknown', { id, allowed: [...grades].join(', ') }), suggest(id, grades));
}
