import type { CertificationRule } from '../../model/certification-rule.ts';
import { walkClauses } from '../../model/clauses.ts';
import type { Clause, Criteria, LocalizedText, RatingMethod } from '../../model/criteria.ts';

/** How much of the criteria stands in that language: whole percent, rounded down, so that 100 means all. */
export function translatedPercent(criteria: Criteria, language: string): number {
  let all = 0;
  let there = 0;
  for (const text of textsOf(criteria)) {
    if (!text?.[criteria.language]) continue;
    all += 1;
    if (text[language]) there += 1;
  }
  return all === 0 ? 100 : Math.floor((there * 100) / all);
}

type Text = LocalizedText | null;

function* textsOf(criteria: Criteria): Generator<Text> {
  yield* [criteria.title, criteria.about, criteria.failLabel];
  for (const { clause } of walkClauses(criteria.clauses)) yield* textsOfClause(clause);
  for (const { label } of [...(criteria.deduction?.grounds ?? []), ...(criteria.bonus?.grounds ?? [])]) yield label;
  for (const { label } of criteria.grades) yield label;
  for (const { title } of criteria.gates) yield title;
  yield* criteria.maturity?.levels ?? [];
  if (criteria.certification) yield* textsOfCertification(criteria.certification);
}

function* textsOfCertification({ deadlines, documents, checks }: CertificationRule): Generator<Text> {
  for (const { title, after } of deadlines) yield* [title, after];
  for (const { title } of [...(documents ?? []), ...(checks ?? [])]) yield title;
}

function* textsOfClause(clause: Clause): Generator<Text> {
  yield* [clause.title, clause.requirement, clause.guidance];
  for (const { title } of clause.evidence) yield title;
  if (clause.method) yield* textsOfMethod(clause.method);
}

function* textsOfMethod(method: RatingMethod): Generator<Text> {
  if (method.by === 'level') for (const { label, anchor } of method.levels) yield* [label, anchor];
  if (method.by === 'checklist') for (const { label } of method.items) yield label;
  if (method.by === 'measure') yield method.unit;
}
