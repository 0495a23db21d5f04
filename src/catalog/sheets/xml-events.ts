import { message } from '../../i18n/translate.ts';
import { BadArchive } from './zip-directory.ts';

/** What is found while reading XML from its beginning; names come without their prefix. */
export interface XmlListener {
  readonly open?: (name: string, attributes: () => Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Reads XML in one pass, in time that grows with its length only. Document types, and with them entities, are refused.
 * Throws `BadArchive` on anything that breaks off.
 */
export function readXml(xml: string, listener: XmlListener): void {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    const textEnd = open < 0 ? xml.length : open;
    if (textEnd > at) listener.text?.(decodeEntities(xml.slice(at, textEnd)));
    if (open < 0) return;
    at = readMarkup(xml, open, listener);
  }
}

/** Answers where reading goes on. */
function readMarkup(xml: string, open: number, listener: XmlListener): number {
  if (xml.startsWith('<!--', open)) return after(xml, '-->', open + 4);
  if (xml.startsWith('<?', open)) return after(xml, '?>', open + 2);
  if (xml.startsWith('<![CDATA[', open)) {
    const end = after(xml, ']]>', open + 9);
    listener.text?.(xml.slice(open + 9, end - 3));
    return end;
  }
  if (xml.startsWith('<!', open)) throw new BadArchive(message('sheets.xmlDoctype'));
  const end = endOfTag(xml, open + 1);
  readTag(xml.slice(open + 1, end), listener);
  return end + 1;
}

function readTag(tag: string, listener: XmlListener): void {
  if (tag.startsWith('/')) {
    listener.close?.(localName(tag.slice(1).trim()));
    return;
  }
  const isEmpty = tag.endsWith('/');
  const body = isEmpty ? tag.slice(0, -1) : tag;
  const space = body.search(/\s/);
  const name = localName(space < 0 ? body : body.slice(0, space));
  listener.open?.(name, () => (space < 0 ? {} : readAttributes(body.slice(space))));
  if (isEmpty) listener.close?.(name);
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(/([^\s=]{1,200})\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name !== '__proto__') attributes[localName(name)] = decodeEntities(double ?? single ?? '');
  }
  return attributes;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** A `>` within quotes does not end a tag. */
function endOfTag(xml: string, from: number): number {
  let at = from;
  while (at < xml.length) {
    const found = xml[at];
    if (found === '>') return at;
    at = found === '"' || found === "'" ? after(xml, found, at + 1) : at + 1;
  }
  throw new BadArchive(message('sheets.xmlBroken'));
}

function after(xml: string, what: string, from: number): number {
  const found = xml.indexOf(what, from);
  if (found < 0) throw new BadArchive(message('sheets.xmlBroken'));
  return found + what.length;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{1,8}));/g,
    (whole, hex?: string, digits?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
      const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
