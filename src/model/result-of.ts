import type { Criteria } from './criteria.ts';
import type { Dossier } from './dossier.ts';
import { type PreparedCriteria, prepareCriteria } from './prepare.ts';
import type { Result } from './result.ts';
import { type Roadmap, roadmapsOf } from './roadmap.ts';
import { type Score, scoreAssessment } from './score.ts';
import { toResult } from './to-result.ts';

const prepared = new WeakMap<Criteria, PreparedCriteria>();

/** Scores a dossier from beginning to end. The same criteria object is prepared only once. */
export function resultOf(dossier: Dossier): Result {
  const { ready, score } = scoreOf(dossier);
  return toResult(ready, score);
}

/** What a dossier says was found before corrections, with its result; null when it says nothing of that. */
export function asFoundOf({ asFound }: Dossier): { readonly dossier: Dossier; readonly result: Result } | null {
  return asFound ? { dossier: asFound, result: resultOf(asFound) } : null;
}

/** The ways from a dossier that is rated as a whole to each higher grade, the nearest first. */
export function roadmapsFrom(dossier: Dossier): Roadmap[] {
  const { ready, score } = scoreOf(dossier);
  return roadmapsOf(ready, score);
}

/** The exact numbers of a dossier, with its criteria laid flat. */
export function scoreOf({ criteria, assessment, ratings, adjustments, findings }: Dossier): {
  ready: PreparedCriteria;
  score: Score;
} {
  const ready = prepared.get(criteria) ?? prepareCriteria(criteria);
  prepared.set(criteria, ready);
  const open = findings.filter(({ closedAt, state }) => !closedAt && state !== 'closed');
  const { heldGrade, to } = assessment;
  return { ready, score: scoreAssessment(ready, { ratings, adjustments, findings: open, heldGrade, to }) };
}
