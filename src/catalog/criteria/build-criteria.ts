import type { BonusRule, DeductionRule, Ground } from '../../model/adjustment-rules.ts';
import type { Condition, Criteria, Gate, Grade, LocalizedText } from '../../model/criteria.ts';
import type { ConditionForm, GateForm, GradeForm, HeadForm } from '../forms/criteria-form.ts';
import type { Part } from '../forms/part.ts';
import { buildCertification } from './build-certification.ts';
import { buildChoices } from './build-choices.ts';
import { buildClauses } from './build-clauses.ts';
import type { CriteriaDraft } from './draft.ts';
import type { Localizer } from './localizer.ts';
import { scaled } from './scaled.ts';

const failLabels: Readonly<Record<string, string>> = { 'zh-CN': '不合格', en: 'Fail' };

/** The criteria of a draft without problems, every default written out; null when a part of it is not complete. */
export function buildCriteria(draft: CriteriaDraft, localizer: Localizer): Criteria | null {
  const head = draft.head.complete;
  const clauses = buildClauses(draft, localizer);
  if (!head || !clauses) return null;
  return {
    format: 1,
    id: head.id,
    version: head.version,
    language: head.language,
    languages: localizer.languages,
    title: localizer.text('title', head.title, ({ head }) => head.title),
    about: localizer.optional('about', head.about, ({ head }) => head.about),
    basis: head.basis ?? [],
    fullMarks: head.full_marks ?? '100',
    rounding: { digits: head.rounding?.digits ?? 2, mode: head.rounding?.mode ?? 'half-up' },
    clauses,
    deduction: buildDeduction(head, localizer),
    bonus: buildBonus(head, localizer),
    grades: buildGrades(draft.grades, localizer),
    failLabel: buildFailLabel(head, localizer),
    gates: buildGates(draft.gates, localizer),
    maturity: buildMaturity(head, localizer),
    certification: buildCertification(head, localizer),
    ...buildChoices(draft, localizer),
  };
}

function buildFailLabel(head: HeadForm, localizer: Localizer): LocalizedText {
  if (head.fail_label !== undefined) return localizer.text('fail_label', head.fail_label, ({ head }) => head.fail_label);
  return Object.fromEntries(
    localizer.languages.flatMap((language) => (failLabels[language] ? [[language, failLabels[language]]] : [])),
  );
}

function buildDeduction({ adjustments }: HeadForm, localizer: Localizer): DeductionRule | null {
  const rule = adjustments?.deduction;
  if (!rule) return null;
  return {
    points: rule.points,
    failsAt: rule.fails_at ?? null,
    atMost: rule.at_most ?? null,
    grounds: buildGrounds(rule.grounds, localizer),
  };
}

function buildBonus({ adjustments }: HeadForm, localizer: Localizer): BonusRule | null {
  const rule = adjustments?.bonus;
  return rule ? { points: rule.points, atMost: rule.at_most, grounds: buildGrounds(rule.grounds, localizer) } : null;
}

function buildGrounds(
  grounds: readonly { readonly id: string; readonly label: string }[] | undefined,
  localizer: Localizer,
): Ground[] {
  return (grounds ?? []).map(({ id, label }) => ({
    id,
    label: localizer.text(`grounds.${id}`, label, ({ head }) => head.grounds?.[id]),
  }));
}

/** Highest bound first. */
function buildGrades(grades: readonly Part<GradeForm>[], localizer: Localizer): Grade[] {
  return grades
    .flatMap(({ complete }) => complete ?? [])
    .map(({ id, label, from, requires }) => ({
      id,
      label: localizer.text(`grades.${id}`, label, ({ head }) => head.grades?.[id]),
      from,
      requires: (requires ?? []).map(toCondition),
    }))
    .sort((a, b) => (scaled(a.from) < scaled(b.from) ? 1 : -1));
}

function buildGates(gates: readonly Part<GateForm>[], localizer: Localizer): Gate[] {
  return gates
    .flatMap(({ complete }) => complete ?? [])
    .map(({ id, title, requires, cap_at: capAt, only_in: onlyIn }) => ({
      id,
      title: localizer.text(`gates.${id}`, title, ({ head }) => head.gates?.[id]),
      requires: requires.map(toCondition),
      capAt: capAt ?? null,
      ...place(onlyIn),
    }));
}

function place(onlyIn: readonly string[] | undefined): { readonly onlyIn?: readonly string[] } {
  return onlyIn ? { onlyIn } : {};
}

function toCondition(form: ConditionForm): Condition {
  return { ...conditionOf(form), ...place(form.only_in) };
}

function conditionOf(form: ConditionForm): Condition {
  if ('clause' in form) return { if: 'rate', clause: form.clause, atLeast: form.rate_at_least };
  if ('part' in form) return { if: 'part', part: form.part, atLeast: form.rate_at_least };
  if ('must_pass' in form) return { if: 'must-pass', clauses: form.must_pass };
  if ('open_findings' in form) return { if: 'findings', grade: form.open_findings, atMost: form.at_most };
  if ('deductions_fewer_than' in form) return { if: 'deductions', fewerThan: form.deductions_fewer_than };
  if ('maturity_at_least' in form) return { if: 'maturity', atLeast: form.maturity_at_least };
  return { if: 'held', grade: form.held_grade, months: form.for.value * (form.for.unit === 'years' ? 12 : 1) };
}

function buildMaturity({ maturity }: HeadForm, localizer: Localizer): Criteria['maturity'] {
  if (!maturity) return null;
  const levels = maturity.levels.map((label, index) =>
    localizer.text(`maturity.${index + 1}`, label, ({ head }) => head.maturity?.[index]),
  );
  return { levels, reachedAt: maturity.reached_at };
}
