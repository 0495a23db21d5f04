import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { scannerVersion } from '../../src/features/file-scans/clamd.ts';

/** The file that every scanner takes for a virus, and that does nothing. Written in two parts, so that this file is not one. */
export const eicar = Buffer.from(`X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`);

/** A real clamd with one signature, of the harmless test file; gone when the test ends. */
export async function startClamd(): Promise<{ path: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-clamd-'));
  const path = join(folder, 'socket');
  await mkdir(join(folder, 'signatures'));
  await writeFile(join(folder, 'signatures', 'test.hdb'), '44d88612fea8a8f36de82e1278abb02f:68:Test.Eicar\n');
  const settings = [
    `LocalSocket ${path}`,
    `DatabaseDirectory ${join(folder, 'signatures')}`,
    'Foreground yes',
    'StreamMaxLength 1M',
  ];
  await writeFile(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`);
  const child = spawn('clamd', ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  onTestFinished(async () => {
    await stop(child);
    await rm(folder, { recursive: true, force: true });
  });
  for (let turn = 0; turn < 100; turn += 1) {
    const isUp = await scannerVersion({ path }).then(
      () => true,
      () => false,
    );
    if (isUp) return { path };
    await wait(100);
  }
  throw new Error('clamd did not start.');
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await ended;
}

/** A server that speaks clamd's protocol and answers as it is told; what it was sent stands in `heard`. */
export async function speakClamd(answer: (bytes: Buffer) => string): Promise<{ host: string; port: number; heard: Buffer[] }> {
  const heard: Buffer[] = [];
  const server = createServer((socket) => {
    let all = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (part: Buffer) => {
      all = Buffer.concat([all, part]);
      const bytes = bytesOf(all);
      if (bytes === null) return;
      heard.push(bytes);
      socket.end(`${answer(bytes)}\0`);
    });
  });
  const port = await listen(server);
  onTestFinished(() => close(server));
  return { host: '127.0.0.1', port, heard };
}

/** What was streamed, once its end has come; null before. */
function bytesOf(all: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (all.subarray(0, command.length).toString() !== command) return all.includes(0) ? Buffer.alloc(0) : null;
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= all.length; ) {
    const length = all.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(all.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

/** A server that does with each connection what it is told. */
export async function serveSockets(take: (socket: Socket) => void): Promise<{ host: string; port: number }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    take(socket);
  });
  const port = await listen(server);
  onTestFinished(() => close(server));
  return { host: '127.0.0.1', port };
}

function listen(server: Server): Promise<number> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
  });
}
