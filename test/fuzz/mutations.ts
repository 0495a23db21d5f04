import fc from 'fast-check';

/** Pieces that readers of files are known to stumble over. */
const pieces: readonly string[] = [
  ...[
    '',
    '\u0000',
    '\uFEFF',
    '\uD800',
    '\r',
    '\n\n',
    '\t',
    '"',
    "'",
    '`',
    '\\',
    '%',
    '&#0;',
    '&x;',
    '<![CDATA[',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
  ],
  ...[
    '&a',
    '*a',
    '&a [*a]',
    '<<: *a',
    '!!js/function "x"',
    '!!binary "x"',
    '? : ?',
    '- - - -',
    '{{{{',
    '[[[[',
    '|\n',
    '>-\n',
    '---\n',
    '...\n',
  ],
  ...['1e999', '-0', '0x1F', '9'.repeat(40), '1.7976931348623157e308', 'NaN', '.inf', 'null', 'true', '~', '2026-02-30', '12:60'],
  ...['__proto__', 'constructor', 'toString', '../../x', 'CON', '=1+1', '@x', '\u202E', '𝒳', '한', 'é', 'ß', 'İ'],
  ...[
    'id: ',
    'clauses:\n',
    'points: -1',
    'language: ',
    'xmlns="x"',
    '</row>',
    '<c t="s"><v>99999999</v></c>',
    '<row r="1048577">',
  ],
];

interface Change {
  readonly how: 'insert' | 'delete' | 'double' | 'flip' | 'cut' | 'splice' | 'repeat';
  readonly at: number;
  readonly length: number;
  readonly piece: Buffer;
}

const change: fc.Arbitrary<Change> = fc.record({
  how: fc.constantFrom('insert', 'insert', 'delete', 'double', 'flip', 'flip', 'cut', 'splice', 'repeat'),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  length: fc.integer({ min: 1, max: 400 }),
  piece: fc.oneof(
    fc.constantFrom(...pieces).map((piece) => Buffer.from(piece)),
    fc.uint8Array({ maxLength: 16 }).map((bytes) => Buffer.from(bytes)),
  ),
});

/** Bytes that a reader is not made for are told in reasonable time only while they are few. */
const longest = 400_000;

/** One of the good files with some damage, or nothing but noise. */
export function damaged(seeds: readonly Buffer[]): fc.Arbitrary<Buffer> {
  const spoilt = fc
    .tuple(fc.constantFrom(...seeds), fc.constantFrom(...seeds), fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([seed, other, changes]) => changes.reduce((bytes, one) => apply(bytes, one, other), seed).subarray(0, longest));
  const noise = fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes));
  return fc.oneof({ weight: 12, arbitrary: spoilt }, { weight: 1, arbitrary: noise });
}

function apply(bytes: Buffer, { how, at, length, piece }: Change, other: Buffer): Buffer {
  const from = Math.floor(at * bytes.length);
  const to = Math.min(bytes.length, from + length);
  const [before, middle, after] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
  switch (how) {
    case 'insert':
      return Buffer.concat([before, piece, middle, after]);
    case 'delete':
      return Buffer.concat([before, after]);
    case 'double':
      return Buffer.concat([before, middle, middle, after]);
    case 'flip':
      return Buffer.concat([
        before,
        Buffer.from(middle.subarray(0, 1).map((byte) => byte ^ (1 << (length % 8)))),
        bytes.subarray(from + 1),
      ]);
    case 'cut':
      return before;
    case 'splice':
      return Buffer.concat([before, other.subarray(Math.floor(at * other.length))]);
    case 'repeat':
      return Buffer.concat([before, ...Array.from({ length }, () => piece), after]);
  }
}
