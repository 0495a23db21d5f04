import type { IsoDate } from './dossier.ts';

/** Handed in; judged either way; or another piece stands in its place. */
export const evidenceStatuses = ['submitted', 'accepted', 'rejected', 'superseded'] as const;
export type EvidenceStatus = (typeof evidenceStatuses)[number];

/** When, where and whence evidence is, and whether one relies on it. */
export interface EvidenceLife {
  readonly status: EvidenceStatus;
  /** Why it was rejected or replaced. */
  readonly reason: string | null;
  /** Reference of the piece that stands in its place. */
  readonly supersededBy: string | null;
  /** The time that it tells of; either end may be open. */
  readonly periodFrom: IsoDate | null;
  readonly periodTo: IsoDate | null;
  /** Name of the site that it concerns. */
  readonly site: string | null;
  /** Who or what it came from. */
  readonly source: string | null;
  /** The last day on which it holds. */
  readonly validUntil: IsoDate | null;
}

/** Why a piece does not count for a clause that requires evidence. */
export type Unreliable = 'rejected' | 'superseded' | 'expired';

/**
 * null: it counts. Evidence counts until somebody rejects or replaces it, and as long as it still holds on `day`, the last
 * day of the assessment.
 */
export function whyUnreliable(life: Pick<EvidenceLife, 'status' | 'validUntil'> | undefined, day: IsoDate): Unreliable | null {
  if (!life) return null;
  if (life.status === 'rejected' || life.status === 'superseded') return life.status;
  return life.validUntil !== null && life.validUntil < day ? 'expired' : null;
}

const steps: Readonly<Record<EvidenceStatus, readonly EvidenceStatus[]>> = {
  submitted: ['accepted', 'rejected', 'superseded'],
  accepted: ['rejected', 'superseded'],
  rejected: ['accepted', 'superseded'],
  // Taken back, when the wrong piece was named.
  superseded: ['submitted'],
};

/** The statuses that a piece in this one can be given. */
export function nextStatuses(status: EvidenceStatus): readonly EvidenceStatus[] {
  return steps[status];
}
