import type { LocalizedText } from './criteria.ts';
import type { IsoDate } from './dossier.ts';

/** Who holds a certificate. English name and address where the holder has given them. */
export interface CertificateHolder {
  /** By language; `zh-CN` is always there, `en` where given. */
  readonly name: LocalizedText;
  readonly address: LocalizedText;
  readonly registrationNumber: string | null;
}

export interface CertificateSite {
  readonly name: string;
  readonly address: string | null;
}

/** What a certificate says, as it was printed. */
export interface CertificateFacts {
  readonly number: string;
  readonly edition: number;
  readonly holder: CertificateHolder;
  /** What the certificate covers: products, services, activities. */
  readonly scope: LocalizedText;
  readonly sites: readonly CertificateSite[];
  readonly basis: { readonly title: LocalizedText; readonly id: string; readonly version: string; readonly hash: string };
  readonly grade: { readonly id: string; readonly label: LocalizedText };
  readonly issuedOn: IsoDate;
  readonly validUntil: IsoDate;
  /** Of this edition: the issue itself, or the change that made it. */
  readonly printedOn: IsoDate;
}
