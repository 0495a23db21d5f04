import type { Result } from './result.ts';

/** What is known of an audit when its certificate is to be decided. */
export interface GrantFacts {
  readonly finished: boolean;
  readonly outcome: Result['outcome'];
  readonly grade: string | null;
  /** References of major nonconformities that are not closed, e.g. `N1`. */
  readonly openMajors: readonly string[];
}

/** Why a certificate cannot be granted or renewed on that audit. */
export type GrantObstacle =
  | { readonly because: 'unfinished' }
  | { readonly because: 'failed' }
  | { readonly because: 'no-grade' }
  | { readonly because: 'majors'; readonly references: readonly string[] };

export function grantObstacles({ finished, outcome, grade, openMajors }: GrantFacts): GrantObstacle[] {
  if (!finished) return [{ because: 'unfinished' }];
  return [
    ...(outcome === 'failed' ? [{ because: 'failed' as const }] : []),
    ...(outcome !== 'failed' && grade === null ? [{ because: 'no-grade' as const }] : []),
    ...(openMajors.length > 0 ? [{ because: 'majors' as const, references: openMajors }] : []),
  ];
}
