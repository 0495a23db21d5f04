import { inflateRawSync } from 'node:zlib';
import { type Message, message } from '../../i18n/translate.ts';

/** What stands in an archive, by name. */
export interface Archive {
  readonly names: readonly string[];
  /** The content of an entry; null when there is none. Throws `BadArchive` when it is damaged or larger than it says. */
  readonly read: (name: string) => Uint8Array | null;
}

/** Why an archive cannot be read, in words. */
export class BadArchive extends Error {
  readonly reason: Message;

  constructor(reason: Message) {
    super(reason.key);
    this.reason = reason;
  }
}

const mostEntries = 10_000;
/** Bytes of all entries together, unpacked. */
const mostUnpacked = 50 * 1024 * 1024;
/** A workbook of nothing but equal cells stays below; a bomb does not. Not asked of small archives. */
const highestRatio = 200;
const smallArchive = 5 * 1024 * 1024;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/**
 * Reads the directory at the end of a ZIP archive and checks what it promises before anything is unpacked. Unpacking an entry
 * stops at the size that the directory states, so that a directory which lies gains nothing. Throws `BadArchive`. `own`: the
 * program wrote it itself, so that it may be as large as it is.
 */
export function openArchive(bytes: Uint8Array, { own = false }: { readonly own?: boolean } = {}): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const isTooLarge = unpacked > mostUnpacked || (unpacked > smallArchive && unpacked > bytes.length * highestRatio);
  if (isTooLarge && !own)
    throw new BadArchive(message('sheets.zipTooLarge', { size: Math.ceil(unpacked / 1024 / 1024), most: 50 }));
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    names: entries.map(({ name }) => name),
    read: (name) => {
      const entry = byName.get(name);
      return entry ? unpack(bytes, view, entry) : null;
    },
  };
}

function readDirectory(bytes: Uint8Array, view: DataView): Entry[] {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count > mostEntries) throw new BadArchive(message('sheets.zipTooManyEntries', { count, most: mostEntries }));
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw new BadArchive(message('sheets.zipDamaged'));
    const nameLength = view.getUint16(at + 28, true);
    entries.push(entryAt(bytes, view, at, nameLength));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, nameLength: number): Entry {
  if ((view.getUint16(at + 8, true) & 1) !== 0) throw new BadArchive(message('sheets.protected'));
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  return {
    name: name.replace(/\\/g, '/').replace(/^\/+/, ''),
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

/** The record that ends an archive, perhaps followed by a comment of up to 65,535 bytes. */
function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new BadArchive(message('sheets.zipDamaged'));
}

function unpack(bytes: Uint8Array, view: DataView, { method, packed, unpacked, offset }: Entry): Uint8Array {
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50)
    throw new BadArchive(message('sheets.zipDamaged'));
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length || (method !== 0 && method !== 8)) throw new BadArchive(message('sheets.zipDamaged'));
  const content = bytes.subarray(start, start + packed);
  if (method === 0) return content;
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(unpacked, 1) });
  } catch {
    throw new BadArchive(message('sheets.zipDamaged'));
  }
}
