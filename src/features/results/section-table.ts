import { percentText } from '../../charts/percent.ts';
import { targetGrade, targetRate } from '../../charts/target.ts';
import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { clauseName } from '../../model/clause-name.ts';
import { walkClauses } from '../../model/clauses.ts';
import type { Clause } from '../../model/criteria.ts';
import { gradeLabel } from '../../model/explain-condition.ts';
import { compare, parseDecimal, parseExact } from '../../model/fraction.ts';
import type { ClauseResult } from '../../model/result.ts';
import { wholePoints } from '../../model/whole-points.ts';
import type { Scored } from './result-store.ts';

/** The first two levels of the tree in figures. */
export interface SectionTable {
  readonly rows: readonly SectionRow[];
  /** null where parts are weighted: their points are never added up. */
  readonly total: { readonly obtained: string; readonly applicable: string } | null;
  /** Head of the column of targets; null: there is none. */
  readonly targetHead: string | null;
  readonly previousHead: string | null;
  /** How the last assessment ended. */
  readonly previous: string | null;
}

export interface SectionRow {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
  readonly state: ClauseResult['state'];
  readonly obtained: string;
  readonly applicable: string;
  readonly rate: string;
  readonly target: string | null;
  /** Set where a target stands and a rate is known. */
  readonly reached: boolean | null;
  readonly previous: string | null;
}

export function toSectionTable(scored: Scored, language: Language): SectionTable {
  const { dossier, result } = scored;
  const t = translator(language);
  const grade = targetGrade(dossier);
  return {
    rows: sectionRows(scored, language),
    total: dossier.criteria.parts ? null : wholePoints(dossier.criteria, result),
    targetHead: grade && t('results.targetGrade', { grade: gradeLabel(dossier.criteria, grade.id, language) }),
    previousHead: dossier.previous && t('results.previous', { date: dossier.previous.to }),
    previous: describePrevious(scored, language),
  };
}

/** Sections, and below them the clauses that have clauses themselves. */
function sectionRows(scored: Scored, language: Language): SectionRow[] {
  const results = new Map(scored.result.clauses.map((one) => [one.id, one]));
  return [...walkClauses(scored.dossier.criteria.clauses)].flatMap(({ clause, depth }) => {
    const own = results.get(clause.id);
    const wanted = depth === 0 || (depth === 1 && clause.clauses.length > 0);
    return own && wanted ? [toRow(scored, clause, own, language)] : [];
  });
}

function toRow({ dossier }: Scored, clause: Clause, own: ClauseResult, language: Language): SectionRow {
  const grade = targetGrade(dossier);
  const target = grade && targetRate(dossier.criteria, grade, clause.id);
  return {
    id: clause.id,
    name: clauseName(dossier.criteria, clause.id, language),
    depth: own.depth,
    state: own.state,
    obtained: own.obtained.shown,
    applicable: own.applicable.shown,
    rate: percentText(own.rate?.shown),
    target: target && percentText(target),
    reached: target && own.rate ? compare(parseExact(own.rate.exact), parseDecimal(target)) >= 0 : null,
    previous: dossier.previous && percentText(dossier.previous.rates[clause.id]),
  };
}

function describePrevious({ dossier: { previous, criteria } }: Scored, language: Language): string | null {
  if (!previous) return null;
  const t = translator(language);
  const words = { number: previous.number ?? '', score: previous.score };
  if (previous.grade === null) return t('results.previousResult', words);
  return t('results.previousGraded', { ...words, grade: gradeLabel(criteria, previous.grade, language) });
}
