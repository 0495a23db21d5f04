import type { Language } from '../i18n/language.ts';
import { textIn } from './clauses.ts';
import type { Criteria } from './criteria.ts';
import { trimDecimal } from './figure-words.ts';
import { add, divide, fraction, multiply, parseDecimal, round, zero } from './fraction.ts';
import type { CriteriaPart } from './variants.ts';

/** The title of a part; the id when the criteria have none such. */
export function partName(criteria: Criteria, id: string, language: Language): string {
  const part = criteria.parts?.find((candidate) => candidate.id === id);
  return part ? textIn(part.title, language, criteria.language) : id;
}

/** The weight of a part in all of them, as a percentage with two digits at most: `30%`. */
export function partShare({ parts = [] }: Pick<Criteria, 'parts'>, { weight }: Pick<CriteriaPart, 'weight'>): string {
  const all = parts.reduce((sum, part) => add(sum, parseDecimal(part.weight)), zero);
  return `${trimDecimal(round(multiply(divide(parseDecimal(weight), all), fraction(100)), 2, 'half-up'))}%`;
}
