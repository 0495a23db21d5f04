import type { Db } from '../../db/db.ts';
import type { Message } from '../../i18n/translate.ts';
import type { IsoDate } from '../../model/dossier.ts';

/** So many days ahead something is due soon. */
export const soonDays = 7;

/** When somebody is reminded: some days before, and once the day is over. */
export const dueStages = ['soon', 'overdue'] as const;
export type DueStage = (typeof dueStages)[number];

/** Something that is still to be done by a certain day. */
export interface DueItem {
  /** What kind of thing it is, `finding-answer`; with `id` it names the thing, the same each time it is asked for. */
  readonly kind: string;
  readonly id: string;
  /** The last day on which it is in time, in the body's zone. Another day is told of anew. */
  readonly dueOn: IsoDate;
  /** What people are told at each stage. */
  readonly text: Readonly<Record<DueStage, Message>>;
  /** Where it can be done, a path of this site. */
  readonly href: string;
  readonly assessmentId: string | null;
  /** Ids of the people to tell. */
  readonly to: readonly string[];
}

/** Everything of one feature that is not done yet and due from the one day to the other, both included; in few statements. */
export type DueSource = (db: Db, from: IsoDate, until: IsoDate) => Promise<DueItem[]>;
