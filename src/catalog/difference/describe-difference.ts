import type { Language } from '../../i18n/language.ts';
import type { TextKey } from '../../i18n/texts.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { choiceTitle, choiceTitles } from '../../model/choice-titles.ts';
import { clauseName, findClause } from '../../model/clause-name.ts';
import { textIn } from '../../model/clauses.ts';
import type { Aggregate, Criteria, NotApplicableRule } from '../../model/criteria.ts';
import { describeMethodBriefly } from './describe-method.ts';
import type { ClauseChange, TextChange } from './difference.ts';
import { type TextPart, wordParts } from './word-parts.ts';

/** Both versions, and the reader's language. */
export interface Reader {
  readonly before: Criteria;
  readonly after: Criteria;
  readonly language: Language;
}

const aggregates = {
  sum: 'difference.aggregateSum',
  'weighted-mean': 'difference.aggregateWeightedMean',
  minimum: 'difference.aggregateMinimum',
  maximum: 'difference.aggregateMaximum',
  own: 'difference.aggregateOwn',
} as const satisfies Record<Aggregate, TextKey>;

const notApplicableRules = {
  forbidden: 'difference.notApplicableForbidden',
  allowed: 'difference.notApplicableAllowed',
  'with-reason': 'difference.notApplicableWithReason',
} as const satisfies Record<NotApplicableRule, TextKey>;

/** One change of a clause in a line. What is removed from a text stands in `[-…-]`, what is added in `{+…+}`. */
export function describeClauseChange(change: ClauseChange, reader: Reader): string {
  const t = translator(reader.language);
  switch (change.change) {
    case 'moved':
    case 'reordered':
      return describePlace(change, reader, t);
    case 'reworded':
      return describeWords(change, t);
    case 'aggregate': {
      const name = (value: Aggregate | null) => (value === null ? t('difference.nothing') : t(aggregates[value]));
      return t('difference.aggregate', { from: name(change.from), to: name(change.to) });
    }
    case 'method': {
      const brief = (method: typeof change.from) => describeMethodBriefly(method, reader.language);
      return t('difference.method', { from: brief(change.from), to: brief(change.to) });
    }
    case 'not-applicable':
      return t('difference.notApplicable', { from: t(notApplicableRules[change.from]), to: t(notApplicableRules[change.to]) });
    case 'at-sites':
      return t('difference.atSites', { from: t(`sheets.word.${change.from}`), to: t(`sheets.word.${change.to}`) });
    case 'only-in':
    case 'points-in':
      return describeChoices(change, reader, t);
    default:
      return describeValue(change, t);
  }
}

type PlaceChange = Extract<ClauseChange, { change: 'moved' | 'reordered' }>;
type ValueChange = Extract<
  ClauseChange,
  { change: 'renumbered' | 'points' | 'weight' | 'maturity' | 'audit-methods' | 'evidence' }
>;

function describePlace(change: PlaceChange, { before, after, language }: Reader, t: Translate): string {
  if (change.change === 'reordered') {
    if (change.after === null) return t('difference.reorderedFirst');
    return t('difference.reorderedAfter', { after: clauseName(after, change.after, language) });
  }
  const name = (criteria: Criteria, id: string | null) =>
    id === null ? t('difference.topLevel') : clauseName(criteria, id, language);
  return t('difference.moved', { from: name(before, change.from), to: name(after, change.to) });
}

const valueTexts = {
  renumbered: 'difference.renumbered',
  points: 'difference.points',
  weight: 'difference.weight',
  maturity: 'difference.maturity',
  'audit-methods': 'difference.auditMethods',
  evidence: 'difference.evidence',
} as const satisfies Record<ValueChange['change'], TextKey>;

function describeValue(change: ValueChange, t: Translate): string {
  const show = (value: string | number | null | readonly string[]) => {
    const text = typeof value === 'object' && value !== null ? value.join(t('upgrade.listSeparator')) : String(value ?? '');
    return text || t('difference.nothing');
  };
  return t(valueTexts[change.change], { from: show(change.from), to: show(change.to) });
}

type ChoicesChange = Extract<ClauseChange, { change: 'only-in' | 'points-in' }>;

/** Where a clause is asked, and points that differ there, by the titles of kinds of enterprise and profiles. */
function describeChoices({ change, from, to }: ChoicesChange, { before, after, language }: Reader, t: Translate): string {
  const separator = t('explain.listSeparator');
  if (change === 'only-in') {
    const titles = (of: Criteria, ids: readonly string[]) => choiceTitles(of, ids, language) || t('difference.everywhere');
    return t('difference.onlyIn', { from: titles(before, from), to: titles(after, to) });
  }
  const titled = (of: Criteria, lines: readonly string[]) =>
    lines.map((line) => line.replace(/^\S+/, (key) => choiceTitle(of, key, language))).join(separator) || t('difference.nothing');
  return t('difference.pointsIn', { from: titled(before, from), to: titled(after, to) });
}

function describeWords({ text, language, from, to }: TextChange, t: Translate): string {
  return t('difference.reworded', { text: textName(text, t), language, words: markWords(wordParts(from ?? '', to ?? '')) });
}

/** Long stretches that did not change are cut short. */
function markWords(parts: readonly TextPart[]): string {
  return parts
    .map(({ part, text }, index) => {
      if (part === 'removed') return `[-${text}-]`;
      if (part === 'added') return `{+${text}+}`;
      return shorten(text, index > 0, index < parts.length - 1);
    })
    .join('')
    .replace(/\s*\n\s*/g, ' ');
}

const keptBeside = 16;

function shorten(text: string, keepsStart: boolean, keepsEnd: boolean): string {
  const letters = [...text];
  if (letters.length <= keptBeside * 2 + 1) return text;
  const start = keepsStart ? letters.slice(0, keptBeside).join('') : '';
  const end = keepsEnd ? letters.slice(-keptBeside).join('') : '';
  return `${start}…${end}`;
}

/** What a text of a clause is called: `levels.2.anchor` → 等级 2. */
export function textName(text: string, t: Translate): string {
  const [kind = '', name = ''] = text.split('.');
  if (kind === 'title') return t('difference.textTitle');
  if (kind === 'requirement') return t('difference.textRequirement');
  if (kind === 'guidance') return t('difference.textGuidance');
  if (kind === 'unit') return t('difference.textUnit');
  if (kind === 'evidence') return t('difference.textEvidence', { name });
  return t(kind === 'items' ? 'difference.textItem' : 'difference.textLevel', { name });
}

/** `5.1.2 人员配置 (staffing)`: number, title and id of a clause. */
export function nameWithId(criteria: Criteria, id: string, language: Language): string {
  const clause = findClause(criteria, id);
  const name = [clause?.number, textIn(clause?.title ?? null, language, criteria.language)].filter(Boolean).join(' ');
  return name ? `${name} (${id})` : id;
}
