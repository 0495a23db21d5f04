import type { Language } from '../i18n/language.ts';
import { textIn } from './clauses.ts';
import type { AuditMethod, Criteria } from './criteria.ts';
import { decimalPercent, plainNumber, plainPercent } from './figure-words.ts';
import { partShare } from './part-name.ts';
import type { PartResult, Result } from './result.ts';

/** A part of the result as it is printed. */
export interface PartWords {
  readonly id: string;
  readonly title: string;
  readonly state: PartResult['state'];
  /** In all that the criteria have, `30%`. */
  readonly weight: string;
  /** In those that apply here; null when the part does not. */
  readonly share: string | null;
  readonly obtained: string;
  readonly applicable: string;
  /** null where nothing is rated. */
  readonly rate: string | null;
  readonly score: string | null;
  readonly adds: string;
  /** The least rate, `60%`; null where there is none. */
  readonly minimum: string | null;
  readonly methods: readonly AuditMethod[];
}

/** Empty for criteria without parts. */
export function partWords(criteria: Criteria, { parts = [] }: Result, language: Language): PartWords[] {
  return parts.flatMap((own) => {
    const part = criteria.parts?.find(({ id }) => id === own.part);
    if (!part) return [];
    return [
      {
        id: part.id,
        title: textIn(part.title, language, criteria.language),
        state: own.state,
        weight: partShare(criteria, part),
        share: own.share && plainPercent(own.share),
        obtained: plainNumber(own.obtained),
        applicable: plainNumber(own.applicable),
        rate: own.rate && plainPercent(own.rate),
        score: own.score?.shown ?? null,
        adds: own.adds.shown,
        minimum: part.minimumRate && decimalPercent(part.minimumRate),
        methods: part.auditMethods,
      },
    ];
  });
}
