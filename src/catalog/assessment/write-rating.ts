import type { Rating } from '../../model/rating.ts';
import { normaliseDecimal } from '../forms/scalars.ts';
import { said } from './said.ts';

/** What was said of a clause, as an assessment file has it: numbers without needless zeros, so that a file read and written again is the same. */
export function writeRating(rating: Rating | null, note: string) {
  return said({ ...(rating && writeWay(rating)), note });
}

function writeWay(rating: Rating): object {
  switch (rating.by) {
    case 'met':
      return { met: rating.met };
    case 'sample':
      return { sample: { size: rating.size, failed: rating.failed } };
    case 'level':
      return { level: rating.level };
    case 'points':
      return { points: normaliseDecimal(rating.points) };
    case 'measure':
      return { measure: normaliseDecimal(rating.value) };
    case 'checklist':
      return { checklist: rating.present };
    case 'not-applicable':
      return { not_applicable: rating.reason.trim() || true };
  }
}
