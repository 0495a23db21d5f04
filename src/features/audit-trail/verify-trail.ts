import { contentHash, linkHash, noHash } from './audit-chain.ts';
import { openCut } from './trail-cut.ts';
import { openErasures } from './trail-erasure.ts';
import type { ChainedEntry, TrailHead } from './trail-store.ts';

/**
 * What is wrong at a place. `missing`: no entry stands there, though later ones do; `altered`: the entry is not what was
 * recorded at this place; `detached`: the entry is whole, but what stands before it is not what stood there; `unaccounted`:
 * names were taken from the entry, but no entry of an erasure says so.
 */
export type FaultKind = 'missing' | 'altered' | 'detached' | 'unaccounted';

/** Where a head that was kept elsewhere is not in the chain: `cut-off` when the chain ends before it, `differs` when another entry stands there. */
export type KeptHeadFault = 'cut-off' | 'differs';

/** A place where an entry bears a time well before that of the entry in front of it: a clock was set back. */
export interface TimeStep {
  readonly place: number;
  readonly from: string;
  readonly to: string;
}

export interface TrailCheck {
  readonly entries: number;
  /** The last entry that is in order. */
  readonly head: TrailHead;
  /** The first place that is wrong; nothing behind it was looked at. */
  readonly fault: { readonly place: number; readonly kind: FaultKind } | null;
  readonly keptHeads: readonly { readonly head: TrailHead; readonly fault: KeptHeadFault | null }[];
  /** How often time ran backwards, and the first places. No fault of the chain. */
  readonly stepsBack: number;
  readonly firstStepsBack: readonly TimeStep[];
}

/** Deeds that wait for each other are recorded a little later than they began; more than this is a clock that was set back. */
const toleratedStep = 60_000;
const mostStepsShown = 20;

/** True when time ran backwards between two entries that follow each other. */
export function isStepBack(earlierAt: string | null, at: string): boolean {
  return earlierAt !== null && Date.parse(at) < Date.parse(earlierAt) - toleratedStep;
}

/**
 * Recomputes the chain portion by portion, up to the first place that is wrong. Keeps one entry and the heads in memory. `start`:
 * the last entry that went when its period was over; an entry in the chain has to tell of it.
 */
export async function verifyTrail(
  portions: AsyncIterable<readonly ChainedEntry[]>,
  keptHeads: readonly TrailHead[] = [],
  start: TrailHead = { place: 0, hash: noHash },
): Promise<TrailCheck> {
  const steps: TimeStep[] = [];
  const found = new Map<number, string>();
  let stepsBack = 0;
  let last: { place: number; hash: string; at: string | null } = { ...start, at: null };
  const erasures = openErasures();
  const cut = openCut(start);
  let broken: TrailCheck['fault'] = null;

  const pass = (entry: ChainedEntry) => {
    if (last.at !== null && isStepBack(last.at, entry.at)) {
      stepsBack += 1;
      if (steps.length < mostStepsShown) steps.push({ place: entry.place, from: last.at, to: entry.at });
    }
    if (keptHeads.some(({ place }) => place === entry.place)) found.set(entry.place, entry.hash);
    erasures.see(entry);
    cut.see(entry);
    last = entry;
  };
  for await (const entry of eachOf(portions)) {
    broken = faultOf(entry, last);
    if (broken) break;
    pass(entry);
  }
  const fault = broken ?? cut.fault() ?? erasures.fault();
  return {
    entries: last.place - start.place,
    head: { place: last.place, hash: last.hash },
    fault,
    // Behind a fault nothing is known; the fault itself is what to look at.
    keptHeads: keptHeads
      .filter(({ place }) => broken === null || place < broken.place)
      .map((head) => ({ head, fault: keptHeadFault(head, start, found.get(head.place)) })),
    stepsBack,
    firstStepsBack: steps,
  };
}

async function* eachOf<T>(portions: AsyncIterable<readonly T[]>): AsyncGenerator<T> {
  for await (const portion of portions) yield* portion;
}

/** Whether everything is as it was recorded. */
export function isIntact({ fault, keptHeads }: TrailCheck): boolean {
  return fault === null && keptHeads.every((kept) => kept.fault === null);
}

function faultOf(entry: ChainedEntry, last: TrailHead): TrailCheck['fault'] {
  const { place } = entry;
  if (place > last.place + 1) return { place: last.place + 1, kind: 'missing' };
  if (place !== last.place + 1) return { place, kind: 'altered' };
  const content = contentHash(entry);
  if (entry.erased && content !== entry.erased.erasedHash) return { place, kind: 'altered' };
  if (linkHash(place, entry.previousHash, entry.erased?.contentHash ?? content) !== entry.hash) return { place, kind: 'altered' };
  return entry.previousHash === last.hash ? null : { place, kind: 'detached' };
}

function keptHeadFault({ place, hash }: TrailHead, start: TrailHead, found: string | undefined): KeptHeadFault | null {
  // What went when its period was over can no longer be compared, but for the last of it.
  if (place < start.place || place === 0) return null;
  if (place === start.place) return start.hash === hash ? null : 'differs';
  if (found === undefined) return 'cut-off';
  return found === hash ? null : 'differs';
}
