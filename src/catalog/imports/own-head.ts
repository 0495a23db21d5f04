import type { CriteriaFileForm } from '../sheets/file-form.ts';

/** What a criteria file says beside its tree and its texts at the top: what our own exports carry as it is. */
export const ownHeadKeys = [
  'full_marks',
  'rounding',
  'basis',
  'variants',
  'profiles',
  'parts',
  'scales',
  'maturity',
  'adjustments',
  'grades',
  'fail_label',
  'gates',
  'certification',
] as const satisfies readonly (keyof CriteriaFileForm)[];

export type OwnHead = Partial<Pick<CriteriaFileForm, (typeof ownHeadKeys)[number]>>;
