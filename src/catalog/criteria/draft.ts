import { message } from '../../i18n/translate.ts';
import { type ClauseForm, clauseForm, type ScaleForm, scaleForm } from '../forms/clause-form.ts';
import { type GateForm, type GradeForm, gateForm, gradeForm, type HeadForm, headForm } from '../forms/criteria-form.ts';
import { type Part, type PartForm, readPart } from '../forms/part.ts';
import { isRefusal } from '../forms/scalar.ts';
import { identifier } from '../forms/scalars.ts';
import {
  type AssessedPartForm,
  assessedPartForm,
  type ProfileForm,
  profileForm,
  type VariantForm,
  variantForm,
} from '../forms/variant-forms.ts';
import type { Report } from '../source/problem-list.ts';
import type { Path } from '../source/yaml-source.ts';

/**
 * What a clause is for: `leaf` and `own` are rated, `inner` is computed from its children, `explaining` stands below an
 * `own` clause and only explains it.
 */
export type Role = 'leaf' | 'inner' | 'own' | 'explaining';

export interface ClauseDraft extends Part<ClauseForm> {
  readonly role: Role;
  readonly parent: ClauseDraft | null;
  readonly children: readonly ClauseDraft[];
}

/** A criteria file as far as it could be read. */
export interface CriteriaDraft {
  readonly head: Part<HeadForm>;
  readonly scales: ReadonlyMap<string, Part<ScaleForm>>;
  readonly clauses: readonly ClauseDraft[];
  /** Every clause, parents before children. */
  readonly all: readonly ClauseDraft[];
  readonly grades: readonly Part<GradeForm>[];
  readonly gates: readonly Part<GateForm>[];
  readonly variants: readonly Part<VariantForm>[];
  readonly profiles: readonly Part<ProfileForm>[];
  readonly parts: readonly Part<AssessedPartForm>[];
}

const deepestClause = 32;
const mostClauses = 20_000;

/** Reads every part of the file, reporting each fault of form; null when the file is no map. */
export function readDraft(value: unknown, report: Report): CriteriaDraft | null {
  const head = readPart(headForm, value, [], report);
  if (!head) return null;

  const all: ClauseDraft[] = [];
  const list = <Form>(form: PartForm<Form>, key: ListKey) =>
    (head.form[key] ?? []).flatMap((value, index) => readPart(form, value, [key, index], report) ?? []);
  const clauses = readClauses(head.form.clauses ?? [], ['clauses'], null, { report, all, depth: 1 });
  return {
    head,
    scales: readScales(head.form.scales ?? {}, report),
    clauses,
    all,
    grades: list(gradeForm, 'grades'),
    gates: list(gateForm, 'gates'),
    variants: list(variantForm, 'variants'),
    profiles: list(profileForm, 'profiles'),
    parts: list(assessedPartForm, 'parts'),
  };
}

type ListKey = 'grades' | 'gates' | 'variants' | 'profiles' | 'parts';

/** How the clause is rated at several sites: as it says itself, or the nearest clause above it that does. */
export function atSitesOf(clause: ClauseDraft): ClauseForm['at_sites'] {
  let at: ClauseDraft | null = clause;
  while (at && at.form.at_sites === undefined) at = at.parent;
  return at?.form.at_sites;
}

interface Reading {
  readonly report: Report;
  readonly all: ClauseDraft[];
  readonly depth: number;
}

function readClauses(values: readonly unknown[], path: Path, parent: ClauseDraft | null, reading: Reading): ClauseDraft[] {
  if (reading.depth > deepestClause && values.length > 0) {
    reading.report.at(path, message('catalog.clausesTooDeep', { most: deepestClause }));
    return [];
  }
  return values.flatMap((value, index) => readClause(value, [...path, index], parent, reading) ?? []);
}

function readClause(value: unknown, path: Path, parent: ClauseDraft | null, reading: Reading): ClauseDraft | null {
  const { report, all, depth } = reading;
  if (all.length === mostClauses) report.at(path, message('catalog.tooManyClauses', { most: mostClauses }));
  const part = readPart(clauseForm, value, path, report);
  if (!part) return null;

  const children: ClauseDraft[] = [];
  const clause: ClauseDraft = { ...part, role: roleOf(part, parent), parent, children };
  all.push(clause);
  children.push(...readClauses(part.form.clauses ?? [], [...path, 'clauses'], clause, { report, all, depth: depth + 1 }));
  return clause;
}

function roleOf({ form, broken }: Part<ClauseForm>, parent: ClauseDraft | null): Role {
  if (parent?.role === 'own' || parent?.role === 'explaining') return 'explaining';
  if (form.aggregate === 'own') return 'own';
  return form.clauses || broken.has('clauses') ? 'inner' : 'leaf';
}

function readScales(values: Readonly<Record<string, unknown>>, report: Report): Map<string, Part<ScaleForm>> {
  const scales = new Map<string, Part<ScaleForm>>();
  for (const [name, value] of Object.entries(values)) {
    const reading = identifier.safeParse(name);
    const fault = reading.error?.issues[0];
    if (fault?.code === 'custom' && isRefusal(fault.params))
      report.atKey(['scales', name], fault.params.refused, fault.params.hint);
    const part = readPart(scaleForm, value, ['scales', name], report);
    if (part) scales.set(name, part);
  }
  return scales;
}
