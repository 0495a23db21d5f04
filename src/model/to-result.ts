import { type Contribution, contributionsOf } from './contribution.ts';
import { explanationOf, sitesOfClause } from './explanation.ts';
import { type FigureWriters, figureWriters, type WriteFigure } from './figure.ts';
import { compare, type Fraction } from './fraction.ts';
import { partResultsOf, partStepsOf } from './part-results.ts';
import type { PreparedCriteria } from './prepare.ts';
import type { ClauseResult, Effect, Found, MaturityResult, Result, ScoreStep, SiteResult } from './result.ts';
import type { Score } from './score.ts';
import { siteStandings } from './site-ratings.ts';
import { at } from './tree.ts';

/** The JSON form of a score: the one place where numbers are rounded, each once. */
export function toResult(prepared: PreparedCriteria, score: Score): Result {
  const { figure, rate } = figureWriters(prepared.criteria.rounding);
  const { next, nearMiss, maturity } = score;
  const contributions = contributionsOf(prepared, score.tallies);
  const clauseOf = (index: number) => toClause(prepared, score, { index, ...at(contributions, index) }, { figure, rate });

  return {
    coverage: score.coverage,
    outcome: score.outcome,
    score: figure(score.soFar.score),
    floor: figure(score.floor),
    ceiling: figure(score.ceiling),
    fullMarks: figure(prepared.fullMarks),
    steps: stepsOf(prepared, score, figure),
    grade: score.grade,
    band: score.band,
    effects: score.effects.map((effect) => toEffect(effect, rate)),
    next: next && { ...next, missing: figure(next.missing) },
    nearMiss: nearMiss && { grade: nearMiss.grade, from: figure(nearMiss.from) },
    maturity: maturity && toMaturity(maturity),
    ...(prepared.parts.length > 0 && { parts: partResultsOf(prepared, score, contributions, { figure, rate }) }),
    ...(score.siteTallies.size > 0 && { sites: siteResultsOf(prepared, score, rate) }),
    clauses: prepared.clauses.flatMap(({ clause, index }) => (clause ? [clauseOf(index)] : [])),
  };
}

function siteResultsOf({ clauses }: PreparedCriteria, { siteTallies }: Score, rate: WriteFigure): SiteResult[] {
  const parts = [...siteTallies].map(([index, { sites }]) => ({ points: at(clauses, index).points, sites }));
  return siteStandings(parts)
    .toSorted((a, b) => (a.rate && b.rate ? compare(a.rate, b.rate) : Number(!a.rate) - Number(!b.rate)))
    .map((one) => ({ ...one, rate: one.rate && rate(one.rate) }));
}

function stepsOf(prepared: PreparedCriteria, score: Score, figure: WriteFigure): ScoreStep[] {
  const { deduction, bonus } = score.adjustments;
  const { normalised, afterDeduction, afterBonus, capped } = score.soFar;

  const steps = prepared.parts.length > 0 ? partStepsOf(prepared, score, figure) : pointStepsOf(prepared, score, figure);
  if (deduction.given > 0 && prepared.criteria.deduction) {
    const amounts = { each: figure(deduction.each), total: figure(deduction.total) };
    const { given, counted } = deduction;
    steps.push({ step: 'deduct', given, counted, ...amounts, before: figure(normalised), score: figure(afterDeduction) });
  }
  if (bonus.given > 0 && prepared.criteria.bonus) {
    const amounts = { each: figure(bonus.each), total: figure(bonus.total) };
    const { given, counted } = bonus;
    steps.push({ step: 'bonus', given, counted, ...amounts, before: figure(afterDeduction), score: figure(afterBonus) });
  }
  const final = figure(score.soFar.score);
  if (capped) steps.push({ step: 'cap', before: figure(afterBonus), score: final });
  if (prepared.grades.length > 0) {
    const reached = prepared.grades.find(({ grade }) => grade.id === score.band);
    steps.push({ step: 'band', grade: score.band, from: reached ? figure(reached.from) : null, score: final });
  }
  return steps;
}

function pointStepsOf(prepared: PreparedCriteria, score: Score, figure: WriteFigure): ScoreStep[] {
  const whole = at(score.tallies, 0);
  const points = { obtained: figure(whole.obtained), applicable: figure(whole.points) };
  return [
    { step: 'points', ...points, full: figure(prepared.points) },
    { step: 'normalise', ...points, fullMarks: figure(prepared.fullMarks), score: figure(score.soFar.normalised) },
  ];
}

function toEffect(effect: Effect<Fraction>, rate: WriteFigure): Effect {
  return effect.because === 'deductions' ? effect : { ...effect, found: toFound(effect.found, rate) };
}

function toFound(found: Found<Fraction>, rate: WriteFigure): Found {
  return 'rate' in found ? { rate: rate(found.rate) } : found;
}

function toMaturity({ overall, sections, holding }: NonNullable<Score['maturity']>): MaturityResult {
  return { overall, sections: Object.fromEntries(sections), holding };
}

function toClause(
  prepared: PreparedCriteria,
  score: Score,
  { index, adds, lost }: Contribution & { readonly index: number },
  write: FigureWriters,
): ClauseResult {
  const { clause, depth, points } = at(prepared.clauses, index);
  const tally = at(score.tallies, index);
  const overSites = score.siteTallies.get(index);
  return {
    id: clause?.id ?? '',
    depth,
    state: at(score.states, index),
    points: write.figure(points),
    applicable: write.figure(at(score.ceilingTallies, index).points),
    obtained: write.figure(tally.obtained),
    rate: tally.rate && write.rate(tally.rate),
    adds: write.figure(adds),
    lost: write.figure(lost),
    explanation: explanationOf(prepared, score, index, write),
    ...(overSites && { sites: sitesOfClause(overSites, write) }),
  };
}
