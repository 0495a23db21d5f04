import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';

/** A program of ours that runs as a process of its own. */
export interface RunningProgram {
  readonly process: ChildProcess;
  /** All that it has printed so far, both ways. */
  readonly printed: () => string;
  /** Settles when it has ended, with its exit code, or its signal. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Settles when it has printed something that matches; rejects when it ends before. */
  readonly printing: (pattern: RegExp) => Promise<string>;
}

/** Starts a file of `src` with those arguments and nothing else in its environment; it is ended with the test. */
export function startProgram(file: string, args: readonly string[], environment: Record<string, string>): RunningProgram {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));

  let text = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    text += chunk.toString('utf8');
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | NodeJS.Signals | null>((done) =>
    child.once('close', (code, signal) => done(code ?? signal)),
  );

  const printing = (pattern: RegExp) =>
    new Promise<string>((done, fail) => {
      const look = () => {
        if (pattern.test(text)) done(text);
      };
      listeners.add(look);
      look();
      void ended.then(() => fail(new Error(`It ended before it printed ${pattern}:\n${text}`)));
    });
  return { process: child, printed: () => text, ended, printing };
}

/** Whether a program of the system is installed here. */
export function isInstalled(name: string): boolean {
  return spawnSync('which', [name]).status === 0;
}
