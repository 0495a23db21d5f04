import { inflateSync } from 'node:zlib';

/** The numbers of all glyphs that the pages of a PDF show; 0 is the empty box of its font. */
export function glyphNumbers(bytes: Buffer): number[] {
  return pageTexts(bytes).flatMap((content) =>
    [...content.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) =>
      (hex.match(/.{4}/g) ?? []).map((digits) => parseInt(digits, 16)),
    ),
  );
}

/** A PDF without packing: streams inflated, without their packed lengths and the table of places, which hang on the packer. */
export function unpacked(bytes: Buffer): string {
  const { around, streams } = takeApart(bytes);
  // A cross-reference as a stream holds places in the file, which the packer decides.
  const isPlaces = (index: number) => (around[index] ?? '').includes('/Type /XRef');
  const plain = streams.map((stream, index) => (isPlaces(index) ? '' : (inflated(stream) ?? stream.toString('latin1'))));
  return around
    .map((text) =>
      text
        .replace(/\/Length \d+/g, '')
        .replace(/\nxref\n[\s\S]*?\ntrailer/, '')
        .replace(/startxref\n\d+/, ''),
    )
    .flatMap((text, index) => [text, plain[index] ?? ''])
    .join('');
}

/** The drawing of each page, as operators. */
function pageTexts(bytes: Buffer): string[] {
  return takeApart(bytes)
    .streams.map(inflated)
    .filter((text) => text !== null && /\bBT\b/.test(text) && /\bTj|TJ\b/.test(text))
    .map(String);
}

/** The streams of a PDF, and what stands before, between and behind them. */
function takeApart(bytes: Buffer): { around: string[]; streams: Buffer[] } {
  const around: string[] = [];
  const streams: Buffer[] = [];
  let last = 0;
  for (;;) {
    const at = bytes.indexOf('\nstream\n', last);
    if (at < 0) break;
    const start = at + '\nstream\n'.length;
    const end = bytes.indexOf('\nendstream', start);
    around.push(bytes.subarray(last, start).toString('latin1'));
    streams.push(bytes.subarray(start, end));
    last = end;
  }
  return { around: [...around, bytes.subarray(last).toString('latin1')], streams };
}

function inflated(stream: Buffer): string | null {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return null;
  }
}
