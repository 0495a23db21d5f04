import { parse as parseCsv } from 'csv-parse/sync';
import { type DefaultTreeAdapterTypes, parse as parseHtml } from 'parse5';
import { SaxesParser } from 'saxes';
import { readPdf } from '../read-pdf.ts';
import { entriesOf } from '../zip-archive.ts';
import { computed, marksIn } from './hostile-text.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Where a link, a form or a picture may lead. */
const addresses = /^(?:[/?#.]|https?:|mailto:|tel:|data:image\/|blob:|[\w-]+(?:[/?#]|$)|$)/;
const leading = new Set(['href', 'src', 'action', 'formaction', 'poster', 'data', 'srcdoc', 'srcset', 'xlink:href']);

/** What in a page came from somebody's text and is more than text. */
export function htmlProblems(html: string): string[] {
  const problems: string[] = [];
  const look = (node: Node): void => {
    if ('tagName' in node) problems.push(...elementProblems(node));
    if (node.nodeName === '#comment' && 'data' in node && /hx/.test(node.data)) problems.push('a comment holds typed text');
    if ('content' in node) look(node.content);
    if ('childNodes' in node) node.childNodes.forEach(look);
  };
  look(parseHtml(html));
  if (html.includes(computed)) problems.push('a template computed typed text');
  return problems;
}

function elementProblems(element: Element): string[] {
  const { tagName, attrs } = element;
  const problems = /hx/.test(tagName) ? [`<${tagName}> was typed`] : [];
  for (const { name, value } of attrs) {
    if (/hx|^on|["'<]/.test(name) || name === 'style') problems.push(`<${tagName}> has the attribute ${name}`);
    if (leading.has(name) && !addresses.test(value)) problems.push(`<${tagName} ${name}> leads to ${value.slice(0, 40)}`);
  }
  return tagName === 'script' || tagName === 'style' ? [...problems, ...scriptProblems(element)] : problems;
}

function scriptProblems({ tagName, attrs, childNodes }: Element): string[] {
  const type = attrs.find(({ name }) => name === 'type')?.value ?? '';
  const text = childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  if (text === '') return [];
  if (tagName === 'style' || !type.endsWith('json')) return [`<${tagName}> holds something`];
  return isJson(text) ? [] : [`<script type="${type}"> holds broken JSON`];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What in a table as CSV a spreadsheet program would compute, or took for another row. */
export function csvProblems(text: string): string[] {
  const rows: string[][] = parseCsv(text, { bom: true, relax_column_count: false });
  const cells = rows.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell));
  return cells.map((cell) => `a cell begins with ${JSON.stringify(cell.slice(0, 10))}`);
}

/** What in XML is not well-formed or came from typed text. */
export function xmlProblems(xml: string, name: string): string[] {
  const problems: string[] = [];
  let inFormula = false;
  const parser = new SaxesParser();
  parser.on('error', (error) => problems.push(`${name}: ${error.message}`));
  parser.on('opentag', ({ name: tag, attributes }) => {
    if (/hx|^script$/.test(tag)) problems.push(`${name}: <${tag}> was typed`);
    inFormula = tag === 'f';
    for (const [attribute, value] of Object.entries(attributes)) {
      if (/hx|^on/.test(attribute)) problems.push(`${name}: <${tag}> has the attribute ${attribute}`);
      if (/^(Target|href)$/i.test(attribute) && /^\s*(javascript|data|file):/i.test(String(value)))
        problems.push(`${name}: leads to ${value}`);
    }
  });
  parser.on('text', (text) => {
    if (inFormula && /hx|cmd|SUM\(1\)/.test(text)) problems.push(`${name}: a formula holds typed text`);
  });
  parser.on('closetag', () => {
    inFormula = false;
  });
  parser.write(xml).close();
  return problems;
}

/** An Office file: each part read as XML. */
export function officeProblems(bytes: Uint8Array): string[] {
  return Object.entries(entriesOf(bytes)).flatMap(([name, text]) => (/\.(xml|rels)$/.test(name) ? xmlProblems(text, name) : []));
}

/** What in a PDF does something, leads away or came out of a template; `printed` is the text of its pages. */
function pdfProblems(bytes: Buffer, printed: string): string[] {
  const plain = bytes.toString('latin1');
  const active = /\/(JavaScript|JS|Launch|SubmitForm)\b/.exec(plain);
  const away = [...plain.matchAll(/\/URI \(([^)]{0,30})/g)].filter(([, to = '']) => !/^(https?|mailto|tel):/.test(to));
  return [
    ...(active ? [`does something: ${active[0]}`] : []),
    ...away.map(([, to]) => `leads to ${to}`),
    ...(printed === '' ? ['is empty'] : []),
    ...(printed.includes(computed) ? ['computed typed text'] : []),
  ];
}

/** A calendar: every line is one of ours or goes on the one before. */
export function calendarProblems(text: string): string[] {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  const count = (line: string) => lines.filter((one) => one === line).length;
  return [
    ...lines.filter((line) => line !== '' && !/^[A-Z-]+[:;]/.test(line)).map((line) => `the line ${line.slice(0, 30)}`),
    ...lines.filter((line) => /^(hx|Bcc|Set-Cookie)/i.test(line)).map((line) => `typed line ${line.slice(0, 30)}`),
    ...(count('BEGIN:VEVENT') === count('END:VEVENT') ? [] : ['events that do not end']),
  ];
}

/** The problems of what came, by its type; `seen` gathers the marks of hostile texts in it. */
export async function outputProblems(type: string, body: string | Buffer, seen: Set<number>): Promise<string[]> {
  const bytes = Buffer.from(body);
  const text = bytes.toString('utf8');
  const note = (shown: string) => {
    for (const mark of marksIn(shown)) seen.add(mark);
  };
  note(text);
  if (type === 'text/html') return htmlProblems(text);
  if (type === 'text/csv') return csvProblems(text);
  if (type === 'text/calendar') return calendarProblems(text);
  if (type === 'image/svg+xml') return xmlProblems(text, 'picture');
  if (type.endsWith('ndjson')) return text.split('\n').every((line) => line === '' || isJson(line)) ? [] : ['has broken lines'];
  if (type.endsWith('json')) return isJson(text) ? [] : ['is broken JSON'];
  if (type === 'application/pdf') {
    const printed = (await readPdf(bytes)).pages.join('');
    note(printed);
    return pdfProblems(bytes, printed);
  }
  if (!type.includes('officedocument')) return [];
  note(Object.values(entriesOf(bytes)).join(''));
  return officeProblems(bytes);
}

/** What in the headers of an answer came from typed text. */
export function headerProblems(headers: Readonly<Record<string, unknown>>): string[] {
  // The name of a file may say what it likes between its quotes; that it stays between them is looked at below.
  const problems = Object.entries(headers).flatMap(([name, value]) =>
    /hx|[\r\n]/.test(name) || /[\r\n]|<hx/.test(String(value)) || (name !== 'content-disposition' && /hx=1/.test(String(value)))
      ? [`the header ${name}: ${String(value).slice(0, 60)}`]
      : [],
  );
  const disposition = String(headers['content-disposition'] ?? 'attachment');
  const isWhole = /^(inline|attachment)(; filename="[^"\\]*")?(; filename\*=UTF-8''[\w%!#$&+.^`|~-]+)?$/.test(disposition);
  return isWhole ? problems : [...problems, `Content-Disposition: ${disposition.slice(0, 80)}`];
}
