import type { Language } from '../../i18n/language.ts';
import type { CertificateFacts } from '../../model/certificate-facts.ts';
import { type CertificateState, stateOfCertificate } from '../../model/certificate-life.ts';
import { textIn } from '../../model/clauses.ts';
import type { IsoDate } from '../../model/dossier.ts';
import type { Certificate } from './certificate.ts';

/** A certificate in a list: for the office, for companies, and in the register. */
export interface CertificateLine {
  readonly href: string;
  readonly number: string;
  readonly holder: string;
  readonly grade: string;
  readonly state: CertificateState;
  readonly validUntil: IsoDate;
}

/** What a certificate says, in one language. */
export interface CertificateWords {
  readonly holder: string;
  readonly address: string;
  readonly registrationNumber: string | null;
  readonly scope: string;
  readonly sites: CertificateFacts['sites'];
  readonly basis: string;
  readonly grade: string;
}

export function toCertificateLine(certificate: Certificate, href: string, language: Language, today: IsoDate): CertificateLine {
  const { number, holder, gradeLabel, validUntil } = certificate;
  const grade = textIn(gradeLabel, language, 'zh-CN');
  return { href, number, holder, grade, state: stateOfCertificate(certificate, today), validUntil };
}

export function certificateWords(facts: CertificateFacts, language: Language): CertificateWords {
  const text = (value: Readonly<Record<string, string>>) => textIn(value, language, 'zh-CN');
  return {
    holder: text(facts.holder.name),
    address: text(facts.holder.address),
    registrationNumber: facts.holder.registrationNumber,
    scope: text(facts.scope),
    sites: facts.sites,
    basis: `${text(facts.basis.title)} ${facts.basis.version}`,
    grade: text(facts.grade.label),
  };
}
