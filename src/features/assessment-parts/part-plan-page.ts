import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Member } from '../assessments/assessment.ts';
import type { PartLine } from '../assessments/part-lines.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'assessments/parts': PartPlanPage;
  }
}

export interface PartPlanPage extends PageFrame {
  readonly assessment: { readonly id: string; readonly number: string; readonly from: string; readonly to: string };
  readonly parts: readonly PartLine[];
  readonly team: readonly Member[];
  readonly form: FormState;
  /** Somebody else changed it meanwhile: what stands now is shown beside what was typed. */
  readonly changed: boolean;
}

/** The form as the plan stands. */
export function partPlanForm(parts: readonly PartLine[], revision: number): FormState {
  const values = parts.flatMap(({ id, from, to, members }): [string, string | string[]][] => [
    [`from:${id}`, from ?? ''],
    [`to:${id}`, to ?? ''],
    [`members:${id}`, members.map(({ userId }) => userId)],
  ]);
  return { errors: {}, values: { revision: String(revision), ...Object.fromEntries(values) } };
}
