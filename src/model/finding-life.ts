import { type Duration, findingGrades } from './criteria.ts';
import type { IsoDate } from './dossier.ts';
import { addWorkingDays, type HolidayTable, noHolidays } from './working-days.ts';

/** What a finding can be: the classes that criteria know, and what stands outside the clauses. */
export const findingKinds = [...findingGrades, 'deduction', 'bonus'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** The life of a finding. Whatever needs no answer stays `issued`, once the company knows of it. */
export const findingStates = [
  'raised',
  'issued',
  'answered',
  'returned',
  'accepted',
  'implemented',
  'verified',
  'closed',
  'withdrawn',
] as const;
export type FindingState = (typeof findingStates)[number];

/** States of what is still a finding. */
export const listedStates = findingStates.filter((state) => state !== 'withdrawn');

/** The team of the body, and the company that was audited. */
export type Side = 'team' | 'company';

export const findingDeeds = [
  'issue',
  'answer',
  'accept',
  'sendBack',
  'implement',
  'verify',
  'close',
  'withdraw',
  'comment',
  'askTime',
  'giveTime',
  'refuseTime',
] as const;
export type FindingDeed = (typeof findingDeeds)[number];

interface FindingRule {
  readonly by: Side;
  readonly from: readonly FindingState[];
  /** null: the state stays. */
  readonly to: FindingState | null;
  /** Only for what the company has to answer. */
  readonly answered: boolean;
}

const told = ['issued', 'answered', 'returned', 'accepted', 'implemented', 'verified'] as const satisfies readonly FindingState[];
const owed = ['issued', 'returned', 'accepted'] as const satisfies readonly FindingState[];

/** The one table of what happens to a finding: deed → who, from where, to where. */
export const findingRules = {
  issue: { by: 'team', from: ['raised'], to: 'issued', answered: false },
  answer: { by: 'company', from: ['issued', 'returned'], to: 'answered', answered: true },
  accept: { by: 'team', from: ['answered'], to: 'accepted', answered: true },
  sendBack: { by: 'team', from: ['answered', 'implemented'], to: 'returned', answered: true },
  implement: { by: 'company', from: ['accepted'], to: 'implemented', answered: true },
  verify: { by: 'team', from: ['implemented'], to: 'verified', answered: true },
  close: { by: 'team', from: ['verified'], to: 'closed', answered: true },
  withdraw: { by: 'team', from: told, to: 'withdrawn', answered: false },
  comment: { by: 'company', from: [...told, 'closed'], to: null, answered: false },
  askTime: { by: 'company', from: owed, to: null, answered: true },
  giveTime: { by: 'team', from: owed, to: null, answered: true },
  refuseTime: { by: 'team', from: owed, to: null, answered: true },
} as const satisfies Record<FindingDeed, FindingRule>;

/** What must be answered: nonconformities, and a special deduction, which has to be corrected. */
export const answeredKinds = ['major', 'minor', 'deduction'] as const satisfies readonly FindingKind[];

export function needsAnswer(kind: FindingKind): boolean {
  return answeredKinds.some((known) => known === kind);
}

/** Of what a finding's next deeds depend on. */
export interface FindingFacts {
  readonly kind: FindingKind;
  readonly state: FindingState;
  /** Pieces of evidence that prove the correction. */
  readonly proofs: number;
  /** Somebody of the team wrote down how the effect was verified. */
  readonly verified: boolean;
  /** The company waits for an answer to its wish for more time. */
  readonly asked: boolean;
}

/** What one side can do with a finding as it stands. */
export function deedsOf(facts: FindingFacts, side: Side): FindingDeed[] {
  return findingDeeds.filter((deed) => {
    const rule: FindingRule = findingRules[deed];
    if (rule.by !== side || !rule.from.includes(facts.state)) return false;
    if (rule.answered && !needsAnswer(facts.kind)) return false;
    if (deed === 'askTime') return !facts.asked;
    if (deed === 'giveTime' || deed === 'refuseTime') return facts.asked;
    return true;
  });
}

/** Why a finding cannot be closed: nothing closes without proof and without its effect being verified. */
export function obstacleToClose({ proofs, verified }: FindingFacts): 'proof' | 'verification' | null {
  if (proofs === 0) return 'proof';
  return verified ? null : 'verification';
}

/** Whether a finding still counts where criteria count open ones. */
export function isOpen(state: FindingState): boolean {
  return state !== 'closed' && state !== 'withdrawn';
}

export interface DueDates {
  readonly answerDue: IsoDate | null;
  readonly correctionDue: IsoDate | null;
}

/** The day by which the company has to act next; null while it is not its turn. */
export function dueOf(kind: FindingKind, state: FindingState, { answerDue, correctionDue }: DueDates): IsoDate | null {
  if (!needsAnswer(kind)) return null;
  if (state === 'issued' || state === 'returned') return answerDue;
  return state === 'accepted' ? correctionDue : null;
}

/** Due today is not overdue yet. Both are days of the body's zone. */
export function isOverdue(due: IsoDate | null, today: IsoDate): boolean {
  return due !== null && due < today;
}

/** The day so long after another. Working days leave out what the table of holidays says, without one Saturday and Sunday; months end where the month ends. */
export function dayAfter(day: IsoDate, { value, unit }: Duration, table: HolidayTable = noHolidays): IsoDate {
  if (unit === 'working days') return addWorkingDays(day, value, table);
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === 'months' || unit === 'years') return monthsAfter(date, unit === 'years' ? value * 12 : value);
  date.setUTCDate(date.getUTCDate() + (unit === 'weeks' ? value * 7 : value));
  return date.toISOString().slice(0, 10);
}

function monthsAfter(date: Date, months: number): IsoDate {
  const day = date.getUTCDate();
  const moved = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(day, last));
  return moved.toISOString().slice(0, 10);
}
