import { expect, test } from 'vitest';
import { releaseJob, takeJob } from '../../src/jobs/job-store.ts';
import { runJob } from '../../src/jobs/scheduler.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { startProgram } from '../support/programs.ts';
import { environmentOf } from '../support/trouble.ts';

const file = 'test/support/job-process.ts';
const hour = 60 * 60 * 1000;

interface Run {
  readonly from: number;
  readonly to: number;
}

function runsIn(printed: string): Run[] {
  const moments = [...printed.matchAll(/^(begins|ends) ([\d.]+)$/gm)].map(([, what, at]) => ({ what, at: Number(at) }));
  return moments.flatMap(({ what, at }, index) => (what === 'begins' ? [{ from: at, to: moments[index + 1]?.at ?? at }] : []));
}

test('two processes on one database do a job by turns, never both at once', async () => {
  const app = await startTestApp();
  const environment = environmentOf(app);
  const programs = [1, 2].map(() => startProgram(file, ['15'], environment));
  expect(await Promise.all(programs.map(({ ended }) => ended)), programs.map(({ printed }) => printed()).join('')).toEqual([
    0, 0,
  ]);
  const runs = programs.map(({ printed }) => runsIn(printed()));
  expect(runs.map(({ length }) => length)).toEqual([15, 15]);
  const inOrder = runs.flat().sort((a, b) => a.from - b.from);
  for (const [index, { from }] of inOrder.entries()) expect(from).toBeGreaterThanOrEqual(inOrder[index - 1]?.to ?? 0);
  expect(await app.deps.db('background_jobs').where({ name: 'shared-work' }).first('held_by')).toEqual({ held_by: null });
});

test('a job that a process was killed at is taken up by another once its time is over', async () => {
  const app = await startTestApp();
  const program = startProgram(file, ['1', 'hang'], environmentOf(app));
  await program.printing(/begins/);
  program.process.kill('SIGKILL');
  expect(await program.ended).toBe('SIGKILL');

  let runs = 0;
  const run = async () => {
    runs += 1;
  };
  const job = { name: 'shared-work', every: 1, run };
  const at = (moment: number) => ({ ...app.deps, clock: () => new Date(moment) });
  await runJob(at(Date.now()), job);
  expect(runs).toBe(0);
  await runJob(at(Date.now() + hour), job);
  expect(runs).toBe(1);
});

test('a hold by a clock that was far ahead counts for nothing, and nobody releases what another holds', async () => {
  const app = await startTestApp();
  const now = new Date('2026-01-15T09:00:00Z');
  const take = (holder: string, at: Date) => inTransaction(app, (trx) => takeJob(trx, 'one', holder, at, hour));
  expect(await take('ahead', new Date('2036-01-15T09:00:00Z'))).toBe(true);
  expect(await take('first', now)).toBe(true);
  expect(await take('second', now)).toBe(false);
  // Who read the clock a moment before the first took it, and had to wait for the database.
  expect(await take('third', new Date(now.getTime() - 5))).toBe(false);
  await inTransaction(app, (trx) => releaseJob(trx, 'one', 'ahead', now));
  expect(await take('second', now)).toBe(false);
  await inTransaction(app, (trx) => releaseJob(trx, 'one', 'first', now));
  expect(await take('second', now)).toBe(true);
});

function inTransaction<Result>({ deps }: TestApp, work: Parameters<typeof deps.db.transaction<Result>>[0]): Promise<Result> {
  return deps.db.transaction(work);
}
