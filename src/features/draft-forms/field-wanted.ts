import type { Wanted, WantedMap } from '../../catalog/edit/write-node.ts';
import { PlainNumber } from '../../catalog/source/plain-number.ts';
import {
  type Column,
  type Field,
  type FieldGroup,
  type InputField,
  otherPrefix,
  type RowsField,
  type Values,
} from './field-spec.ts';
import { at } from './field-values.ts';

/** What the fields ask for, of the part itself and of its texts in the other language. */
export interface WantedPart {
  readonly own: WantedMap;
  readonly other: WantedMap;
  /** Name of a list → which of its typed rows became its entries. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
}

type Building = Record<string, Wanted | undefined>;

/** Fields that were not sent leave their values alone; empty ones take them out. `before`: the overlay's part as it stands. */
export function wantedOf(groups: readonly FieldGroup[], values: Values, before: unknown): WantedPart {
  const building = { own: {} as Building, other: {} as Building, rows: new Map<string, readonly number[]>() };
  for (const field of groups.flatMap(({ fields }) => fields)) {
    if (field.kind === 'rows') addRows(field, values, before, building);
    else addField(field, values, building);
  }
  return building;
}

function addField(field: Exclude<Field, RowsField>, values: Values, { own, other }: { own: Building; other: Building }): void {
  const typed = values[field.name];
  if (typed !== undefined) put(own, field.name.split('.'), wantedValue(field, typed, values));
  const translated = values[otherPrefix + field.name];
  if ('other' in field && field.other && translated !== undefined) put(other, field.other, clean(translated) || undefined);
}

function wantedValue(field: Exclude<Field, RowsField>, typed: string, values: Values): Wanted | undefined {
  if (field.kind === 'lines') return clean(typed).split('\n').map(clean).filter(Boolean);
  if (field.kind === 'flags') {
    return Object.keys(values).flatMap((name) =>
      name.startsWith(`${field.name}.`) && values[name] ? [name.slice(field.name.length + 1)] : [],
    );
  }
  return wantedInput(field, typed);
}

function wantedInput(field: InputField | Column, typed: string): Wanted | undefined {
  const text = clean(typed);
  if (field.kind === 'flag') return text === '' ? undefined : (field.tick ?? true);
  if (text === '') return field.stays ? '' : undefined;
  return field.kind === 'number' && /^(0|[1-9]\d*)(\.\d+)?$/.test(text) ? new PlainNumber(text) : text;
}

function addRows(
  field: RowsField,
  values: Values,
  before: unknown,
  { own, other, rows }: { own: Building; other: Building; rows: Map<string, readonly number[]> },
): void {
  const indexes = rowIndexes(field.name, values);
  if (indexes.length === 0) return;
  const typed = indexes.filter((index) => field.columns.some((column) => isTyped(field, index, column, values)));
  rows.set(field.name, typed);
  const entries = typed.map((index) =>
    Object.fromEntries(
      field.columns.map((column) => [column.name, wantedInput(column, values[`${field.name}.${index}.${column.name}`] ?? '')]),
    ),
  );
  put(own, field.name.split('.'), entries);
  if (field.otherRows) put(other, field.otherRows.path, otherRows(field, typed, values, before));
}

/** A kind or a tick alone makes no row. */
function isTyped({ name, columns }: RowsField, index: number, column: Column, values: Values): boolean {
  if (column.kind === 'flag' || (column.kind === 'choice' && columns.some(({ kind }) => kind === 'line'))) return false;
  const place = `${name}.${index}.${column.name}`;
  return clean(values[place] ?? '') !== '' || clean(values[otherPrefix + place] ?? '') !== '';
}

function rowIndexes(name: string, values: Values): number[] {
  const found = Object.keys(values).flatMap((key) => {
    const [, index] = key.startsWith(`${name}.`) ? (/^(\d{1,4})\./.exec(key.slice(name.length + 1)) ?? []) : [];
    return index === undefined ? [] : [Number(index)];
  });
  return [...new Set(found)].sort((a, b) => a - b);
}

/** By key, those that are gone taken out; or in order, where a text that is missing is stood in for by the own one. */
function otherRows(
  { name, columns, otherRows }: RowsField,
  typed: readonly number[],
  values: Values,
  before: unknown,
): Wanted | undefined {
  const translated = columns.filter((column) => column.other !== undefined);
  const textAt = (index: number, column: Column) => clean(values[`${otherPrefix}${name}.${index}.${column.name}`] ?? '');
  if (!otherRows?.by) {
    const [column] = translated;
    if (!column) return undefined;
    const texts = typed.map((index) => textAt(index, column));
    const last = texts.findLastIndex((text) => text !== '');
    return texts.slice(0, last + 1).map((text, index) => text || clean(values[`${name}.${typed[index]}.${column.name}`] ?? ''));
  }
  const { by, path } = otherRows;
  const old = at(before, path);
  const wanted: Building = Object.fromEntries(
    Object.keys(typeof old === 'object' && old !== null ? old : {}).map((key) => [key, undefined]),
  );
  for (const index of typed) {
    const key = clean(values[`${name}.${index}.${by}`] ?? '');
    if (key === '') continue;
    const texts = translated.map((column) => [column.other ?? '', textAt(index, column) || undefined] as const);
    wanted[key] = texts.length === 1 && texts[0]?.[0] === '' ? texts[0][1] : Object.fromEntries(texts);
  }
  return wanted;
}

function put(into: Building, path: readonly string[], value: Wanted | undefined): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const inner: Building = { ...(isBuilding(into[key]) ? into[key] : {}) };
  put(inner, rest, value);
  into[key] = inner;
}

function isBuilding(value: unknown): value is Building {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof PlainNumber);
}

/** Line ends as files have them, without space at the ends. */
function clean(typed: string): string {
  return typed.replace(/\r\n?/g, '\n').trim();
}
