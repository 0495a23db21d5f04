import { message } from '../../i18n/translate.ts';
import { pointsKeys } from '../../model/choose-criteria.ts';
import type { Report } from '../source/problem-list.ts';
import type { Path } from '../source/yaml-source.ts';
import { type ChoicePlace, namesOfPlaces } from './choice-places.ts';
import type { ClauseDraft, CriteriaDraft } from './draft.ts';
import { scaled, unscaled } from './scaled.ts';

/** Reports every `sum` whose clauses do not add up to it, in each variant with each profile. */
export function checkSums({ all, clauses, head }: CriteriaDraft, places: readonly ChoicePlace[], report: Report): void {
  for (const clause of all) {
    if (clause.role === 'inner' && clause.form.aggregate === 'sum') checkSum(clause, places, report);
  }
  const nothing = places.filter((place) => sumOf(clauses, place) === 0n);
  if (head.broken.has('clauses') || nothing.length === 0) return;
  const choices = namesOfPlaces(nothing);
  report.at(['clauses'], choices === '' ? message('criteria.noPoints') : message('criteria.noPointsIn', { choices }));
}

interface Gap {
  readonly found: bigint;
  readonly needed: bigint;
  readonly path: Path;
  readonly places: ChoicePlace[];
}

/** One problem for all variants and profiles in which the same sum is wrong in the same way. */
function checkSum(clause: ClauseDraft, places: readonly ChoicePlace[], report: Report): void {
  const gaps = new Map<string, Gap>();
  for (const place of places) {
    const needed = pointsOf(clause, place);
    const found = place.has(clause) && clause.children.some(place.has) ? sumOf(clause.children, place) : null;
    if (needed === null || found === null || found === needed) continue;
    const path = pathOfPoints(clause, place);
    const key = `${found} ${needed} ${path.join(' ')}`;
    const gap = gaps.get(key) ?? { found, needed, path, places: [] };
    gap.places.push(place);
    gaps.set(key, gap);
  }
  for (const { found, needed, path, places: wrong } of gaps.values()) {
    const numbers = { found: unscaled(found), needed: unscaled(needed) };
    const choices = namesOfPlaces(wrong);
    if (choices === '') report.at(path, message('criteria.pointsDoNotAddUp', numbers));
    else report.at(path, message('criteria.pointsDoNotAddUpIn', { ...numbers, choices }));
  }
}

/** What the points right below a clause add up to in a choice; null when one of them is not known: that was reported by itself. */
export function sumOf(clauses: readonly ClauseDraft[], place: ChoicePlace): bigint | null {
  let sum = 0n;
  for (const clause of clauses) {
    if (!place.has(clause)) continue;
    const points = pointsOf(clause, place);
    if (points === null) return null;
    sum += points;
  }
  return clauses.length === 0 ? null : sum;
}

/** The points of a clause in a choice, in the scale of `scaled`; null where none can be read. */
export function pointsOf({ form }: ClauseDraft, { chosen }: ChoicePlace): bigint | null {
  const [key] = pointsKeys(form.points_in, chosen);
  const points = key === undefined ? form.points : form.points_in?.[key];
  return points === undefined ? null : scaled(points);
}

function pathOfPoints({ form, path }: ClauseDraft, { chosen }: ChoicePlace): Path {
  const [key] = pointsKeys(form.points_in, chosen);
  return key === undefined ? [...path, 'points'] : [...path, 'points_in', key];
}
