import type { Language } from '../../i18n/language.ts';
import type { AssessmentRights } from '../../model/assessment-rights.ts';
import { textIn } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import { describeNext, describeOutcome } from '../../model/explain.ts';
import { describeEffect } from '../../model/explain-condition.ts';
import { type PartWords, partWords } from '../../model/part-words.ts';
import type { Result } from '../../model/result.ts';

/** What the result stands at while one rates. */
export interface Ledger {
  readonly assessmentId: string;
  readonly sentence: string;
  readonly score: string;
  readonly fullMarks: string;
  readonly complete: boolean;
  readonly floor: string;
  readonly ceiling: string;
  readonly rated: number;
  readonly applicable: number;
  readonly notApplicable: number;
  /** The band that the score so far reaches; null below the lowest or without grades. */
  readonly grade: string | null;
  /** What is missing to the next grade, in words. */
  readonly next: string | null;
  readonly maturity: string | null;
  /** What holds the grade back or fails the assessment, in words. */
  readonly effects: readonly string[];
  /** Empty for criteria without parts. */
  readonly parts: readonly PartWords[];
  readonly sections: readonly {
    readonly id: string;
    readonly name: string;
    readonly obtained: string;
    readonly applicable: string;
    readonly rate: string | null;
  }[];
  readonly canFinish: boolean;
  /** How many clauses are scored as the reader alone rates them. */
  readonly own: number;
}

/** What the ledger is made from. */
export interface LedgerSource {
  readonly assessment: { readonly id: string };
  readonly criteria: Criteria;
  readonly result: Result;
  readonly rights: Pick<AssessmentRights, 'closeRating' | 'finish'>;
  readonly own: number;
  readonly language: Language;
}

export function toLedger({ assessment, criteria, result, rights, own, language }: LedgerSource): Ledger {
  const { coverage } = result;
  return {
    assessmentId: assessment.id,
    sentence: describeOutcome(criteria, result, language),
    score: result.score.shown,
    fullMarks: result.fullMarks.shown,
    complete: result.outcome !== 'incomplete',
    floor: result.floor.shown,
    ceiling: result.ceiling.shown,
    rated: coverage.rated,
    applicable: coverage.applicable,
    notApplicable: coverage.notApplicable,
    grade: labelOf(criteria, result.outcome === 'incomplete' ? result.band : result.grade, language),
    next: result.next && describeNext(criteria, result.next, language),
    maturity: maturityLabel(criteria, result, language),
    effects: result.effects.map((effect) => describeEffect(criteria, effect, language)),
    parts: partWords(criteria, result, language),
    sections: sectionsOf(criteria, result, language),
    canFinish: rights.closeRating || rights.finish,
    own,
  };
}

function labelOf(criteria: Criteria, id: string | null, language: Language): string | null {
  const grade = criteria.grades.find((known) => known.id === id);
  return grade ? textIn(grade.label, language, criteria.language) : null;
}

function maturityLabel(criteria: Criteria, { maturity }: Result, language: Language): string | null {
  if (!criteria.maturity || !maturity?.overall) return null;
  return textIn(criteria.maturity.levels[maturity.overall - 1] ?? null, language, criteria.language);
}

function sectionsOf(criteria: Criteria, result: Result, language: Language): Ledger['sections'] {
  const results = new Map(result.clauses.map((clause) => [clause.id, clause]));
  return criteria.clauses.flatMap((clause) => {
    const found = results.get(clause.id);
    if (!found) return [];
    const name = textIn(clause.title, language, criteria.language);
    return [
      {
        id: clause.id,
        name,
        obtained: found.obtained.shown,
        applicable: found.applicable.shown,
        rate: found.rate?.shown ?? null,
      },
    ];
  });
}
