import type { Language } from '../../i18n/language.ts';
import { clauseName } from '../../model/clause-name.ts';
import { textIn } from '../../model/clauses.ts';
import type { RatingMethod } from '../../model/criteria.ts';
import { explainClause } from '../../model/explain-clause.ts';
import type { ClauseResult } from '../../model/result.ts';
import type { Scored } from '../results/result-store.ts';

/** A clause as lists of figures show it; figures as printed. */
export interface ClauseRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** Names of the clauses above it, the outermost first. */
  readonly above: readonly string[];
  readonly depth: number;
  readonly isRated: boolean;
  readonly method: RatingMethod['by'] | null;
  readonly result: ClauseResult;
  /** How it came to its points, in words. */
  readonly explanation: string;
  readonly note: string;
  /** References of the evidence. */
  readonly evidence: readonly string[];
  readonly findings: readonly string[];
}

/** The clauses that have a result, parents before children. */
export function clauseRows({ dossier, result }: Scored, language: Language): ClauseRow[] {
  const { criteria } = dossier;
  const results = new Map(result.clauses.map((one) => [one.id, one]));
  const evidence = groupBy(dossier.evidence, ({ clauses }) => clauses);
  const findings = groupBy(dossier.findings, ({ clause }) => (clause === null ? [] : [clause]));
  const rowsBelow = (clauses: typeof criteria.clauses, above: readonly string[]): ClauseRow[] =>
    clauses.flatMap((clause) => {
      const own = results.get(clause.id);
      if (!own) return [];
      const row: ClauseRow = {
        id: clause.id,
        number: clause.number,
        title: textIn(clause.title, language, criteria.language),
        above,
        depth: above.length,
        isRated: clause.method !== null,
        method: clause.method?.by ?? null,
        result: own,
        explanation: explainClause(criteria, own, language),
        note: dossier.ratings[clause.id]?.note ?? '',
        evidence: (evidence.get(clause.id) ?? []).map(({ reference }) => reference),
        findings: (findings.get(clause.id) ?? []).map(({ number, statement }) => number ?? statement),
      };
      return [row, ...rowsBelow(clause.clauses, [...above, clauseName(criteria, clause.id, language)])];
    });
  return rowsBelow(criteria.clauses, []);
}

function groupBy<T>(list: readonly T[], keysOf: (one: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    for (const key of keysOf(one)) groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}
