import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { clauseName } from './clause-name.ts';
import { ratedClauses } from './clauses.ts';
import type { Clause, Criteria, EvidenceKind } from './criteria.ts';
import type { Dossier } from './dossier.ts';
import { evidenceKindText } from './evidence-kind-words.ts';
import type { Rating } from './rating.ts';

/** What an assessment still lacks before it can be finished. `detail` is the kind of evidence. */
export type Missing =
  | { readonly what: 'unrated' | 'reason'; readonly clause: string }
  | { readonly what: 'evidence'; readonly clause: string; readonly detail: EvidenceKind };

/** In the order of the criteria; empty when the assessment can be finished. */
export function missingToFinish({ criteria, ratings, evidence }: Dossier): Missing[] {
  const kinds = new Map<string, Set<EvidenceKind>>();
  for (const { kind, clauses } of evidence) {
    for (const id of clauses) kinds.set(id, (kinds.get(id) ?? new Set()).add(kind));
  }
  return ratedClauses(criteria).flatMap((clause) => missingOf(clause, ratings[clause.id]?.rating ?? null, kinds.get(clause.id)));
}

function missingOf(clause: Clause, rating: Rating | null, found: ReadonlySet<EvidenceKind> | undefined): Missing[] {
  if (!rating) return [{ what: 'unrated', clause: clause.id }];
  if (rating.by === 'not-applicable') {
    const lacksReason = clause.notApplicable === 'with-reason' && rating.reason.trim() === '';
    return lacksReason ? [{ what: 'reason', clause: clause.id }] : [];
  }
  const required = new Set(clause.evidence.filter((expected) => expected.required).map(({ kind }) => kind));
  const lacking = [...required].filter((kind) => !found?.has(kind));
  return lacking.map((detail) => ({ what: 'evidence', clause: clause.id, detail }));
}

/** Names what is missing in one sentence, with number and title of the clause. */
export function messageOfMissing(missing: Missing, criteria: Criteria, language: Language): string {
  const t = translator(language);
  const clause = clauseName(criteria, missing.clause, language);
  switch (missing.what) {
    case 'unrated':
      return t('rating.missingRating', { clause });
    case 'reason':
      return t('rating.missingReason', { clause });
    case 'evidence':
      return t('rating.missingEvidence', { clause, kind: evidenceKindText(missing.detail, language) });
  }
}
