import type { Deps } from '../deps.ts';
import { assignClauses } from '../features/assignments/assignment-service.ts';
import { saveRating } from '../features/ratings/rating-service.ts';
import { submitRatings } from '../features/ratings/submission-service.ts';
import type { Rating } from '../model/rating.ts';
import type { DemoPeople, DemoPerson } from './demo-people.ts';
import { toRatingInput } from './import-dossier.ts';

/** What two auditors say of a clause when neither sees the other's rating; null: not rated yet. */
interface RatedApart {
  readonly clauseId: string;
  readonly first: { readonly rating: Rating; readonly note: string };
  readonly second: { readonly rating: Rating; readonly note: string } | null;
}

/**
 * Some clauses of an open audit rated independently by the leader and the second auditor: alike, differently, and one that
 * still waits. Only clauses that nobody has rated yet can be.
 */
export async function addDemoRatings(deps: Deps, assessmentId: string, people: DemoPeople, apart: readonly RatedApart[]) {
  const { lead, secondAuditor } = people;
  await assignClauses(deps, lead.actor, assessmentId, {
    clauses: apart.map(({ clauseId }) => clauseId),
    people: [lead.account.id, secondAuditor.account.id],
    site: null,
    way: 'independently',
  });
  for (const { clauseId, first, second } of apart) {
    await say(deps, lead, { assessmentId, clauseId, siteId: '' }, first);
    if (second) await say(deps, secondAuditor, { assessmentId, clauseId, siteId: '' }, second);
  }
}

async function say(
  deps: Deps,
  { actor }: DemoPerson,
  place: Parameters<typeof saveRating>[2],
  { rating, note }: { readonly rating: Rating; readonly note: string },
): Promise<void> {
  await saveRating(deps, actor, place, toRatingInput(rating, note));
  await submitRatings(deps, actor, place.assessmentId, place.clauseId);
}
