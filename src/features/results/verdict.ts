import { targetGrade } from '../../charts/target.ts';
import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import { describeNearMiss, describeNext, describeOutcome } from '../../model/explain.ts';
import { describeCondition, describeEffect, gradeLabel } from '../../model/explain-condition.ts';
import { trimDecimal } from '../../model/figure-words.ts';
import type { Result } from '../../model/result.ts';
import type { Scored } from './result-store.ts';

/** The result in words and in its few large figures. */
export interface Verdict {
  readonly sentence: string;
  readonly failed: boolean;
  readonly figures: readonly VerdictFigure[];
  readonly coverage: string;
  /** What held the grade back or failed the assessment. */
  readonly effects: readonly string[];
  readonly nearMiss: string | null;
  readonly target: string | null;
  /** What is missing to the next grade; null where there is none or while clauses are unrated. */
  readonly next: { readonly text: string; readonly unmet: readonly string[] } | null;
  /** The highest grade is reached. */
  readonly top: boolean;
}

export interface VerdictFigure {
  readonly name: string;
  readonly value: string;
  /** Printed small behind the value, `/ 100`. */
  readonly outOf: string | null;
  readonly note: string | null;
  /** A grade is printed in the seal's red. */
  readonly isGrade: boolean;
}

export function toVerdict({ dossier, result }: Scored, language: Language): Verdict {
  const t = translator(language);
  const { criteria } = dossier;
  const { rated, applicable, notApplicable } = result.coverage;
  return {
    sentence: describeOutcome(criteria, result, language),
    failed: result.outcome === 'failed',
    figures: result.outcome === 'incomplete' ? openFigures(criteria, result, t) : finalFigures(criteria, result, language),
    coverage: t('results.coverage', { rated, applicable, notApplicable }),
    effects: result.effects.map((effect) => describeEffect(criteria, effect, language)),
    nearMiss: describeNearMiss(criteria, result, language),
    target: describeTarget({ dossier, result }, language),
    next: toNext(criteria, result, language),
    top: result.outcome === 'graded' && result.next === null,
  };
}

function openFigures({ fullMarks }: Criteria, { score, floor, ceiling }: Result, t: Translate): VerdictFigure[] {
  const plain = { outOf: null, isGrade: false };
  return [
    { ...plain, name: t('results.soFar'), value: score.shown, outOf: trimDecimal(fullMarks), note: null },
    { ...plain, name: t('results.floor'), value: floor.shown, note: t('results.floorNote') },
    { ...plain, name: t('results.ceiling'), value: ceiling.shown, note: t('results.ceilingNote') },
  ];
}

function finalFigures(criteria: Criteria, result: Result, language: Language): VerdictFigure[] {
  const t = translator(language);
  const score = {
    name: t('results.score'),
    value: result.score.shown,
    outOf: trimDecimal(criteria.fullMarks),
    note: null,
    isGrade: false,
  };
  const word = gradeWord(criteria, result, language);
  const grade = word === null ? [] : [{ name: t('results.grade'), value: word, outOf: null, note: null, isGrade: true }];
  return [score, ...grade, ...maturityFigures(criteria, result, language)];
}

/** The label of the grade, or what the criteria call failing; null where there are no grades. */
export function gradeWord(criteria: Criteria, result: Result, language: Language): string | null {
  if (result.outcome === 'failed') return textIn(criteria.failLabel, language, criteria.language);
  return result.grade === null ? null : gradeLabel(criteria, result.grade, language);
}

function maturityFigures(criteria: Criteria, { maturity }: Result, language: Language): VerdictFigure[] {
  if (!maturity) return [];
  const t = translator(language);
  const words = levelWords(criteria, maturity.overall, language);
  return [{ name: t('results.maturity'), value: words.level, outOf: null, note: words.label, isGrade: false }];
}

/** `3 级` and what the criteria call that level. */
export function levelWords(
  criteria: Criteria,
  level: number | null,
  language: Language,
): { readonly level: string; readonly label: string | null } {
  const t = translator(language);
  if (level === null) return { level: t('results.levelOpen'), label: null };
  if (level === 0) return { level: t('results.belowFirst'), label: null };
  const label = textIn(criteria.maturity?.levels[level - 1] ?? null, language, criteria.language);
  return { level: t('results.level', { level }), label: label || null };
}

function describeTarget({ dossier, result }: Scored, language: Language): string | null {
  const target = targetGrade(dossier);
  if (!target) return null;
  const t = translator(language);
  const words = { target: gradeLabel(dossier.criteria, target.id, language) };
  if (result.outcome === 'incomplete') return t('results.targetOpen', words);

  // Grades stand highest first.
  const place = (id: string) => dossier.criteria.grades.findIndex((grade) => grade.id === id);
  const met = result.grade !== null && place(result.grade) <= place(target.id);
  return t(met ? 'results.targetMet' : 'results.targetMissed', words);
}

function toNext(criteria: Criteria, { outcome, next }: Result, language: Language): Verdict['next'] {
  if (!next || outcome === 'incomplete') return null;
  const t = translator(language);
  return {
    text: sentence(t('results.nextIs', { next: describeNext(criteria, next, language) })),
    unmet: next.unmet.map((condition) => describeCondition(criteria, condition, language)),
  };
}

/** Begins with a capital; Chinese has none. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
