import type { IsoDate } from './dossier.ts';

/** What happens in an audit, item by item. The company is not told of a mystery visit. */
export const agendaKinds = ['opening', 'audit', 'mystery-visit', 'team', 'break', 'closing'] as const;
export type AgendaKind = (typeof agendaKinds)[number];

/** A time of day as the clocks of the body show it, `09:30`. */
export type ClockTime = string;

/** What an item of the agenda takes up. */
export interface AgendaSlot {
  readonly id: string;
  readonly kind: AgendaKind;
  readonly day: IsoDate;
  readonly from: ClockTime;
  readonly to: ClockTime;
  /** null: at no site of the organization, e.g. on-line or under way. */
  readonly siteId: string | null;
  /** Ids of the people who take part. */
  readonly people: readonly string[];
}

/** Two items at the same time that one person or one site cannot both have. */
export interface AgendaClash {
  readonly of: 'person' | 'site';
  /** Id of the person or site. */
  readonly id: string;
  readonly first: AgendaSlot;
  readonly second: AgendaSlot;
}

/** Whether they share a moment; one that ends when the other begins does not. */
export function overlap(a: AgendaSlot, b: AgendaSlot): boolean {
  return a.day === b.day && a.from < b.to && b.from < a.to;
}

/** Every clash, in the order of the days. Breaks take up nobody's site. */
export function agendaClashes(slots: readonly AgendaSlot[]): AgendaClash[] {
  const ordered = [...slots].sort(byTime);
  return ordered.flatMap((first, index) => {
    const clashes: AgendaClash[] = [];
    for (const second of ordered.slice(index + 1)) {
      if (second.day > first.day || second.from >= first.to) break;
      clashes.push(...clashesOf(first, second));
    }
    return clashes;
  });
}

function clashesOf(first: AgendaSlot, second: AgendaSlot): AgendaClash[] {
  const people = first.people.filter((id) => second.people.includes(id));
  const takesSite =
    first.kind !== 'break' && second.kind !== 'break' && first.kind !== 'mystery-visit' && second.kind !== 'mystery-visit';
  const site = takesSite && first.siteId !== null && first.siteId === second.siteId ? [first.siteId] : [];
  return [
    ...people.map((id): AgendaClash => ({ of: 'person', id, first, second })),
    ...site.map((id): AgendaClash => ({ of: 'site', id, first, second })),
  ];
}

/** By day and time; items at the same time keep one order. */
export function byTime(a: AgendaSlot, b: AgendaSlot): number {
  const keyOf = ({ day, from, to, id }: AgendaSlot) => `${day} ${from} ${to} ${id}`;
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

/** Minutes that each person works by the agenda; breaks are no work. */
export function minutesByPerson(slots: readonly AgendaSlot[]): Map<string, number> {
  const minutes = new Map<string, number>();
  for (const { kind, people, from, to } of slots) {
    if (kind === 'break') continue;
    for (const id of people) minutes.set(id, (minutes.get(id) ?? 0) + minutesOf(to) - minutesOf(from));
  }
  return minutes;
}

/** Minutes since midnight. */
export function minutesOf(time: ClockTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

export function isClockTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
