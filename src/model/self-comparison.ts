import { walkClauses } from './clauses.ts';
import type { Criteria, Decimal } from './criteria.ts';
import type { SelfAssessment } from './dossier.ts';
import { fraction, multiply, parseDecimal, round, subtract } from './fraction.ts';
import type { Result } from './result.ts';

/** A clause as the company rated it and as the auditors did. Rates are 0…1, as printed; null where one is not known. */
export interface ComparedRate {
  readonly id: string;
  readonly depth: number;
  /** Rated itself. */
  readonly rated: boolean;
  readonly company: Decimal | null;
  readonly auditor: Decimal | null;
  /** Auditor less company in percentage points, two digits; null where either is not known. */
  readonly difference: Decimal | null;
}

/** Every clause of the audit's criteria, in their order; those of another version are found by their ids. */
export function compareWithSelf(criteria: Criteria, result: Result, self: SelfAssessment): ComparedRate[] {
  const rates = new Map(result.clauses.map(({ id, rate }) => [id, rate?.shown ?? null]));
  return [...walkClauses(criteria.clauses)].flatMap(({ clause, depth }) => {
    if (!rates.has(clause.id)) return [];
    const auditor = rates.get(clause.id) ?? null;
    const company = self.rates[clause.id] ?? null;
    return [
      { id: clause.id, depth, rated: clause.method !== null, company, auditor, difference: pointsBetween(auditor, company) },
    ];
  });
}

function pointsBetween(auditor: Decimal | null, company: Decimal | null): Decimal | null {
  if (auditor === null || company === null) return null;
  return round(multiply(subtract(parseDecimal(auditor), parseDecimal(company)), fraction(100)), 2, 'half-up');
}
