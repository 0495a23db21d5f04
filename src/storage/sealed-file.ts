import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import type { ByteRange } from './file-bytes.ts';
import type { FileKey } from './file-keys.ts';

/*
 * An encrypted file: a head of 40 bytes (8 of a mark, 8 of the id of the key, 24 of salt), then pieces of 64 KiB, each
 * AES-256-GCM with its tag of 16 bytes. Key and salt make a key of the file's own, so that the number of the piece can be its
 * nonce. The last piece says that it is the last: pieces can be neither exchanged nor left away unseen.
 */

const mark = Buffer.from('ASSAYF1\n');
const saltLength = 24;
const headLength = mark.length + 8 + saltLength;
const pieceLength = 64 * 1024;
const tagLength = 16;
const sealedLength = pieceLength + tagLength;

/** Thrown when bytes are not what was written, or the key that they need is not there. */
export class SealedFileTrouble extends Error {
  readonly code: 'ERR_CHANGED' | 'ERR_NO_KEY';

  constructor(code: SealedFileTrouble['code'], text: string) {
    super(text);
    this.name = 'SealedFileTrouble';
    this.code = code;
  }
}

/** Encrypts what passes. */
export function sealing(key: FileKey): Transform {
  const salt = randomBytes(saltLength);
  const secret = secretOf(key, salt);
  let waiting = Buffer.alloc(0);
  let number = 0;
  let begun = false;
  const head = () => {
    begun = true;
    return Buffer.concat([mark, Buffer.from(key.id, 'hex'), salt]);
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (!begun) this.push(head());
      waiting = Buffer.concat([waiting, chunk]);
      // One piece is held back, since only the end tells which is the last.
      while (waiting.length > pieceLength) {
        this.push(sealPiece(secret, number, false, waiting.subarray(0, pieceLength)));
        waiting = waiting.subarray(pieceLength);
        number += 1;
      }
      done();
    },
    flush(done) {
      if (!begun) this.push(head());
      this.push(sealPiece(secret, number, true, waiting));
      done();
    },
  });
}

/** Which key a file needs; null when it is no encrypted file. */
export async function keyIdOf(path: string): Promise<string | null> {
  const file = await open(path, 'r');
  try {
    const head = await readHead(file);
    return head?.keyId ?? null;
  } finally {
    await file.close();
  }
}

/** The plain bytes, or a part of them. Throws and fails with `SealedFileTrouble`. */
export async function openSealed(path: string, keys: readonly FileKey[], range?: ByteRange): Promise<Readable> {
  const file = await open(path, 'r');
  try {
    const head = await readHead(file);
    if (!head) throw new SealedFileTrouble('ERR_CHANGED', 'This is no encrypted file.');
    const key = keys.find(({ id }) => id === head.keyId);
    if (!key) throw new SealedFileTrouble('ERR_NO_KEY', `The file needs the key ${head.keyId}, which is not there.`);
    const { size } = await file.stat();
    return Readable.from(readPieces(file, secretOf(key, head.salt), size - headLength, range), { objectMode: false });
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** How many plain bytes an encrypted file of that size holds. */
export function plainSize(size: number): number {
  const sealed = size - headLength;
  return Math.max(0, sealed - Math.ceil(sealed / sealedLength) * tagLength);
}

async function readHead(file: FileHandle): Promise<{ keyId: string; salt: Buffer } | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0);
  if (bytesRead < headLength || !buffer.subarray(0, mark.length).equals(mark)) return null;
  return { keyId: buffer.subarray(mark.length, mark.length + 8).toString('hex'), salt: buffer.subarray(mark.length + 8) };
}

async function* readPieces(file: FileHandle, secret: Buffer, sealed: number, range?: ByteRange): AsyncGenerator<Buffer> {
  try {
    const pieces = Math.max(1, Math.ceil(sealed / sealedLength));
    const start = range?.start ?? 0;
    const end = range?.end ?? Number.POSITIVE_INFINITY;
    for (let number = Math.floor(start / pieceLength); number < pieces && number * pieceLength <= end; number += 1) {
      const piece = await readPiece(file, secret, number, number === pieces - 1);
      const first = number * pieceLength;
      const part = piece.subarray(Math.max(0, start - first), Math.max(0, Math.min(piece.length, end - first + 1)));
      if (part.length > 0) yield part;
    }
  } finally {
    await file.close();
  }
}

async function readPiece(file: FileHandle, secret: Buffer, number: number, isLast: boolean): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(sealedLength), 0, sealedLength, headLength + number * sealedLength);
  if (bytesRead < tagLength) throw changed();
  const decipher = createDecipheriv('aes-256-gcm', secret, nonceOf(number, isLast));
  decipher.setAuthTag(buffer.subarray(bytesRead - tagLength, bytesRead));
  try {
    return Buffer.concat([decipher.update(buffer.subarray(0, bytesRead - tagLength)), decipher.final()]);
  } catch {
    throw changed();
  }
}

function changed(): SealedFileTrouble {
  return new SealedFileTrouble('ERR_CHANGED', 'The encrypted file was changed or cut off.');
}

function sealPiece(secret: Buffer, number: number, isLast: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', secret, nonceOf(number, isLast));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 4);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

function secretOf({ bytes }: FileKey, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', bytes, salt, 'assay file', 32));
}
