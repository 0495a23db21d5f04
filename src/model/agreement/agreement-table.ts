import type { Clause } from '../criteria.ts';
import { type Fraction, toExact } from '../fraction.ts';
import type { Rating } from '../rating.ts';
import { prepareMethod, shareOf } from '../share.ts';
import type { Agreement, Item } from './agreement.ts';
import { cohensKappa, linearDistance, type Pair, weightedKappa } from './cohen-kappa.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { type AlphaMetric, krippendorffAlpha } from './krippendorff-alpha.ts';
import { percentAgreement } from './percent-agreement.ts';

/** A clause (at a site) with what each rater said of it; raters who said nothing are missing. */
export interface JudgedClause {
  readonly clause: Clause;
  readonly ratings: ReadonlyMap<string, Rating>;
}

/** Figures of all raters together. */
export interface GroupAgreement {
  /** Clauses that at least two rated. */
  readonly clauses: number;
  readonly percent: Agreement;
  readonly fleiss: Agreement;
  readonly alpha: Agreement;
  readonly metric: AlphaMetric;
}

/** Figures of two raters. */
export interface PairAgreement {
  readonly first: string;
  readonly second: string;
  readonly clauses: number;
  readonly percent: Agreement;
  readonly kappa: Agreement;
  readonly weighted: Agreement;
}

/**
 * Compares ratings by the share of the points that they give, so that clauses with different methods can stand together:
 * two ratings agree when their shares do. "Not applicable" is a category of its own for percent agreement and for kappa;
 * it is no number, so weighted kappa and, unless nominal, alpha leave it out. Alpha is nominal where all clauses are met or
 * not, ordinal where they have levels, checklists or are met or not, and interval otherwise.
 */
export function groupAgreement(judged: readonly JudgedClause[], raters: readonly string[]): GroupAgreement {
  const numbers = new Map<string, Fraction>();
  const items = judged.map((one) => itemOf(one, raters, numbers));
  const metric = metricOf(judged);
  const counted = metric === 'nominal' ? items : items.map((item) => item.map((said) => (said === notApplicable ? null : said)));
  const percent = percentAgreement(items);
  return {
    clauses: percent.items,
    percent,
    fleiss: fleissKappa(items),
    alpha: krippendorffAlpha(counted, metric, numbers),
    metric,
  };
}

/** Every two raters, in their order. */
export function pairAgreements(judged: readonly JudgedClause[], raters: readonly string[]): PairAgreement[] {
  return raters.flatMap((first, index) =>
    raters.slice(index + 1).map((second) => {
      const numbers = new Map<string, Fraction>();
      const pairs = judged
        .map((one) => itemOf(one, [first, second], numbers))
        .flatMap(([a, b]): Pair[] => (a != null && b != null ? [[a, b]] : []));
      const numeric = pairs.filter((pair) => !pair.includes(notApplicable));
      return {
        first,
        second,
        clauses: pairs.length,
        percent: percentAgreement(pairs),
        kappa: cohensKappa(pairs),
        weighted: weightedKappa(numeric, linearDistance(numbers)),
      };
    }),
  );
}

const notApplicable = 'not-applicable';

/** Writes the number of each category into `numbers`. */
function itemOf({ clause, ratings }: JudgedClause, raters: readonly string[], numbers: Map<string, Fraction>): Item {
  return raters.map((rater) => {
    const rating = ratings.get(rater);
    if (!rating || !clause.method) return null;
    const share = shareOf(prepareMethod(clause.method, clause.points), rating);
    if (!share) return notApplicable;
    const category = toExact(share);
    numbers.set(category, share);
    return category;
  });
}

const ranked: ReadonlySet<string> = new Set(['met', 'level', 'checklist']);

function metricOf(judged: readonly JudgedClause[]): AlphaMetric {
  const methods = judged.map(({ clause }) => clause.method?.by ?? 'met');
  if (methods.every((by) => by === 'met')) return 'nominal';
  return methods.every((by) => ranked.has(by)) ? 'ordinal' : 'interval';
}
