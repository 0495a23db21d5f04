/** What is kept for a period and then goes by itself, where the administrator has set one. */
export const retentionKinds = [
  'evidence-files',
  'packages',
  'assessments',
  'refused-cases',
  'disputes',
  'notices',
  'tasks',
  'trail',
] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** The shortest period that can be set, in months: a slip of the finger must not throw away what audits stand on. */
export const leastMonths: Readonly<Record<RetentionKind, number>> = {
  'evidence-files': 12,
  packages: 1,
  assessments: 36,
  'refused-cases': 12,
  disputes: 12,
  notices: 1,
  tasks: 1,
  trail: 36,
};
export const mostMonths = 1200;

/** The period of one kind. */
export interface RetentionRule {
  readonly kind: RetentionKind;
  /** null: kept for good. */
  readonly months: number | null;
  /** The period for which somebody has looked at what would go, and agreed. */
  readonly confirmedMonths: number | null;
}

/** `kept`: no period is set; `unconfirmed`: nothing goes before somebody has seen what would. */
export type RetentionState = 'kept' | 'unconfirmed' | 'in-force';

export function retentionStateOf({ months, confirmedMonths }: RetentionRule): RetentionState {
  if (months === null) return 'kept';
  return months === confirmedMonths ? 'in-force' : 'unconfirmed';
}

/** The moment so many months ago; in a month that has no such day, its last one. What ended before it has had its period. */
export function limitOf(months: number, now: Date): Date {
  const limit = new Date(now);
  limit.setUTCMonth(limit.getUTCMonth() - months);
  // The 31st of a month of thirty days runs over into the next.
  if (limit.getUTCDate() !== now.getUTCDate()) limit.setUTCDate(0);
  return limit;
}

export function isRetentionKind(value: string): value is RetentionKind {
  return retentionKinds.some((kind) => kind === value);
}
