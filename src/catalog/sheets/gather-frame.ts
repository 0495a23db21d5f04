import { type Message, message } from '../../i18n/translate.ts';
import { suggest } from '../source/nearest.ts';
import { PlainNumber } from '../source/plain-number.ts';
import type { Field, TableRow } from './read-table.ts';
import type { SheetFindings } from './sheet-findings.ts';
import { items, type SheetKey } from './sheet-layout.ts';
import type { SheetPlaces } from './sheet-places.ts';
import { isTranslatedItem, itemSpellings, plainName } from './sheet-words.ts';

/** A map of the form in the making. */
export type Mapping = Record<string, unknown>;

/** What the parts of a form are gathered from. */
export interface Gathering {
  readonly tables: Readonly<Record<SheetKey, readonly TableRow[]>>;
  readonly findings: SheetFindings;
  readonly places: SheetPlaces;
  /** The criteria's own language. */
  readonly own: string;
}

/** Puts the fields of a line under the keys of a map: `title@zh-CN` under `title`. Fields that are empty stay away. */
export function take({ places }: Gathering, target: Mapping, row: TableRow, fields: Readonly<Record<string, string>>): Mapping {
  for (const [field, key] of Object.entries(fields)) {
    const found = row.fields.get(field);
    if (found) places.put(target, key, found.value, found.place);
  }
  return target;
}

/** Adds an entry to the list under the key, which begins where its first entry stands. */
export function push({ places }: Gathering, target: Mapping, key: string, entry: unknown, row: TableRow): void {
  const known: unknown = target[key];
  const list: unknown[] = Array.isArray(known) ? known : [];
  if (list !== known) places.put(target, key, list, row.place);
  places.markEntry(list, list.push(entry) - 1, row.place);
  if (typeof entry === 'object' && entry !== null) places.mark(entry, row.place);
}

/** The map under the key, made when it is not there yet. */
export function within({ places }: Gathering, target: Mapping, key: string, row: TableRow): Mapping {
  const found = Object.getOwnPropertyDescriptor(target, key)?.value;
  if (isMapping(found)) return found;
  const made: Mapping = {};
  places.put(target, key, made, row.place);
  places.mark(made, row.place);
  return made;
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof PlainNumber);
}

/** The text of a field that names something; empty when there is none. */
export function nameIn(row: TableRow, field: string): string {
  const value = row.fields.get(field)?.value;
  return value instanceof PlainNumber ? value.source : typeof value === 'string' ? value : '';
}

export interface ItemLine {
  readonly item: string;
  readonly row: TableRow;
}

/** The lines of a sheet of settings. Reports settings that we do not know and those that stand there twice. */
export function readItems(
  sheet: 'criteria' | 'certification',
  { tables, findings }: Pick<Gathering, 'tables' | 'findings'>,
): ItemLine[] {
  const known: readonly (typeof items)[typeof sheet][number][] = items[sheet];
  const seen = new Set<string>();
  return tables[sheet].flatMap((row) => {
    const field = row.fields.get('item');
    const name = nameIn(row, 'item');
    const item = known.find((candidate) => itemSpellings(candidate).some((spelling) => plainName(spelling) === plainName(name)));
    const place = field?.place ?? row.place;
    if (item && (item === 'basis' || !seen.has(item))) {
      seen.add(item);
      return [{ item, row }];
    }
    const allowed = known.map((candidate) => itemSpellings(candidate)[0]);
    if (item) findings.refuse(place, message('sheets.itemDoubled', { name }));
    else findings.refuse(place, message('sheets.itemUnknown', { name, allowed: allowed.join(', ') }), suggest(name, allowed));
    return [];
  });
}

/** What a setting says: in its language where it is translated, else whatever was filled in. */
export function valueOfItem({ item, row }: ItemLine, language: string): Field | undefined {
  const inLanguage = row.fields.get(`value@${language}`);
  if (inLanguage || isTranslatedItem(item)) return inLanguage;
  return row.fields.get('value@zh-CN') ?? row.fields.get('value@en');
}

/** A suggestion looks at every name: beyond so many problems the time is better saved. */
const mostSuggestions = 200;

/** The map that a line names by id (or, of a clause, by number); null, with a problem at the cell, when there is none. */
export function named(
  row: TableRow,
  field: string,
  known: ReadonlyMap<string, Mapping>,
  unknown: (name: string) => Message,
  findings: SheetFindings,
): Mapping | null {
  const name = nameIn(row, field);
  const found = known.get(name);
  if (found) return found;
  const cell = row.fields.get(field);
  if (cell?.value === null) return null;
  if (!cell) findings.refuse(row.place, message('sheets.cellEmpty', { column: field }));
  else
    findings.refuse(cell.place, unknown(name), findings.problems.length < mostSuggestions ? suggest(name, known.keys()) : null);
  return null;
}
