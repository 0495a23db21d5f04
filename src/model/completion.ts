import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { clauseName } from './clause-name.ts';
import { ratedClauses } from './clauses.ts';
import type { Clause, Criteria, EvidenceKind } from './criteria.ts';
import type { ClauseRating, Dossier, Evidence } from './dossier.ts';
import { evidenceKindText } from './evidence-kind-words.ts';
import { type Unreliable, whyUnreliable } from './evidence-life.ts';
import type { Rating } from './rating.ts';

/** A piece of the required kind that is there but does not count. */
export interface Unusable {
  readonly reference: string;
  readonly why: Unreliable;
}

/** What an assessment still lacks before it can be finished. `detail` is the kind of evidence; `unusable` what there is of it. */
export type Missing =
  | { readonly what: 'unrated' | 'reason'; readonly clause: string }
  | {
      readonly what: 'evidence';
      readonly clause: string;
      readonly detail: EvidenceKind;
      readonly unusable?: readonly Unusable[];
    };

/** In the order of the criteria; empty when the assessment can be finished. */
export function missingToFinish({ criteria, ratings, evidence, assessment }: Dossier): Missing[] {
  const byClause = new Map<string, Judged[]>();
  for (const one of evidence) {
    const judged = { ...one, why: whyUnreliable(one.life, assessment.to) };
    for (const id of one.clauses) byClause.set(id, [...(byClause.get(id) ?? []), judged]);
  }
  return ratedClauses(criteria).flatMap((clause) =>
    missingOf(clause, saidOf(clause, ratings[clause.id]), byClause.get(clause.id) ?? []),
  );
}

type Judged = Evidence & { readonly why: Unreliable | null };

/** What stands for the clause: a rating, or one for each of its sites. */
function saidOf({ siteRollUp }: Clause, said: ClauseRating | undefined): (Rating | null)[] {
  return siteRollUp && said?.sites?.length ? said.sites.map(({ rating }) => rating) : [said?.rating ?? null];
}

function missingOf(clause: Clause, ratings: readonly (Rating | null)[], found: readonly Judged[]): Missing[] {
  if (ratings.includes(null)) return [{ what: 'unrated', clause: clause.id }];
  const isBare = (rating: Rating | null) => rating?.by === 'not-applicable' && rating.reason.trim() === '';
  if (clause.notApplicable === 'with-reason' && ratings.some(isBare)) return [{ what: 'reason', clause: clause.id }];
  if (ratings.every((rating) => rating?.by === 'not-applicable')) return [];
  const required = new Set(clause.evidence.filter((expected) => expected.required).map(({ kind }) => kind));
  return [...required].flatMap((detail): Missing[] => {
    const ofKind = found.filter(({ kind }) => kind === detail);
    if (ofKind.some(({ why }) => why === null)) return [];
    const unusable = ofKind.flatMap(({ reference, why }) => (why ? [{ reference, why }] : []));
    return [{ what: 'evidence', clause: clause.id, detail, ...(unusable.length > 0 ? { unusable } : {}) }];
  });
}

/** `E3 rejected, E5 no longer valid`; empty when there is nothing of the kind at all. */
export function unusableText(unusable: readonly Unusable[] | undefined, language: Language): string {
  const t = translator(language);
  return (unusable ?? [])
    .map(({ reference, why }) => `${reference} ${t(`evidenceLife.why.${why}`)}`)
    .join(t('explain.listSeparator'));
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
    case 'evidence': {
      const kind = evidenceKindText(missing.detail, language);
      const list = unusableText(missing.unusable, language);
      return list ? t('rating.missingEvidenceOnly', { clause, kind, list }) : t('rating.missingEvidence', { clause, kind });
    }
  }
}
