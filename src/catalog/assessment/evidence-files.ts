import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { type Message, message } from '../../i18n/translate.ts';
import type { EvidenceFile } from '../../model/dossier.ts';
import { messageOfFault } from '../source/text-file.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.gif': 'image/gif',
  '.heic': 'image/heic',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.m4a': 'audio/mp4',
  '.md': 'text/markdown',
  '.mov': 'video/quicktime',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.txt': 'text/plain',
  '.wav': 'audio/wav',
  '.webp': 'image/webp',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
};

/**
 * Size and SHA-256 of a file that stands in the folder of the assessment file or below, or why it cannot be taken.
 * Links that lead out of the folder are refused like paths that do.
 */
export async function readEvidenceFile(assessmentFile: string, name: string): Promise<EvidenceFile | { refused: Message }> {
  const folder = resolve(dirname(assessmentFile));
  const path = resolve(folder, name);
  if (/[\\:]/.test(name) || isAbsolute(name) || !isWithin(folder, path))
    return { refused: message('assessment.fileOutside', { found: name }) };
  try {
    const real = await realpath(path);
    if (!isWithin(await realpath(folder), real)) return { refused: message('assessment.fileOutside', { found: name }) };
    const facts = await stat(real);
    if (!facts.isFile()) return { refused: message('catalog.folderNotFile') };
    return {
      name: basename(path),
      mediaType: mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream',
      ...(await measureFile(real)),
    };
  } catch (error) {
    return { refused: messageOfFault(error) };
  }
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Read in pieces: evidence may be a long recording. */
async function measureFile(path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path)) {
    if (!Buffer.isBuffer(chunk)) continue;
    hash.update(chunk);
    size += chunk.length;
  }
  return { size, sha256: hash.digest('hex') };
}
