import { opendir, rm, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { FileKeys } from './file-keys.ts';
import type { FileSource } from './file-source.ts';

/** Something in the store. */
export interface StoredBytes {
  /** Its SHA-256 where the store put it there itself; else its path within the store. */
  readonly name: string;
  readonly size: number;
  readonly modifiedAt: Date;
}

/** Where the files of a store lie, plain or encrypted. */
export interface FilePlaces {
  placeOf(sha256: string, form: 'plain' | 'sealed'): string;
  sourceOf(sha256: string): Promise<FileSource>;
  remove(name: string): Promise<void>;
}

const sealedEnding = '.aes';

export function openPlaces(folder: string, keys: FileKeys | null): FilePlaces {
  const placeOf = (sha256: string, form: 'plain' | 'sealed') =>
    join(folder, sha256.slice(0, 2), form === 'sealed' ? `${sha256}${sealedEnding}` : sha256);
  return {
    placeOf,
    async sourceOf(sha256) {
      const sealed = placeOf(sha256, 'sealed');
      // Without keys nothing is encrypted, as the start has made sure.
      if (keys !== null && (await isFile(sealed))) return { path: sealed, keys };
      return { path: placeOf(sha256, 'plain'), keys: null };
    },
    async remove(name) {
      const places = isHash(name) ? [placeOf(name, 'plain'), placeOf(name, 'sealed')] : [join(folder, name)];
      await Promise.all(places.map((place) => rm(place, { force: true })));
    },
  };
}

/** Everything that lies in the folder. */
export async function* listBytes(folder: string): AsyncIterable<StoredBytes> {
  for await (const entry of await opendir(folder, { recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const hash = entry.name.endsWith(sealedEnding) ? entry.name.slice(0, -sealedEnding.length) : entry.name;
    const own = isHash(hash) && basename(entry.parentPath) === hash.slice(0, 2);
    const { size, mtime } = await stat(path);
    yield { name: own ? hash : relative(folder, path), size, modifiedAt: mtime };
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

export function isHash(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}
