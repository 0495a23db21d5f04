import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { finished } from 'node:stream/promises';
import { openLog } from '../../src/deps.ts';
import { openSurveyReader } from '../../src/features/surveys/survey-pool.ts';
import type { ColumnChoice } from '../../src/model/survey.ts';
import { openThreads } from '../../src/workers/open-thread.ts';
import { type Figure, figure, milliseconds } from './figures.ts';

const rows = 100_000;

/** A sheet of 100,000 answers, read in its thread; and the longest time for which the server meanwhile stood still. */
export async function measureSurveys(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-survey-'));
  const path = join(folder, 'answers.csv');
  const source = { path, keys: null };
  try {
    await writeSheet(path);
    const reader = openSurveyReader({ log: openLog('silent'), threads: openThreads() });
    await reader.outline(source);
    const stood = watchLoop();
    const begun = performance.now();
    await reader.figures({ source, columns, excluded: [], mostRejects: 200 });
    const took = performance.now() - begun;
    const longest = stood();
    return [
      figure(
        'Survey of 100,000 answers to figures',
        milliseconds(took),
        '< 5 s',
        `server stood still for ${milliseconds(longest)} at most`,
      ),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const plain: ColumnChoice = { role: 'ignore', clause: null, scale: 'number', from: null, to: null, passFrom: null, feed: 'mean' };
const columns: readonly ColumnChoice[] = [
  plain,
  { ...plain, role: 'answer', from: 1, to: 5, passFrom: 4, feed: 'share' },
  { ...plain, role: 'date' },
  { ...plain, role: 'answer' },
  { ...plain, role: 'site' },
];

async function writeSheet(path: string): Promise<void> {
  const file = createWriteStream(path);
  file.write('编号,满意度,日期,时长,网点\r\n');
  for (let row = 0; row < rows; row += 1)
    file.write(
      `${row},${1 + (row % 5)},2026-01-${String(1 + (row % 28)).padStart(2, '0')},${(row * 37) % 300},网点${row % 20}\r\n`,
    );
  file.end();
  await finished(file);
}

/** Begins to watch; the function returned says how many milliseconds the longest pause lasted. */
function watchLoop(): () => number {
  let [last, longest] = [performance.now(), 0];
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 5);
    last = now;
  }, 5);
  return () => {
    clearInterval(timer);
    return Math.max(0, longest);
  };
}
