import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { choiceTitles } from './choice-titles.ts';
import { clauseName } from './clause-name.ts';
import { textIn } from './clauses.ts';
import type { Condition, Criteria, FindingGrade } from './criteria.ts';
import { decimalPercent, percentInWords } from './figure-words.ts';
import { partName } from './part-name.ts';
import type { Effect, Found } from './result.ts';

/** The label of a grade; the id when the criteria have none such. */
export function gradeLabel(criteria: Criteria, id: string, language: Language): string {
  const grade = criteria.grades.find((candidate) => candidate.id === id);
  return grade ? textIn(grade.label, language, criteria.language) : id;
}

const findingTexts = {
  major: 'explain.findingsMajor',
  minor: 'explain.findingsMinor',
  observation: 'explain.findingsObservation',
  opportunity: 'explain.findingsOpportunity',
  strength: 'explain.findingsStrength',
} as const satisfies Record<FindingGrade, string>;

/** A condition without saying whether it is met: `“5.1 售后服务体系”得分率不低于 90%`. */
export function describeCondition(criteria: Criteria, condition: Condition, language: Language): string {
  const text = conditionText(criteria, condition, language);
  if (!condition.onlyIn) return text;
  return translator(language)('choices.condition', {
    condition: text,
    names: choiceTitles(criteria, condition.onlyIn, language),
  });
}

function conditionText(criteria: Criteria, condition: Condition, language: Language): string {
  const t = translator(language);
  switch (condition.if) {
    case 'rate':
      return t('explain.conditionRate', {
        clause: clauseName(criteria, condition.clause, language),
        rate: decimalPercent(condition.atLeast),
      });
    case 'part':
      return t('explain.conditionPart', {
        part: partName(criteria, condition.part, language),
        rate: decimalPercent(condition.atLeast),
      });
    case 'must-pass':
      return t('explain.conditionMustPass', { clauses: namesOf(criteria, condition.clauses, language) });
    case 'findings': {
      const finding = t(findingTexts[condition.grade]);
      if (condition.atMost === 0) return t('explain.conditionNoFindings', { finding });
      return t('explain.conditionFindings', { finding, atMost: condition.atMost });
    }
    case 'deductions':
      return t('explain.conditionDeductions', { fewerThan: condition.fewerThan });
    case 'maturity': {
      const label = textIn(criteria.maturity?.levels[condition.atLeast - 1] ?? null, language, criteria.language);
      return t('explain.conditionMaturity', { level: condition.atLeast, label });
    }
    case 'held':
      return t('explain.conditionHeld', { grade: gradeLabel(criteria, condition.grade, language), months: condition.months });
  }
}

/** What held the grade down or failed the assessment, and why. */
export function describeEffect(criteria: Criteria, effect: Effect, language: Language): string {
  const t = translator(language);
  if (effect.because === 'deductions') return t('explain.effectDeductions', { given: effect.given, failsAt: effect.failsAt });

  const condition = describeCondition(criteria, effect.condition, language);
  const found = describeFound(criteria, effect.found, language);
  if (effect.because === 'requirement') {
    return t('explain.effectRequirement', { grade: gradeLabel(criteria, effect.withheld, language), condition, found });
  }
  if (effect.because === 'part') return t('explain.effectPartFails', { condition, found });
  const title = criteria.gates.find(({ id }) => id === effect.gate)?.title ?? null;
  const gate = textIn(title, language, criteria.language) || effect.gate;
  if (effect.capAt === null) return t('explain.effectGateFails', { gate, condition, found });
  return t('explain.effectGateCaps', { gate, grade: gradeLabel(criteria, effect.capAt, language), condition, found });
}

function describeFound(criteria: Criteria, found: Found, language: Language): string {
  const t = translator(language);
  if ('rate' in found) return t('explain.foundRate', { rate: percentInWords(found.rate) });
  if ('failed' in found) return t('explain.foundFailed', { clauses: namesOf(criteria, found.failed, language) });
  if ('count' in found) return t('explain.foundCount', { count: found.count });
  if ('level' in found) return t('explain.foundLevel', { level: found.level });
  if (!found.held) return t('explain.foundNotHeld');
  return t('explain.foundHeld', { grade: gradeLabel(criteria, found.held.grade, language), months: found.held.months });
}

function namesOf(criteria: Criteria, ids: readonly string[], language: Language): string {
  const t = translator(language);
  const names = ids.map((id) => t('explain.named', { name: clauseName(criteria, id, language) }));
  return names.join(t('explain.listSeparator'));
}
