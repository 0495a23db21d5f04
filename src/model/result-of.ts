import type { Criteria } from './criteria.ts';
import type { Dossier } from './dossier.ts';
import { type PreparedCriteria, prepareCriteria } from './prepare.ts';
import type { Result } from './result.ts';
import { scoreAssessment } from './score.ts';
import { toResult } from './to-result.ts';

const prepared = new WeakMap<Criteria, PreparedCriteria>();

/** Scores a dossier from beginning to end. The same criteria object is prepared only once. */
export function resultOf({ criteria, assessment, ratings, adjustments, findings }: Dossier): Result {
  const ready = prepared.get(criteria) ?? prepareCriteria(criteria);
  prepared.set(criteria, ready);

  const { heldGrade, to } = assessment;
  return toResult(
    ready,
    scoreAssessment(ready, {
      ratings,
      adjustments,
      findings: findings.filter(({ closedAt, state }) => !closedAt && state !== 'closed'),
      heldGrade,
      to,
    }),
  );
}
