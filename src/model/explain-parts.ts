import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import type { Criteria } from './criteria.ts';
import { numberInWords, plainNumber, relation } from './figure-words.ts';
import { partName } from './part-name.ts';
import type { ScoreStep } from './result.ts';

type Step<Name extends ScoreStep['step']> = Extract<ScoreStep, { step: Name }>;

/** How a part came to its score, or the parts to the whole: `(30 × 80 + 70 × 90) ÷ 100 = 87`. */
export function explainParts(criteria: Criteria, step: Step<'part' | 'weigh'>, language: Language): string {
  return step.step === 'part' ? explainPart(criteria, step, language) : explainWeights(criteria, step, language);
}

function explainPart(criteria: Criteria, step: Step<'part'>, language: Language): string {
  const { obtained, applicable, fullMarks, score } = step;
  const t = translator(language);
  const part = partName(criteria, step.part, language);
  if (applicable.exact === '0') return t('explain.stepPartBare', { part, score: numberInWords(score) });
  return t('explain.stepPart', {
    part,
    obtained: plainNumber(obtained),
    applicable: plainNumber(applicable),
    fullMarks: plainNumber(fullMarks),
    relation: relation(obtained, applicable, score),
    score: plainNumber(score),
  });
}

function explainWeights(criteria: Criteria, { parts, weights, score }: Step<'weigh'>, language: Language): string {
  const t = translator(language);
  const [first, ...others] = parts;
  if (!first) return t('explain.stepNothing');
  if (others.length === 0) {
    return t('explain.stepWeighOne', { part: partName(criteria, first.part, language), score: numberInWords(score) });
  }
  const products = parts.map((part) => `${plainNumber(part.weight)} × ${plainNumber(part.score)}`).join(' + ');
  const sign = relation(weights, score, ...parts.flatMap((part) => [part.weight, part.score]));
  return t('explain.stepWeigh', { formula: `(${products}) ÷ ${plainNumber(weights)} ${sign} ${plainNumber(score)}` });
}
