import type { Readable } from 'node:stream';

/** A part of a file; `end` is the last byte that belongs to it. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Bytes that can be read again and again, whole or in part. */
export interface FileBytes {
  readonly size: number;
  open(range?: ByteRange): Promise<Readable>;
}

/** All of it in memory; for what is known to be small enough. */
export async function readBytes(file: FileBytes): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await file.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
}
