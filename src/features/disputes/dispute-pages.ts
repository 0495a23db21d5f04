import type { DisputeDeed } from '../../model/dispute-life.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Paged } from '../../web/paging.ts';
import type { Option } from '../cases/case-pages.ts';
import type { Dispute, DisputeStep } from './dispute.ts';
import type { DisputeFile } from './dispute-file-store.ts';
import type { DisputeLetter } from './dispute-letter-store.ts';
import type { DisputeFilter } from './dispute-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'disputes/list': DisputeListPage;
    'disputes/show': DisputePage;
    'disputes/complaint': ComplaintPage;
    'disputes/received': ComplaintReceivedPage;
    'disputes/appeal': AppealPage;
  }
}

export interface DisputeListPage extends PageFrame {
  readonly list: Paged<Dispute & { readonly href: string; readonly due: string | null; readonly isLate: boolean }>;
  readonly filter: DisputeFilter;
  readonly search: string;
  readonly isOffice: boolean;
}

export interface DisputePage extends PageFrame {
  readonly found: Dispute;
  readonly href: string;
  /** Not for a company: it sees what it is told, and the answer. */
  readonly isInside: boolean;
  readonly steps: readonly DisputeStep[];
  readonly files: readonly DisputeFile[];
  /** To somebody without an account. */
  readonly letters: readonly DisputeLetter[];
  readonly deeds: readonly DisputeDeed[];
  readonly investigators: readonly Option[];
  readonly typed: DisputeDeed | null;
  readonly form: FormState;
}

export interface ComplaintPage extends PageFrame {
  readonly form: FormState;
  /** Who holds the certificate of that number; null: none is named. */
  readonly holder: string | null;
  readonly most: number;
  readonly limit: string;
}

export interface ComplaintReceivedPage extends PageFrame {
  readonly number: string;
}

export interface AppealPage extends PageFrame {
  readonly form: FormState;
  readonly found: { readonly id: string; readonly number: string };
  readonly most: number;
  readonly limit: string;
}

/** The day that counts now: by when it is acknowledged, then by when it is answered. */
export function dueOfDispute({ state, acknowledgeDue, answerDue }: Dispute): string | null {
  if (state === 'received') return acknowledgeDue;
  return state === 'acknowledged' || state === 'investigating' ? answerDue : null;
}

/** What a company may read of the steps: not the notes of the investigation, and nobody's name. */
export function stepsFor(steps: readonly DisputeStep[], isInside: boolean): DisputeStep[] {
  if (isInside) return [...steps];
  const told = ['receive', 'acknowledge', 'close', 'dismiss'];
  return steps.filter(({ deed }) => told.includes(deed)).map((step) => ({ ...step, by: null }));
}
