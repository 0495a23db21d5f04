import { type AdjustedScore, type Adjustments, adjust, countAdjustments } from './adjust.ts';
import type { Facts } from './condition.ts';
import type { Clause } from './criteria.ts';
import type { AssessmentFacts, ClauseRating, Dossier } from './dossier.ts';
import { type Fraction, one, zero } from './fraction.ts';
import { type GradeScore, gradeOf } from './grade.ts';
import { wholeMonths } from './held.ts';
import { type MaturityScore, maturityOf } from './maturity.ts';
import type { PreparedCriteria } from './prepare.ts';
import type { Rating } from './rating.ts';
import type { Coverage } from './result.ts';
import { type PreparedMethod, shareOf } from './share.ts';
import { rollUpSites, type SiteTally, setAsideEverywhere } from './site-ratings.ts';
import { at, type ClauseState, statesOf, type Tally, tallyTree } from './tree.ts';

/** What is scored. The ratings must have passed `ratingProblem`; findings are those that are open. */
export type ScoreInput = Pick<Dossier, 'ratings' | 'adjustments' | 'findings'> & Pick<AssessmentFacts, 'heldGrade' | 'to'>;

/** The result in exact numbers. Lists stand in the order of `PreparedCriteria.clauses`. */
export interface Score extends GradeScore {
  /** What the conditions of grades and gates were judged by. */
  readonly facts: Facts;
  readonly coverage: Coverage;
  readonly adjustments: Adjustments;
  readonly soFar: AdjustedScore;
  readonly floor: Fraction;
  readonly ceiling: Fraction;
  readonly maturity: MaturityScore | null;
  readonly states: readonly ClauseState[];
  readonly ratings: readonly (Rating | null)[];
  /** Of the clauses that are rated site by site, by their places. */
  readonly siteTallies: ReadonlyMap<number, SiteTally>;
  /** Of what is rated so far. */
  readonly tallies: readonly Tally[];
  /** With unrated clauses counted in and rated full. */
  readonly ceilingTallies: readonly Tally[];
}

/** Scores an assessment. Pure: the same input gives the same result, to the digit. Throws an Error on ratings that do not fit. */
export function scoreAssessment(prepared: PreparedCriteria, input: ScoreInput): Score {
  const { ratings, shares, states, coverage, siteTallies } = readRatings(prepared, input.ratings);
  const tallies = tallyTree(prepared, { states, shares, unratedGets: null, bounds: siteTallies, known: null });
  const complete = coverage.rated === coverage.applicable;
  const view = (unratedGets: Fraction) =>
    complete ? tallies : tallyTree(prepared, { states, shares, unratedGets, bounds: siteTallies, known: tallies });
  const ceilingTallies = view(one);

  const adjustments = countAdjustments(prepared, input.adjustments);
  const scoreOf = (view: readonly Tally[]) => adjust(prepared.fullMarks, at(view, 0), adjustments);
  const soFar = scoreOf(tallies);
  const maturity = maturityOf(prepared, states, ceilingTallies);
  const facts: Facts = {
    prepared,
    states,
    soFar: tallies,
    ceiling: ceilingTallies,
    findings: input.findings,
    deductions: adjustments.deduction.given,
    maturity,
    held: input.heldGrade && { grade: input.heldGrade.grade, months: wholeMonths(input.heldGrade.since, input.to) },
  };

  return {
    ...gradeOf(soFar.score, facts),
    facts,
    coverage,
    adjustments,
    soFar,
    floor: complete ? soFar.score : scoreOf(view(zero)).score,
    ceiling: complete ? soFar.score : scoreOf(ceilingTallies).score,
    maturity,
    states,
    ratings,
    siteTallies,
    tallies,
    ceilingTallies,
  };
}

interface ReadRatings {
  readonly ratings: readonly (Rating | null)[];
  readonly shares: readonly (Fraction | null)[];
  readonly states: readonly ClauseState[];
  readonly coverage: Coverage;
  readonly siteTallies: ReadonlyMap<number, SiteTally>;
}

function readRatings(prepared: PreparedCriteria, given: ScoreInput['ratings']): ReadRatings {
  const size = prepared.clauses.length;
  const ratings = new Array<Rating | null>(size).fill(null);
  const shares = new Array<Fraction | null>(size).fill(null);
  const states = new Array<ClauseState>(size).fill('unrated');
  const siteTallies = new Map<number, SiteTally>();
  const count = { unrated: 0, rated: 0, 'not-applicable': 0 };

  for (const { index, clause, method } of prepared.clauses) {
    if (!clause || !method) continue;
    const { rating, overSites, share, state } = readOne(clause, method, given[clause.id]);
    if (overSites) siteTallies.set(index, overSites);
    ratings[index] = rating;
    shares[index] = share;
    states[index] = state;
    count[state]++;
  }

  const applicable = count.rated + count.unrated;
  const notApplicable = count['not-applicable'];
  return {
    ratings,
    shares,
    siteTallies,
    states: statesOf(prepared, states),
    coverage: { rated: count.rated, applicable, notApplicable, total: applicable + notApplicable },
  };
}

interface ReadOne {
  /** null also where sites are rated; set aside with the reasons of all sites where it applies at none. */
  readonly rating: Rating | null;
  readonly overSites: SiteTally | null;
  readonly share: Fraction | null;
  readonly state: Exclude<ClauseState, 'partly'>;
}

function readOne({ siteRollUp }: Clause, method: PreparedMethod, said: ClauseRating | undefined): ReadOne {
  if (siteRollUp && said?.sites?.length) {
    const overSites = rollUpSites(method, siteRollUp, said.sites);
    const aside = overSites.state === 'not-applicable' ? setAsideEverywhere(said.sites) : null;
    return { rating: aside, overSites, share: overSites.share, state: overSites.state };
  }
  const rating = said?.rating ?? null;
  return { rating, overSites: null, share: rating && shareOf(method, rating), state: stateOf(rating) };
}

function stateOf(rating: Rating | null): Exclude<ClauseState, 'partly'> {
  if (!rating) return 'unrated';
  return rating.by === 'not-applicable' ? 'not-applicable' : 'rated';
}
