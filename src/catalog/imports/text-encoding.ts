import { type Message, message } from '../../i18n/translate.ts';

export interface DecodedText {
  readonly text: string;
  /** null for UTF-8, else what was recognised. */
  readonly encoding: 'utf-16le' | 'utf-16be' | 'gb18030' | null;
}

/** Decodes text as UTF-8 with or without a mark, UTF-16 with a mark, or else GB18030; a message when it is none of them. */
export function decodeForeign(bytes: Uint8Array): DecodedText | { readonly refused: Message } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  const text = tryDecode('utf-8', bytes);
  if (text !== null) return { text, encoding: null };
  const chinese = tryDecode('gb18030', bytes);
  if (chinese !== null && !chinese.includes('\u0000')) return { text: chinese, encoding: 'gb18030' };
  return { refused: message('imports.unknownEncoding') };
}

function tryDecode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
