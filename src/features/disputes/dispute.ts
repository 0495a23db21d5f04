import type { Language } from '../../i18n/language.ts';
import type { DisputeDeed, DisputeKind, DisputeOutcome, DisputeState } from '../../model/dispute-life.ts';
import type { IsoDate, IsoTime } from '../../model/dossier.ts';

/** An appeal or a complaint. */
export interface Dispute {
  readonly id: string;
  readonly number: string;
  readonly kind: DisputeKind;
  readonly state: DisputeState;
  readonly revision: number;
  readonly case: { readonly id: string; readonly number: string } | null;
  readonly certificate: { readonly id: string; readonly number: string } | null;
  readonly organizationId: string | null;
  /** The company or the matter, in words. */
  readonly about: string;
  readonly text: string;
  readonly fromName: string | null;
  readonly fromContact: string | null;
  /** Where somebody without an account is written to, and in which language; null: nowhere. */
  readonly fromEmail: string | null;
  readonly fromLanguage: Language | null;
  readonly receivedAt: IsoTime;
  readonly acknowledgeDue: IsoDate | null;
  readonly answerDue: IsoDate | null;
  readonly investigator: { readonly id: string; readonly name: string } | null;
  readonly outcome: DisputeOutcome | null;
}

export interface DisputeStep {
  readonly at: IsoTime;
  /** null: somebody who was not signed in. */
  readonly by: string | null;
  readonly deed: 'receive' | DisputeDeed;
  readonly text: string;
}
