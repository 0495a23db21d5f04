import type { Deps } from '../../deps.ts';
import type { Actor } from '../../model/actor.ts';
import type { Clause } from '../../model/criteria.ts';
import type { Rating } from '../../model/rating.ts';
import { ratingForm } from '../ratings/rating-form.ts';
import { saveRating } from '../ratings/rating-service.ts';
import { findSeenRating } from '../ratings/seen-rating.ts';

/** A rating that follows from figures which were collected. */
export type ProposedRating = Extract<Rating, { by: 'sample' | 'measure' }>;

/** A sample or a survey that says how its clause would be rated; it never does so by itself. */
export interface RatingProposal {
  /** `S2` or the title of the survey. */
  readonly name: string;
  readonly href: string;
  /** The form by which it is taken over is sent here. */
  readonly useHref: string;
  /** null: there are no figures yet that the clause could be rated by. */
  readonly rating: ProposedRating | null;
  /** Whether the clause is rated so now. */
  readonly agrees: boolean;
}

/** Whether the clause takes ratings of that kind, and these figures are enough for it. */
export function fits(clause: Pick<Clause, 'method'>, rating: ProposedRating): boolean {
  const { method } = clause;
  if (method?.by !== rating.by) return false;
  return rating.by === 'measure' || (method.by === 'sample' && rating.size >= Math.max(1, method.atLeast));
}

/** Whether both say the same in numbers. */
export function sameRating(proposed: ProposedRating | null, current: Rating | null): boolean {
  if (proposed?.by === 'sample')
    return current?.by === 'sample' && current.size === proposed.size && current.failed === proposed.failed;
  return proposed?.by === 'measure' && current?.by === 'measure' && Number(current.value) === Number(proposed.value);
}

/**
 * Rates a clause by the figures, as the person who asks for it would do it by hand; the note of the clause stays. Throws what
 * `saveRating` throws.
 */
export async function takeOver(
  deps: Deps,
  actor: Actor,
  { assessmentId, clauseId }: { readonly assessmentId: string; readonly clauseId: string },
  rating: ProposedRating,
): Promise<void> {
  const place = { assessmentId, clauseId };
  const current = await findSeenRating(deps.db, place, actor.id);
  const fields = rating.by === 'sample' ? { size: String(rating.size), failed: String(rating.failed) } : { value: rating.value };
  const kept = { revision: current?.revision ?? 0, note: current?.note ?? '' };
  await saveRating(deps, actor, place, ratingForm.parse({ ...kept, ...fields }));
}
