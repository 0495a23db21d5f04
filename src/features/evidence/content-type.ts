import { fileTypeFromStream } from 'file-type';
import type { FileBytes } from '../../storage/file-bytes.ts';
import type { RefusedInside } from '../file-checks/inspect-file.ts';
import { extensionOf } from './file-name.ts';
import { type ActiveText, activeTextIn, isTextFile } from './text-content.ts';

/** What a refused file seems to be. `name`: the content is harmless, but the name says that it wants to be run. */
export type RefusedContent = ActiveText | RefusedInside | 'program' | 'name' | 'empty' | 'other' | 'unknown' | 'details';

export type Recognition = { readonly mediaType: string } | { readonly refused: RefusedContent; readonly extension: string };

/** Types that are taken in as what their content says. */
const allowed = new Set([
  'image/png',
  'image/apng',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/heic',
  'image/heif',
  'image/heic-sequence',
  'image/heif-sequence',
  'image/tiff',
  'application/pdf',
  'application/zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/aac',
  'audio/wav',
  'audio/amr',
  'audio/ogg',
  'audio/ogg; codecs=opus',
  'application/ogg',
  'video/ogg',
  'video/mp4',
  'video/x-m4v',
  'video/3gpp',
  'video/quicktime',
  'video/webm',
]);

/** The older office formats share one container, so that only the name tells them apart; WPS writes the same. */
const compoundTypes: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  wps: 'application/msword',
  xls: 'application/vnd.ms-excel',
  et: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  dps: 'application/vnd.ms-powerpoint',
};

/** A newer office document with a password is packed into the container of the older ones. */
const sealedTypes: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

const textTypes: Readonly<Record<string, string>> = { csv: 'text/csv', md: 'text/markdown', eml: 'message/rfc822' };

const programs =
  /msdownload|x-elf|mach-binary|java|android|x-deb|x-rpm|wasm|shortcut|regedit|diskimage|extension|xpinstall|asar|flash|htmlhelp/;

/** Names that make a computer run or render the file when it is opened after download, whatever it holds. */
const runnable = new Set(
  (
    'exe com scr pif msi msp dll bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta cpl jar lnk url reg inf scf sh bash ' +
    'command app apk deb rpm dmg pkg py pyw rb pl php jsp asp aspx html htm xhtml shtml mht mhtml svg svgz xml xsl swf chm ' +
    'docm dotm xlsm xltm xlam pptm potm ppsm'
  ).split(' '),
);

/**
 * Tells what a file is by its content. The name decides only between kinds of plain text and of the older office formats,
 * and it alone never makes a file acceptable.
 */
export async function recognizeContent(file: FileBytes & { readonly head: Buffer; readonly name: string }): Promise<Recognition> {
  const extension = extensionOf(file.name);
  if (file.size === 0) return { refused: 'empty', extension };

  const recognized = await recognize(file, file.head, extension);
  if ('mediaType' in recognized && runnable.has(extension)) return { refused: 'name', extension };
  return recognized;
}

async function recognize(file: FileBytes, head: Buffer, extension: string): Promise<Recognition> {
  const type = await typeOf(file);
  if (type === undefined) return recognizeText(file, head, extension);
  if (allowed.has(type.mime)) return { mediaType: type.mime };

  const compound = type.mime === 'application/x-cfb' ? (compoundTypes[extension] ?? sealedTypes[extension]) : undefined;
  if (compound) return { mediaType: compound };
  return { refused: refusalOf(type.mime, head), extension: type.ext };
}

/** A damaged file can make the reader fail; then nothing is known of it, and text is the only thing it may still be. */
async function typeOf(file: FileBytes): Promise<{ mime: string; ext: string } | undefined> {
  const stream = await file.open();
  try {
    return await fileTypeFromStream(stream);
  } catch {
    return undefined;
  } finally {
    stream.destroy();
  }
}

function refusalOf(mime: string, head: Buffer): RefusedContent {
  if (mime === 'application/xml') return activeTextIn(head) ?? 'markup';
  if (mime.includes('macroenabled')) return 'macro';
  return programs.test(mime) ? 'program' : 'other';
}

async function recognizeText(file: FileBytes, head: Buffer, extension: string): Promise<Recognition> {
  const active = activeTextIn(head);
  if (active) return { refused: active, extension };
  if (!(await isTextFile(file))) return { refused: 'unknown', extension };
  return { mediaType: textTypes[extension] ?? 'text/plain' };
}

/** Pictures that every browser draws and that cannot carry a script. */
export function isDrawable(mediaType: string): boolean {
  return /^image\/(png|apng|jpeg|webp|gif)$/.test(mediaType);
}
