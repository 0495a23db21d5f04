import { openArchive } from '../../src/catalog/sheets/zip-directory.ts';

/** An archive with these entries, packed or not as given; sizes in its directory may be made to lie. */
export function zipOf(
  entries: Readonly<Record<string, Uint8Array | string>>,
  lie: { unpacked?: number; flags?: number } = {},
): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const data = Buffer.from(content);
    const nameBytes = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(lie.flags ?? 0, 2);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(lie.unpacked ?? data.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    locals.push(Buffer.from([0x50, 0x4b, 3, 4]), fields, nameBytes, data);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, tail, nameBytes);
    offset += 30 + nameBytes.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(entries).length, 8);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** Every entry of an archive, as text. */
export function entriesOf(bytes: Uint8Array): Record<string, string> {
  const archive = openArchive(bytes);
  return Object.fromEntries(
    archive.names.map((name) => [name, new TextDecoder().decode(archive.read(name) ?? new Uint8Array())]),
  );
}
