import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { message } from '../i18n/translate.ts';
import { AppError } from '../model/errors.ts';
import type { FileStore } from '../storage/file-store.ts';

/** Opens kept bytes for somebody who wants them. Throws `unavailable`, with that name, when they are gone from the store. */
export async function openKept(
  files: Pick<FileStore, 'open'>,
  { sha256, name }: { readonly sha256: string; readonly name: string },
): Promise<Readable> {
  try {
    return await files.open(sha256);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw new AppError('unavailable', message('evidence.bytesMissing', { name }), {}, { cause: error });
  }
}

/** Sends bytes as the body of the answer, whose head is set, and closes their file whatever happens. */
export async function sendStream(bytes: Readable, res: Response): Promise<void> {
  try {
    await pipeline(bytes, res);
  } catch (error) {
    // The reader closed the window in the middle of the download; nobody is left to be told.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')) throw error;
  }
}
