import type { Role } from '../../model/actor.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Account } from '../accounts/account-store.ts';
import type { ListedSession } from './session-list-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'account-security/account': AccountPage;
    'account-security/second-factor': SecondFactorPage;
    'account-security/recovery-codes': RecoveryCodesPage;
  }
}

export interface AccountPage extends PageFrame {
  readonly account: Account;
  readonly roles: readonly Role[];
  readonly form: FormState;
  readonly leastPassword: number;
  readonly sessions: readonly (ListedSession & { readonly isThis: boolean })[];
  /** Since when there is an authenticator; null: none. */
  readonly factorSince: string | null;
  readonly recoveryCodes: number;
  /** What the provider of single sign-on is called; null: there is none. */
  readonly provider: string | null;
}

export interface SecondFactorPage extends PageFrame {
  readonly form: FormState;
  /** The QR code as the address of a picture. */
  readonly picture: string;
  /** The secret in groups of four, to be typed. */
  readonly secret: string;
  /** The body demands it: nothing else can be done before. */
  readonly demanded: boolean;
}

export interface RecoveryCodesPage extends PageFrame {
  readonly codes: readonly string[];
}
