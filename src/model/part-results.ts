import type { Contribution } from './contribution.ts';
import type { FigureWriters, WriteFigure } from './figure.ts';
import { add, divide, type Fraction, multiply, parseDecimal, zero } from './fraction.ts';
import type { PreparedCriteria, PreparedPart } from './prepare.ts';
import type { PartResult, ScoreStep } from './result.ts';
import type { Score } from './score.ts';
import { at } from './tree.ts';

/** The parts of the criteria as they stand so far. */
export function partResultsOf(
  prepared: PreparedCriteria,
  score: Score,
  contributions: readonly Contribution[],
  { figure, rate }: FigureWriters,
): PartResult[] {
  const applying = prepared.parts.filter(({ index }) => at(score.states, index) !== 'not-applicable');
  const weights = sumOf(applying.map(weightOf));
  return prepared.parts.map((prepare) => {
    const { part, index } = prepare;
    const tally = at(score.tallies, index);
    return {
      part: part.id,
      state: at(score.states, index),
      weight: figure(weightOf(prepare)),
      share: applying.includes(prepare) ? rate(divide(weightOf(prepare), weights)) : null,
      obtained: figure(tally.obtained),
      applicable: figure(tally.points),
      rate: tally.rate && rate(tally.rate),
      score: tally.rate && figure(multiply(tally.rate, prepared.fullMarks)),
      adds: figure(at(contributions, index).adds),
    };
  });
}

/** From the points of each part to the weighted mean of those of which something is rated. */
export function partStepsOf(prepared: PreparedCriteria, score: Score, figure: WriteFigure): ScoreStep[] {
  const counting = prepared.parts.flatMap((prepare) => {
    const { points, obtained, rate } = at(score.tallies, prepare.index);
    if (!rate) return [];
    const own = figure(multiply(rate, prepared.fullMarks));
    return [{ part: prepare.part.id, weight: weightOf(prepare), obtained: figure(obtained), applicable: figure(points), own }];
  });
  const fullMarks = figure(prepared.fullMarks);
  return [
    ...counting.map(({ part, obtained, applicable, own }): ScoreStep => {
      return { step: 'part', part, obtained, applicable, fullMarks, score: own };
    }),
    {
      step: 'weigh',
      parts: counting.map(({ part, weight, own }) => ({ part, weight: figure(weight), score: own })),
      weights: figure(sumOf(counting.map(({ weight }) => weight))),
      score: figure(score.soFar.normalised),
    },
  ];
}

function weightOf({ part }: PreparedPart): Fraction {
  return parseDecimal(part.weight);
}

function sumOf(values: readonly Fraction[]): Fraction {
  return values.reduce(add, zero);
}
