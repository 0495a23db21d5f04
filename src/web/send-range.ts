import type { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import type { ByteRange } from '../storage/file-bytes.ts';
import { dispositionOf } from './disposition.ts';
import { sendStream } from './send-stream.ts';

/** A large file to send. */
export interface RangedFile {
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Tells this content from every other. */
  readonly tag: string;
  /** Both ends belong to it; without a range the whole. */
  readonly open: (range?: ByteRange) => Promise<Readable>;
}

/**
 * Sends a file to be saved, or the piece of it that is asked for (RFC 9110, one range), so that a download that broke off goes on
 * where it stopped. What was asked for of other content (`If-Range`) is sent as a whole.
 */
export async function sendRange(req: Request, res: Response, file: RangedFile): Promise<void> {
  const tag = `"${file.tag}"`;
  res.set({
    'Content-Type': file.type,
    'Content-Disposition': dispositionOf('attachment', file.name),
    'Accept-Ranges': 'bytes',
    ETag: tag,
    // Compression would take away the length; `no-transform` keeps it and every proxy off.
    'Cache-Control': 'private, no-cache, no-transform',
  });
  const condition = req.get('If-Range');
  const ranges = condition === undefined || condition === tag ? req.range(file.size) : undefined;
  if (ranges === -1) {
    res.status(416).set('Content-Range', `bytes */${file.size}`).end();
    return;
  }
  const range = Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined;
  if (range) res.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${file.size}`);
  res.set('Content-Length', String(range ? range.end - range.start + 1 : file.size));
  if (req.method === 'HEAD') {
    res.end();
    return;
  }
  await sendStream(await file.open(range), res);
}
