/** The look of our documents. Lengths in points (1/72 inch). */

export const colours = {
  ink: '#1D2433',
  muted: '#5B6475',
  line: '#D9D5CA',
  rule: '#1D2433',
  tint: '#F6F4EE',
  seal: '#B3261E',
  /** 7 % of the seal's on white. */
  watermark: '#FAF0EF',
  primary: '#1F4E79',
  white: '#FFFFFF',
} as const;

/** A4 with the margins of the text; header and footer stand in the upper and lower margin. */
export const page = { width: 595.28, height: 841.89, left: 62, right: 62, top: 78, bottom: 72 } as const;

export const contentWidth = page.width - page.left - page.right;
export const contentBottom = page.height - page.bottom;

export type Weight = 'regular' | 'bold';

export interface TextStyle {
  readonly weight: Weight;
  readonly size: number;
  /** Height of a line. */
  readonly leading: number;
  readonly colour: string;
}

export const styles = {
  body: { weight: 'regular', size: 9.5, leading: 16, colour: colours.ink },
  strong: { weight: 'bold', size: 9.5, leading: 16, colour: colours.ink },
  lead: { weight: 'regular', size: 12, leading: 20, colour: colours.ink },
  small: { weight: 'regular', size: 8, leading: 12.5, colour: colours.ink },
  smallStrong: { weight: 'bold', size: 8, leading: 12.5, colour: colours.ink },
  muted: { weight: 'regular', size: 8, leading: 12.5, colour: colours.muted },
  caption: { weight: 'regular', size: 8, leading: 12.5, colour: colours.muted },
  title: { weight: 'bold', size: 25, leading: 36, colour: colours.ink },
  subtitle: { weight: 'regular', size: 14, leading: 22, colour: colours.muted },
  heading1: { weight: 'bold', size: 16, leading: 24, colour: colours.ink },
  heading2: { weight: 'bold', size: 11.5, leading: 18, colour: colours.ink },
  heading3: { weight: 'bold', size: 9.5, leading: 16, colour: colours.ink },
} as const satisfies Record<string, TextStyle>;
