/** A colour as PDF wants it: `#RRGGBB` and an opacity from 0 to 1. */
export interface Colour {
  readonly hex: string;
  readonly opacity: number;
}

const names: Readonly<Record<string, Colour>> = {
  transparent: { hex: '#000000', opacity: 0 },
  black: { hex: '#000000', opacity: 1 },
  white: { hex: '#FFFFFF', opacity: 1 },
};

/**
 * Reads a CSS colour: 3, 4, 6 or 8 hexadecimal digits, `rgb()`, `rgba()`, black, white, transparent.
 * Throws on anything else, so that a wrong colour is seen in a test and not as a black shape on paper.
 */
export function parseColour(text: string): Colour {
  const colour = names[text.trim().toLowerCase()] ?? hexColour(text.trim()) ?? rgbColour(text.trim());
  if (!colour) throw new Error(`Not a colour: ${text}`);
  return colour;
}

function hexColour(text: string): Colour | null {
  const digits = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.exec(text)?.[1];
  if (digits === undefined) return null;
  const full = digits.length < 6 ? digits.replace(/./g, '$&$&') : digits;
  return { hex: `#${full.slice(0, 6).toUpperCase()}`, opacity: full.length === 8 ? Number.parseInt(full.slice(6), 16) / 255 : 1 };
}

function rgbColour(text: string): Colour | null {
  const parts = /^rgba?\(([^)]+)\)$/i
    .exec(text)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean);
  if (!parts || parts.length < 3 || parts.length > 4) return null;
  const [red = 0, green = 0, blue = 0, opacity = 1] = parts.map((part) =>
    part.endsWith('%') ? Number.parseFloat(part) / 100 : Number(part),
  );
  const hex = [red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');
  return { hex: `#${hex.toUpperCase()}`, opacity };
}
