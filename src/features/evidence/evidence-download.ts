import type { Request, Response } from 'express';
import type { Db } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { EvidenceFile } from '../../model/dossier.ts';
import { AppError } from '../../model/errors.ts';
import { dispositionOf } from '../../web/disposition.ts';
import { openKept, sendStream } from '../../web/send-stream.ts';
import { findScanState } from '../file-scans/scan-store.ts';
import { isDrawable } from './content-type.ts';

/**
 * Sends a stored file under its original name, to be saved, not run. With `inline` a picture is shown in the browser,
 * without any right to load or run something; everything else, PDF too, is always saved, since a sandboxed page has
 * no PDF viewer. Throws `unavailable` when the bytes are not on the disk or the virus scanner has not seen them, `conflict`
 * when it found something.
 */
export async function sendFile(
  req: Request,
  res: Response,
  { files, db }: Pick<Deps, 'files' | 'db'>,
  file: EvidenceFile,
  inline: boolean,
): Promise<void> {
  await checkReleased(db, file);
  const shown = inline && isDrawable(file.mediaType);
  const bytes = await openKept(files, file);

  // Compression would take away the length; `no-transform` keeps it and every proxy off.
  res.setHeader('Cache-Control', 'private, no-cache, no-transform');
  res.setHeader('ETag', `"${file.sha256}"`);
  res.setHeader('Content-Type', file.mediaType);
  res.setHeader('Content-Length', file.size);
  res.setHeader('Content-Disposition', dispositionOf(shown ? 'inline' : 'attachment', file.name));
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  res.setHeader('X-Content-Type-Options', 'nosniff');
  if (req.fresh) res.status(304).removeHeader('Content-Length');
  if (req.fresh || req.method === 'HEAD') {
    bytes.destroy();
    res.end();
    return;
  }
  await sendStream(bytes, res);
}

/** Throws while the virus scanner has not seen it, and for good when it found something. */
async function checkReleased(db: Db, { sha256, name }: EvidenceFile): Promise<void> {
  const scan = await findScanState(db, sha256);
  if (scan === 'waiting') throw new AppError('unavailable', message('evidence.scanning', { name }));
  if (scan === 'infected') throw new AppError('conflict', message('evidence.quarantined', { name }));
}
