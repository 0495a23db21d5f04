import type { EvidenceKind } from '../../model/criteria.ts';
import type { Evidence, IsoTime } from '../../model/dossier.ts';

/** A piece of evidence with what only the server knows of it. */
export interface StoredEvidence extends Evidence {
  readonly id: string;
  /** The number in the reference. */
  readonly place: number;
  readonly addedBy: string;
  readonly addedAt: IsoTime;
}

/** What people say of a piece of evidence. */
export interface EvidenceInput {
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly date: string | null;
  readonly note: string;
  readonly link: string | null;
  readonly clauses: readonly string[];
}

/** Kinds that are what somebody heard, saw or points at; a file is welcome but not needed. */
export const kindsWithoutFile: ReadonlySet<EvidenceKind> = new Set(['interview', 'observation', 'visit', 'link']);

/** The kind that a file is unless somebody says otherwise. */
export function kindOfMedia(mediaType: string): EvidenceKind {
  if (mediaType.startsWith('image/')) return 'photo';
  if (/^(audio|video)\/|^application\/ogg$/.test(mediaType)) return 'recording';
  return /csv|ms-excel|spreadsheet/.test(mediaType) ? 'data' : 'document';
}
