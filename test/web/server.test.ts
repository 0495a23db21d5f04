import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../src/server.ts';
import { startTestApp } from '../support/app.ts';
import { passwordOfAll } from '../support/people.ts';
import { startProgram } from '../support/programs.ts';
import { fetchRaw, openConnection, type RawConnection } from '../support/raw-http.ts';

/** The server as it runs in earnest, on a port of its own. */
async function startTestServer(grace?: number): Promise<RunningServer> {
  const { deps } = await startTestApp();
  return startServer({ ...deps, config: { ...deps.config, host: '127.0.0.1', port: 0 } }, grace === undefined ? {} : { grace });
}

const body = new URLSearchParams({ signInName: 'ada', password: passwordOfAll }).toString();
const head = [
  'POST /sign-in HTTP/1.1',
  'Host: 127.0.0.1',
  'Sec-Fetch-Site: same-origin',
  'Content-Type: application/x-www-form-urlencoded',
  `Content-Length: ${body.length}`,
  '',
  '',
].join('\r\n');

async function untilText(connection: RawConnection, pattern: RegExp): Promise<string> {
  for (let tries = 0; tries < 200 && !pattern.test(connection.text()); tries += 1) await wait(20);
  return connection.text();
}

test('a request that is under way when the server stops gets its answer, and new ones are refused', async () => {
  const server = await startTestServer();
  const slow = await openConnection(server.port);
  slow.socket.write(head + body.slice(0, 10));
  await wait(100);

  let stopped = false;
  const stopping = server.stop().then(() => {
    stopped = true;
  });
  await wait(200);
  expect(stopped).toBe(false);
  await expect(fetchRaw(server.port, '/healthz')).rejects.toThrow(/ECONNREFUSED/);

  slow.socket.write(body.slice(10));
  expect(await untilText(slow, /HTTP\/1\.1 \d+/)).toMatch(/^HTTP\/1\.1 303 /);
  await stopping;
  await slow.ended;
});

test('idle connections of browsers do not hold it up', async () => {
  const server = await startTestServer();
  const idle = await openConnection(server.port);
  idle.socket.write('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\n\r\n');
  await untilText(idle, /"ok"/);

  const started = performance.now();
  await server.stop();
  expect(performance.now() - started).toBeLessThan(2000);
  await idle.ended;
});

test('a connection that never says anything does not hold it up for longer than the grace', async () => {
  const server = await startTestServer(500);
  const mute = await openConnection(server.port);
  const started = performance.now();
  await server.stop();
  expect(performance.now() - started).toBeLessThan(5_000);
  await mute.ended;
});

test('a port that is taken is said by its number', async () => {
  const { deps } = await startTestApp();
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => other.once('listening', done));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  const config = { ...deps.config, host: '127.0.0.1', port };
  await expect(startServer({ ...deps, config })).rejects.toThrow(String(port));
  other.close();
});

test('the program says in one line what is wrong with its settings or its port', async () => {
  const wrong = startProgram('src/main.ts', [], { PORT: 'x', ASSAY_LOG_LEVEL: 'loud' });
  expect(await wrong.ended).toBe(1);
  expect(wrong.printed()).toMatch(/PORT: .*\n.*ASSAY_LOG_LEVEL: /);
  expect(wrong.printed()).not.toMatch(/\bat .*\.ts:\d+/);
}, 60_000);
