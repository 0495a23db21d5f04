import type { IsoDate } from './dossier.ts';

/** What is kept of a certificate's standing; `expired` is never kept, it comes about by the day. */
export const certificateStandings = ['valid', 'suspended', 'withdrawn', 'cancelled', 'replaced'] as const;
export type CertificateStanding = (typeof certificateStandings)[number];

export const certificateStates = [...certificateStandings, 'expired'] as const;
export type CertificateState = (typeof certificateStates)[number];

/** What can happen to a certificate that is issued. `keep`: surveillance was passed; `replace`: another number takes its place. */
export const certificateChanges = [
  'keep',
  'suspend',
  'restore',
  'withdraw',
  'cancel',
  'extend',
  'reduce',
  'renew',
  'reissue',
  'replace',
] as const;
export type CertificateChange = (typeof certificateChanges)[number];

/** Why the program changed a certificate by the clock; people give reasons in words of their own. */
export const certificateCauses = ['surveillance-overdue'] as const;
export type CertificateCause = (typeof certificateCauses)[number];

interface Transition {
  readonly from: readonly CertificateState[];
  /** null: it stays as it is. */
  readonly to: CertificateStanding | null;
  /** Whether the certificate is printed and signed anew. */
  readonly reprints: boolean;
}

/** The whole life of a certificate: from which state what is possible, and where it leads. */
export const certificateTransitions: Readonly<Record<CertificateChange, Transition>> = {
  keep: { from: ['valid'], to: null, reprints: false },
  suspend: { from: ['valid'], to: 'suspended', reprints: false },
  restore: { from: ['suspended'], to: 'valid', reprints: false },
  withdraw: { from: ['valid', 'suspended'], to: 'withdrawn', reprints: false },
  cancel: { from: ['valid', 'suspended'], to: 'cancelled', reprints: false },
  extend: { from: ['valid'], to: null, reprints: true },
  reduce: { from: ['valid', 'suspended'], to: null, reprints: true },
  renew: { from: ['valid'], to: null, reprints: true },
  reissue: { from: ['valid', 'suspended'], to: null, reprints: true },
  replace: { from: ['valid', 'suspended', 'expired'], to: 'replaced', reprints: false },
};

export interface Standing {
  readonly standing: CertificateStanding;
  /** The last day of its validity; it expires at the end of that day in the body's zone. */
  readonly validUntil: IsoDate;
}

/** The state on a day of the body's zone: what runs out needs nobody to say so. */
export function stateOfCertificate({ standing, validUntil }: Standing, today: IsoDate): CertificateState {
  const runs = standing === 'valid' || standing === 'suspended';
  return runs && today > validUntil ? 'expired' : standing;
}

export function changesFrom(state: CertificateState): CertificateChange[] {
  return certificateChanges.filter((change) => certificateTransitions[change].from.includes(state));
}

export function canChange(state: CertificateState, change: CertificateChange): boolean {
  return certificateTransitions[change].from.includes(state);
}

/** Whether a suspension lasted to its end without a decision: then withdrawal is due. */
export function isSuspensionOver(certificate: Standing & { readonly suspendedUntil: IsoDate | null }, today: IsoDate): boolean {
  const { suspendedUntil } = certificate;
  return stateOfCertificate(certificate, today) === 'suspended' && suspendedUntil !== null && suspendedUntil < today;
}
