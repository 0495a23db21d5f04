import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { isPostgres } from '../../src/db/open-db.ts';
import { startTestApp } from '../support/app.ts';
import { startProgram } from '../support/programs.ts';
import { fetchRaw } from '../support/raw-http.ts';
import { addressOf } from '../support/trouble.ts';

test('the program starts on an empty folder, offers the first account once, and ends in order when told to', async () => {
  const { deps } = await startTestApp();
  const port = await freePort();
  const database: Record<string, string> = isPostgres(deps.db) ? { DATABASE_URL: addressOf(deps.db) } : {};
  await deps.db('users').delete();
  const program = startProgram('src/main.ts', [], {
    ...database,
    ASSAY_DATA: `${deps.config.dataFolder}/fresh`,
    PORT: String(port),
  });

  const printed = await program.printing(/\/setup\/\S+/);
  expect(printed).toContain(`http://localhost:${port}`);
  const path = /(\/setup\/[\w-]+)/.exec(printed)?.[1] ?? '';
  expect((await fetchRaw(port, '/healthz')).status).toBe(200);
  expect((await fetchRaw(port, '/readyz')).status).toBe(200);
  expect((await fetchRaw(port, path, { Accept: 'text/html' })).status).toBe(200);

  program.process.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(program.printed()).not.toMatch(/\bat .*\.ts:\d+/);
}, 60_000);

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => probe.once('listening', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}
