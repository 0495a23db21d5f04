import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Config } from '../../config.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { readTimeStamp } from './read-time-stamp.ts';
import type { TimeStamp } from './time-stamp.ts';
import { toTimeStampRequest } from './time-stamp-request.ts';

/** Milliseconds for one question. */
const patience = 20_000;

/** Bytes of an answer; one has a few thousand. */
const largestAnswer = 256 * 1024;

/** A stamp with the answer it was read from, which proves it to others (`openssl ts -verify -in`). */
export interface AnsweredStamp extends TimeStamp {
  readonly answer: Uint8Array;
}

/**
 * Has an authority stamp one SHA-256 (hexadecimal), by HTTP as RFC 3161 §3.4 has it. Throws `unavailable` when it cannot be reached or
 * refuses, `conflict` when its answer proves nothing, an Error when the trusted certificates cannot be read.
 */
export async function askForStamp(
  { url, trustFile }: NonNullable<Config['timeAuthority']>,
  sha256: string,
): Promise<AnsweredStamp> {
  const trust = await readFile(trustFile, 'utf8');
  const request = toTimeStampRequest(sha256, randomBytes(8));
  const answer = await post(url, request.bytes);
  return { ...(await readTimeStamp(answer, { sha256, nonce: request.nonce, trust })), answer };
}

async function post(address: string, body: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { url, headers } = withoutCredentials(address);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/timestamp-query', ...headers },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await readAll(response);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw Object.assign(new AppError('unavailable', message('timeStamps.unreachable', { words })), { cause: error });
  }
}

/** `fetch` takes no name and password in an address. */
function withoutCredentials(address: string): { url: URL; headers: Readonly<Record<string, string>> } {
  const url = new URL(address);
  const { username, password } = url;
  url.username = '';
  url.password = '';
  if (username === '') return { url, headers: {} };
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { url, headers: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
}

async function readAll({ body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > largestAnswer) throw new Error('The answer is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
