import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileKeys } from './file-keys.ts';

const markerName = 'files-keys.json';

/**
 * The data folder remembers which keys its files may need, so that a start without them is told at once and not by the first
 * download that fails. Throws an Error that says what to do.
 */
export async function checkMarker(folder: string, keys: FileKeys | null): Promise<void> {
  const needed = await readMarker(folder);
  const missing = needed.filter((id) => !keys?.some((key) => key.id === id));
  if (missing.length > 0)
    throw new Error(
      keys === null
        ? `The evidence files are encrypted with the key ${missing.join(', ')}. Set ASSAY_FILES_KEY_FILE to the file that holds it.`
        : `The evidence files are encrypted with the key ${missing.join(', ')}, which ASSAY_FILES_KEY_FILE does not hold. Put it back as a further line.`,
    );
  if (keys !== null && !needed.includes(keys[0].id)) await writeMarker(folder, [...needed, keys[0].id]);
}

/** After everything was encrypted anew: these alone are needed. */
export async function writeMarker(folder: string, ids: readonly string[]): Promise<void> {
  const place = join(folder, markerName);
  await writeFile(`${place}.new`, JSON.stringify({ keys: ids }), { mode: 0o600 });
  await rename(`${place}.new`, place);
}

async function readMarker(folder: string): Promise<string[]> {
  try {
    const { keys }: { keys: unknown } = JSON.parse(await readFile(join(folder, markerName), 'utf8'));
    return Array.isArray(keys) ? keys.map(String) : [];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
