import { deflateSync } from 'node:zlib';

/** Objects that share a stream: a reader unpacks all of them to see one. */
const mostTogether = 500;
/** Bytes of the three columns of the cross-reference: kind, offset or stream, generation or place within it. */
const columns = [1, 4, 2] as const;
const rowBytes = columns[0] + columns[1] + columns[2];
const kinds = { free: 0, alone: 1, packed: 2 } as const;

type Row = readonly [kind: number, where: number, place: number];

/**
 * The same document with everything that is no stream packed into object streams and its cross-reference as a stream (ISO 32000-1,
 * 7.5.7 and 7.5.8): a tagged document has an object for each paragraph, which otherwise makes up a third of it.
 *
 * Takes what PDFKit writes: one table of cross-references without gaps, every generation 0, not encrypted. Not for PDF/A-1, which
 * forbids such streams, nor for what is signed afterwards. Throws when the document is not of that form. The same bytes give the same bytes.
 */
export function packObjects(pdf: Buffer): Buffer {
  const { offsets, trailer, end } = readTable(pdf);
  const parts: Buffer[] = [pdf.subarray(0, Math.min(...offsets))];
  let written = parts[0]?.length ?? 0;
  const rows: Row[] = [[kinds.free, 0, 0xffff]];
  const waiting: { readonly id: number; readonly body: Buffer }[] = [];
  const add = (part: Buffer) => {
    parts.push(part);
    written += part.length;
  };

  const ends = endsOf(offsets, end);
  offsets.forEach((offset, index) => {
    const whole = pdf.subarray(offset, ends.get(offset));
    const id = index + 1;
    if (isStream(whole)) {
      rows[id] = [kinds.alone, written, 0];
      add(whole);
    } else waiting.push({ id, body: bodyOf(whole, id) });
  });

  let nextId = offsets.length + 1;
  for (let first = 0; first < waiting.length; first += mostTogether) {
    const together = waiting.slice(first, first + mostTogether);
    together.forEach(({ id }, place) => {
      rows[id] = [kinds.packed, nextId, place];
    });
    rows[nextId] = [kinds.alone, written, 0];
    add(objectStream(nextId, together));
    nextId += 1;
  }

  rows[nextId] = [kinds.alone, written, 0];
  const start = written;
  add(crossReference(nextId, rows, trailer));
  add(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(parts, written);
}

interface Table {
  /** Of object 1, 2, …; bytes from the beginning. */
  readonly offsets: readonly number[];
  /** Entries of the trailer without its size. */
  readonly trailer: string;
  /** Where the last object is over. */
  readonly end: number;
}

function readTable(pdf: Buffer): Table {
  const tail = pdf.subarray(-200).toString('latin1');
  const end = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(tail)?.[1]);
  const text = pdf.subarray(end).toString('latin1');
  const found = /^xref\n0 (\d+)\n((?:\d{10} \d{5} [fn] \n)+)trailer\n<<\n\/Size \d+\n([\s\S]*)\n>>\nstartxref\n/.exec(text);
  const [, size, entries = '', trailer = ''] = found ?? [];
  const offsets = entries.split('\n').slice(1, -1).map(offsetOf);
  if (!found || offsets.length + 1 !== Number(size))
    throw new Error('The table of cross-references is not of the form expected.');
  return { offsets, trailer, end };
}

function offsetOf(entry: string): number {
  if (!entry.endsWith(' 00000 n ')) throw new Error(`An object is missing or changed: ${entry}`);
  return Number(entry.slice(0, 10));
}

/** Where each object is over: where the next in the file begins. */
function endsOf(offsets: readonly number[], end: number): ReadonlyMap<number, number> {
  const sorted = [...offsets].sort((a, b) => a - b);
  return new Map(sorted.map((offset, place) => [offset, sorted[place + 1] ?? end]));
}

function isStream(whole: Buffer): boolean {
  const foot = '\nendstream\nendobj\n';
  return whole.subarray(-foot.length).toString('latin1') === foot;
}

function bodyOf(whole: Buffer, id: number): Buffer {
  const head = `${id} 0 obj\n`;
  const foot = 'endobj\n';
  if (whole.subarray(0, head.length).toString('latin1') !== head) throw new Error(`Object ${id} is not where it should be.`);
  return whole.subarray(head.length, -foot.length);
}

function objectStream(streamId: number, objects: readonly { readonly id: number; readonly body: Buffer }[]): Buffer {
  let offset = 0;
  const places = objects.map(({ id, body }) => {
    const place = `${id} ${offset}`;
    offset += body.length;
    return place;
  });
  const head = Buffer.from(`${places.join(' ')}\n`, 'latin1');
  const content = Buffer.concat([head, ...objects.map(({ body }) => body)]);
  return stream(streamId, `/Type /ObjStm\n/N ${objects.length}\n/First ${head.length}`, content);
}

function crossReference(id: number, rows: readonly Row[], trailer: string): Buffer {
  const content = Buffer.alloc(rows.length * (rowBytes + 1));
  // Each row as its difference from the one above (PNG's "up"): neighbours hardly differ, which packs well.
  let above = Buffer.alloc(rowBytes);
  rows.forEach(([kind, where, place], index) => {
    const row = Buffer.alloc(rowBytes);
    row.writeUInt8(kind, 0);
    row.writeUInt32BE(where, 1);
    row.writeUInt16BE(place, 5);
    const at = index * (rowBytes + 1);
    content.writeUInt8(2, at);
    for (let byte = 0; byte < rowBytes; byte += 1)
      content.writeUInt8(((row[byte] ?? 0) - (above[byte] ?? 0)) & 0xff, at + 1 + byte);
    above = row;
  });
  const predictor = `/DecodeParms << /Predictor 12 /Columns ${rowBytes} >>`;
  return stream(id, `/Type /XRef\n/Size ${rows.length}\n/W [${columns.join(' ')}]\n${predictor}\n${trailer}`, content);
}

function stream(id: number, entries: string, content: Buffer): Buffer {
  const packed = deflateSync(content, { level: 9 });
  const head = `${id} 0 obj\n<<\n${entries}\n/Filter /FlateDecode\n/Length ${packed.length}\n>>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from('\nendstream\nendobj\n', 'latin1')]);
}
