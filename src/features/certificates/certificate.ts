import type { CertificateCause, CertificateChange, CertificateStanding } from '../../model/certificate-life.ts';
import type { CertificateNotices } from '../../model/certification-rule.ts';
import type { Duration, LocalizedText } from '../../model/criteria.ts';
import type { IsoDate, IsoTime } from '../../model/dossier.ts';

/** A certificate as it stands; what it says is in the facts of its edition. */
export interface Certificate {
  readonly id: string;
  readonly number: string;
  readonly organizationId: string;
  readonly assessmentId: string;
  readonly holder: string;
  readonly trade: string | null;
  readonly criteriaId: string;
  readonly gradeId: string;
  readonly gradeLabel: LocalizedText;
  readonly standing: CertificateStanding;
  readonly issuedOn: IsoDate;
  readonly validUntil: IsoDate;
  /** The last day of a suspension; null: not suspended, or no end laid down. */
  readonly suspendedUntil: IsoDate | null;
  readonly surveillanceEvery: Duration | null;
  /** How long before its days people are told; null: as long as the program says. */
  readonly notices: CertificateNotices | null;
  readonly suspensionLasts: Duration | null;
  /** By when the next surveillance must have been passed; null: the criteria ask for none. */
  readonly surveillanceDue: IsoDate | null;
  readonly replacedBy: string | null;
  /** The last one printed; the first is 1. */
  readonly edition: number;
  /** Grows with each change, so that two people at once are noticed. */
  readonly revision: number;
  readonly createdAt: IsoTime;
}

/** Something that happened to a certificate; written once, never changed. */
export interface CertificateEvent {
  readonly certificateId: string;
  readonly place: number;
  readonly change: 'issue' | CertificateChange;
  readonly reason: string | null;
  /** Why the clock did it; null: somebody did, with a reason. */
  readonly cause: CertificateCause | null;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  readonly edition: number;
  /** Of the decision that it follows; null: none (the clock did it). */
  readonly decisionId: string | null;
  readonly actorId: string | null;
  readonly at: IsoTime;
}
