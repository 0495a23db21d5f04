import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { clauseName } from '../../model/clause-name.ts';
import type { Scored } from './result-store.ts';
import { gradeWord } from './verdict.ts';

/** What an audit came to when its ratings were closed, and what it comes to after correction. */
export interface Comparison {
  readonly asFound: Side;
  readonly corrected: Side;
  /** Only the rated clauses that moved. */
  readonly clauses: readonly {
    readonly id: string;
    readonly name: string;
    readonly from: string;
    readonly to: string;
    readonly points: string;
  }[];
}

interface Side {
  readonly score: string;
  readonly grade: string;
  /** Nonconformities that were open then. */
  readonly open: number;
}

export function toComparison(asFound: Scored, corrected: Scored, language: Language): Comparison {
  const { criteria } = corrected.dossier;
  const before = new Map(asFound.result.clauses.map((one) => [one.id, one]));
  const moved = corrected.result.clauses.filter((one) => {
    const rated = one.explanation.by !== 'sum' && corrected.dossier.ratings[one.id] !== undefined;
    return rated && before.get(one.id)?.obtained.exact !== one.obtained.exact;
  });
  return {
    asFound: sideOf(asFound, language),
    corrected: sideOf(corrected, language),
    clauses: moved.map(({ id, obtained, points }) => ({
      id,
      name: clauseName(criteria, id, language),
      from: before.get(id)?.obtained.shown ?? '',
      to: obtained.shown,
      points: points.shown,
    })),
  };
}

function sideOf({ dossier, result }: Scored, language: Language): Side {
  const open = dossier.findings.filter(({ grade, closedAt }) => (grade === 'major' || grade === 'minor') && !closedAt).length;
  return {
    score: result.score.shown,
    grade: gradeWord(dossier.criteria, result, language) ?? translator(language)('results.noGrade'),
    open,
  };
}
