/** How often somebody wants letters about what is new in their inbox. */
export const mailChoices = ['at-once', 'daily', 'never'] as const;
export type MailChoice = (typeof mailChoices)[number];

const minute = 60_000;
/** The first notice after a quiet time waits a little, since one deed is often followed by another. */
export const firstDelay = 2 * minute;
/** After a letter nothing goes out for so long; what comes meanwhile is gathered. */
export const quietTime = 60 * minute;
/** When the daily letter goes out, after the body's midnight. */
export const dailyTime = 8 * 60 * minute;

/** What waits to be written to somebody. */
export interface Waiting {
  readonly choice: MailChoice;
  /** The time of the oldest notice that was not written yet. */
  readonly oldest: Date;
  /** When the last letter was made for them; null: never. */
  readonly lastLetter: Date | null;
}

/**
 * Whether it is time to gather what waits into a letter. `midnight` is the beginning of the body's present day. Times that lie
 * ahead of now come from a clock that was wrong: they hold nothing up.
 */
export function isTimeToWrite({ choice, oldest, lastLetter }: Waiting, now: Date, midnight: Date): boolean {
  const age = now.getTime() - oldest.getTime();
  if (choice === 'never') return false;
  if (age < 0) return true;
  if (choice === 'at-once') {
    const sinceLast = lastLetter === null ? Number.POSITIVE_INFINITY : now.getTime() - lastLetter.getTime();
    return age >= firstDelay && (sinceLast >= quietTime || sinceLast < 0);
  }
  const today = midnight.getTime() + dailyTime;
  const hour = today <= now.getTime() ? today : today - 24 * 60 * minute;
  return oldest.getTime() < hour;
}

/** So many tries are made before a letter is given up. */
export const mostTries = 8;

/** Milliseconds until the next try after so many that failed: one minute, then twice as long each time, six hours at most. */
export function backOff(tries: number): number {
  return Math.min(minute * 2 ** Math.max(0, tries - 1), 6 * 60 * minute);
}
