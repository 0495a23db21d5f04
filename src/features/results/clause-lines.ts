import { percentText } from '../../charts/percent.ts';
import type { Language } from '../../i18n/language.ts';
import { clauseName } from '../../model/clause-name.ts';
import { textIn, walkClauses } from '../../model/clauses.ts';
import type { Clause, FindingGrade } from '../../model/criteria.ts';
import type { Dossier } from '../../model/dossier.ts';
import { explainClause } from '../../model/explain-clause.ts';
import type { ClauseResult } from '../../model/result.ts';
import type { Scored } from './result-store.ts';

/** A section with every clause below it, ready to be opened. */
export interface ClauseSection {
  readonly id: string;
  readonly name: string;
  /** The section first. */
  readonly lines: readonly ClauseLine[];
}

export interface ClauseLine {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** 0: the section itself. */
  readonly depth: number;
  readonly state: ClauseResult['state'];
  /** null where nothing is obtained: not rated or not applicable. */
  readonly obtained: string | null;
  readonly applicable: string;
  readonly rate: string | null;
  /** The arithmetic in one line. */
  readonly words: string;
  /** What the clause adds to the score and what it loses; null where nothing is rated. */
  readonly adds: string | null;
  readonly lost: string;
  readonly requirement: string;
  readonly note: string;
  readonly evidence: readonly { readonly reference: string; readonly title: string; readonly href: string | null }[];
  readonly findings: readonly { readonly grade: FindingGrade; readonly statement: string }[];
  /** Rated itself: its sheet has more. */
  readonly rated: boolean;
}

/** `evidenceLinks`: reference → address of the piece of evidence. */
export function toClauseSections(
  scored: Scored,
  evidenceLinks: ReadonlyMap<string, string>,
  language: Language,
): ClauseSection[] {
  const { criteria } = scored.dossier;
  const results = new Map(scored.result.clauses.map((one) => [one.id, one]));
  const evidence = byClause(scored.dossier.evidence, ({ clauses }) => clauses);
  const findings = byClause(scored.dossier.findings, ({ clause }) => (clause === null ? [] : [clause]));
  return criteria.clauses.map((section) => ({
    id: section.id,
    name: clauseName(criteria, section.id, language),
    lines: [...walkClauses([section])].flatMap(({ clause, depth }) => {
      const own = results.get(clause.id);
      if (!own) return [];
      return [
        {
          ...describe(scored.dossier, clause, own, language),
          depth,
          evidence: (evidence.get(clause.id) ?? []).map(({ reference, title }) => ({
            reference,
            title,
            href: evidenceLinks.get(reference) ?? null,
          })),
          findings: (findings.get(clause.id) ?? []).map(({ grade, statement }) => ({ grade, statement })),
        },
      ];
    }),
  }));
}

function describe(
  { criteria, ratings }: Dossier,
  clause: Clause,
  own: ClauseResult,
  language: Language,
): Omit<ClauseLine, 'depth' | 'evidence' | 'findings'> {
  const counts = own.state === 'rated' || own.state === 'partly';
  return {
    id: clause.id,
    number: clause.number,
    title: textIn(clause.title, language, criteria.language),
    state: own.state,
    obtained: counts ? own.obtained.shown : null,
    applicable: own.applicable.shown,
    rate: counts ? percentText(own.rate?.shown) : null,
    words: explainClause(criteria, own, language),
    adds: counts ? own.adds.shown : null,
    lost: own.lost.shown,
    requirement: textIn(clause.requirement, language, criteria.language),
    note: ratings[clause.id]?.note.trim() ?? '',
    rated: clause.method !== null,
  };
}

function byClause<T>(list: readonly T[], clausesOf: (one: T) => readonly string[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of list) {
    for (const id of clausesOf(one)) {
      const known = found.get(id);
      if (known) known.push(one);
      else found.set(id, [one]);
    }
  }
  return found;
}
