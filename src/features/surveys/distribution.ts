import type { ColumnChoice } from '../../model/survey.ts';

type Bars = { readonly label: string; readonly count: number }[];

const mostBars = 11;
const classes = 10;

/** How often which value occurs: each by itself where there are few, else in ten classes of equal width. */
export function distributionOf(
  sorted: readonly number[],
  { scale, from, to }: Pick<ColumnChoice, 'scale' | 'from' | 'to'>,
): Bars {
  const counts = new Map<number, number>();
  for (const value of sorted) counts.set(value, (counts.get(value) ?? 0) + 1);
  const expected = expectedValues(scale, from, to);
  const values = [...new Set([...expected, ...counts.keys()])].sort((a, b) => a - b);
  if (values.length <= mostBars) return values.map((value) => ({ label: String(value), count: counts.get(value) ?? 0 }));
  return inClasses(sorted);
}

/** The values of a short scale, so that those which nobody gave are seen to be missing. */
function expectedValues(scale: ColumnChoice['scale'], from: number | null, to: number | null): number[] {
  if (scale === 'words') return [1, 2, 3, 4, 5];
  if (scale === 'yes-no') return [0, 1];
  if (from === null || to === null || !Number.isInteger(from) || !Number.isInteger(to) || to - from >= mostBars) return [];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function inClasses(sorted: readonly number[]): Bars {
  const low = sorted[0] ?? 0;
  const high = sorted.at(-1) ?? low;
  const width = (high - low) / classes;
  const counts = new Array<number>(classes).fill(0);
  for (const value of sorted) {
    const place = Math.min(classes - 1, Math.floor((value - low) / width));
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts.map((count, index) => ({ label: `${short(low + index * width)} – ${short(low + (index + 1) * width)}`, count }));
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
