import { addDays, daysBetween } from '../../model/calendar.ts';
import type { IsoDate } from '../../model/dossier.ts';
import type { ProgrammeState } from '../../model/programme.ts';
import { type HolidayTable, isWorkingDay } from '../../model/working-days.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Paged } from '../../web/paging.ts';
import type { Option } from '../cases/case-pages.ts';
import type { Certificate } from '../certificates/certificate.ts';
import type { ProgrammeEntry } from './read-programme.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'programmes/list': ProgrammeListPage;
    'programmes/month': ProgrammeMonthPage;
    'programmes/certificate': CertificateProgrammePage;
    'programmes/plan': ProgrammePlanPage;
  }
}

export interface ProgrammeLine
  extends Pick<ProgrammeEntry, 'kind' | 'occasion' | 'reason' | 'opensOn' | 'dueOn' | 'state' | 'case'> {
  readonly number: string;
  readonly holder: string;
  readonly href: string;
  /** Where it is planned; null: it is, or cannot be. */
  readonly plan: string | null;
  /** Of a special audit that can still be called off. */
  readonly drop: { readonly action: string; readonly revision: number } | null;
  readonly dropped: string | null;
}

export interface ProgrammeListPage extends PageFrame {
  readonly list: Paged<ProgrammeLine>;
  readonly state: ProgrammeState | null;
  readonly search: string;
  readonly filtered: boolean;
  readonly more: boolean;
  /** Certificates of which withdrawing or restoring is due. */
  readonly ended: readonly { readonly href: string; readonly number: string; readonly holder: string; readonly day: IsoDate }[];
}

export interface MonthDay {
  readonly day: IsoDate;
  readonly inMonth: boolean;
  readonly isToday: boolean;
  readonly isFree: boolean;
  readonly lines: readonly ProgrammeLine[];
}

export interface ProgrammeMonthPage extends PageFrame {
  readonly month: string;
  readonly previous: string;
  readonly next: string;
  readonly weeks: readonly (readonly MonthDay[])[];
  readonly more: boolean;
}

export interface CertificateProgrammePage extends PageFrame {
  readonly certificate: Certificate;
  readonly lines: readonly ProgrammeLine[];
  readonly mayOrder: boolean;
  readonly form: FormState;
}

export interface ProgrammePlanPage extends PageFrame {
  readonly certificate: Certificate;
  readonly line: ProgrammeLine;
  readonly audit: string | null;
  readonly form: FormState;
  readonly criteria: readonly Option[];
  readonly leaders: readonly Option[];
  readonly sites: readonly Option[];
}

/** An entry as lists, calendar and the page of a certificate show it. */
export function toProgrammeLine(entry: ProgrammeEntry): ProgrammeLine {
  const { certificate, audit, kind, occasion, reason, opensOn, dueOn, state } = entry;
  const href = `/certificates/${certificate.id}/programme`;
  const isOpen = entry.case === null && state !== 'dropped' && state !== 'done';
  const query = new URLSearchParams(audit ? { audit: audit.id } : { kind, due: dueOn });
  return {
    ...{ kind, occasion, reason, opensOn, dueOn, state, case: entry.case },
    number: certificate.number,
    holder: certificate.holder,
    href,
    plan: isOpen ? `${href}/plan?${query}` : null,
    drop: audit && isOpen ? { action: `${href}/${audit.id}/drop`, revision: audit.revision } : null,
    dropped: audit?.dropped ?? null,
  };
}

/** The weeks of a month, Monday first, with what falls due on each day. */
export function monthWeeks(
  month: string,
  lines: readonly ProgrammeLine[],
  { today, table }: { readonly today: IsoDate; readonly table: HolidayTable },
): MonthDay[][] {
  const { first, last } = monthRange(month);
  const weekday = (day: IsoDate) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days = daysBetween(addDays(first, -weekday(first)), addDays(last, 6 - weekday(last)), 50).map((day) => ({
    day,
    inMonth: day.startsWith(month),
    isToday: day === today,
    isFree: !isWorkingDay(day, table),
    lines: day.startsWith(month) ? lines.filter(({ dueOn }) => dueOn === day) : [],
  }));
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

export function monthRange(month: string): { first: IsoDate; last: IsoDate; previous: string; next: string } {
  const first = `${month}-01`;
  const next = addDays(first, 31).slice(0, 7);
  return { first, last: addDays(`${next}-01`, -1), previous: addDays(first, -1).slice(0, 7), next };
}
