import { z } from 'zod';
import { message } from '../../i18n/translate.ts';
import type { Clause, RatingMethod } from '../../model/criteria.ts';
import { AppError } from '../../model/errors.ts';
import type { Rating } from '../../model/rating.ts';
import { ratingProblem } from '../../model/rating-check.ts';
import { checkbox, list, rule } from '../../web/forms.ts';

/** Characters of a note. */
export const noteLimit = 20_000;

/** Digits as people type them: full-width ones and surrounding space are read as they were meant. */
const typed = z
  .string()
  .max(200)
  .transform((value) => value.normalize('NFKC').trim())
  .default('');

/** The sheet of one clause, whatever its method; each method has its own fields. */
export const ratingForm = z.strictObject({
  revision: z.coerce.number().int().min(0),
  /** Hash of the criteria that the sheet showed; empty from callers that show none. */
  criteria: z.string().max(100).default(''),
  note: z
    .string()
    .default('')
    .transform((value) => value.replace(/\r\n?/g, '\n'))
    .check(rule((value) => [...value].length <= noteLimit, message('form.tooLong', { most: noteLimit }))),
  notApplicable: checkbox(),
  reason: z.string().max(2000).default(''),
  met: typed,
  level: typed,
  size: typed,
  failed: typed,
  points: typed,
  value: typed,
  present: list(500),
  nonePresent: checkbox(),
  /** After a conflict: the note that stands there now is kept in front of this one. */
  keepBoth: checkbox(),
});

export type RatingInput = z.output<typeof ratingForm>;

/** The rating that the fields say; null when they say none yet. Throws `invalid` when it breaks a rule of the clause. */
export function toRating(clause: Clause, input: RatingInput): Rating | null {
  const rating = input.notApplicable
    ? ({ by: 'not-applicable', reason: input.reason.trim() } as const)
    : ratingByMethod(clause.method, input);
  // A reason may still be on its way; finishing asks for it.
  if (rating === null || (rating.by === 'not-applicable' && clause.notApplicable === 'with-reason' && rating.reason === ''))
    return rating;

  const problem = ratingProblem(clause, rating);
  if (problem) throw refused(problem);
  return rating;
}

function ratingByMethod(method: RatingMethod | null, input: RatingInput): Rating | null {
  switch (method?.by) {
    case 'met':
      return input.met === '' ? null : { by: 'met', met: input.met === 'yes' };
    case 'level':
      return input.level === '' ? null : { by: 'level', level: wholeNumber(input.level) };
    case 'sample':
      return sampleRating(input);
    case 'points':
      return input.points === '' ? null : { by: 'points', points: input.points };
    case 'measure':
      return input.value === '' ? null : { by: 'measure', value: input.value };
    case 'checklist':
      return input.present.length === 0 && !input.nonePresent ? null : { by: 'checklist', present: input.present };
    default:
      throw new AppError('not_found', message('error.notFound'));
  }
}

function sampleRating({ size, failed }: RatingInput): Rating | null {
  if (size === '' && failed === '') return null;
  if (size === '' || failed === '') throw refused(message('ratings.sampleHalf'));
  return { by: 'sample', size: wholeNumber(size), failed: wholeNumber(failed) };
}

/** NaN for anything but digits, which the rules of the clause then refuse in words; `Number` alone would take `1e3` or `0x10`. */
function wholeNumber(text: string): number {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}

function refused(text: ReturnType<typeof message>): AppError {
  return new AppError('invalid', text, { rating: text });
}
