import type { Trx } from '../../db/db.ts';
import { contentHash } from './audit-chain.ts';
import { listEntriesThatName, updateErasedEntry } from './erasure-store.ts';
import type { ChainedEntry } from './trail-store.ts';

/** What a person was called, and what stands there from now on. */
export interface ErasedNames {
  readonly userId: string;
  readonly names: readonly string[];
  readonly pseudonym: string;
}

/** Fields by which entries about an account name the person. */
const naming = new Set(['name', 'signInName', 'email', 'registrationNumber', 'label', 'signedName']);

/**
 * Takes somebody's names out of the entries that hold them. Who did what when stays, and so does the chain: it stands on the hash
 * of what an entry said, which is kept. Gives a line for each entry, to be recorded with the erasure: without it a check of the
 * chain finds the entry unaccounted for.
 */
export async function eraseFromTrail(trx: Trx, erased: ErasedNames): Promise<string[]> {
  const lines: string[] = [];
  for await (const entry of listEntriesThatName(trx, erased)) {
    const details = withoutNames(entry, erased);
    if (details === entry.details) continue;
    const was = entry.erased?.contentHash ?? contentHash(entry);
    const is = contentHash({ ...entry, details });
    await updateErasedEntry(trx, { place: entry.place, details, was, is });
    lines.push(`${entry.place} ${was} ${is}`);
  }
  return lines;
}

/** How many entries that would be. */
export async function countErasedEntries(trx: Parameters<typeof listEntriesThatName>[0], erased: ErasedNames): Promise<number> {
  let count = 0;
  for await (const entry of listEntriesThatName(trx, erased)) if (withoutNames(entry, erased) !== entry.details) count += 1;
  return count;
}

function withoutNames(entry: ChainedEntry, { userId, names, pseudonym }: ErasedNames): string {
  const isOwn = entry.subject === 'account' && entry.subjectId === userId;
  return JSON.stringify(JSON.parse(entry.details), (key, value: unknown) => {
    if (typeof value !== 'string') return value;
    return names.includes(value) || (isOwn && naming.has(key)) ? pseudonym : value;
  });
}

/** An entry from which words were taken without anybody having said so. */
export interface UnaccountedFault {
  readonly place: number;
  readonly kind: 'unaccounted';
}

/** Compares entries from which names were taken with what the entries of erasures say of them, as a check passes by. */
export function openErasures(): { see(entry: ChainedEntry): void; fault(): UnaccountedFault | null } {
  const found = new Map<number, string>();
  const told = new Map<number, string>();
  return {
    see(entry) {
      if (entry.erased) found.set(entry.place, `${entry.erased.contentHash} ${entry.erased.erasedHash}`);
      else if (entry.deed === 'account.erased') for (const [place, hashes] of linesIn(entry.details)) told.set(place, hashes);
    },
    fault() {
      for (const [place, hashes] of found) if (told.get(place) !== hashes) return { place, kind: 'unaccounted' };
      return null;
    },
  };
}

function linesIn(details: string): (readonly [number, string])[] {
  const { trail }: { trail?: unknown } = JSON.parse(details);
  const lines = Array.isArray(trail) ? trail.map(String) : [];
  return lines.map((line) => [Number.parseInt(line, 10), line.slice(line.indexOf(' ') + 1)] as const);
}
