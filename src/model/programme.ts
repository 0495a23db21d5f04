import type { Duration } from './criteria.ts';
import type { IsoDate } from './dossier.ts';
import { dayAfter } from './finding-life.ts';
import type { HolidayTable } from './working-days.ts';

/** Kinds of audit in the life of a certificate. */
export const programmeKinds = ['surveillance', 'recertification', 'special'] as const;
export type ProgrammeKind = (typeof programmeKinds)[number];

/** Why a special audit takes place. */
export const occasions = ['extend', 'reduce', 'short-notice', 'remote'] as const;
export type Occasion = (typeof occasions)[number];

export interface ProgrammeTerms {
  readonly issuedOn: IsoDate;
  readonly validUntil: IsoDate;
  /** By when the next surveillance must have been passed; null: there is none. */
  readonly surveillanceDue: IsoDate | null;
  readonly surveillanceEvery: Duration | null;
  readonly surveillanceOpens: Duration | null;
  readonly recertificationOpens: Duration | null;
}

/** An audit that lies ahead: the days on which it can take place, both included. */
export interface ProgrammeWindow {
  readonly kind: 'surveillance' | 'recertification';
  readonly opensOn: IsoDate;
  readonly dueOn: IsoDate;
}

/** Surveillances of one certificate; more would be a slip in the criteria. */
const mostSurveillances = 60;

/**
 * What lies ahead of a certificate, the next first: surveillances from the one that is due, then the recertification, which
 * must be done before the certificate ends. Without a window of its own an audit can take place since the one before it was due.
 */
export function layOutProgramme(terms: ProgrammeTerms, table: HolidayTable): ProgrammeWindow[] {
  const { issuedOn, validUntil, surveillanceEvery: every, surveillanceOpens, recertificationOpens } = terms;
  const windows: ProgrammeWindow[] = [];
  let earlier = issuedOn;
  for (let due = terms.surveillanceDue; every && due && due <= validUntil && windows.length < mostSurveillances; ) {
    const opens = surveillanceOpens ? spanBefore(due, surveillanceOpens, table) : spanBefore(due, every, table);
    windows.push({ kind: 'surveillance', opensOn: laterOf(opens, earlier), dueOn: due });
    earlier = due;
    const next = dayAfter(due, every, table);
    due = next > due ? next : null;
  }
  const opens = recertificationOpens ? spanBefore(validUntil, recertificationOpens, table) : earlier;
  windows.push({ kind: 'recertification', opensOn: laterOf(opens, issuedOn), dueOn: validUntil });
  return windows;
}

function laterOf(...days: readonly IsoDate[]): IsoDate {
  return [...days].sort().at(-1) ?? '';
}

/** The day so long before another. */
export function spanBefore(day: IsoDate, { value, unit }: Duration, table: HolidayTable): IsoDate {
  return dayAfter(day, { value: -value, unit }, table);
}

/** Where an audit of the programme stands on a day. */
export const programmeStates = ['ahead', 'open', 'overdue', 'planned', 'done', 'dropped'] as const;
export type ProgrammeState = (typeof programmeStates)[number];

export interface ProgrammeFacts {
  readonly opensOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly isPlanned: boolean;
  /** Its certification came to a decision. */
  readonly isDecided: boolean;
  readonly isDropped: boolean;
}

export function stateOfProgramme(
  { opensOn, dueOn, isPlanned, isDecided, isDropped }: ProgrammeFacts,
  today: IsoDate,
): ProgrammeState {
  if (isDropped) return 'dropped';
  if (isDecided) return 'done';
  if (today > dueOn) return 'overdue';
  if (isPlanned) return 'planned';
  return today < opensOn ? 'ahead' : 'open';
}
