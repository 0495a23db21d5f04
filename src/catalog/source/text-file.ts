import { readFile, stat } from 'node:fs/promises';
import { type Message, message } from '../../i18n/translate.ts';
import type { Problem } from './problem.ts';

/** Bytes. Files of other tools have up to 4 MB, and what they become is somewhat larger. */
export const largestFile = 8 * 1024 * 1024;

/** The text of a UTF-8 file without its byte order mark, or the one problem that prevents reading it. Never throws. */
export async function readTextFile(file: string): Promise<{ text: string } | { problem: Problem }> {
  try {
    const facts = await stat(file);
    if (facts.isDirectory()) return { problem: atStart(file, message('catalog.folderNotFile')) };
    if (facts.size > largestFile)
      return { problem: atStart(file, message('catalog.fileTooLarge', { size: megabytes(facts.size) })) };
    return decodeText(file, await readFile(file));
  } catch (error) {
    return { problem: atStart(file, messageOfFault(error)) };
  }
}

/** Decodes UTF-8; on bytes that are none, the problem stands at the first of them and names GBK where that is likely. */
export function decodeText(file: string, bytes: Uint8Array): { text: string } | { problem: Problem } {
  if (bytes.length > largestFile)
    return { problem: atStart(file, message('catalog.fileTooLarge', { size: megabytes(bytes.length) })) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const good = readableStart(bytes);
    const lines = good.split('\n');
    const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    return { problem: { file, ...place, message: message('catalog.notUtf8'), hint: encodingHint(bytes) } };
  }
}

/** A problem with the file as a whole. */
export function atStart(file: string, text: Message, hint: Message | null = null): Problem {
  return { file, line: 1, column: 1, message: text, hint };
}

/** Why the file system refused, in words; the system's code where there are none. */
export function messageOfFault(error: unknown): Message {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return message('catalog.fileMissing');
  if (code === 'EACCES' || code === 'EPERM') return message('catalog.fileForbidden');
  return message('catalog.fileUnreadable', { code: code || 'EIO' });
}

/** What stands before the first byte that is not UTF-8. */
function readableStart(bytes: Uint8Array): string {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isReadable(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return new TextDecoder('utf-8').decode(bytes.subarray(0, low), { stream: true });
}

/** Whether the bytes are UTF-8 that may break off within a character. */
function isReadable(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function encodingHint(bytes: Uint8Array): Message | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return message('catalog.probablyUtf16');
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return /\p{Script=Han}/u.test(text) ? message('catalog.probablyGbk') : null;
  } catch {
    return null;
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
