import { type Message, message } from '../../i18n/translate.ts';
import type { Clause, RatingMethod } from '../../model/criteria.ts';
import type { Rating } from '../../model/rating.ts';
import { ratingProblem } from '../../model/rating-check.ts';
import { sameJson } from './canonical.ts';

/** Why a rating of the old clause would not say the same of the new one; null when it holds there. */
export function fitProblem(from: Clause, to: Clause, rating: Rating): Message | null {
  const refused = ratingProblem(to, rating);
  if (refused || rating.by === 'not-applicable') return refused;
  if (rating.by === 'points')
    return from.points === to.points ? null : message('upgrade.otherPoints', { from: from.points, to: to.points });
  return isSameScale(from.method, to.method) ? null : message('upgrade.otherScale');
}

/** Whether what was said is still one of the same answers. What an answer is worth may differ: the engine scores it anew. */
function isSameScale(from: RatingMethod | null, to: RatingMethod | null): boolean {
  return sameJson(answersOf(from), answersOf(to));
}

function answersOf(method: RatingMethod | null): unknown {
  switch (method?.by) {
    case 'level':
      return method.levels.map(({ value }) => value);
    case 'measure':
      return { unit: Object.values(method.unit), better: method.better };
    case 'checklist':
      return method.items.map(({ id }) => id).sort();
    default:
      return method?.by ?? null;
  }
}
