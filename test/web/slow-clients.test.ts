import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { type ServerLimits, startServer } from '../../src/server.ts';
import { startTestApp } from '../support/app.ts';
import { fetchRaw, openConnection, type RawConnection } from '../support/raw-http.ts';

/** The server as it runs in earnest, with limits so short that nobody has to wait for them. */
async function startLimited(limits: Partial<ServerLimits>): Promise<number> {
  const { deps } = await startTestApp();
  const config = { ...deps.config, host: '127.0.0.1', port: 0 };
  const server = await startServer({ ...deps, config }, { grace: 100, check: 50, ...limits });
  onTestFinished(() => server.stop());
  return server.port;
}

const host = 'Host: 127.0.0.1\r\n';

/** What the server said until it closed the connection. */
async function said({ ended, text }: RawConnection): Promise<string> {
  await ended;
  return text();
}

test('a client that sends its headers bit by bit is sent away, and others are served meanwhile', async () => {
  const port = await startLimited({ headers: 200, request: 400 });
  const slow = await openConnection(port);
  slow.socket.write(`GET /healthz HTTP/1.1\r\n${host}X-Slow: `);
  const trickle = setInterval(() => slow.socket.write('a'), 20);
  onTestFinished(() => clearInterval(trickle));
  expect((await fetchRaw(port, '/healthz')).status).toBe(200);
  expect(await said(slow)).toMatch(/^HTTP\/1\.1 408 /);
});

test('a client that sends its form bit by bit is sent away', async () => {
  const port = await startLimited({ headers: 200, request: 400 });
  const slow = await openConnection(port);
  const type = 'Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n';
  slow.socket.write(`POST /sign-in HTTP/1.1\r\n${host}${type}Content-Length: 100000\r\n\r\nsignInName=`);
  const trickle = setInterval(() => slow.socket.write('a'), 20);
  onTestFinished(() => clearInterval(trickle));
  expect((await fetchRaw(port, '/healthz')).status).toBe(200);
  expect(await said(slow)).toMatch(/^HTTP\/1\.1 408 /);
});

test('a client that says nothing at all does not keep its connection', async () => {
  const port = await startLimited({ silence: 200 });
  const mute = await openConnection(port);
  expect(await said(mute)).toBe('');
});

test('a client that asks for much and takes none of it makes room for others', async () => {
  const port = await startLimited({ silence: 200, connections: 1 });
  const greedy = await openConnection(port);
  greedy.socket.pause();
  greedy.socket.write(`GET /assets/x/css/app.css HTTP/1.1\r\n${host}\r\n`.repeat(20_000));
  onTestFinished(() => {
    greedy.socket.destroy();
  });
  let answer: { readonly status: number } | null = null;
  for (let tries = 0; tries < 300 && answer === null; tries += 1) {
    answer = await fetchRaw(port, '/healthz').catch(() => null);
    if (answer === null) await wait(20);
  }
  expect(answer?.status).toBe(200);
});

test('connections beyond the limit are not taken; when one is free again, they are', async () => {
  const port = await startLimited({ connections: 5 });
  const open = await Promise.all(Array.from({ length: 5 }, () => openConnection(port)));
  const sixth = await openConnection(port);
  expect(await said(sixth)).toBe('');
  open[0]?.socket.end();
  await open[0]?.ended;
  expect((await fetchRaw(port, '/healthz')).status).toBe(200);
});

test('headers that are too long or too many are refused', async () => {
  const port = await startLimited({});
  const long = await openConnection(port);
  long.socket.write(`GET /healthz HTTP/1.1\r\n${host}X-Long: ${'a'.repeat(17_000)}\r\n\r\n`);
  expect(await said(long)).toMatch(/^HTTP\/1\.1 431 /);

  const many = await openConnection(port);
  many.socket.write(`GET /healthz HTTP/1.1\r\n${host}${'a:b\r\n'.repeat(4000)}\r\n`);
  expect(await said(many)).toMatch(/^HTTP\/1\.1 431 /);

  const some = await openConnection(port);
  some.socket.write(`GET /healthz HTTP/1.1\r\n${host}Connection: close\r\n${'a:b\r\n'.repeat(150)}\r\n`);
  expect(await said(some)).toMatch(/^HTTP\/1\.1 200 /);
});

test.each([
  ['two lengths', 'Content-Length: 3\r\nContent-Length: 30\r\n\r\na=1'],
  ['a length and pieces', 'Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
  ['a length that is none', 'Content-Length: -1\r\n\r\na=1'],
  ['a folded header', 'X-Folded: a\r\n b\r\nContent-Length : 3\r\n\r\na=1'],
  ['a line end of its own kind', 'X-Bare: a\nX-Other: b\rc\r\n\r\n'],
])('a request with %s, which a proxy may read otherwise, is refused', async (_, rest) => {
  const port = await startLimited({});
  const odd = await openConnection(port);
  odd.socket.write(`POST /sign-in HTTP/1.1\r\n${host}${rest}`);
  expect(await said(odd)).toMatch(/^HTTP\/1\.1 400 /);
});
