import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import type { CertificateFacts } from '../../model/certificate-facts.ts';
import { type CertificateState, stateOfCertificate } from '../../model/certificate-life.ts';
import type { IsoDate } from '../../model/dossier.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Paged } from '../../web/paging.ts';
import type { Certificate, CertificateEvent } from '../certificates/certificate.ts';
import {
  type CertificateLine,
  type CertificateWords,
  certificateWords,
  toCertificateLine,
} from '../certificates/certificate-words.ts';
import type { UploadVerdict } from './judge-upload.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'register/search': RegisterSearchPage;
    'register/certificate': RegisterCertificatePage;
    'register/verdict': RegisterVerdictPage;
  }
}

export interface RegisterSearchPage extends PageFrame {
  readonly search: string;
  readonly grade: string | null;
  readonly state: CertificateState | null;
  readonly grades: readonly { readonly value: string; readonly label: string }[];
  readonly list: Paged<CertificateLine>;
  /** Whether more were found than are counted. */
  readonly more: boolean;
  readonly downloads: { readonly csv: string; readonly json: string };
  readonly filtered: boolean;
  /** Why an uploaded file could not be looked at. */
  readonly uploadError: string | null;
}

/** What the public learns of a certificate: facts of the paper and what happened, no person. */
export interface PublicCertificate extends CertificateWords {
  readonly number: string;
  readonly state: CertificateState;
  readonly issuedOn: IsoDate;
  readonly validUntil: IsoDate;
  readonly suspendedUntil: IsoDate | null;
  readonly edition: number;
  readonly history: readonly { readonly what: string; readonly from: IsoDate; readonly until: IsoDate | null }[];
  readonly replacedBy: string | null;
}

export interface RegisterCertificatePage extends PageFrame {
  readonly certificate: PublicCertificate;
  readonly badge: string;
  readonly embed: string;
}

export interface RegisterVerdictPage extends PageFrame {
  readonly verdict: UploadVerdict;
  readonly fileName: string;
  readonly sha256: string;
  readonly intact: boolean | null;
  readonly trial: boolean;
  readonly certificate: CertificateLine | null;
}

export function toRegisterLine(certificate: Certificate, language: Language, today: IsoDate): CertificateLine {
  return toCertificateLine(certificate, registerPath(certificate.number), language, today);
}

export function registerPath(number: string): string {
  return `/register/${encodeURIComponent(number)}`;
}

export interface PublicParts {
  readonly certificate: Certificate;
  readonly facts: CertificateFacts;
  readonly events: readonly CertificateEvent[];
  /** The number of the certificate that took its place. */
  readonly replacedBy: string | null;
}

export function toPublic(
  { certificate, facts, events, replacedBy }: PublicParts,
  language: Language,
  today: IsoDate,
): PublicCertificate {
  const t = translator(language);
  return {
    number: certificate.number,
    state: stateOfCertificate(certificate, today),
    ...certificateWords(facts, language),
    issuedOn: certificate.issuedOn,
    validUntil: certificate.validUntil,
    suspendedUntil: certificate.suspendedUntil,
    edition: certificate.edition,
    history: events.map(({ change, from, until }) => ({ what: t(`certificates.change.${change}`), from, until })),
    replacedBy,
  };
}
