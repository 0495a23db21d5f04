import { createHash } from 'node:crypto';
import { applyUpgrade, type Ratings, type Upgrade } from '../../catalog/difference/apply-upgrade.ts';
import { canonical, sameJson } from '../../catalog/difference/canonical.ts';
import { gradeIn, groundIn, leadingTo } from '../../catalog/difference/upgrade-dossier.ts';
import { ratedClauses, walkClauses } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { Adjustment, AssessmentFacts } from '../../model/dossier.ts';
import type { Rating } from '../../model/rating.ts';
import { moveTied, restoreTied, saidSince, type TiedState } from './tied-state.ts';

/** All of an assessment that names clauses, grounds or grades of its criteria: what a move to another version touches. Plain JSON. */
export interface MovableState {
  readonly ratings: readonly MovableRating[];
  /** Finding → its clause. */
  readonly findings: Readonly<Record<string, string | null>>;
  /** Piece of evidence → the clauses that it is linked to, by id. */
  readonly evidence: Readonly<Record<string, readonly string[]>>;
  readonly adjustments: Readonly<Record<string, Pick<Adjustment, 'kind' | 'ground'>>>;
  readonly targetGrade: string | null;
  readonly heldGrade: AssessmentFacts['heldGrade'];
  /** Missing in states that were kept before these records were moved along. */
  readonly tied?: TiedState;
  /** Missing in states that were kept before clauses were rated at sites. */
  readonly siteRatings?: readonly MovableSiteRating[];
}

export interface MovableRating {
  readonly clause: string;
  readonly rating: Rating | null;
  readonly note: string;
  readonly revision: number;
  readonly by: string;
  readonly at: string;
}

export interface MovableSiteRating extends MovableRating {
  /** Id of the site. */
  readonly site: string;
}

/** Equal for equal states: says whether what somebody was shown is still so. */
export function fingerprintOf(state: MovableState): string {
  return createHash('sha256').update(canonical(state)).digest('hex').slice(0, 32);
}

/** The state under the newer version. Ratings that are certainly kept stay those of whoever gave them; others become those of who moves. */
export function moveState(state: MovableState, upgrade: Upgrade, by: string, at: Date): MovableState {
  const { after } = upgrade;
  const leading = leadingTo(upgrade);
  const { heldGrade } = state;
  return {
    ratings: movedRatings(state.ratings, upgrade, by, at.toISOString()),
    findings: mapValues(state.findings, (clause) => (clause === null ? null : (leading(clause)[0] ?? null))),
    evidence: mapValues(state.evidence, (clauses) => [...new Set(clauses.flatMap(leading))].sort()),
    adjustments: mapValues(state.adjustments, (one) => ({ ...one, ground: groundIn(after, one) })),
    targetGrade: gradeIn(after, state.targetGrade),
    heldGrade: heldGrade && gradeIn(after, heldGrade.grade) ? heldGrade : null,
    ...(state.tied && { tied: moveTied(state.tied, upgrade) }),
    ...(state.siteRatings && { siteRatings: movedAtSites(state.siteRatings, upgrade, by, at.toISOString()) }),
  };
}

function movedRatings(given: readonly MovableRating[], upgrade: Upgrade, by: string, at: string): MovableRating[] {
  const former = new Map(given.map((one) => [one.clause, one]));
  const { ratings, outcomes } = applyUpgrade(ratingsOf(given), upgrade);
  return outcomes.flatMap(({ target, sources, happened }) => {
    const said = target === null ? undefined : ratings[target];
    if (target === null || !said) return [];
    const rows = sources.flatMap((id) => former.get(id) ?? []);
    const [first] = rows;
    if (happened === 'kept' && first) return [{ ...first, clause: target }];
    return [{ ...said, clause: target, revision: Math.max(0, ...rows.map(({ revision }) => revision)) + 1, by, at }];
  });
}

