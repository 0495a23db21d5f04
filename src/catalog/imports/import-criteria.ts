import { type Message, message } from '../../i18n/translate.ts';
import { type CriteriaReading, parseCriteriaText } from '../criteria/parse-criteria.ts';
import type { CriteriaFileForm, OverlayFileForm } from '../sheets/file-form.ts';
import { writeCriteriaYaml, writeOverlayYaml } from '../sheets/write-criteria-yaml.ts';
import type { Problem } from '../source/problem.ts';
import { buildForms } from './build-forms.ts';
import { readCsv } from './csv-rows.ts';
import { type ForeignSource, openForeign } from './foreign-source.ts';
import { createNotes, type ImportKind, type ImportNotes, type ImportReport } from './import-report.ts';
import { isCiso, readCiso } from './read-ciso.ts';
import { readList } from './read-list.ts';
import { isOscal, readOscal } from './read-oscal.ts';
import { isSamm, readSamm } from './read-samm.ts';
import type { SourceCriteria } from './source-tree.ts';
import { decodeForeign } from './text-encoding.ts';
import { readXlsxRows } from './xlsx-rows.ts';

/** A file to import, or one of several that belong together. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ImportResult =
  | { readonly refused: Message; readonly problems: readonly Problem[] }
  | {
      readonly form: CriteriaFileForm;
      readonly overlays: readonly OverlayFileForm[];
      readonly yaml: string;
      /** In the order of `overlays`. */
      readonly overlayYaml: readonly string[];
      readonly report: ImportReport;
      /** What our own checker says of the result: problems that a person has to mend, with lines of `yaml`. */
      readonly reading: CriteriaReading;
    };

/** Bytes of all files together. */
const mostBytes = 32 * 1024 * 1024;

/** Imports criteria from what other tools have. `kind` is found by the content when it is not given. Never throws on any bytes. */
export function importCriteria(files: readonly ImportFile[], kind: ImportKind | null = null): ImportResult {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > mostBytes) return refuse(message('imports.tooLarge', { most: mostBytes / 1024 / 1024 }));
  const notes = createNotes();
  const opened = openFiles(files, kind, notes);
  if ('refused' in opened) return opened;
  const source = opened.read();
  if (!source) return refuse(notes.oddities.at(-1)?.text ?? message('imports.nothingFound'));
  return finish(opened.kind, source, notes);
}

function refuse(refused: Message, problems: readonly Problem[] = []): { refused: Message; problems: readonly Problem[] } {
  return { refused, problems };
}

interface Opened {
  readonly kind: ImportKind;
  readonly read: () => SourceCriteria | null;
}

function openFiles(
  files: readonly ImportFile[],
  kind: ImportKind | null,
  notes: ImportNotes,
): Opened | ReturnType<typeof refuse> {
  const [first] = files;
  if (!first) return refuse(message('imports.nothingFound'));
  if (isZip(first.bytes)) {
    if (kind !== null && kind !== 'list') return refuse(message('imports.otherKind', { kind }));
    const rows = readXlsxRows(first.name, first.bytes, notes);
    return 'refused' in rows ? refuse(rows.refused) : { kind: 'list', read: () => readList(first.name, rows.rows, notes) };
  }
  const texts: { name: string; text: string }[] = [];
  for (const { name, bytes } of files) {
    const decoded = decodeForeign(bytes);
    if ('refused' in decoded) return refuse(decoded.refused);
    if (decoded.encoding) notes.mapped.push({ place: name, text: message('imports.encoding', { encoding: decoded.encoding }) });
    texts.push({ name, text: decoded.text });
  }
  return openTexts(texts, kind, notes);
}

function openTexts(
  texts: readonly { name: string; text: string }[],
  kind: ImportKind | null,
  notes: ImportNotes,
): Opened | ReturnType<typeof refuse> {
  const [first] = texts;
  const asList: Opened = {
    kind: 'list',
    read: () => readList(first?.name ?? '', readCsv(first?.name ?? '', first?.text ?? ''), notes),
  };
  const isNamedList = kind === null && texts.length === 1 && /\.(csv|tsv|txt)$/i.test(first?.name ?? '');
  if (kind === 'list' || isNamedList) return asList;

  const opened = texts.map(({ name, text }) => openForeign(name, text));
  const sources = opened.flatMap((file) => file.sources);
  const found = kind ?? kindOf(sources);
  if (found === null) {
    const problems = opened.flatMap((file) => file.problems);
    return sources.length === 0 && problems.length === 0 ? asList : refuse(message('imports.unknownKind'), problems.slice(0, 20));
  }
  tellFaults(sources, notes);
  return readerOf(found, sources, notes) ?? refuse(message('imports.otherKind', { kind: found }));
}

function readerOf(kind: ImportKind, sources: readonly ForeignSource[], notes: ImportNotes): Opened | null {
  if (kind === 'samm') return { kind, read: () => readSamm(sources, notes) };
  const fitting = sources.filter(({ value }) => (kind === 'ciso' ? isCiso(value) : isOscal(value)));
  const [first] = fitting;
  if (!first) return null;
  return { kind, read: () => (kind === 'ciso' ? readCiso(first, notes) : readOscal(fitting, notes)) };
}

function kindOf(sources: readonly ForeignSource[]): ImportKind | null {
  if (sources.some(({ value }) => isCiso(value))) return 'ciso';
  if (sources.some(({ value }) => isOscal(value))) return 'oscal';
  return sources.some(({ value }) => isSamm(value)) ? 'samm' : null;
}

/** Faults of YAML that left something out. */
function tellFaults(sources: readonly ForeignSource[], notes: ImportNotes): void {
  for (const { problems } of sources) {
    for (const problem of problems) {
      const place = `${problem.file}:${problem.line}:${problem.column}`;
      notes.oddities.push({ place, text: problem.message });
    }
  }
}

function finish(kind: ImportKind, source: SourceCriteria, notes: ImportNotes): ImportResult {
  const { form, overlays, kept } = buildForms(source, notes);
  const yaml = writeCriteriaYaml(form);
  const overlayYaml = overlays.map(writeOverlayYaml);
  const reading = parseCriteriaText(
    `${form.id}.yaml`,
    yaml,
    overlays.map(({ language }, index) => ({ name: `${form.id}.${language}.yaml`, text: overlayYaml[index] ?? '', language })),
  );
  return { form, overlays, yaml, overlayYaml, reading, report: { kind, kept, ...notes } };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}
