const minute = 60_000;

/** Tries that cost nothing: people mistype. */
export const freeTries = { pair: 5, address: 100 };

/** After so long without a failure the earlier ones are forgotten. */
export const memory = 60 * minute;

const longest = 15 * minute;

/** What has failed under one key, and when last, in milliseconds. */
export interface Failures {
  readonly failures: number;
  readonly lastAt: number;
}

/**
 * Milliseconds to wait before the next try: none for the first ones, then a minute that doubles with each failure, a quarter of
 * an hour at most. Nobody is ever locked out for good, and the wait concerns only who failed from there.
 */
export function waitOf({ failures, lastAt }: Failures, free: number, now: number): number {
  if (failures < free || now - lastAt >= memory) return 0;
  const wait = Math.min(longest, minute * 2 ** Math.min(failures - free, 10));
  return Math.max(0, lastAt + wait - now);
}
