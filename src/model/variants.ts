import type { AuditMethod, Decimal, LocalizedText } from './criteria.ts';
import type { AssessmentKind } from './dossier.ts';

/** A kind of enterprise. */
export interface Variant {
  readonly id: string;
  readonly title: LocalizedText;
  readonly about: LocalizedText | null;
}

/** An extent of the assessment. */
export interface Profile extends Variant {
  /** The kinds of assessment that it is for; all when empty. */
  readonly kinds: readonly AssessmentKind[];
}

/** Top-level clauses that are assessed together, apart from the others. */
export interface CriteriaPart {
  readonly id: string;
  readonly title: LocalizedText;
  /** Its share in the score, relative to the other parts that apply; above 0. */
  readonly weight: Decimal;
  /** Ids of top-level clauses; each of these is in exactly one part. */
  readonly clauses: readonly string[];
  /** How it is assessed. */
  readonly auditMethods: readonly AuditMethod[];
  /** Below that rate of the part the assessment fails whatever the score; null: no rate does. */
  readonly minimumRate: Decimal | null;
}

/** Which of its variants and profiles a version was taken in. */
export interface CriteriaChoice {
  readonly variant: Variant | null;
  readonly profile: Profile | null;
  /** Content hash of the whole version; null where it is not known. */
  readonly source: string | null;
}
