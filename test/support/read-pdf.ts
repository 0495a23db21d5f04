import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  /** The text of each page, blanks and line ends taken out, so that line breaking does not matter. */
  readonly pages: readonly string[];
  /** Every piece of text with the left end of its baseline, in points. */
  readonly pieces: readonly { readonly text: string; readonly x: number }[];
  readonly title: string;
  readonly language: string | null;
  readonly created: string;
  /** Titles of the bookmarks, the inner ones with two blanks before them. */
  readonly bookmarks: readonly string[];
  /** Roles of the structure tree with how often each occurs. */
  readonly roles: ReadonlyMap<string, number>;
  /** Alternative texts of the figures. */
  readonly alternatives: readonly string[];
}

/** Reads a PDF back as a reader's program would. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  const pages: string[] = [];
  const pieces: { text: string; x: number }[] = [];
  const roles = new Map<string, number>();
  const alternatives: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) pieces.push({ text: item.str, x: Number(item.transform[4]) });
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s+/g, ''),
    );
    count(await page.getStructTree(), roles, alternatives);
  }
  const { info } = await pdf.getMetadata();
  const facts: Record<string, unknown> = { ...info };
  const outline = (await pdf.getOutline()) ?? [];
  await task.destroy();
  return {
    pages,
    pieces,
    title: String(facts.Title),
    language: typeof facts.Language === 'string' ? facts.Language : null,
    created: String(facts.CreationDate),
    bookmarks: outline.flatMap(({ title, items }) => [title, ...items.map((item: { title: string }) => `  ${item.title}`)]),
    roles,
    alternatives,
  };
}

function count(node: unknown, roles: Map<string, number>, alternatives: string[]): void {
  if (typeof node !== 'object' || node === null) return;
  if ('role' in node && typeof node.role === 'string') roles.set(node.role, (roles.get(node.role) ?? 0) + 1);
  if ('alt' in node && typeof node.alt === 'string') alternatives.push(node.alt);
  if (!('children' in node) || !Array.isArray(node.children)) return;
  for (const child of node.children) count(child, roles, alternatives);
}

/** The languages of a document that has a part in each, as its bookmarks say. */
export function partsOf({ bookmarks }: ReadPdf): string[] {
  return bookmarks.filter((title) => !title.startsWith(' '));
}

/** A text as `pages` holds it. */
export function solid(text: string): string {
  return text.replace(/\s+/g, '');
}
