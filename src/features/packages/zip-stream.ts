import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** Something to put into an archive: its text or bytes, or a stream that is opened when its turn comes. */
export type ZipEntry =
  | { readonly path: string; readonly content: string | Uint8Array }
  | { readonly path: string; readonly size: number; readonly open: () => Promise<Readable> };

/**
 * A ZIP archive as a stream, entry by entry: however large they are, only the piece that is under way is held in memory. Streams
 * are stored as they are, since evidence is mostly packed already. The stream fails when an entry cannot be opened or read.
 */
export function zipStream(entries: readonly ZipEntry[], at: Date): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  const fail = (error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on('error', fail);
  for (const entry of entries) {
    if ('content' in entry) {
      zip.addBuffer(Buffer.from(entry.content), entry.path, { mtime: at, mode: 0o100644 });
      continue;
    }
    zip.addReadStreamLazy(entry.path, { mtime: at, mode: 0o100644, size: entry.size, compress: false }, (give) => {
      entry.open().then((stream) => {
        // The archive listens only to the end; a file that breaks off must not look like one that ended.
        stream.on('error', fail);
        give(null, stream);
      }, fail);
    });
  }
  zip.outputStream.pipe(out);
  zip.end();
  return out;
}
