import type { MailChoice } from '../../model/mail-rhythm.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Paged } from '../../web/paging.ts';
import type { ListedMail, MailState } from './mail-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'mail/settings': MailSettingsPage;
    'mail/list': MailListPage;
  }
}

export interface MailSettingsPage extends PageFrame {
  readonly form: FormState;
  readonly choices: readonly { readonly value: MailChoice; readonly label: string }[];
  /** Whether this site sends mail at all. */
  readonly configured: boolean;
}

export interface MailListPage extends PageFrame {
  readonly configured: boolean;
  readonly state: MailState;
  readonly counts: Readonly<Record<MailState, number>>;
  readonly mails: Paged<ListedMail>;
}
