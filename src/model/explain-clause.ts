import type { Language } from '../i18n/language.ts';
import { type Translate, translator } from '../i18n/translate.ts';
import { clauseName, findClause } from './clause-name.ts';
import { textIn } from './clauses.ts';
import type { Criteria, Decimal } from './criteria.ts';
import {
  decimalPercent,
  isExact,
  numberInWords,
  percentInWords,
  plainNumber,
  plainPercent,
  relation,
  trimDecimal,
} from './figure-words.ts';
import { add, isZero, parseDecimal, zero } from './fraction.ts';
import type { ClauseResult, Explanation, Figure } from './result.ts';

type Told<By extends Explanation['by']> = Extract<Explanation, { by: By }>;

/** All that the words about one clause are made of. */
interface Context {
  readonly criteria: Criteria;
  readonly language: Language;
  readonly t: Translate;
  readonly result: ClauseResult;
  /** As the criteria write them. */
  readonly points: Decimal;
  readonly obtained: string;
}

/** How a clause came to its points, in one line: `抽查 20 项，不合格 3 项：3 × (20 − 3) / 20 = 2.55 分`. */
export function explainClause(criteria: Criteria, result: ClauseResult, language: Language): string {
  const t = translator(language);
  const points = trimDecimal(findClause(criteria, result.id)?.points ?? result.points.shown);
  const context = { criteria, language, t, result, points, obtained: plainNumber(result.obtained) };
  const explanation = explainWith(context, result.explanation);
  return result.state === 'partly' ? t('explain.partly', { explanation }) : explanation;
}

function explainWith(context: Context, told: Explanation): string {
  const { t, points, obtained } = context;
  switch (told.by) {
    case 'unrated':
      return explainUnrated(context);
    case 'sites':
      return explainSites(context, told);
    case 'not-applicable':
      return explainNotApplicable(context, told.reason);
    case 'met':
      return t(told.met ? 'explain.met' : 'explain.notMet', { obtained, points });
    case 'points':
      return t('explain.points', { obtained: trimDecimal(told.points), points });
    case 'sample':
      return explainSample(context, told);
    case 'level':
      return explainLevel(context, told);
    case 'measure':
      return explainMeasure(context, told);
    case 'checklist':
      return t('explain.checklist', { ...shareOf(context, told.share), present: told.present, of: told.of });
    case 'sum':
      return explainSum(context, told);
    case 'weighted-mean':
      return explainWeightedMean(context, told);
    default:
      return explainExtreme(context, told);
  }
}

function explainUnrated({ t, result: { sites }, points }: Context): string {
  const left = (sites ?? []).flatMap(({ site, state }) => (state === 'unrated' ? [site] : []));
  if (left.length === 0) return t('explain.unrated', { points });
  return t('explain.sitesUnrated', { sites: left.join(t('explain.listSeparator')), points });
}

/** Up to so many sites each is named with its rate. */
const namedSites = 8;

function explainSites(context: Context, { rollUp, share, sites }: Told<'sites'>): string {
  const { t } = context;
  const counting = sites.flatMap(({ site, rate, weight }) => (rate ? [{ site, rate, weight }] : []));
  const weighed = rollUp === 'by-headcount' || rollUp === 'pooled';
  const each = counting.map(({ site, rate, weight }) => {
    const values = { site, rate: plainPercent(rate), weight: plainNumber(weight) };
    return t(weighed ? 'explain.siteWeighed' : 'explain.site', values);
  });
  const list =
    counting.length > namedSites ? t('explain.sitesMany', { count: counting.length }) : each.join(t('explain.listSeparator'));
  return t(siteTexts[rollUp], { ...shareOf(context, share), list });
}

const siteTexts = {
  worst: 'explain.sitesWorst',
  mean: 'explain.sitesMean',
  'by-headcount': 'explain.sitesByHeadcount',
  pooled: 'explain.sitesPooled',
} as const;

function explainNotApplicable({ criteria, t, result }: Context, reason: string): string {
  if (reason !== '') return t('explain.notApplicableReason', { reason });
  const isRated = Boolean(findClause(criteria, result.id)?.method);
  return t(isRated ? 'explain.notApplicable' : 'explain.notApplicableSection');
}

