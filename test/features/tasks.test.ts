import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { toActor } from '../../src/features/accounts/account-store.ts';
import { runNextTask, type Worker } from '../../src/features/tasks/run-task.ts';
import type { TaskKind } from '../../src/features/tasks/task.ts';
import { claimTask, keepLease } from '../../src/features/tasks/task-lease-store.ts';
import { runDueTasks, startTaskRunner } from '../../src/features/tasks/task-runner.ts';
import { askForTask } from '../../src/features/tasks/task-service.ts';
import { findTask } from '../../src/features/tasks/task-store.ts';
import { message } from '../../src/i18n/translate.ts';
import { AppError } from '../../src/model/errors.ts';
import { startTestApp, type TestApp, testTime } from '../support/app.ts';
import { startProgram } from '../support/programs.ts';

const outcome = { text: message('tasks.filesVerified', { checked: 3 }), href: '/integrity', assessmentId: null };

/** Work of which a test says what it does. */
function kindOf(run: TaskKind['run']): TaskKind {
  return { kind: 'test', run };
}

const atOnce = kindOf(async () => async () => outcome);

/** Rejects as work does whose signal was heard. */
async function untilAborted(signal: AbortSignal): Promise<never> {
  while (!signal.aborted) await pause(2);
  throw signal.reason;
}

function ask({ deps, people }: TestApp, uniqueKey: string | null = null): Promise<string> {
  const order = { kind: 'test', input: { n: 1 }, title: message('tasks.verifyFiles'), uniqueKey };
  const actor = toActor(people.ada);
  return deps.db.transaction((trx) => askForTask(trx, { ...order, actor, at: deps.clock() }));
}

/** An application whose clock a test can move. */
async function startMoving() {
  let now = testTime;
  const app = await startTestApp({ clock: () => now });
  return { ...app, move: (seconds: number) => (now = new Date(now.getTime() + seconds * 1000)) };
}

function workerOf({ deps }: TestApp, kind: TaskKind, pace = { beat: 5, lease: 30_000 }): Worker {
  return { deps, kinds: [kind], holder: randomUUID(), pace, stopping: new AbortController().signal };
}

test('work that was asked for is done, its page says so, and a notice tells who asked', async () => {
  const app = await startTestApp();
  const id = await ask(app);
  const ada = await app.as('ada');
  const waiting = await ada.get(`/tasks/${id}`).expect(200);
  expect(waiting.text).toContain('In the queue');
  expect(waiting.get('Refresh')).toBe('4');
  expect((await ada.get(`/tasks/${id}?live`)).get('Refresh')).toBeUndefined();
  expect(await runDueTasks(app.deps, [atOnce])).toBe(1);

  const done = await ada.get(`/tasks/${id}`);
  expect(done.text).toContain('href="/integrity"');
  expect(done.get('Refresh')).toBeUndefined();
  expect((await ada.get('/inbox')).text).toContain('The files were verified: 3 of them');
  expect((await ada.get('/tasks')).text).toContain('Done');
  const chinese = await app.as('ada', 'zh-CN');
  expect((await chinese.get('/tasks')).text).toContain('已完成');
});

test('nobody sees or cancels what somebody else asked for', async () => {
  const app = await startTestApp();
  const id = await ask(app);
  const bo = await app.as('bo');
  await bo.get(`/tasks/${id}`).expect(404);
  await bo.get(`/tasks/${id}/progress`).expect(404);
  await bo.post(`/tasks/${id}/cancellation`).expect(404);
  await app.anonymous.get('/tasks').expect(303);
  expect((await bo.get('/tasks')).text).toContain('Nothing yet');
});

test('the same work is asked for once while it is open', async () => {
  const app = await startTestApp();
  const first = await ask(app, 'k');
  expect(await ask(app, 'k')).toBe(first);
  await runDueTasks(app.deps, [atOnce]);
  expect(await ask(app, 'k')).not.toBe(first);
});

test('a page and a script learn how far it is, in the language of the reader', async () => {
  const app = await startTestApp();
  const id = await ask(app);
  const ada = await app.as('ada', 'zh-CN');
  const slow = kindOf(async (_deps, { tell }) => {
    tell(0.4, message('tasks.verifying', { checked: 4, expected: 10 }));
    await expect.poll(async () => (await findTask(app.deps.db, id)).share).toBe(0.4);
    const { body } = await ada.get(`/tasks/${id}/progress`);
    expect(body).toEqual({ state: 'running', open: true, percent: 40, doing: '已核对 4 / 10 个文件', href: null });
    expect((await ada.get(`/tasks/${id}`)).text).toContain('value="40"');
    return async () => outcome;
  });
  await runNextTask(workerOf(app, slow));
  expect(await findTask(app.deps.db, id)).toMatchObject({ state: 'done', share: 1 });
});

test('two workers at once never get the same task', async () => {
  const app = await startTestApp();
  const ids = await Promise.all(Array.from({ length: 12 }, () => ask(app)));
  const done: string[] = [];
  const kind = kindOf(async (_deps, { task }) => {
    done.push(task.id);
    await pause(1);
    return async () => outcome;
  });
  await Promise.all([1, 2, 3, 4].map(() => runDueTasks(app.deps, [kind])));
  expect(done.sort()).toEqual(ids.sort());
});

