import { languageName } from '../../i18n/language-name.ts';
import type { TextKey } from '../../i18n/texts.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { describeCondition } from '../../model/explain-condition.ts';
import type { Reader } from './describe-difference.ts';
import type { HeadChange, HeadPart } from './difference.ts';

const parts = {
  title: 'difference.partTitle',
  about: 'difference.partAbout',
  basis: 'difference.partBasis',
  languages: 'difference.partLanguages',
  language: 'difference.partLanguage',
  format: 'difference.partFormat',
  'full-marks': 'difference.partFullMarks',
  rounding: 'difference.partRounding',
  'fail-label': 'difference.partFailLabel',
  grade: 'difference.partGrade',
  gate: 'difference.partGate',
  deduction: 'difference.partDeduction',
  bonus: 'difference.partBonus',
  maturity: 'difference.partMaturity',
  certification: 'difference.partCertification',
  variants: 'difference.partVariants',
  profiles: 'difference.partProfiles',
  parts: 'parts.title',
} as const satisfies Record<HeadPart, TextKey>;

/** One change outside the tree in a line, one line for each condition. */
export function describeHeadChange(change: HeadChange, { before, after, language }: Reader): string[] {
  const t = translator(language);
  const part = partName(change, t);
  if (change.change === 'conditions') return describeConditions(change, part, { before, after, language });
  if (change.change === 'value') {
    const show = (value: string | null) => value?.replace(/\s+/g, ' ') || t('difference.nothing');
    return [t('difference.value', { part, from: show(change.from), to: show(change.to) })];
  }
  return [t(change.change === 'added' ? 'difference.partAdded' : 'difference.partRemoved', { part })];
}

type ConditionsChange = Extract<HeadChange, { change: 'conditions' }>;

function describeConditions({ dropped, asked }: ConditionsChange, part: string, { before, after, language }: Reader): string[] {
  const t = translator(language);
  if (dropped.length + asked.length === 0) return [t('difference.conditionOrder', { part })];
  return [
    ...dropped.map((condition) =>
      t('difference.conditionDropped', { part, condition: describeCondition(before, condition, language) }),
    ),
    ...asked.map((condition) =>
      t('difference.conditionAsked', { part, condition: describeCondition(after, condition, language) }),
    ),
  ];
}

/** What it is about: `等级 five-star label`; of a text in several languages also which one, as its speakers call it. */
export function partName(change: HeadChange, t: Translate): string {
  const name = (field: string) => [t(parts[change.part]), change.id, field].filter(Boolean).join(' ');
  if (change.change !== 'value') return name('');
  const [, field = '', tag] = /^(?:(.+)\.)?([a-z]{2}(?:-[A-Z]{2})?)$/.exec(change.field) ?? [];
  return tag ? t('comparison.textIn', { text: name(field), language: languageName(tag) }) : name(change.field);
}
