import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from '../../src/project-root.ts';

/** A server in a process of its own, so that it and the clients do not share one thread. */
export interface ServerProcess {
  readonly port: number;
  /** Milliseconds from the start of the process until it answered. */
  readonly startedIn: number;
  /** Resident memory in bytes. */
  readonly memory: () => Promise<number>;
  /** The most of it that was ever resident. */
  readonly peakMemory: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Starts a file with `PORT` set to a free one; it must answer `/healthz`. Throws an Error when it does not within 20 seconds. */
export async function startServerProcess(file: string, environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, ...environment, PORT: String(port), HOST: '127.0.0.1', ASSAY_LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await untilHealthy(child, port);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return {
    port,
    startedIn: performance.now() - begun,
    memory: () => memoryOf(child, 'VmRSS'),
    peakMemory: () => memoryOf(child, 'VmHWM'),
    stop: () => stop(child),
  };
}

async function untilHealthy(child: ChildProcess, port: number): Promise<void> {
  const last = performance.now() + 20_000;
  while (performance.now() < last && child.exitCode === null) {
    if (await isHealthy(port)) return;
    await wait(5);
  }
  throw new Error('The server did not come up.');
}

function isHealthy(port: number): Promise<boolean> {
  return new Promise((done) => {
    const asking = request({ host: '127.0.0.1', port, path: '/healthz', agent: false }, (answer) => {
      answer.resume();
      done(answer.statusCode === 200);
    });
    asking.on('error', () => done(false));
    asking.end();
  });
}

async function memoryOf({ pid }: ChildProcess, which: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${which}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024;
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once('close', done));
  child.kill('SIGTERM');
  await ended;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => probe.once('listening', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}
