import type { FileBytes } from '../../storage/file-bytes.ts';

/** Whether a PDF says that it is encrypted; some open without a password all the same. */
export function isEncryptedPdf(file: FileBytes): Promise<boolean> {
  return contains(file, /\/Encrypt\s{0,20}(\d{1,10}\s{1,5}\d{1,5}\s{1,5}R|<<)/);
}

/** What an older office file, or the shell of an encrypted newer one, holds. */
export async function checkCompound(file: FileBytes): Promise<'macro' | 'encrypted' | null> {
  // Names in its directory are in UTF-16.
  if (await contains(file, wide('_VBA_PROJECT'))) return 'macro';
  if (await contains(file, wide('EncryptedPackage'))) return 'encrypted';
  return (await hasEncryptedStream(file)) ? 'encrypted' : null;
}

/** Word's and Excel's own encryption, told by the head of the main stream, which stands in the first sector as a rule. */
async function hasEncryptedStream(file: FileBytes): Promise<boolean> {
  const sector = await head(file, 512, 512);
  if (sector.length < 64) return false;
  if (sector.readUInt16LE(0) === 0xa5ec) return (sector.readUInt16LE(10) & 0x0100) !== 0;
  if (sector.readUInt16LE(0) !== 0x0809) return false;
  // The record after the one that begins a workbook: FILEPASS, perhaps after WRITEPROTECT.
  let at = 4 + sector.readUInt16LE(2);
  for (let records = 0; records < 3 && at + 4 <= sector.length; records += 1) {
    if (sector.readUInt16LE(at) === 0x002f) return true;
    at += 4 + sector.readUInt16LE(at + 2);
  }
  return false;
}

async function head(file: FileBytes, start: number, length: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const end = Math.min(start + length, file.size) - 1;
  if (end < start) return Buffer.alloc(0);
  for await (const chunk of await file.open({ start, end })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function wide(text: string): RegExp {
  return new RegExp([...text].map((sign) => `${sign}\\0`).join(''));
}

/** Bytes that a match may be long; so many are looked at again with the next chunk. */
const longestMatch = 100;

/** Whether the pattern, of single-byte signs, is found anywhere. */
async function contains(file: FileBytes, pattern: RegExp): Promise<boolean> {
  let rest = '';
  for await (const chunk of await file.open()) {
    const text: string = rest + chunk.toString('latin1');
    if (pattern.test(text)) return true;
    rest = text.slice(-longestMatch);
  }
  return false;
}
