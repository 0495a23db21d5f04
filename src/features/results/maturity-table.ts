import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import { clauseName } from '../../model/clause-name.ts';
import { walkClauses } from '../../model/clauses.ts';
import type { Clause, Criteria } from '../../model/criteria.ts';
import { decimalPercent } from '../../model/figure-words.ts';
import { compare, parseDecimal, parseExact } from '../../model/fraction.ts';
import type { ClauseResult } from '../../model/result.ts';
import type { Scored } from './result-store.ts';
import { levelWords } from './verdict.ts';

export interface MaturityTable {
  readonly rule: string;
  /** The whole first, then the sections that have clauses with a level. */
  readonly rows: readonly MaturityRow[];
}

export interface MaturityRow {
  readonly name: string;
  readonly level: string;
  readonly label: string | null;
  /** The clauses in the way of the next level, the first few of them. */
  readonly holding: readonly { readonly id: string; readonly name: string }[];
  /** How many there are in all. */
  readonly holdingCount: number;
}

const mostNamed = 5;

/** null where the criteria have no maturity levels. */
export function toMaturityTable({ dossier: { criteria }, result }: Scored, language: Language): MaturityTable | null {
  const { maturity } = result;
  if (!criteria.maturity || !maturity) return null;

  const t = translator(language);
  const results = new Map(result.clauses.map((one) => [one.id, one]));
  const rowOf = (name: string, level: number | null, holding: readonly string[]): MaturityRow => ({
    name,
    ...levelWords(criteria, level, language),
    holding: holding.slice(0, mostNamed).map((id) => ({ id, name: clauseName(criteria, id, language) })),
    holdingCount: holding.length,
  });
  const sections = criteria.clauses.flatMap((section) => {
    const level = maturity.sections[section.id];
    if (level === undefined) return [];
    const holding = level === null ? [] : holdingIn(criteria, section, level, results);
    return [rowOf(clauseName(criteria, section.id, language), level, holding)];
  });
  return {
    rule: t('results.maturityRule', { share: decimalPercent(criteria.maturity.reachedAt) }),
    rows: [rowOf(t('results.overall'), maturity.overall, maturity.holding), ...sections],
  };
}

/** The clauses of a section that keep it from the level after the one reached. */
function holdingIn(
  { maturity }: Criteria,
  section: Clause,
  reached: number,
  results: ReadonlyMap<string, ClauseResult>,
): string[] {
  const asked = parseDecimal(maturity?.reachedAt ?? '1');
  return [...walkClauses([section])].flatMap(({ clause }) => {
    const own = results.get(clause.id);
    if (!own || clause.maturity === null || clause.maturity > reached + 1) return [];
    const short = own.state === 'rated' && own.rate !== null && compare(parseExact(own.rate.exact), asked) < 0;
    return short ? [clause.id] : [];
  });
}
