import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Account } from './account-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'accounts/sign-in': SignInPage;
    'accounts/setup': SetupPage;
    'accounts/set-password': SetPasswordPage;
    'accounts/second-step': Omit<SignInPage, 'provider'>;
  }
}

export interface SignInPage extends PageFrame {
  readonly form: FormState;
  readonly next: string;
  /** What the provider of single sign-on is called; null: there is none. */
  readonly provider: string | null;
}

export interface SetupPage extends PageFrame {
  readonly form: FormState;
  readonly leastPassword: number;
}

export interface SetPasswordPage extends SetupPage {
  readonly account: Account;
}
