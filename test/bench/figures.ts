import { performance } from 'node:perf_hooks';

/** One line of the table. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  readonly target: string;
  /** Against a baseline of the same run, in words with a number; a dash where there is none to compare with. */
  readonly ratio: string;
}

export function figure(what: string, value: string, target = '', ratio = ''): Figure {
  return { what, value, target: target || '–', ratio: ratio || '–' };
}

/** Times in milliseconds of so many runs, after a few that do not count. */
export async function timesOf(runs: number, work: () => unknown, warmUp = Math.ceil(runs / 5)): Promise<number[]> {
  for (let run = 0; run < warmUp; run += 1) await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

/** The value that so many percent of all do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
}

export function times(value: number): string {
  return value < 10 ? `${value.toFixed(2)} ×` : `${value.toFixed(0)} ×`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}
