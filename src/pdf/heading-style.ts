import type { ReportDocument } from './report-document.ts';
import type { SetText } from './text-block.ts';
import { contentWidth, styles, type TextStyle } from './theme.ts';

export interface Heading {
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** Stands in the table of contents. */
  readonly listed?: boolean;
  /** Printed small below it, and with it never parted from the block that follows. */
  readonly note?: string;
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

/** A heading broken into lines. */
export interface SetHeading {
  readonly heading: Heading;
  readonly set: SetText;
  readonly note: SetText | null;
  /** Points above its text, and of its text with all that stands below. */
  readonly above: number;
  readonly below: number;
}

export function setHeading(report: ReportDocument, heading: Heading): SetHeading {
  const { level, text } = heading;
  const set = report.set(text, headingStyle(level), contentWidth);
  const note = heading.note ? report.set(heading.note, styles.muted, contentWidth) : null;
  const below = set.height + gapBelow(level) + (note ? note.height + gapBelow(level) : 0);
  return { heading, set, note, above: gapAbove(level), below };
}
