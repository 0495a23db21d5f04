import type { Language } from '../i18n/language.ts';
import { type Translate, translator } from '../i18n/translate.ts';
import { textIn } from './clauses.ts';
import type { Criteria } from './criteria.ts';
import { describeEffect, gradeLabel } from './explain-condition.ts';
import { explainParts } from './explain-parts.ts';
import { cutNumber, fineNumber, numberInWords, plainNumber, relation, smallestStep, trimDecimal } from './figure-words.ts';
import type { Effect, Figure, NextGrade, Result, ScoreStep } from './result.ts';

/** One step from points to grade, as a line of arithmetic: `折算为得分：90 ÷ 96 × 100 = 93.75`. */
export function explainStep(criteria: Criteria, step: ScoreStep, language: Language): string {
  const t = translator(language);
  switch (step.step) {
    case 'points':
      return t('explain.stepPoints', {
        obtained: numberInWords(step.obtained),
        applicable: numberInWords(step.applicable),
        full: numberInWords(step.full),
      });
    case 'normalise':
      return explainNormalise(t, step);
    case 'part':
    case 'weigh':
      return explainParts(criteria, step, language);
    case 'deduct':
    case 'bonus':
      return explainAdjustment(t, step);
    case 'cap': {
      const key = step.before.exact.startsWith('-') ? 'explain.stepCapBottom' : 'explain.stepCapTop';
      return t(key, { before: numberInWords(step.before), score: numberInWords(step.score) });
    }
    case 'band':
      return explainBand(criteria, step, language);
  }
}

type Step<Name extends ScoreStep['step']> = Extract<ScoreStep, { step: Name }>;

function explainNormalise(t: Translate, { obtained, applicable, fullMarks, score }: Step<'normalise'>): string {
  if (applicable.exact === '0') return t('explain.stepNothing');
  const parts = `${plainNumber(obtained)} ÷ ${plainNumber(applicable)} × ${plainNumber(fullMarks)}`;
  return t('explain.stepNormalise', { formula: `${parts} ${relation(obtained, applicable, score)} ${plainNumber(score)}` });
}

function explainAdjustment(t: Translate, step: Step<'deduct' | 'bonus'>): string {
  const limited = step.counted < step.given;
  const sign = step.step === 'deduct' ? '−' : '+';
  const sides = `${plainNumber(step.before)} ${sign} ${plainNumber(step.total)}`;
  const formula = `${sides} ${relation(step.before, step.total, step.score)} ${plainNumber(step.score)}`;
  const values = { given: step.given, each: numberInWords(step.each), formula };
  if (step.step === 'deduct') {
    return limited ? t('explain.stepDeductLimited', { ...values, counted: step.counted }) : t('explain.stepDeduct', values);
  }
  return limited ? t('explain.stepBonusLimited', { ...values, counted: step.counted }) : t('explain.stepBonus', values);
}

function explainBand(criteria: Criteria, { grade, from, score }: Step<'band'>, language: Language): string {
  const t = translator(language);
  if (grade !== null && from) {
    const label = gradeLabel(criteria, grade, language);
    return t('explain.stepBand', { score: numberInWords(score), from: numberInWords(from), grade: label });
  }
  const lowest = criteria.grades.at(-1);
  return t('explain.stepNoBand', {
    score: numberInWords(score),
    from: trimDecimal(lowest?.from ?? '0'),
    grade: textIn(lowest?.label ?? null, language, criteria.language),
  });
}

/** The whole result in one sentence: `92.75 分，四星级；距五星级还差 2.25 分`. */
export function describeOutcome(criteria: Criteria, result: Result, language: Language): string {
  const t = translator(language);
  const score = t('explain.outcomeScore', { score: numberInWords(result.score) });
  switch (result.outcome) {
    case 'incomplete':
      return describeIncomplete(t, result);
    case 'ungraded':
      return t('explain.outcomeUngraded', { score: numberInWords(result.score), fullMarks: numberInWords(result.fullMarks) });
    case 'graded': {
      const outcome = t('explain.outcomeGrade', { score, grade: gradeLabel(criteria, result.grade ?? '', language) });
      return result.next ? t('explain.outcomeNext', { outcome, next: describeNext(criteria, result.next, language) }) : outcome;
    }
    case 'failed':
      return describeFailure(criteria, result, { score, language });
  }
}

function describeIncomplete(t: Translate, { coverage, score, floor, ceiling }: Result): string {
  const { rated, applicable } = coverage;
  if (rated === 0) return t('explain.outcomeNothingRated', { applicable });
  const range = { floor: floor.shown, ceiling: ceiling.shown };
  return t('explain.outcomeIncomplete', { rated, applicable, score: numberInWords(score), ...range });
}

function describeFailure(criteria: Criteria, result: Result, { score, language }: { score: string; language: Language }): string {
  const t = translator(language);
  const label = textIn(criteria.failLabel, language, criteria.language);
  const outcome = t('explain.outcomeGrade', { score, grade: label });
  const failing = result.effects.filter(isFailing);
  const reasons = (failing.length > 0 ? failing : result.effects).map((effect) => describeEffect(criteria, effect, language));
  if (reasons.length > 0) return t('explain.outcomeWhy', { outcome, reasons: reasons.join(t('explain.reasonSeparator')) });
  return result.next ? t('explain.outcomeNext', { outcome, next: describeNext(criteria, result.next, language) }) : outcome;
}

function isFailing(effect: Effect): boolean {
  return effect.because === 'deductions' || (effect.because === 'gate' && effect.capAt === null);
}

/** What is missing to the next grade: `距五星级还差 2.25 分`. */
export function describeNext(criteria: Criteria, { grade, missing, unmet }: NextGrade, language: Language): string {
  const t = translator(language);
  const label = gradeLabel(criteria, grade, language);
  const count = unmet.length;
  if (missing.exact === '0') return t('explain.nextConditions', { grade: label, count });
  const gap = gapInWords(t, missing);
  if (count === 0) return t('explain.nextMissing', { grade: label, gap });
  return t('explain.nextMissingAndConditions', { grade: label, gap, count });
}

/** Never `≈0.00`, which would read as nothing missing. */
function gapInWords(t: Translate, missing: Figure): string {
  if (/[1-9]/.test(missing.shown)) return t('explain.gap', { missing: numberInWords(missing) });
  const fine = fineNumber(missing);
  return fine === null ? t('explain.gapLess', { step: smallestStep(missing) }) : t('explain.gap', { missing: fine });
}

/** Why a printed score that reads as a bound does not reach it; null when there is nothing to say. */
export function describeNearMiss(criteria: Criteria, { score, nearMiss }: Result, language: Language): string | null {
  if (!nearMiss) return null;
  return translator(language)('explain.nearMiss', {
    shown: score.shown,
    exact: fineNumber(score) ?? cutNumber(score),
    grade: gradeLabel(criteria, nearMiss.grade, language),
    from: numberInWords(nearMiss.from),
  });
}
