import type { Criteria, Decimal, Grade } from '../model/criteria.ts';
import type { Dossier } from '../model/dossier.ts';
import { divide, parseDecimal, round } from '../model/fraction.ts';

/** The grade aimed at, or the lowest of the criteria; null when they have none. */
export function targetGrade({ criteria, assessment }: Dossier): Grade | null {
  return criteria.grades.find((grade) => grade.id === assessment.targetGrade) ?? criteria.grades.at(-1) ?? null;
}

/**
 * The rate a clause needs for a grade: what the grade demands of that very clause, else the grade's bound ÷ full marks,
 * with which the whole would reach the bound.
 */
export function targetRate(criteria: Criteria, grade: Grade, clause: string): Decimal {
  const demanded = grade.requires.find((condition) => condition.if === 'rate' && condition.clause === clause);
  if (demanded?.if === 'rate') return demanded.atLeast;
  return round(divide(parseDecimal(grade.from), parseDecimal(criteria.fullMarks)), 4, 'half-up');
}
