import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { colours, page as sheet, styles } from '../../src/pdf/theme.ts';

/** A run of text in one weight. */
interface Run {
  readonly text: string;
  readonly bold: boolean;
}

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

const elements: Readonly<Record<string, string>> = {
  H1: 'h1',
  H2: 'h2',
  H3: 'h3',
  H4: 'h3',
  P: 'p',
  Table: 'table',
  TR: 'tr',
  TH: 'th',
  TD: 'td',
  L: 'ul',
  LI: 'li',
  TOC: 'ol',
  TOCI: 'li',
};

/**
 * A report of ours as a page for other programs to print: read back from its own tags, so that every heading, paragraph, list and
 * table with its text and weight is there, as large as we print it. Left out are what they have no part in or would have to draw:
 * charts, page numbers and running heads.
 */
export async function reportAsHtml(pdf: Uint8Array, language: string): Promise<string> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) pages.push(await pageAsHtml(await document.getPage(number)));
  await task.destroy();
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Report</title><style>${css}</style>${pages.join('\n')}</html>`;
}

async function pageAsHtml(page: PDFPageProxy): Promise<string> {
  // Fonts have names once the page's drawing is read.
  await page.getOperatorList();
  const runs = new Map<string, Run[]>();
  let current: Run[] | undefined;
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ('str' in item) current?.push({ text: item.str, bold: isBold(page, item.fontName) });
    else if (item.type === 'beginMarkedContentProps' && item.id) {
      current = runs.get(item.id) ?? [];
      runs.set(item.id, current);
    } else if (item.type === 'endMarkedContent') current = undefined;
  }
  return asHtml((await page.getStructTree()) as Node | null, runs);
}

function isBold(page: PDFPageProxy, font: string): boolean {
  const { name }: { name?: string } = page.commonObjs.get(font);
  return name?.endsWith('Bold') === true;
}

function asHtml(node: Node | null, runs: ReadonlyMap<string, readonly Run[]>): string {
  if (!node || node.role === 'Figure') return '';
  if (node.type === 'content' && node.id) return (runs.get(node.id) ?? []).map(textOf).join('');
  const inner = (node.children ?? []).map((child) => asHtml(child, runs)).join('');
  const element = elements[node.role ?? ''];
  const isCell = element === 'td' || element === 'th';
  // Of a table that goes over several pages each page names every row, also those that stand elsewhere.
  if (!element || (!isCell && /^(<t[dh]><\/t[dh]>)*$/.test(inner))) return inner.replaceAll(/<t[dh]><\/t[dh]>/g, '');
  return `<${element}>${inner}</${element}>`;
}

function textOf({ text, bold }: Run): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return bold ? `<b>${escaped}</b>` : escaped;
}

const { body, small, heading1, heading2, heading3 } = styles;
const css = `@page { size: A4; margin: ${sheet.top}pt ${sheet.right}pt ${sheet.bottom}pt ${sheet.left}pt }
body { margin: 0; color: ${colours.ink}; font: ${body.size}pt/${body.leading}pt "Noto Sans CJK SC", sans-serif }
h1 { font-size: ${heading1.size}pt; line-height: ${heading1.leading}pt } h2 { font-size: ${heading2.size}pt; line-height: ${heading2.leading}pt }
h3 { font-size: ${heading3.size}pt; line-height: ${heading3.leading}pt }
table { width: 100%; border-collapse: collapse; font-size: ${small.size}pt; line-height: ${small.leading}pt }
td, th { border-bottom: .5pt solid ${colours.line}; padding: 4pt 5pt; text-align: left; vertical-align: top } tr { break-inside: avoid }`;
