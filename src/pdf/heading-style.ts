import { styles, type TextStyle } from './theme.ts';

export interface Heading {
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** Stands in the table of contents. */
  readonly listed?: boolean;
}

export function headingStyle(level: Heading['level']): TextStyle {
  return [styles.heading1, styles.heading2, styles.heading3][level - 1] ?? styles.heading3;
}

/** Points between a heading and what stands above it. */
export function gapAbove(level: Heading['level']): number {
  return [30, 18, 12][level - 1] ?? 0;
}

export function gapBelow(level: Heading['level']): number {
  return [10, 6, 3][level - 1] ?? 0;
}
