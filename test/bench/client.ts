import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

/** One browser: a kept connection and a cookie. */
export interface Client {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly cookie: () => string;
  readonly close: () => void;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Milliseconds from sending to the last byte. */
  readonly took: number;
}

export function openClient(port: number, accept = 'text/html', known = ''): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let cookie = known;

  const send = (method: string, path: string, body: string) =>
    new Promise<Answer>((done, fail) => {
      const begun = performance.now();
      const headers = {
        Accept: accept,
        Cookie: cookie,
        'Sec-Fetch-Site': 'same-origin',
        'Accept-Language': 'zh-CN',
        ...(method === 'POST'
          ? { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) }
          : {}),
      };
      const asking = request({ host: '127.0.0.1', port, path, method, agent, headers }, (answer) => {
        for (const set of answer.headers['set-cookie'] ?? []) cookie = withCookie(cookie, set.split(';')[0] ?? '');
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          done({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8'), took: performance.now() - begun }),
        );
      });
      asking.on('error', fail);
      asking.end(body);
    });

  return {
    get: (path) => send('GET', path, ''),
    post: (path, fields) => send('POST', path, new URLSearchParams(fields).toString()),
    cookie: () => cookie,
    close: () => agent.destroy(),
  };
}

/** A list of cookies with one more, or another value of one that is in it. */
function withCookie(list: string, pair: string): string {
  const [name = ''] = pair.split('=');
  return [...list.split('; ').filter((one) => one !== '' && !one.startsWith(`${name}=`)), pair].join('; ');
}

export async function signedInClient(port: number, signInName: string, password: string, accept?: string): Promise<Client> {
  const client = openClient(port, accept);
  const { status, text } = await client.post('/sign-in', { signInName, password });
  if (status !== 303) throw new Error(`${signInName} could not sign in: ${status} ${text.slice(0, 300)}`);
  return client;
}

/** Fails loudly: a figure of refused requests would look very good. */
export function expectStatus({ status, text }: Answer, expected: number): void {
  if (status !== expected) throw new Error(`${status} instead of ${expected}: ${text.slice(0, 500)}`);
}