test('a task whose process fell silent is done by another, and what the silent one made is not kept', async () => {
  const app = await startMoving();
  const id = await ask(app);
  const kept: string[] = [];
  const keeping = (who: string) => async () => {
    kept.push(who);
    return outcome;
  };
  // It never gives a sign of life and comes to its end when another has long taken over.
  const silent = kindOf(async () => {
    app.move(31);
    const second = kindOf(async () => keeping('second'));
    expect(await runNextTask(workerOf(app, second))).toBe(true);
    return async (trx, at) => {
      await trx('notices').delete();
      return { ...(await keeping('first')()), at };
    };
  });
  await runNextTask(workerOf(app, silent, { beat: 1_000_000, lease: 30_000 }));

  expect(kept).toEqual(['second', 'first']);
  expect(await findTask(app.deps.db, id)).toMatchObject({ state: 'done', tries: 2 });
  // The first one's transaction was undone: the notice that the second left is still there.
  expect(Number((await app.deps.db('notices').count({ n: '*' }).first())?.n)).toBe(1);
});

test('a sign of life keeps others away', async () => {
  const { deps, ...app } = await startMoving();
  const id = await ask({ deps, ...app });
  const lease = { holder: 'h', now: deps.clock(), until: new Date(deps.clock().getTime() + 30_000) };
  await deps.db.transaction((trx) => claimTask(trx, ['test'], lease));
  app.move(29);
  const until = new Date(deps.clock().getTime() + 30_000);
  const kept = { holder: 'h', until, share: 0.1, doing: null };
  expect(await deps.db.transaction((trx) => keepLease(trx, id, kept))).toEqual({ lost: false, cancelled: false });
  app.move(29);
  expect(await runDueTasks(deps, [atOnce])).toBe(0);
  app.move(2);
  expect(await runDueTasks(deps, [atOnce])).toBe(1);
});

test('what fails is tried again later and later, then given up, and who asked is told', async () => {
  const app = await startMoving();
  const id = await ask(app);
  let tries = 0;
  const failing = kindOf(async () => {
    tries += 1;
    throw new Error('no');
  });
  for (const pauseInSeconds of [5, 25, 125]) {
    expect(await runDueTasks(app.deps, [failing])).toBe(1);
    app.move(pauseInSeconds - 1);
    expect(await runDueTasks(app.deps, [failing])).toBe(0);
    app.move(1);
  }
  expect(await runDueTasks(app.deps, [failing])).toBe(1);
  expect(tries).toBe(4);
  expect(await findTask(app.deps.db, id)).toMatchObject({ state: 'dead', tries: 4 });
  const ada = await app.as('ada');
  expect((await ada.get(`/tasks/${id}`)).text).toContain('the log of the server says how');
  expect((await ada.get('/inbox')).text).toContain('A task in the background failed');
});

test('a refusal ends it at once and is shown', async () => {
  const app = await startTestApp();
  const id = await ask(app);
  const refused = kindOf(async () => {
    throw new AppError('conflict', message('integrity.running'));
  });
  await runDueTasks(app.deps, [refused]);
  expect(await findTask(app.deps.db, id)).toMatchObject({ state: 'dead', tries: 1 });
  expect((await (await app.as('ada')).get(`/tasks/${id}`)).text).toContain('A verification is under way already');
});

test('waiting work is cancelled at once, running work as soon as its process hears of it', async () => {
  const app = await startTestApp();
  const ada = await app.as('ada');
  const waiting = await ask(app);
  await ada.post(`/tasks/${waiting}/cancellation`).expect(303);
  expect(await runDueTasks(app.deps, [atOnce])).toBe(0);
  expect((await ada.get(`/tasks/${waiting}`)).text).toContain('Cancelled');
  await ada.post(`/tasks/${waiting}/cancellation`).expect(409);

  const running = await ask(app);
  const endless = kindOf(async (_deps, { signal }) => {
    await ada.post(`/tasks/${running}/cancellation`).expect(303);
    return untilAborted(signal);
  });
  await runNextTask(workerOf(app, endless));
  expect(await findTask(app.deps.db, running)).toMatchObject({ state: 'cancelled' });
});

test('a server that stops puts its work back, which counts as no try', async () => {
  const app = await startTestApp();
  const id = await ask(app);
  const endless = kindOf(async (_deps, { signal }) => {
    return untilAborted(signal);
  });
  const runner = startTaskRunner(app.deps, [endless]);
  await expect.poll(async () => (await findTask(app.deps.db, id)).state).toBe('running');
  await runner.stop();
  expect(await findTask(app.deps.db, id)).toMatchObject({ state: 'waiting', tries: 0 });
});

test('what a killed process left is done by another one', async () => {
  const app = await startTestApp({ clock: () => new Date() });
  const id = await ask(app);
  const other = startProgram('test/support/hanging-worker.ts', [placeOf(app)], {});
  await other.printing(/taken/);
  const pace = { beat: 100, lease: 1500 };

  // As long as it lives it keeps the task, also beyond one lease.
  await pause(2000);
  expect(await runDueTasks(app.deps, [atOnce], pace)).toBe(0);
  other.process.kill('SIGKILL');
  await expect.poll(() => runDueTasks(app.deps, [atOnce], pace), { timeout: 5000, interval: 200 }).toBe(1);
  expect(await findTask(app.deps.db, id)).toMatchObject({ state: 'done', tries: 2 });
}, 40_000);

/** Where another process finds the same database. */
function placeOf({ deps }: TestApp): string {
  const { connection } = deps.db.client.config;
  return connection.connectionString ?? connection.filename;
}
