import type { Decimal } from './criteria.ts';
import { parseDecimal, toExact } from './fraction.ts';

/** What an assessor says of one rated clause. No rating at all means unrated; that is never the same as zero. */
export type Rating =
  | { readonly by: 'met'; readonly met: boolean }
  | { readonly by: 'sample'; readonly size: number; readonly failed: number }
  | { readonly by: 'level'; readonly level: number }
  | { readonly by: 'points'; readonly points: Decimal }
  | { readonly by: 'measure'; readonly value: Decimal }
  | { readonly by: 'checklist'; readonly present: readonly string[] }
  | { readonly by: 'not-applicable'; readonly reason: string };

/** Do two ratings say the same? The wording of a reason and the order of items make no difference. */
export function isSameRating(a: Rating | null, b: Rating | null): boolean {
  return a === b || (a !== null && b !== null && substanceOf(a) === substanceOf(b));
}

function substanceOf(rating: Rating): string {
  switch (rating.by) {
    case 'met':
      return `met ${rating.met}`;
    case 'sample':
      return `sample ${rating.size} ${rating.failed}`;
    case 'level':
      return `level ${rating.level}`;
    case 'points':
      return `points ${toExact(parseDecimal(rating.points))}`;
    case 'measure':
      return `measure ${toExact(parseDecimal(rating.value))}`;
    case 'checklist':
      return `checklist ${rating.present.toSorted().join(' ')}`;
    case 'not-applicable':
      return 'not-applicable';
  }
}
