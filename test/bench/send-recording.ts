import { createCipheriv } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';

const boundary = 'a-line-between-parts';
const chunk = 1024 * 1024;

/** How a film in MP4 begins; what follows is noise, as the pictures of a film are to everybody but its player. */
const beginning = Buffer.from('000000186674797069736f6d0000020069736f6d6d703431', 'hex');

export interface Recording {
  readonly title: string;
  readonly bytes: number;
  /** The same seed makes the same bytes. */
  readonly seed: number;
}

/** Hands in a recording as a browser does, made while it is sent. Throws an Error when it is not taken in. */
export async function sendRecording(
  to: { readonly port: number; readonly path: string; readonly cookie: string },
  { title, bytes, seed }: Recording,
): Promise<void> {
  const fields = { kind: 'recording', title };
  const head = [
    ...Object.entries(fields).map(
      ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
    `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${title}.mp4"\r\nContent-Type: video/mp4\r\n\r\n`,
  ].join('');
  const tail = `\r\n--${boundary}--\r\n`;
  const asking = request({
    ...{ host: '127.0.0.1', port: to.port, path: to.path, method: 'POST' },
    headers: {
      Cookie: to.cookie,
      Accept: 'application/json',
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': `multipart/form-data; boundary=${boundary}`,
      'Content-Length': Buffer.byteLength(head) + bytes + Buffer.byteLength(tail),
    },
  });
  const answered = once(asking, 'response');
  asking.write(head);
  for (const part of noise(bytes, seed)) if (!asking.write(part)) await once(asking, 'drain');
  asking.end(tail);
  const [answer] = await answered;
  const text: Buffer[] = [];
  for await (const part of answer) text.push(part);
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode}: ${Buffer.concat(text).toString('utf8').slice(0, 500)}`);
}

/** Bytes that nothing can press together. */
function* noise(bytes: number, seed: number): Generator<Buffer> {
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, seed + 1), Buffer.alloc(16));
  const nothing = Buffer.alloc(chunk);
  yield beginning;
  for (let left = bytes - beginning.length; left > 0; left -= chunk)
    yield cipher.update(nothing.subarray(0, Math.min(left, chunk)));
}