/** Each site by itself, by the same rules; only to clauses that are rated at sites again. */
function movedAtSites(given: readonly MovableSiteRating[], upgrade: Upgrade, by: string, at: string): MovableSiteRating[] {
  const atSites = new Set(ratedClauses(upgrade.after).flatMap(({ id, siteRollUp }) => (siteRollUp ? [id] : [])));
  const sites = [...new Set(given.map(({ site }) => site))];
  return sites.flatMap((site) => {
    const rows = given.filter((one) => one.site === site).map(({ site: _, ...one }) => one);
    return movedRatings(rows, upgrade, by, at).flatMap((one) => (atSites.has(one.clause) ? [{ ...one, site }] : []));
  });
}

function ratingsOf(given: readonly MovableRating[]): Ratings {
  return Object.fromEntries(given.map(({ clause, rating, note }) => [clause, { rating, note }]));
}

interface Undoing {
  readonly before: MovableState;
  /** Right after the move. */
  readonly after: MovableState;
  readonly now: MovableState;
  /** To which it goes back. */
  readonly criteria: Criteria;
}

/**
 * The state before the move again. Findings, evidence and adjustments that were added since stay, without the clauses and
 * grounds that the older version lacks; what was taken back since stays away.
 */
export function restoreState({ before, now, criteria }: Undoing): MovableState {
  const known = new Set([...walkClauses(criteria.clauses)].map(({ clause }) => clause.id));
  const siteRatings = before.siteRatings ?? now.siteRatings;
  return {
    ratings: before.ratings,
    findings: mapValues(now.findings, (clause, id) => {
      const former = before.findings[id];
      if (former !== undefined) return former;
      return clause !== null && known.has(clause) ? clause : null;
    }),
    evidence: mapValues(now.evidence, (clauses, id) => before.evidence[id] ?? clauses.filter((clause) => known.has(clause))),
    adjustments: mapValues(now.adjustments, (one, id) => before.adjustments[id] ?? { ...one, ground: groundIn(criteria, one) }),
    targetGrade: before.targetGrade,
    heldGrade: before.heldGrade,
    ...(before.tied && now.tied && { tied: restoreTied(before.tied, now.tied, criteria) }),
    ...(siteRatings && { siteRatings }),
  };
}

/** What an undo takes away: it was said or changed since the move. */
export interface Lost {
  /** Clauses whose rating or note was saved since. */
  readonly ratings: readonly string[];
  /** Findings, evidence and adjustments that lose a clause or a ground that they were given since, by id. */
  readonly findings: readonly string[];
  readonly evidence: readonly string[];
  readonly adjustments: readonly string[];
  /** Target or held grade were chosen anew. */
  readonly grades: boolean;
}

export function lostByUndo(undoing: Undoing): Lost {
  const { after, now } = undoing;
  const restored = restoreState(undoing);
  const loses = (part: 'findings' | 'evidence' | 'adjustments') =>
    Object.keys(now[part]).filter(
      (id) => !sameJson(now[part][id], after[part][id]) && !sameJson(now[part][id], restored[part][id]),
    );
  const said = after.tied && now.tied ? saidSince(after.tied, now.tied) : [];
  return {
    ratings: [...new Set([...ratedSince(after, now), ...said])],
    findings: loses('findings'),
    evidence: loses('evidence'),
    adjustments: loses('adjustments'),
    grades: now.targetGrade !== after.targetGrade || !sameJson(now.heldGrade, after.heldGrade),
  };
}

/** Clauses whose rating or note differs, for the organization or at a site. */
function ratedSince(after: MovableState, now: MovableState): string[] {
  const [then, today] = [byPlace(after), byPlace(now)];
  const places = [...new Set([...then.keys(), ...today.keys()])];
  return places.flatMap((place) => {
    const [before, since] = [then.get(place), today.get(place)];
    return sameJson(before ?? null, since ?? null) ? [] : [(since ?? before)?.clause ?? ''];
  });
}

function byPlace({ ratings, siteRatings = [] }: MovableState): Map<string, MovableRating> {
  return new Map([
    ...ratings.map((one) => [one.clause, one] as const),
    ...siteRatings.map((one) => [`${one.clause}\n${one.site}`, one] as const),
  ]);
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
