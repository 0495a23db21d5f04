import type { Translate } from '../../i18n/translate.ts';
import type { CertificateLine } from '../certificates/certificate-words.ts';
import { csvOf } from '../certificates/statistics-file.ts';

interface RegisterList {
  readonly lines: readonly CertificateLine[];
  /** Whether there are more than are listed. */
  readonly more: boolean;
  /** Of the deployment. */
  readonly address: string;
  readonly checkedAt: string;
}

/** What a search of the register found, for programs. */
export function registerJson({ lines, more, address, checkedAt }: RegisterList): string {
  const certificates = lines.map(({ href, ...line }) => ({ ...line, page: `${address}${href}` }));
  return JSON.stringify({ checkedAt, more, certificates });
}

/** The same for spreadsheets. */
export function registerCsv({ lines, address }: RegisterList, t: Translate): string {
  const head = ['number', 'holder', 'grade', 'state', 'validUntil'] as const;
  return csvOf([
    [...head.map((key) => t(`certificates.${key}`)), t('certificates.page')],
    ...lines.map(({ number, holder, grade, state, validUntil, href }) => [
      ...[number, holder, grade, t(`certificates.state.${state}`), validUntil],
      `${address}${href}`,
    ]),
  ]);
}
