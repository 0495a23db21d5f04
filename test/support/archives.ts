import { crc32, deflateRawSync } from 'node:zlib';

export interface PackedEntry {
  readonly name: string;
  readonly content: Buffer;
  readonly encrypted?: boolean;
  /** What the directory says that it unpacks to, where that is a lie. */
  readonly claimed?: number;
}

/** A ZIP archive with packed entries, whose directory may lie. */
export function packed(entries: readonly PackedEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, encrypted, claimed } of entries) {
    const data = deflateRawSync(content, { level: 9 });
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(claimed ?? content.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, place, path]));
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listed, end]);
}

/** Archives within archives, that deep. */
export function nested(depth: number, innermost: Buffer): Buffer {
  let content = innermost;
  for (let level = 0; level < depth; level += 1) content = packed([{ name: `${level}.zip`, content }]);
  return content;
}
