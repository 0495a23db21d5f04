import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Holiday } from './holiday-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'holidays/list': HolidayPage;
  }
}

export interface HolidayPage extends PageFrame {
  readonly year: string;
  readonly previous: string;
  readonly next: string;
  readonly holidays: readonly Holiday[];
  readonly form: FormState;
  /** Which form comes back. */
  readonly typed: 'day' | 'file' | null;
}
