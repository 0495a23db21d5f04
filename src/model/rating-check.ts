import { type Message, message } from '../i18n/translate.ts';
import type { ChecklistMethod, Clause, Decimal, LevelMethod, MeasureMethod, PointsMethod, RatingMethod } from './criteria.ts';
import { compare, divide, isZero, parseDecimal } from './fraction.ts';
import type { Rating } from './rating.ts';

/** Why a rating cannot be taken for a clause, with what is allowed; null when it can. */
export function ratingProblem(clause: Clause, rating: Rating): Message | null {
  const { method } = clause;
  if (!method) return message('rating.notRated');
  if (rating.by === 'not-applicable') return notApplicableProblem(clause, rating.reason);
  if (rating.by !== method.by) return message(methodNeeded[method.by]);
  return valueProblem(clause, method, rating);
}

const methodNeeded = {
  met: 'rating.needsMet',
  sample: 'rating.needsSample',
  level: 'rating.needsLevel',
  points: 'rating.needsPoints',
  measure: 'rating.needsMeasure',
  checklist: 'rating.needsChecklist',
} as const;

function notApplicableProblem({ notApplicable }: Clause, reason: string): Message | null {
  if (notApplicable === 'forbidden') return message('rating.notApplicableForbidden');
  if (notApplicable === 'with-reason' && reason.trim() === '') return message('rating.reasonMissing');
  return null;
}

function valueProblem(clause: Clause, method: RatingMethod, rating: Rating): Message | null {
  if (rating.by === 'sample' && method.by === 'sample') return sampleProblem(method.atLeast, rating.size, rating.failed);
  if (rating.by === 'level' && method.by === 'level') return levelProblem(method, rating.level);
  if (rating.by === 'points' && method.by === 'points') return pointsProblem(method, clause.points, rating.points);
  if (rating.by === 'measure' && method.by === 'measure') return measureProblem(method, rating.value);
  if (rating.by === 'checklist' && method.by === 'checklist') return checklistProblem(method, rating.present);
  return null;
}

/** A sample of more than twelve digits would not be one, as with every other number. */
const largestSample = 999_999_999_999;

function sampleProblem(atLeast: number, size: number, failed: number): Message | null {
  if (!Number.isInteger(size) || size < 1 || size > largestSample) return message('rating.sampleSize', { atLeast });
  if (size < atLeast) return message('rating.sampleTooSmall', { atLeast, size });
  if (!Number.isInteger(failed) || failed < 0) return message('rating.sampleFailed', { size });
  if (failed > size) return message('rating.sampleMoreFailed', { size, failed });
  return null;
}

function levelProblem({ levels }: LevelMethod, level: number): Message | null {
  if (levels.some(({ value }) => value === level)) return null;
  return message('rating.levelUnknown', { level, levels: levels.map(({ value }) => value).join(', ') });
}

function pointsProblem({ step }: PointsMethod, full: Decimal, points: Decimal): Message | null {
  if (!isNumber(points) || points.startsWith('-')) return message('rating.pointsNumber', { full, step });
  const value = parseDecimal(points);
  if (compare(value, parseDecimal(full)) > 0) return message('rating.pointsTooMany', { points, full });
  const size = parseDecimal(step);
  const fits = isZero(size) || divide(value, size).denominator === 1n;
  return fits ? null : message('rating.pointsStep', { points, step, full });
}

function measureProblem({ from, to }: MeasureMethod, value: Decimal): Message | null {
  if (!isNumber(value)) return message('rating.measureNumber');
  const measured = parseDecimal(value);
  const tooLow = compare(measured, parseDecimal(from ?? value)) < 0;
  const tooHigh = compare(measured, parseDecimal(to ?? value)) > 0;
  return tooLow || tooHigh ? outside(value, from, to) : null;
}

function outside(value: Decimal, from: Decimal | null, to: Decimal | null): Message {
  if (from !== null && to !== null) return message('rating.measureOutside', { value, from, to });
  if (from !== null) return message('rating.measureTooLow', { value, from });
  return message('rating.measureTooHigh', { value, to: to ?? '' });
}

function checklistProblem({ items }: ChecklistMethod, present: readonly string[]): Message | null {
  const known = new Set(items.map(({ id }) => id));
  const unknown = present.find((id) => !known.has(id));
  if (unknown !== undefined) return message('rating.itemUnknown', { item: unknown, items: [...known].join(', ') });

  const doubled = present.find((id, index) => present.indexOf(id) !== index);
  return doubled === undefined ? null : message('rating.itemDoubled', { item: doubled });
}

/** Plain digits, at most twelve before and six after the point. */
function isNumber(text: string): boolean {
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(text);
}
