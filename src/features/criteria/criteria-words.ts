import type { TextKey } from '../../i18n/texts.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { BonusRule, DeductionRule } from '../../model/adjustment-rules.ts';
import type { Duration, Rounding } from '../../model/criteria.ts';
import { trimDecimal } from '../../model/figure-words.ts';

const durationTexts = {
  days: 'criteriaPage.days',
  'working days': 'criteriaPage.workingDays',
  weeks: 'criteriaPage.weeks',
  months: 'criteriaPage.months',
  years: 'criteriaPage.years',
} as const satisfies Record<Duration['unit'], TextKey>;

/** `3 years`, `30 个工作日`. */
export function describeDuration({ value, unit }: Duration, t: Translate): string {
  return t(durationTexts[unit], { count: value });
}

const roundingTexts = {
  'half-up': 'criteriaPage.roundHalfUp',
  'half-even': 'criteriaPage.roundHalfEven',
  down: 'criteriaPage.roundDown',
} as const satisfies Record<Rounding['mode'], TextKey>;

/** How results are printed, and that grades go by the exact ones. */
export function describeRounding({ digits, mode }: Rounding, t: Translate): string {
  return t(roundingTexts[mode], { digits });
}

/** What special deductions do to the score and to the assessment, one sentence each. */
export function describeDeduction({ points, atMost, failsAt }: DeductionRule, t: Translate): string[] {
  const sentences = [t('criteriaPage.deductionEach', { points: trimDecimal(points) })];
  if (atMost !== null) sentences.push(t('criteriaPage.atMost', { count: atMost }));
  if (failsAt !== null) sentences.push(t('criteriaPage.deductionFails', { count: failsAt }));
  return sentences;
}

/** What the special bonus does to the score, one sentence each. */
export function describeBonus({ points, atMost }: BonusRule, t: Translate): string[] {
  return [t('criteriaPage.bonusEach', { points: trimDecimal(points) }), t('criteriaPage.atMost', { count: atMost })];
}