function explainSample({ t, result, points, obtained }: Context, { size, failed }: Told<'sample'>): string {
  const formula = `${points} × (${size} − ${failed}) / ${size} ${relation(result.obtained)} ${obtained}`;
  return t('explain.sample', { size, failed, formula, obtained });
}

function explainLevel(context: Context, { level, share }: Told<'level'>): string {
  const { criteria, language, t, result } = context;
  const method = findClause(criteria, result.id)?.method;
  const found = method?.by === 'level' ? method.levels.find(({ value }) => value === level) : undefined;
  const label = textIn(found?.label ?? null, language, criteria.language);
  return t('explain.level', { ...shareOf(context, share), level, label });
}

function explainMeasure(context: Context, { value, share, band, between }: Told<'measure'>): string {
  const { criteria, language, t, result, points } = context;
  const method = findClause(criteria, result.id)?.method;
  const unit = method?.by === 'measure' ? textIn(method.unit, language, criteria.language) : '';
  const withUnit = (number: Decimal) => `${trimDecimal(number)}${unit === '%' || unit === '' ? unit : ` ${unit}`}`;
  const lowest = method?.by === 'measure' ? (method.bands.at(-1)?.at ?? '') : '';
  const measured = withUnit(value);

  if (!band) return t('explain.measureNone', { value: measured, at: withUnit(lowest), points });
  const at = withUnit(band.at);
  if (!between) return t('explain.measureBand', { ...shareOf(context, share), value: measured, at });

  const ends = { at, atShare: decimalPercent(band.share), next: withUnit(between.at), nextShare: decimalPercent(between.share) };
  return t('explain.measureLine', { ...shareOf(context, share), ...ends, value: measured });
}

function explainSum({ t, result, obtained }: Context, { children, parts }: Told<'sum'>): string {
  const applicable = plainNumber(result.applicable);
  if (result.rate && result.applicable.exact === '0') {
    return t('explain.sumOfNoPoints', { children, rate: percentInWords(result.rate) });
  }
  if (parts.length < 2) return t('explain.sumOfMany', { children, obtained: numberInWords(result.obtained), applicable });

  const formula = `${parts.map(plainNumber).join(' + ')} ${relation(...parts, result.obtained)} ${obtained}`;
  return t('explain.sum', { formula, applicable });
}

/** Up to so many children a mean is written out. */
const writtenOut = 6;

function explainWeightedMean(context: Context, { children }: Told<'weighted-mean'>): string {
  const { t, result, obtained } = context;
  const { rate } = result;
  if (!rate) return t('explain.unrated', { points: context.points });

  const weights = children.map(({ weight }) => trimDecimal(weight));
  const formula = product(context, rate);
  const weighsNothing = isZero(weights.map(parseDecimal).reduce(add, zero));
  if (weighsNothing || children.length < 2 || children.length > writtenOut) {
    return t('explain.weightedMeanOfMany', { children: children.length, rate: percentInWords(rate), formula, obtained });
  }
  const terms = children.map((child) => `${trimDecimal(child.weight)} × ${plainPercent(child.rate)}`).join(' + ');
  const sign = relation(...children.map((child) => child.rate), rate);
  return t('explain.weightedMean', {
    mean: `(${terms}) / (${weights.join(' + ')}) ${sign} ${plainPercent(rate)}`,
    formula,
    obtained,
  });
}

function explainExtreme(context: Context, { by, clause, rate }: Told<'minimum' | 'maximum'>): string {
  const { criteria, language, t, obtained } = context;
  const key = by === 'minimum' ? 'explain.minimum' : 'explain.maximum';
  const name = clauseName(criteria, clause, language);
  return t(key, { clause: name, rate: percentInWords(rate), formula: product(context, rate), obtained });
}

function shareOf(context: Context, share: Figure): Record<'share' | 'formula' | 'obtained', string> {
  return { share: percentInWords(share), formula: product(context, share), obtained: context.obtained };
}

/** `5 × 60% = 3`, with `≈` where a number is rounded. */
function product({ result, points, obtained }: Context, rate: Figure): string {
  const sign = isExact(rate) ? relation(result.obtained) : '≈';
  return `${points} × ${plainPercent(rate)} ${sign} ${obtained}`;
}
