import type { RetentionKind, RetentionState } from '../../model/retention.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { LegalHold } from '../legal-holds/hold-store.ts';
import type { ExpiredList } from './expired-kind.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'retention/periods': PeriodsPage;
    'retention/period': PeriodPage;
  }
}

export interface PeriodLine {
  readonly kind: RetentionKind;
  readonly months: number | null;
  readonly state: RetentionState;
  /** What would go now, and what a legal hold keeps of it. */
  readonly due: number;
  readonly held: number;
}

export interface PeriodsPage extends PageFrame {
  readonly periods: readonly PeriodLine[];
  readonly holds: readonly LegalHold[];
  readonly form: FormState;
  /** When the work was done last; null: never. */
  readonly lastRun: string | null;
}

export interface PeriodPage extends PageFrame {
  readonly kind: RetentionKind;
  readonly months: number | null;
  readonly least: number;
  readonly state: RetentionState;
  readonly preview: ExpiredList;
  readonly form: FormState;
}
