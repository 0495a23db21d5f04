import type { ConditionForm } from '../forms/criteria-form.ts';
import type { Path } from '../source/yaml-source.ts';
import type { ClauseDraft, CriteriaDraft } from './draft.ts';

/** Something that a condition names, where in the condition, and the clauses of which one must be there for it to mean anything. */
export interface NamedClauses {
  readonly id: string;
  readonly place: Path;
  readonly clausesOf: readonly ClauseDraft[];
}

/** The clauses and the part that a condition names; unknown ones have no clauses. */
export function checkedNames(
  condition: ConditionForm,
  { parts }: CriteriaDraft,
  clauses: ReadonlyMap<string, ClauseDraft>,
): NamedClauses[] {
  const known = (ids: readonly string[]) => ids.flatMap((id) => clauses.get(id) ?? []);
  if ('clause' in condition) return [{ id: condition.clause, place: ['clause'], clausesOf: known([condition.clause]) }];
  if ('must_pass' in condition) {
    return condition.must_pass.map((id, index) => ({ id, place: ['must_pass', index], clausesOf: known([id]) }));
  }
  if (!('part' in condition)) return [];
  const part = parts.find(({ form }) => form.id === condition.part);
  return [{ id: condition.part, place: ['part'], clausesOf: known(part?.form.clauses ?? []) }];
}
