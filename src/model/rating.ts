import type { Decimal } from './criteria.ts';

/** What an assessor says of one rated clause. No rating at all means unrated; that is never the same as zero. */
export type Rating =
  | { readonly by: 'met'; readonly met: boolean }
  | { readonly by: 'sample'; readonly size: number; readonly failed: number }
  | { readonly by: 'level'; readonly level: number }
  | { readonly by: 'points'; readonly points: Decimal }
  | { readonly by: 'measure'; readonly value: Decimal }
  | { readonly by: 'checklist'; readonly present: readonly string[] }
  | { readonly by: 'not-applicable'; readonly reason: string };
