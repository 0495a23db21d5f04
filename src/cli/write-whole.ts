import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { message } from '../i18n/translate.ts';
import { AppError } from '../model/errors.ts';

/**
 * Writes a file so that there is never half of one: under another name first, then renamed. Throws AppError `invalid` or
 * `unavailable` when the place does not take it; what stood there before is then untouched.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
  try {
    await writeFile(draft, content, { flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw faultOfPlace(file, error);
  }
}

function faultOfPlace(file: string, error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'EIO';
  const options = { cause: error };
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new AppError('invalid', message('cli.folderMissing', { folder: dirname(file) }), {}, options);
  if (code === 'EISDIR') return new AppError('invalid', message('cli.isFolder', { file }), {}, options);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new AppError('invalid', message('cli.notWritable', { file }), {}, options);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('unavailable', message('cli.diskFull', { file }), {}, options);
  return new AppError('unavailable', message('cli.notWritten', { file, code }), {}, options);
}
