import { createHash } from 'node:crypto';

/** A UUID of version 5 (RFC 9562, SHA-1 of a namespace and a name): the same name gives the same UUID everywhere. */
export function stableUuid(name: string): string {
  const bytes = createHash('sha1').update(namespace).update(name, 'utf8').digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The namespace for URLs of RFC 9562. */
const namespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');
