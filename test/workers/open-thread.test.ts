import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openThreads } from '../../src/workers/open-thread.ts';
import type * as work from '../support/slow-work.ts';

const thread = openThreads().for<typeof work>(new URL('../support/slow-work.ts', import.meta.url), 200);

test('work in a thread gives its answer and tells how far it is', async () => {
  const news: unknown[] = [];
  expect(await thread.run('count', { to: 3 }, { onNews: (told) => news.push(told) })).toBe(3);
  expect(news).toEqual([1, 2, 3]);
});

test('work that is no longer wanted ends, even when it never looks up, and the thread works on', async () => {
  const wanted = new AbortController();
  const endless = thread.run('spin', {}, { signal: wanted.signal });
  await pause(300);
  wanted.abort();
  await expect(endless).rejects.toThrow();
  expect(await thread.run('count', { to: 1 })).toBe(1);
});
