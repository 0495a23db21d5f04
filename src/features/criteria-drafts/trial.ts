import { z } from 'zod';
import { bareDossier } from '../../model/bare-dossier.ts';
import { ratedClauses } from '../../model/clauses.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';
import type { Dossier } from '../../model/dossier.ts';
import { AppError, type FieldErrors } from '../../model/errors.ts';
import type { Rating } from '../../model/rating.ts';
import type { Result } from '../../model/result.ts';
import { resultOf } from '../../model/result-of.ts';
import { parse } from '../../web/forms.ts';
import { ratingForm, toRating } from '../ratings/rating-form.ts';

/** What was tried: clause id → the fields of its rating as they were filled in. It travels with the page and is stored nowhere. */
export type Tried = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

const tried = z.record(z.string().max(80), z.record(z.string().max(20), z.union([z.string(), z.array(z.string())])));

/** The JSON that a page sent along; nonsense reads as nothing tried. */
export function readTried(json: string): Tried {
  try {
    return tried.catch({}).parse(JSON.parse(json));
  } catch {
    return {};
  }
}

const fields = ['met', 'level', 'size', 'failed', 'points', 'value', 'present', 'nonePresent', 'notApplicable', 'reason'];

/** The fields of a rating among what a form sent, without empty ones. */
export function ratingFields(body: unknown): Tried[string] {
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return Object.fromEntries(
    entries
      .filter(([name, value]) => fields.includes(name) && value !== '')
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]),
  );
}

export interface Trial {
  readonly result: Result;
  readonly ratings: ReadonlyMap<string, Rating>;
  /** What is wrong with the fields of the clause that is open. */
  readonly errors: FieldErrors;
}

/** Scores what was tried. Ratings that break a rule of their clause are left out; those of `open` say why. */
export function scoreTrial(criteria: Criteria, all: Tried, open: string): Trial {
  const ratings = new Map<string, Rating>();
  let errors: FieldErrors = {};
  for (const clause of ratedClauses(criteria)) {
    const read = readRating(clause, all[clause.id]);
    if (read.rating) ratings.set(clause.id, read.rating);
    if (clause.id === open) errors = read.errors;
  }
  return { result: resultOf(trialDossier(criteria, ratings)), ratings, errors };
}

function readRating(clause: Clause, filled: Tried[string] | undefined): { rating: Rating | null; errors: FieldErrors } {
  if (!filled) return { rating: null, errors: {} };
  try {
    return { rating: toRating(clause, parse(ratingForm, { revision: 0, ...filled })), errors: {} };
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'invalid')) throw error;
    return { rating: null, errors: Object.keys(error.fields).length > 0 ? error.fields : { '': error.text } };
  }
}

function trialDossier(criteria: Criteria, ratings: ReadonlyMap<string, Rating>): Dossier {
  return bareDossier(criteria, Object.fromEntries([...ratings].map(([id, rating]) => [id, { rating, note: '' }])));
}
