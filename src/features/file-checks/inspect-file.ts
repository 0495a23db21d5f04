import type { FileBytes } from '../../storage/file-bytes.ts';
import { checkArchive } from './archive-check.ts';
import { checkCompound, isEncryptedPdf } from './document-check.ts';
import { checkPicture, type PictureDetails } from './picture-check.ts';

/** Why a file whose kind is welcome is refused all the same. */
export type RefusedInside = 'bomb' | 'pixels' | 'damaged' | 'macro';

export interface Inspected {
  /** It opens with a password only, or parts of it do; nobody could look inside. */
  readonly encrypted: boolean;
  /** What a picture carries beside what one sees. */
  readonly details: PictureDetails | null;
}

const plain: Inspected = { encrypted: false, details: null };

/** Looks inside a file of a kind that is welcome, as far as that kind has an inside. */
export async function inspectFile(file: FileBytes, mediaType: string): Promise<Inspected | { readonly refused: RefusedInside }> {
  if (mediaType.startsWith('image/')) {
    const found = await checkPicture(file);
    return 'refused' in found ? found : { ...plain, details: found.details };
  }
  if (mediaType === 'application/pdf') return { ...plain, encrypted: await isEncryptedPdf(file) };
  return toInspected(await findingIn(file, mediaType));
}

async function findingIn(file: FileBytes, mediaType: string): Promise<RefusedInside | 'encrypted' | null> {
  if (isCompound(mediaType) || (isOffice(mediaType) && !(await beginsAsArchive(file)))) return checkCompound(file);
  return isOffice(mediaType) || mediaType === 'application/zip' ? checkArchive(file) : null;
}

function toInspected(finding: RefusedInside | 'encrypted' | null): Inspected | { readonly refused: RefusedInside } {
  if (finding === null || finding === 'encrypted') return { ...plain, encrypted: finding === 'encrypted' };
  return { refused: finding };
}

function isCompound(mediaType: string): boolean {
  return /^application\/(msword|vnd\.ms-(excel|powerpoint))$/.test(mediaType);
}

function isOffice(mediaType: string): boolean {
  return /openxmlformats-officedocument|vnd\.oasis\.opendocument/.test(mediaType);
}

async function beginsAsArchive(file: FileBytes): Promise<boolean> {
  let start = '';
  for await (const chunk of await file.open({ start: 0, end: 1 })) start += chunk.toString('latin1');
  return start === 'PK';
}
