import type { z } from 'zod';
import type { ClauseDraft, CriteriaDraft } from '../criteria/draft.ts';
import type { Overlay } from '../criteria/overlay.ts';
import type { ClauseForm, ScaleForm } from '../forms/clause-form.ts';
import type { GateForm, GradeForm, HeadForm } from '../forms/criteria-form.ts';
import type { overlayForm } from '../forms/overlay-form.ts';
import type { AssessedPartForm, ProfileForm, VariantForm } from '../forms/variant-forms.ts';

/** A clause as it stands in a file, before defaults, with all below it. */
export type ClauseFileForm = Omit<ClauseForm, 'clauses'> & { readonly clauses?: readonly ClauseFileForm[] | undefined };

/** The content of a criteria file before defaults: what is not written is not there. */
export type CriteriaFileForm = Omit<HeadForm, 'scales' | 'clauses' | 'grades' | 'gates' | 'variants' | 'profiles' | 'parts'> & {
  readonly scales?: Readonly<Record<string, ScaleForm>> | undefined;
  readonly clauses: readonly ClauseFileForm[];
  readonly grades?: readonly GradeForm[] | undefined;
  readonly gates?: readonly GateForm[] | undefined;
  readonly variants?: readonly VariantForm[] | undefined;
  readonly profiles?: readonly ProfileForm[] | undefined;
  readonly parts?: readonly AssessedPartForm[] | undefined;
};

/** The content of an overlay file. */
export type OverlayFileForm = z.output<typeof overlayForm>;

/** The content of the file of a draft without problems; null when a part of it is not complete. */
export function criteriaFormOf(draft: CriteriaDraft): CriteriaFileForm | null {
  const head = draft.head.complete;
  const lists = [draft.all, [...draft.scales.values()], draft.grades, draft.gates, draft.variants, draft.profiles, draft.parts];
  if (!head || lists.flat().some(({ complete }) => complete === null)) return null;
  const { scales: _, clauses, grades, gates, variants, profiles, parts, ...rest } = head;
  return {
    ...rest,
    ...(head.scales && {
      scales: Object.fromEntries([...draft.scales].flatMap(([name, { complete }]) => (complete ? [[name, complete]] : []))),
    }),
    clauses: draft.clauses.flatMap(clauseFormOf),
    ...(grades && { grades: draft.grades.flatMap(({ complete }) => complete ?? []) }),
    ...(gates && { gates: draft.gates.flatMap(({ complete }) => complete ?? []) }),
    ...(variants && { variants: draft.variants.flatMap(({ complete }) => complete ?? []) }),
    ...(profiles && { profiles: draft.profiles.flatMap(({ complete }) => complete ?? []) }),
    ...(parts && { parts: draft.parts.flatMap(({ complete }) => complete ?? []) }),
  };
}

function clauseFormOf({ complete, children }: ClauseDraft): ClauseFileForm[] {
  if (!complete) return [];
  const { clauses, ...rest } = complete;
  return [clauses ? { ...rest, clauses: children.flatMap(clauseFormOf) } : rest];
}

/** The content of an overlay without problems; null when a part of it is not complete. */
export function overlayFormOf({ head, clauses }: Overlay): OverlayFileForm | null {
  const { complete } = head;
  if (!complete) return null;
  const { clauses: given, ...rest } = complete;
  if (!given) return rest;
  return { ...rest, clauses: Object.fromEntries([...clauses].map(([id, { form }]) => [id, form])) };
}
