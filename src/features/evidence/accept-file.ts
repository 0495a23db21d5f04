import { Readable } from 'node:stream';
import type { Message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { FileStore, ReceivedFile } from '../../storage/file-store.ts';
import { inspectFile } from '../file-checks/inspect-file.ts';
import { withoutDetails } from '../file-checks/picture-check.ts';
import { recognizeContent } from './content-type.ts';
import { refusalText } from './refusal-text.ts';

/** A file that has arrived and may be taken in. */
export interface UploadedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly received: ReceivedFile;
  /** Nobody could look inside without a password. */
  readonly encrypted: boolean;
  /** What became of the details of camera, time and place that a picture carried; null: it carried none. */
  readonly details: 'kept' | 'removed' | null;
  /** A virus scanner looks at it before anybody can download it. */
  readonly awaitsScan: boolean;
  /** The SHA-256 of what was handed in, where that is not what is kept. */
  readonly originalSha256: string | null;
}

/** Looks at what arrived. Throws `invalid` for what cannot be taken in, and leaves nothing of it. */
export async function acceptFile(received: ReceivedFile, name: string, awaitsScan = false): Promise<UploadedFile> {
  try {
    const recognized = await recognizeContent({ ...received, name });
    if ('refused' in recognized) throw refusal('invalid', refusalText(recognized.refused, name, recognized.extension));
    const { mediaType } = recognized;
    const inspected = await inspectFile(received, mediaType);
    if ('refused' in inspected) throw refusal('invalid', refusalText(inspected.refused, name, ''));
    const { encrypted, details } = inspected;
    return { name, received, mediaType, encrypted, details: details && 'kept', awaitsScan, originalSha256: null };
  } catch (error) {
    await received.discard();
    throw error;
  }
}

/** The field of a form that says that pictures keep their details. */
const keepField = 'keepDetails';

export function keepsDetails(body: Readonly<Record<string, unknown>>): boolean {
  return body[keepField] !== undefined && body[keepField] !== '';
}

/**
 * Takes camera, time and place out of a picture unless they are kept on purpose. Throws `invalid` when that cannot be done
 * with its kind; nothing of it is left then.
 */
export async function settleDetails(file: UploadedFile, keeps: boolean, files: FileStore): Promise<UploadedFile> {
  if (file.details === null || keeps) return file;
  const { received, name, mediaType } = file;
  try {
    const plain = await withoutDetails(received, mediaType);
    if (plain === null) throw refusal('invalid', refusalText('details', name, ''));
    const stored = await files.receive(Readable.from([plain]), Number.POSITIVE_INFINITY);
    return { ...file, received: stored, details: 'removed', originalSha256: received.sha256 };
  } finally {
    await received.discard();
  }
}

export function refusal(code: 'invalid' | 'too_large' | 'unavailable', text: Message, options: ErrorOptions = {}): AppError {
  return new AppError(code, text, { files: text }, options);
}
