import { marked, type Token, type Tokens } from 'marked';
import type { ReportDocument } from './report-document.ts';
import { addTable } from './table.ts';
import { addBullets, addParagraph } from './text-block.ts';
import { styles } from './theme.ts';

/** The first heading of a Markdown text and the rest below it; without a heading all is the rest. */
export function splitTitle(markdown: string): { title: string | null; rest: string } {
  const [, title = null, rest = ''] = /^\s*#{1,6}\s+([^\n]+)\n?([\s\S]*)$/.exec(markdown) ?? [];
  return title === null ? { title, rest: markdown } : { title: title.replace(/\s+#+\s*$/, '').trim(), rest };
}

/** Prints Markdown: headings, paragraphs, lists, tables, quotes. HTML in it is printed as the text that it is; pictures as their words. */
export function addMarkdown(report: ReportDocument, markdown: string): void {
  for (const token of marked.lexer(markdown)) addToken(report, token);
}

function addToken(report: ReportDocument, token: Token): void {
  if (isKind(token, 'heading')) report.heading({ level: token.depth <= 2 ? 2 : 3, text: plain(token.tokens) });
  else if (isKind(token, 'list')) addList(report, token);
  else if (isKind(token, 'table')) addRows(report, token);
  else if (isKind(token, 'blockquote')) addParagraph(report, plain(token.tokens), { indent: 14, style: styles.muted });
  else if (isKind(token, 'paragraph') || isKind(token, 'text')) addParagraph(report, plain(token.tokens ?? []) || token.text);
  else if (isKind(token, 'code') || isKind(token, 'html')) addParagraph(report, token.text.trimEnd(), { style: styles.small });
}

function addList(report: ReportDocument, { items, ordered, start }: Tokens.List): void {
  const first = typeof start === 'number' ? start : 1;
  const lines = items.map(({ tokens }, index) => (ordered ? `${first + index}. ${plain(tokens)}` : plain(tokens)));
  if (!ordered) addBullets(report, lines);
  else for (const line of lines) addParagraph(report, line, { indent: 14, after: 3 });
}

function addRows(report: ReportDocument, { header, rows }: Tokens.Table): void {
  addTable(report, {
    title: header.map(({ tokens }) => plain(tokens)).join(' '),
    uncounted: true,
    columns: header.map(({ tokens }) => ({ head: plain(tokens), share: 1 })),
    rows: rows.map((cells) => ({ cells: cells.map(({ tokens }) => plain(tokens)) })),
  });
}

/** The words of inline tokens, without emphasis; a link with its address. */
function plain(tokens: readonly Token[]): string {
  return tokens.map(plainOne).join('');
}

function plainOne(token: Token): string {
  if (isKind(token, 'br')) return '\n';
  if (isKind(token, 'link')) return token.text === token.href ? token.href : `${plain(token.tokens)} (${token.href})`;
  if ('tokens' in token && Array.isArray(token.tokens) && token.tokens.length > 0) return plain(token.tokens);
  return 'text' in token ? String(token.text) : token.raw;
}

interface Kinds {
  heading: Tokens.Heading;
  list: Tokens.List;
  table: Tokens.Table;
  blockquote: Tokens.Blockquote;
  paragraph: Tokens.Paragraph;
  text: Tokens.Text;
  code: Tokens.Code;
  html: Tokens.HTML;
  br: Tokens.Br;
  link: Tokens.Link;
}

function isKind<Kind extends keyof Kinds>(token: Token, kind: Kind): token is Kinds[Kind] {
  return token.type === kind;
}
