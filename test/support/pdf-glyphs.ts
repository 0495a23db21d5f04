import { inflateSync } from 'node:zlib';

/** The numbers of all glyphs that the pages of a PDF show; 0 is the empty box of its font. */
export function glyphNumbers(bytes: Buffer): number[] {
  return pageTexts(bytes).flatMap((content) =>
    [...content.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) =>
      (hex.match(/.{4}/g) ?? []).map((digits) => parseInt(digits, 16)),
    ),
  );
}

/** The drawing of each page, as operators. */
function pageTexts(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 1)) {
    const end = bytes.indexOf('\nendstream', at);
    const text = inflated(bytes.subarray(at + 'stream\n'.length, end));
    if (text !== null && /\bBT\b/.test(text) && /\bTj|TJ\b/.test(text)) texts.push(text);
  }
  return texts;
}

function inflated(stream: Buffer): string | null {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return null;
  }
}
