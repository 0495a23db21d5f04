import type { Readable } from 'node:stream';
import busboy from 'busboy';
import type { Request } from 'express';
import { message } from '../i18n/translate.ts';
import { AppError } from '../model/errors.ts';

/** A form whose texts may be long, with its files in memory. Only for people who are trusted with large texts. */
export interface ReceivedForm {
  readonly body: Readonly<Record<string, string>>;
  readonly files: readonly ReceivedText[];
}

export interface ReceivedText {
  /** The field by which it came. */
  readonly field: string;
  /** As the sender called it; never used as a path. */
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Reads a multipart form whose fields and files have at most `limit` bytes each, of files at most `mostFiles`, of fields at most
 * `mostFields`. A form in another encoding is taken as already parsed. Throws `too_large`, or `invalid` when the form breaks off or cannot be read.
 */
export async function receiveForm(req: Request, limit: number, mostFiles = 10, mostFields = 20): Promise<ReceivedForm> {
  if (!req.is('multipart/form-data')) return { body: plainBody(req.body), files: [] };
  const parser = openParser(req, limit, mostFiles, mostFields);
  const body: Record<string, string> = {};
  const files: Promise<ReceivedText>[] = [];
  let tooLarge = false;

  parser.on('field', (name, value, { valueTruncated }) => {
    tooLarge ||= valueTruncated;
    body[name] = value;
  });
  parser.on('file', (field, stream, { filename }) => {
    stream.on('limit', () => {
      tooLarge = true;
    });
    if (filename) files.push(collect(stream).then((bytes) => ({ field, name: filename, bytes })));
    else stream.resume();
  });
  for (const limit of ['filesLimit', 'fieldsLimit'])
    parser.once(limit, () => {
      tooLarge = true;
    });
  await feed(req, parser);
  const arrived = await Promise.all(files);
  if (tooLarge) throw new AppError('too_large', message('error.bodyTooLarge'));
  return { body, files: arrived };
}

function plainBody(body: unknown): Record<string, string> {
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function openParser(req: Request, limit: number, mostFiles: number, mostFields: number): busboy.Busboy {
  try {
    const limits = { files: mostFiles, fields: mostFields, fileSize: limit, fieldSize: limit, headerPairs: 100 };
    return busboy({ headers: req.headers, defParamCharset: 'utf8', limits });
  } catch (error) {
    throw new AppError('invalid', message('error.badRequest'), {}, { cause: error });
  }
}

function feed(req: Request, parser: busboy.Busboy): Promise<void> {
  return new Promise((done, fail) => {
    const broken = (error?: unknown) => {
      req.unpipe(parser);
      req.resume();
      fail(new AppError('invalid', message('error.badRequest'), {}, { cause: error }));
    };
    parser.once('close', () => done());
    parser.once('error', broken);
    req.once('close', () => {
      if (!req.complete) broken(new Error('The form was cut off.'));
    });
    req.pipe(parser);
  });
}

/** As much as came; when the stream broke, the parser says why. */
async function collect(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  stream.on('error', () => undefined);
  await new Promise<void>((done) => {
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.once('close', () => done());
  });
  return Buffer.concat(parts);
}
