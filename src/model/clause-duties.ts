import type { IsoTime } from './dossier.ts';

/** A rater of a clause. */
export interface Rater {
  readonly userId: string;
  readonly name: string;
}

/** Who rates a clause, and how. Raters are only those who are still in the team. */
export interface ClauseDuties {
  readonly raters: readonly Rater[];
  /** Several rate it without seeing each other's rating. */
  readonly independent: boolean;
  /** When all of them had submitted; from then on they see each other's. */
  readonly openedAt: IsoTime | null;
  /** Ids of those who have submitted theirs. */
  readonly submitted: readonly string[];
}

/** A clause that nobody was put in charge of. */
export const freeClause: ClauseDuties = { raters: [], independent: false, openedAt: null, submitted: [] };

/**
 * How somebody who may rate in an assessment may rate one clause. `shared`: the one rating that all work on; `own`: theirs
 * beside those of others. The rest say why not: it is others' to rate, theirs is submitted, or the leader agrees it now.
 */
export type RatingWay = 'shared' | 'own' | 'assigned-to-others' | 'submitted' | 'being-agreed';

/** The leader may rate every clause that is not rated independently: somebody must be able to go on when others cannot. */
export function ratingWay(duties: ClauseDuties, actor: { readonly id: string; readonly leads: boolean }): RatingWay {
  const isRater = isChargedWith(duties, actor.id);
  if (!duties.independent) return duties.raters.length === 0 || isRater || actor.leads ? 'shared' : 'assigned-to-others';
  if (duties.openedAt !== null) return 'being-agreed';
  if (!isRater) return 'assigned-to-others';
  return duties.submitted.includes(actor.id) ? 'submitted' : 'own';
}

/** Is the clause somebody's to rate by name? */
export function isChargedWith({ raters }: ClauseDuties, userId: string): boolean {
  return raters.some((rater) => rater.userId === userId);
}

/** May all see the ratings now: somebody rates it, and everybody who does has submitted. */
export function isReadyToOpen({ raters, independent, openedAt, submitted }: ClauseDuties): boolean {
  return independent && openedAt === null && raters.length > 0 && raters.every(({ userId }) => submitted.includes(userId));
}
