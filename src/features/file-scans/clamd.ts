import { connect, type Socket } from 'node:net';
import type { ClamdAddress } from '../../config.ts';
import type { FileBytes } from '../../storage/file-bytes.ts';

/** `error`: this file could not be looked at, for the reason that the scanner gives. */
export type ScanAnswer =
  | { readonly scan: 'clean' }
  | { readonly scan: 'infected'; readonly words: string }
  | { readonly scan: 'error'; readonly words: string };

/** Milliseconds of silence after which the scanner is given up. */
const longestSilence = 120_000;

/** A scanner that took so much was there, and had enough of the file. */
const hearing = 256 * 1024;

/** What the scanner is given at once. */
const chunkLength = 64 * 1024;

/** Has one file looked at. Throws when the scanner cannot be reached or answers in no way that is known. */
export async function scanFile(address: ClamdAddress, file: FileBytes): Promise<ScanAnswer> {
  let sent = 0;
  const answer = converse(address, async (socket) => {
    await send(socket, Buffer.from('zINSTREAM\0'));
    for await (const chunk of await file.open()) {
      sent += chunk.length;
      for (let at = 0; at < chunk.length; at += chunkLength) {
        const part: Buffer = chunk.subarray(at, at + chunkLength);
        const length = Buffer.alloc(4);
        length.writeUInt32BE(part.length);
        await send(socket, Buffer.concat([length, part]));
      }
    }
    await send(socket, Buffer.alloc(4));
  });
  try {
    return toAnswer(await answer);
  } catch (error) {
    // A scanner that has enough of a large file hangs up, and its words may be lost with the connection.
    if (sent > hearing && isHungUp(error))
      return { scan: 'error', words: 'the scanner broke off; the file may exceed its StreamMaxLength' };
    throw error;
  }
}

/** The scanner's name and version, as it says them. Throws when it cannot be reached. */
export function scannerVersion(address: ClamdAddress): Promise<string> {
  return converse(address, (socket) => send(socket, Buffer.from('zVERSION\0')));
}

function toAnswer(answer: string): ScanAnswer {
  if (/^stream: OK$/.test(answer)) return { scan: 'clean' };
  const [, found] = /^stream: (.{1,200}) FOUND$/.exec(answer) ?? [];
  if (found) return { scan: 'infected', words: found };
  const [, why] = /^(.{1,300}?)\.? ERROR$/.exec(answer) ?? [];
  if (why) return { scan: 'error', words: why };
  throw new Error(`The scanner answered ${JSON.stringify(answer.slice(0, 200))}`);
}

/** The scanner may answer before all is said, when a file is larger than it takes; then the rest is not sent. */
async function converse(address: ClamdAddress, say: (socket: Socket) => Promise<void>): Promise<string> {
  const socket = connect(address);
  socket.setTimeout(longestSilence, () => socket.destroy(new Error('The scanner is silent.')));
  const answer = new Promise<string>((done, fail) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      text = (text + part).slice(0, 4096);
    });
    socket.once('close', () => (text === '' ? fail(new Error('The scanner hung up.')) : done(text.replace(/\0.*$/s, '').trim())));
    socket.once('error', (error) => {
      if (text === '') fail(error);
    });
  });
  // Whoever is hung up upon while speaking still hears the answer.
  const said = say(socket).then(
    () => undefined,
    (error: unknown) => {
      socket.destroy();
      return error;
    },
  );
  try {
    return await answer;
  } catch (error) {
    // A connection that failed tells more than the writing that failed with it; a file that cannot be read ends both.
    throw isCoded(error) ? error : ((await said) ?? error);
  } finally {
    socket.destroy();
  }
}

function isHungUp(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ECONNRESET');
}

function isCoded(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}

function send(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((done, fail) => {
    socket.write(bytes, (error) => (error ? fail(error) : done()));
  });
}
