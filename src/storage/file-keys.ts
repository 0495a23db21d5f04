import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';

/** A key with which files are encrypted where they lie. */
export interface FileKey {
  /** The first half of the SHA-256 of the key, by which files say which one they need; tells nothing of the key. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** The first of them encrypts what is new; the others only read what is older. */
export type FileKeys = readonly [FileKey, ...FileKey[]];

/**
 * Reads a file of keys: one a line in 64 hexadecimal digits, the present one first, lines that begin with # are remarks.
 * Throws an Error that says what is wrong, never what stands in it.
 */
export async function readFileKeys(path: string, dataFolder: string): Promise<FileKeys> {
  const place = resolve(path);
  const within = relative(dataFolder, place);
  if (!within.startsWith('..') && !isAbsolute(within))
    throw new Error(
      `ASSAY_FILES_KEY_FILE lies in the data folder (${place}): whoever copies the files would have the key too. Put it elsewhere.`,
    );
  const lines = (await readText(place)).split(/\r?\n/).map((line) => line.trim());
  const written = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const [first, ...others] = written.map((line, index) => toKey(line, index + 1, place));
  if (!first) throw new Error(`${place} of ASSAY_FILES_KEY_FILE holds no key. Make one with: openssl rand -hex 32`);
  return [first, ...others];
}

async function readText(place: string): Promise<string> {
  try {
    return await readFile(place, 'utf8');
  } catch (error) {
    throw new Error(`${place} of ASSAY_FILES_KEY_FILE cannot be read.`, { cause: error });
  }
}

function toKey(line: string, number: number, place: string): FileKey {
  if (!/^[0-9a-f]{64}$/i.test(line))
    throw new Error(
      `Key ${number} in ${place} of ASSAY_FILES_KEY_FILE is not 64 hexadecimal digits. Make one with: openssl rand -hex 32`,
    );
  const bytes = Uint8Array.from(Buffer.from(line, 'hex'));
  return { id: createHash('sha256').update('assay files key').update(bytes).digest('hex').slice(0, 16), bytes };
}
