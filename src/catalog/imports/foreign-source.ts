import { type Message, message } from '../../i18n/translate.ts';
import type { Problem } from '../source/problem.ts';
import { type Path, readYaml } from '../source/yaml-source.ts';
import type { ImportNotes } from './import-report.ts';
import type { SourceMap } from './source-values.ts';

/** A foreign file as plain values. */
export interface ForeignSource {
  readonly file: string;
  readonly value: unknown;
  /** Where a value stands: `file:line:column`, in JSON the path to it. */
  readonly placeOf: (path: Path) => string;
  /** Faults of YAML that did not prevent reading. */
  readonly problems: readonly Problem[];
}

/** The documents of a JSON or YAML text; none, with its problems, when it is neither. */
export function openForeign(file: string, text: string): { sources: ForeignSource[]; problems: readonly Problem[] } {
  if (/^\s*[{[]/.test(text)) {
    const value = parseJson(text);
    if (value !== undefined)
      return { sources: [{ file, value, problems: [], placeOf: (path) => `${file}: ${pathText(path)}` }], problems: [] };
  }
  const opened = splitDocuments(text).map(({ line, content }) => ({ line, source: readYaml(file, content) }));
  const sources = opened.flatMap(({ line, source }): ForeignSource[] => {
    if (typeof source.value !== 'object' || source.value === null) return [];
    const placeOf = (path: Path) => {
      const place = source.placeOf(path);
      return `${file}:${place.line + line}:${place.column}`;
    };
    return [
      {
        file,
        value: source.value,
        problems: source.problems.map((problem) => ({ ...problem, line: problem.line + line })),
        placeOf,
      },
    ];
  });
  return { sources, problems: sources.length > 0 ? [] : opened.flatMap(({ source }) => source.problems) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

/** A combined file holds several documents, parted by `---`. */
function splitDocuments(text: string): { line: number; content: string }[] {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, index) => (/^---(\s|$)/.test(line) ? [index] : []));
  if (starts.length <= 1) return [{ line: 0, content: text }];
  return [0, ...starts.filter((start) => start > 0)]
    .map((start, index, all) => ({ line: start, content: lines.slice(start, all[index + 1]).join('\n') }))
    .filter(({ content }) => content.replace(/^(---.*|\s*#.*|\s*)$/gm, '') !== '');
}

/** Counts the keys that are not known, so that each is told once. */
export interface KeyTally {
  readonly see: (map: SourceMap, known: ReadonlySet<string>, place: () => string) => void;
  readonly tell: (notes: ImportNotes, text: (key: string, count: number) => Message) => void;
}

export function createTally(): KeyTally {
  const seen = new Map<string, { count: number; place: string }>();
  return {
    see: (map, known, place) => {
      for (const [key, value] of Object.entries(map)) {
        if (known.has(key) || value === null || value === undefined || value === '') continue;
        const earlier = seen.get(key);
        seen.set(key, { count: (earlier?.count ?? 0) + 1, place: earlier?.place ?? place() });
      }
    },
    tell: (notes, text) => {
      for (const [key, { count, place }] of seen) notes.dropped.push({ place, text: text(key, count) });
    },
  };
}

/** The usual words for keys that our criteria have no place for. */
export function keyDropped(key: string, count: number): Message {
  return message('imports.keyDropped', { key: [...key].slice(0, 60).join(''), count });
}
