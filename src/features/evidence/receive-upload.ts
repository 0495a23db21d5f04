import { PassThrough, type Readable } from 'node:stream';
import busboy from 'busboy';
import type { Request } from 'express';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { type FileStore, FileTooLarge } from '../../storage/file-store.ts';
import { acceptFile, keepsDetails, refusal, settleDetails, type UploadedFile } from './accept-file.ts';
import { displayName } from './file-name.ts';

/** A form with its files, arrived but not kept. Whoever asks for it must call `discard` in the end, kept or not. */
export interface Upload {
  readonly body: Readonly<Record<string, string | string[]>>;
  readonly files: readonly UploadedFile[];
  /** Why the files cannot be taken in; `body` still holds what was typed. */
  readonly refusal: AppError | null;
  discard(): Promise<void>;
}

/** Files that one request may bring. */
export const mostFiles = 50;

type UploadDeps = Pick<Deps, 'files' | 'config'>;

type Arrival = UploadedFile | { readonly name: string; readonly error: unknown };

/**
 * Reads a multipart form, its files streamed to the store, fields and files in any order. A form without files may come
 * in any encoding. Throws `invalid` when the form breaks off or cannot be read; nothing of it is left then.
 */
export async function receiveUpload(
  req: Request,
  deps: UploadDeps,
  limit = deps.config.uploadLimit,
  most = mostFiles,
): Promise<Upload> {
  if (!req.is('multipart/form-data')) return { body: req.body ?? {}, files: [], refusal: null, discard: async () => undefined };

  const { fields, arrivals, end } = readParts(req, deps, { limit, most });
  const broken = await end.then(
    () => null,
    (error: unknown) => error,
  );
  const body = groupByName(fields);
  const all = await settleAll(await Promise.all(arrivals), keepsDetails(body), deps.files);
  const upload: Upload = {
    body,
    files: all.flatMap((arrival) => ('received' in arrival ? [arrival] : [])),
    refusal:
      broken === null ? refusalOf(all, limit) : new AppError('invalid', message('error.badRequest'), {}, { cause: broken }),
    discard: async () => {
      await Promise.all(all.map((arrival) => ('received' in arrival ? arrival.received.discard() : undefined)));
    },
  };

  const fault = broken === null ? all.find((arrival) => 'error' in arrival && !isRefusal(arrival.error)) : undefined;
  if (broken === null && !fault) return upload;
  await upload.discard();
  throw fault && 'error' in fault ? fault.error : upload.refusal;
}

/** One after the other, since a picture that is drawn anew takes its whole size in memory. */
async function settleAll(arrivals: readonly Arrival[], keeps: boolean, files: FileStore): Promise<Arrival[]> {
  const settled: Arrival[] = [];
  for (const arrival of arrivals)
    settled.push(
      'received' in arrival
        ? await settleDetails(arrival, keeps, files).catch((error: unknown) => ({ name: arrival.name, error }))
        : arrival,
    );
  return settled;
}

interface Parts {
  readonly fields: [name: string, value: string][];
  readonly arrivals: Promise<Arrival>[];
  readonly end: Promise<void>;
}

function readParts(req: Request, { files, config }: UploadDeps, { limit, most }: { limit: number; most: number }): Parts {
  const parser = openParser(req, most);
  const fields: Parts['fields'] = [];
  const arrivals: Promise<Arrival>[] = [];
  let failed = false;

  const takeIn = async (stream: Readable, name: string): Promise<Arrival> => {
    try {
      return await acceptFile(await files.receive(sheltered(stream), limit), name, config.clamd !== null);
    } catch (error) {
      failed = true;
      return { name, error };
    }
  };

  parser.on('field', (name, value, { valueTruncated }) => {
    if (valueTruncated) parser.destroy(new Error(`The field ${name} is too long.`));
    fields.push([name, value]);
  });
  parser.on('file', (field, stream, { filename }) => {
    // A file field in which nothing was chosen comes as a part without a name.
    if (!filename || failed) return stream.resume();
    if (field !== 'files') fields.push([field, filename]);
    return field === 'files' ? arrivals.push(takeIn(stream, displayName(filename))) : stream.resume();
  });
  parser.on('filesLimit', () => {
    failed = true;
    arrivals.push(Promise.resolve({ name: '', error: refusal('invalid', message('evidence.tooManyFiles', { most })) }));
  });
  return { fields, arrivals, end: feed(req, parser) };
}

function openParser(req: Request, most: number): busboy.Busboy {
  try {
    return busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: { files: most, fields: 2000, fieldSize: 100_000, headerPairs: 100 },
    });
  } catch (error) {
    throw new AppError('invalid', message('error.badRequest'), {}, { cause: error });
  }
}

/** Pushes the request through the parser. Rejects when the sender goes away or the form is malformed; then the rest is read and dropped, so that the answer can still be read. */
function feed(req: Request, parser: busboy.Busboy): Promise<void> {
  return new Promise((done, fail) => {
    const goneAway = () => {
      if (!req.complete) parser.destroy(new Error('The upload was cut off.'));
    };
    parser.once('close', () => done());
    parser.once('error', (error) => {
      req.unpipe(parser);
      req.resume();
      fail(error);
    });
    req.once('close', goneAway);
    req.once('error', goneAway);
    if (req.destroyed) goneAway();
    else req.pipe(parser);
  });
}

/**
 * The parser waits for every file to be read to its end. When the store stops reading (over the limit, disk full) the
 * rest must still be drawn off; and when the sender goes away, the store must hear of it.
 */
function sheltered(file: Readable): Readable {
  const shelter = new PassThrough();
  file.once('error', (error) => shelter.destroy(error));
  shelter.once('close', () => {
    file.unpipe(shelter);
    file.resume();
  });
  return file.pipe(shelter);
}

function isRefusal(error: unknown): boolean {
  return error instanceof AppError || error instanceof FileTooLarge || isDiskFull(error);
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

/** One refusal that names every file that was looked at and refused. */
function refusalOf(arrivals: readonly Arrival[], limit: number): AppError | null {
  const refusals = arrivals.flatMap((arrival) => ('error' in arrival ? [toRefusal(arrival.name, arrival.error, limit)] : []));
  const [first] = refusals;
  if (!first) return null;

  const grave = refusals.find(({ code }) => code === 'unavailable') ?? refusals.find(({ code }) => code === 'too_large') ?? first;
  const fields = Object.fromEntries(refusals.map(({ text }, index) => [index === 0 ? 'files' : `files.${index}`, text]));
  return new AppError(grave.code, grave.text, fields, { cause: grave });
}

function toRefusal(name: string, error: unknown, limit: number): AppError {
  if (error instanceof AppError) return error;
  if (isDiskFull(error)) return refusal('unavailable', message('evidence.diskFull', { name }), { cause: error });
  return refusal('too_large', message('evidence.tooLarge', { name, limit: limitText(limit) }), { cause: error });
}

/** A limit as people say it: `50 MB`, `500 KB`. */
export function limitText(bytes: number): string {
  const [value, unit] = bytes >= 1024 * 1024 ? [bytes / 1024 / 1024, 'MB'] : [bytes / 1024, 'KB'];
  return `${Number(value.toFixed(1))} ${unit}`;
}

function groupByName(fields: Parts['fields']): Record<string, string | string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, value] of fields) groups.set(name, [...(groups.get(name) ?? []), value]);
  return Object.fromEntries([...groups].map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? '')]));
}
