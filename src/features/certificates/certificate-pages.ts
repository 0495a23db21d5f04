import type { Language } from '../../i18n/language.ts';
import { translator } from '../../i18n/translate.ts';
import type { CertificateFacts } from '../../model/certificate-facts.ts';
import { type CertificateState, isSuspensionOver, stateOfCertificate } from '../../model/certificate-life.ts';
import type { IsoDate, IsoTime } from '../../model/dossier.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Paged } from '../../web/paging.ts';
import type { Certificate } from './certificate.ts';
import type { CertificateFile } from './certificate-file-store.ts';
import type { CertificateCount } from './certificate-search-store.ts';
import type { NamedEvent } from './certificate-store.ts';
import { type CertificateLine, type CertificateWords, certificateWords } from './certificate-words.ts';
import type { SigningTrouble } from './sign-waiting.ts';
import type { KeyFacts, KeyTrouble } from './signing-key.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'certificates/list': CertificateListPage;
    'certificates/show': CertificatePage;
    'certificates/body': BodyPage;
    'certificates/statistics': StatisticsPage;
  }
}

export interface CertificateListPage extends PageFrame {
  readonly search: string;
  readonly state: CertificateState | null;
  readonly list: Paged<CertificateLine>;
  readonly filtered: boolean;
  readonly canManage: boolean;
  /** Certificates that wait for their signature, and why; null: none, or not for this person. */
  readonly waiting: { readonly count: number; readonly trouble: SigningTrouble | null } | null;
}

export interface CertificatePage extends PageFrame {
  readonly certificate: Certificate;
  readonly state: CertificateState;
  readonly facts: CertificateWords;
  readonly papers: readonly Paper[];
  readonly trial: boolean;
  readonly waits: boolean;
  readonly history: readonly HistoryLine[];
  /** Restoring, reducing or withdrawing it is due. */
  readonly suspensionEnded: boolean;
  readonly register: string;
  readonly canManage: boolean;
}

export interface Paper {
  readonly href: string;
  readonly edition: number;
  readonly language: CertificateFile['language'];
  readonly signer: string;
  readonly signedAt: IsoTime;
  readonly current: boolean;
}

export interface HistoryLine {
  readonly what: string;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  readonly reason: string | null;
  /** Only for the office. */
  readonly by: string | null;
  readonly at: IsoTime;
}

export interface BodyPage extends PageFrame {
  readonly form: FormState;
  readonly revision: number;
  readonly trouble: KeyTrouble | null;
  readonly key: (Omit<KeyFacts, 'notBefore' | 'notAfter'> & { readonly from: IsoDate; readonly to: IsoDate }) | null;
}

export interface StatisticsPage extends PageFrame {
  readonly rows: readonly (Omit<CertificateCount, 'gradeLabel'> & { readonly grade: string })[];
  readonly byState: readonly { readonly state: CertificateState; readonly count: number }[];
  readonly total: number;
}

export interface CertificateParts {
  readonly certificate: Certificate;
  readonly facts: CertificateFacts;
  readonly files: readonly CertificateFile[];
  readonly events: readonly NamedEvent[];
  readonly canManage: boolean;
}

export function certificatePage(
  { certificate, facts, files, events, canManage }: CertificateParts,
  language: Language,
  today: IsoDate,
): CertificatePage {
  const t = translator(language);
  const current = files.filter(({ edition }) => edition === certificate.edition);
  return {
    title: certificate.number,
    certificate,
    state: stateOfCertificate(certificate, today),
    facts: certificateWords(facts, language),
    papers: files.map((file) => ({
      href: `/certificates/${certificate.id}/editions/${file.edition}/${file.language}.pdf`,
      edition: file.edition,
      language: file.language,
      signer: file.signer.subject,
      signedAt: file.signedAt,
      current: file.edition === certificate.edition,
    })),
    trial: current.some(({ trial }) => trial),
    waits: current.length === 0,
    history: events.map(({ change, from, until, reason, cause, actorName, at }) => {
      const by = canManage ? (actorName ?? t('certificates.byClock')) : null;
      return {
        what: t(`certificates.change.${change}`),
        from,
        until,
        reason: cause ? t(`certificates.cause.${cause}`) : reason,
        by,
        at,
      };
    }),
    suspensionEnded: isSuspensionOver(certificate, today),
    register: `/register/${encodeURIComponent(certificate.number)}`,
    canManage,
  };
}
