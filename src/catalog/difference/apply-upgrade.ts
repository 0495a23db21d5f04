import type { Language } from '../../i18n/language.ts';
import { type Message, message, translator } from '../../i18n/translate.ts';
import { clauseName, findClause } from '../../model/clause-name.ts';
import { ratedClauses } from '../../model/clauses.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';
import type { ClauseRating } from '../../model/dossier.ts';
import { sameJson } from './canonical.ts';
import { fitProblem } from './rating-fit.ts';
import { quoteRating } from './rating-quote.ts';
import type { UpgradeEntry, UpgradeMap } from './upgrade-map.ts';

export type Ratings = Readonly<Record<string, ClauseRating>>;

export interface Upgrade {
  readonly before: Criteria;
  readonly after: Criteria;
  readonly map: UpgradeMap;
  /** In which former ratings are quoted. */
  readonly language: Language;
}

export interface UpgradedRatings {
  readonly ratings: Ratings;
  /** What happened: one for each rated clause of the new version in its order, then one for each old clause that goes nowhere. */
  readonly outcomes: readonly UpgradeOutcome[];
}

export interface UpgradeOutcome {
  /** The new clause; null for what is dropped. */
  readonly target: string | null;
  /** Old clauses that lead here. */
  readonly sources: readonly string[];
  /** `kept`; `look`: kept, but someone has to look; `unrated`: has to be rated anew; `open`: was unrated; `new`; `dropped`. */
  readonly happened: 'kept' | 'look' | 'unrated' | 'open' | 'new' | 'dropped';
  /** Why a rating was not kept. */
  readonly because: Message | null;
  /** The former ratings in words. */
  readonly former: readonly string[];
}

interface Source {
  readonly entry: UpgradeEntry;
  readonly clause: Clause;
  readonly said: ClauseRating | null;
}

/**
 * The ratings under the newer version. A rating is kept where it still says the same; else the clause becomes unrated, and
 * the note quotes what was said. The given ratings stay untouched, so that an undo only has to put them back.
 */
export function applyUpgrade(ratings: Ratings, upgrade: Upgrade): UpgradedRatings {
  const sources = upgrade.map.flatMap((entry): Source[] => {
    const clause = findClause(upgrade.before, entry.clause);
    return clause?.method ? [{ entry, clause, said: ratings[entry.clause] ?? null }] : [];
  });
  const moved: Record<string, ClauseRating> = {};
  const outcomes = ratedClauses(upgrade.after).map((target) => {
    const leading = sources.filter(({ entry }) => entry.targets.includes(target.id));
    const { said, ...outcome } = rateTarget(target, leading, upgrade);
    if (said) moved[target.id] = said;
    return outcome;
  });
  const rated = new Set(outcomes.map(({ target }) => target));
  const dropped = sources.filter(({ entry }) => !entry.targets.some((target) => rated.has(target)));
  return { ratings: moved, outcomes: [...outcomes, ...dropped.map((source) => dropOutcome(source, upgrade))] };
}

type TargetOutcome = UpgradeOutcome & { readonly said: ClauseRating | null };

function rateTarget(target: Clause, sources: readonly Source[], upgrade: Upgrade): TargetOutcome {
  const base = { target: target.id, sources: sources.map(({ clause }) => clause.id), because: null, former: [] };
  const note = joinNotes(sources);
  if (sources.length === 0) return { ...base, happened: 'new', said: null };
  if (sources.every(({ said }) => !said?.rating))
    return { ...base, happened: 'open', said: note ? { rating: null, note } : null };

  const former = quotesOf(sources, upgrade);
  const because = problemOf(target, sources);
  const rating = sources[0]?.said?.rating ?? null;
  if (because || !rating) {
    const said = { rating: null, note: [note, ...former].filter(Boolean).join('\n\n') };
    return { ...base, happened: 'unrated', because, former, said };
  }
  const certain = sources.length === 1 && sources[0]?.entry.deed === 'same';
  return { ...base, happened: certain ? 'kept' : 'look', former, said: { rating, note } };
}

/** Why what the old clauses got cannot simply be taken over. */
function problemOf(target: Clause, sources: readonly Source[]): Message | null {
  const [first] = sources;
  const rating = first?.said?.rating ?? null;
  const agree = sources.every(({ said }) => said?.rating && sameJson(said.rating, rating));
  if (!agree) return message('upgrade.differentRatings', { count: sources.length });
  for (const { clause, entry, said } of sources) {
    if (!said?.rating) continue;
    if (entry.targets.length > 1 && said.rating.by !== 'not-applicable')
      return message('upgrade.wasSplit', { count: entry.targets.length });
    const problem = fitProblem(clause, target, said.rating);
    if (problem) return problem;
  }
  return null;
}

function quotesOf(sources: readonly Source[], { before, language }: Upgrade): string[] {
  return sources.flatMap(({ clause, said }) => {
    if (!said?.rating) return [];
    const rating = quoteRating(before, clause, said.rating, language);
    const name = clauseName(before, clause.id, language);
    return [translator(language)('upgrade.formerRating', { version: before.version, clause: name, rating })];
  });
}

/** Each note once. */
function joinNotes(sources: readonly Source[]): string {
  return [...new Set(sources.map(({ said }) => said?.note ?? ''))].filter(Boolean).join('\n\n');
}

function dropOutcome(source: Source, upgrade: Upgrade): UpgradeOutcome {
  return { target: null, sources: [source.clause.id], happened: 'dropped', because: null, former: quotesOf([source], upgrade) };
}
