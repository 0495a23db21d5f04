import type { EvidenceKind } from '../../model/criteria.ts';
import type { Evidence, IsoDate, IsoTime } from '../../model/dossier.ts';
import type { EvidenceLife } from '../../model/evidence-life.ts';
import type { ScanState } from '../file-scans/scan-store.ts';

/** What became of the details of camera, time and place that a picture carried. */
export const pictureDetails = ['kept', 'removed'] as const;
export type PictureDetailsFate = (typeof pictureDetails)[number];

/** What is known of a file beside its bytes. */
export interface FileSafety {
  /** Nobody could look inside without a password. */
  readonly encrypted: boolean;
  /** null: there was no scanner when it came. */
  readonly scan: ScanState | null;
  /** null: it is no picture that carried any. */
  readonly details: PictureDetailsFate | null;
  /** The SHA-256 of what was handed in, where that is not what is kept. */
  readonly originalSha256: string | null;
}

/** A piece of evidence with what only the server knows of it. */
export interface StoredEvidence extends Evidence {
  readonly id: string;
  /** The number in the reference. */
  readonly place: number;
  /** The file that it had, when its period was over; null: none has gone. */
  readonly fileGone: { readonly name: string; readonly at: IsoTime } | null;
  /** null: there is no file. */
  readonly safety: FileSafety | null;
  /** null: a mystery shopper, whom nobody names. */
  readonly addedBy: string | null;
  readonly addedById: string;
  readonly addedAt: IsoTime;
  readonly life: EvidenceLife;
  readonly siteId: string | null;
  /** Goes up with every change, so that the later of two people is told. */
  readonly revision: number;
  readonly judged: { readonly by: string; readonly at: IsoTime } | null;
  /** The piece of an earlier assessment that it was taken over from. */
  readonly origin: { readonly reference: string; readonly assessment: string; readonly assessmentId: string } | null;
  /** Ids of findings that rest on it. */
  readonly findings: readonly string[];
}

/** What people say of a piece of evidence. */
export interface EvidenceInput {
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly date: string | null;
  readonly note: string;
  readonly link: string | null;
  readonly clauses: readonly string[];
  readonly periodFrom: IsoDate | null;
  readonly periodTo: IsoDate | null;
  readonly siteId: string | null;
  readonly source: string | null;
  readonly validUntil: IsoDate | null;
  readonly findings: readonly string[];
}

/** Kinds that are what somebody heard, saw or points at; a file is welcome but not needed. */
export const kindsWithoutFile: ReadonlySet<EvidenceKind> = new Set(['interview', 'observation', 'visit', 'link']);

/** The kind that a file is unless somebody says otherwise. */
export function kindOfMedia(mediaType: string): EvidenceKind {
  if (mediaType.startsWith('image/')) return 'photo';
  if (/^(audio|video)\/|^application\/ogg$/.test(mediaType)) return 'recording';
  return /csv|ms-excel|spreadsheet/.test(mediaType) ? 'data' : 'document';
}
