import { TextDecoder } from 'node:util';
import type { FileBytes } from '../../storage/file-bytes.ts';

/** Text that a browser or a shell would run or render, told by how it begins. */
export type ActiveText = 'web' | 'drawing' | 'markup' | 'script';

/** null: nothing in the beginning says that it is more than plain text. */
export function activeTextIn(head: Buffer): ActiveText | null {
  const text = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (text.startsWith('#!')) return 'script';
  if (!/^<[!?/a-z]/i.test(text)) return null;
  if (/<svg[\s>]/i.test(text)) return 'drawing';
  return /^<\?xml/i.test(text) && !/<html[\s>]/i.test(text) ? 'markup' : 'web';
}

/**
 * Whether the whole file is text: UTF-8, GB 18030, or UTF-16 that begins with its mark, without control characters other than
 * tabs and line ends.
 */
export async function isTextFile(file: FileBytes): Promise<boolean> {
  const wide = await wideEncodingOf(file);
  return wide ? isWideText(file, wide) : isNarrowText(file);
}

/** UTF-16 is told by its mark alone. */
async function wideEncodingOf(file: FileBytes): Promise<'utf-16le' | 'utf-16be' | null> {
  for await (const chunk of await file.open({ start: 0, end: 1 })) {
    if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
    if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
  }
  return null;
}

async function isWideText(file: FileBytes, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of await file.open()) {
      const text = decoder.decode(chunk, { stream: true });
      if (hasControlCharacter(Buffer.from(text.replace(/[\u0080-\uffff]/g, '')))) return false;
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function isNarrowText(file: FileBytes): Promise<boolean> {
  const decoders = new Set([new TextDecoder('utf-8', { fatal: true }), new TextDecoder('gb18030', { fatal: true })]);
  for await (const chunk of await file.open()) {
    if (hasControlCharacter(chunk)) return false;
    dropFailing(decoders, (decoder) => decoder.decode(chunk, { stream: true }));
    if (decoders.size === 0) return false;
  }
  dropFailing(decoders, (decoder) => decoder.decode());
  return decoders.size > 0;
}

function dropFailing(decoders: Set<TextDecoder>, decode: (decoder: TextDecoder) => string): void {
  for (const decoder of decoders) {
    try {
      decode(decoder);
    } catch {
      // The bytes are not text in this encoding; that is what was asked.
      decoders.delete(decoder);
    }
  }
}

function hasControlCharacter(chunk: Buffer): boolean {
  return chunk.some((byte) => byte === 0x7f || (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d));
}
