import { type ClauseForm, clauseForm } from '../forms/clause-form.ts';
import type { Partially } from '../forms/part.ts';
import { PlainNumber } from '../source/plain-number.ts';
import { propOf } from './oscal-parts.ts';
import type { SourceNode } from './source-tree.ts';
import { decimalOf, type SourceMap } from './source-values.ts';

/** Marks the properties of our own exports. */
export const ownNamespace = 'urn:assay:criteria';

/** Marks a resource in the back matter that holds the texts of another language. */
export const overlayResource = 'criteria-overlay';

/** What our own export of a clause says in its properties; foreign controls have none of them. */
export function ownFacts(map: SourceMap): Partial<SourceNode> {
  const id = propOf(map, 'clause-id');
  const [points, weight, aggregate] = [propOf(map, 'points'), propOf(map, 'weight'), aggregateOf(propOf(map, 'aggregate'))];
  const facts = readRating(propOf(map, 'rating'));
  const { not_applicable, at_sites, maturity, method, evidence, ...rating } = facts;
  const onlyIn = propOf(map, 'only-in').split(' ').filter(Boolean);
  const read = clauseForm.partial.safeParse({ points_in: readJson(propOf(map, 'points-in')) });
  const pointsIn = read.success ? read.data.points_in : undefined;
  const scale = propOf(map, 'scale');
  return {
    ...(id && { key: id }),
    points: decimalOf(points),
    weight: decimalOf(weight),
    aggregate,
    rating: rating.rate_by ? rating : null,
    ...(scale && { scaleName: scale }),
    extra: {
      ...(onlyIn.length > 0 && { only_in: onlyIn }),
      ...(pointsIn && { points_in: pointsIn }),
      ...(not_applicable && { not_applicable }),
      ...(at_sites && { at_sites }),
      ...(maturity && { maturity }),
      ...(method && { method }),
      ...(evidence && { evidence }),
    },
  };
}

function aggregateOf(word: string): SourceNode['aggregate'] {
  const words = ['sum', 'weighted-mean', 'minimum', 'maximum'] as const;
  return words.find((known) => known === word) ?? null;
}

/** Only what passes the form of a clause is taken. */
function readRating(json: string): Partially<ClauseForm> {
  const read = clauseForm.partial.safeParse(readJson(json) ?? {});
  return read.success ? read.data : {};
}

/** Numbers keep their digits as in a file; undefined when it is no JSON. */
export function readJson(json: string): unknown {
  try {
    return JSON.parse(json, (_, value: unknown) => (typeof value === 'number' ? new PlainNumber(String(value)) : value));
  } catch {
    return undefined;
  }
}
