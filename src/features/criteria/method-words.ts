import type { Language } from '../../i18n/language.ts';
import type { TextKey } from '../../i18n/texts.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import type {
  Aggregate,
  AuditMethod,
  ChecklistMethod,
  Clause,
  Criteria,
  LevelMethod,
  LocalizedText,
  MeasureMethod,
  NotApplicableRule,
} from '../../model/criteria.ts';
import { decimalPercent, trimDecimal } from '../../model/figure-words.ts';
import { add, parseDecimal, toExact, zero } from '../../model/fraction.ts';
import type { SiteRollUp } from '../../model/site-ratings.ts';

/** How a clause is rated, for people. */
export interface MethodWords {
  /** How a rating becomes a share of the points, in a sentence or two. */
  readonly summary: string;
  /** The levels lowest first, the bands best first, or the items; empty where the summary says all. */
  readonly rows: readonly MethodRow[];
}

export interface MethodRow {
  readonly label: string;
  /** The share of the points, or the weight of an item; null where the items are not told apart. */
  readonly worth: string | null;
  /** What is found at a level. */
  readonly detail: string | null;
}

/** Writes a text of the criteria in the reader's language. */
type Read = (text: LocalizedText | null) => string;

/** How that clause is rated; null for clauses that are not rated themselves. */
export function describeMethod(criteria: Criteria, clause: Clause, language: Language): MethodWords | null {
  const t = translator(language);
  const read: Read = (text) => textIn(text, language, criteria.language);
  const { method } = clause;
  switch (method?.by) {
    case undefined:
      return null;
    case 'met':
      return { summary: t('method.met'), rows: [] };
    case 'sample':
      return { summary: t('method.sample', { atLeast: method.atLeast }), rows: [] };
    case 'points':
      return { summary: t('method.points', { points: clause.points, step: method.step }), rows: [] };
    case 'level':
      return { summary: t('method.level'), rows: levelRows(method, read) };
    case 'measure':
      return describeMeasure(t, method, read(method.unit));
    case 'checklist':
      return describeChecklist(t, method, read);
  }
}

function levelRows({ levels }: LevelMethod, read: Read): MethodRow[] {
  return levels.map(({ value, share, label, anchor }) => ({
    label: `${value} ${read(label)}`,
    worth: decimalPercent(share),
    detail: read(anchor) || null,
  }));
}

function describeMeasure(t: Translate, method: MeasureMethod, unit: string): MethodWords {
  const { better, between, bands, from, to } = method;
  const sign = better === 'higher' ? '≥' : '≤';
  const rows = bands.map(({ at, share }) => ({
    label: `${sign} ${withUnit(at, unit)}`,
    worth: decimalPercent(share),
    detail: null,
  }));
  const lowest = bands.at(-1);
  const elseNothing = between === 'steps' && lowest && decimalPercent(lowest.share) !== '0%';
  const sentences = [
    t(better === 'higher' ? 'method.measureHigher' : 'method.measureLower', { unit }),
    t(between === 'lines' ? 'method.measureLines' : 'method.measureSteps'),
    rangeOf(t, from && withUnit(from, unit), to && withUnit(to, unit)),
  ];
  return {
    summary: sentences.filter(Boolean).join(t('method.sentenceGap')),
    rows: elseNothing ? [...rows, { label: t('method.otherwise'), worth: '0%', detail: null }] : rows,
  };
}

function rangeOf(t: Translate, from: string | null, to: string | null): string | null {
  if (from !== null && to !== null) return t('method.range', { from, to });
  if (from !== null) return t('method.rangeFrom', { from });
  return to === null ? null : t('method.rangeTo', { to });
}

function withUnit(value: string, unit: string): string {
  return unit === '%' ? `${trimDecimal(value)}%` : `${trimDecimal(value)} ${unit}`;
}

function describeChecklist(t: Translate, method: ChecklistMethod, read: Read): MethodWords {
  const { need, items, fullAt } = method;
  const rows = items.map(({ label, weight }) => ({
    label: read(label),
    worth: need === 'weighted' ? t('method.weight', { weight: trimDecimal(weight) }) : null,
    detail: null,
  }));
  switch (need) {
    case 'all':
      return { summary: t('method.checklistAll', { count: items.length }), rows };
    case 'any':
      return { summary: t('method.checklistAny', { count: items.length }), rows };
    case 'count':
      return { summary: t('method.checklistCount', { count: items.length, fullAt }), rows };
    case 'weighted': {
      const total = toExact(items.map(({ weight }) => parseDecimal(weight)).reduce(add, zero));
      return { summary: t('method.checklistWeighted', { total }), rows };
    }
  }
}

const aggregateTexts = {
  sum: 'method.sum',
  'weighted-mean': 'method.weightedMean',
  minimum: 'method.minimum',
  maximum: 'method.maximum',
  own: 'method.own',
} as const satisfies Record<Aggregate, TextKey>;

/** How the clauses below make the result of an inner clause. */
export function describeAggregate(aggregate: Aggregate, language: Language): string {
  return translator(language)(aggregateTexts[aggregate]);
}

const notApplicableTexts = {
  forbidden: 'method.notApplicableForbidden',
  allowed: 'method.notApplicableAllowed',
  'with-reason': 'method.notApplicableWithReason',
} as const satisfies Record<NotApplicableRule, TextKey>;

/** Whether a clause may be rated as not applicable. */
export function describeNotApplicable(rule: NotApplicableRule, language: Language): string {
  return translator(language)(notApplicableTexts[rule]);
}

/** How the ratings of a clause at several sites become one. */
export function describeSiteRollUp(rollUp: SiteRollUp, language: Language): string {
  return translator(language)(`sheets.word.${rollUp}`);
}

/** The ways by which an auditor finds out, one after the other. */
export function describeAuditMethods(methods: readonly AuditMethod[], language: Language): string {
  const t = translator(language);
  return methods.map((method) => t(`auditMethod.${method}`)).join(t('method.listSeparator'));
}
