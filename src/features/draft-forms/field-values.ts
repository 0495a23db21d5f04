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

/**
 * What the fields show of a part of the file. A value that is of another kind than its field (a list where a number belongs)
 * has none: the field is left out and the value stays as it is.
 */
export function valuesOf(groups: readonly FieldGroup[], own: unknown, other: unknown): Values {
  const entries = groups.flatMap(({ fields }) => fields.flatMap((field) => entriesOf(field, own, other)));
  return Object.fromEntries(entries);
}

type Entry = readonly [name: string, value: string];

function entriesOf(field: Field, own: unknown, other: unknown): Entry[] {
  const value = at(own, field.name.split('.'));
  if (field.kind === 'rows') return rowEntries(field, value, other);
  if (field.kind === 'flags') return flagEntries(field.name, value);
  if (field.kind === 'lines') {
    if (value !== undefined && !Array.isArray(value)) return [];
    return [[field.name, (value ?? []).map((one: unknown) => textOf(one) ?? '').join('\n')]];
  }
  const text = shownOf(field, value);
  if (text === null) return [];
  const entries: Entry[] = [[field.name, text]];
  const translated = field.other ? textOf(at(other, field.other)) : null;
  return translated === null ? entries : [...entries, [otherPrefix + field.name, translated]];
}

function flagEntries(name: string, value: unknown): Entry[] {
  if (value !== undefined && !Array.isArray(value)) return [];
  return [[name, ''], ...(value ?? []).map((one: unknown): Entry => [`${name}.${textOf(one) ?? ''}`, 'on'])];
}

function rowEntries({ name, columns, otherRows }: RowsField, value: unknown, other: unknown): Entry[] {
  if (value !== undefined && !Array.isArray(value)) return [];
  const rows: readonly unknown[] = value ?? [];
  const blank = columns.map((column): Entry => [`${name}.${rows.length}.${column.name}`, '']);
  const filled = rows.flatMap((row, index) => {
    const key = otherRows?.by ? (textOf(at(row, [otherRows.by])) ?? '') : String(index);
    const translated = otherRows ? at(other, [...otherRows.path, key]) : undefined;
    return columns.flatMap((column): Entry[] => {
      const place = `${name}.${index}.${column.name}`;
      const text = column.other === undefined ? null : textOf(column.other === '' ? translated : at(translated, [column.other]));
      return [
        [place, shownOf(column, at(row, [column.name])) ?? ''],
        ...(text === null ? [] : [[otherPrefix + place, text] as const]),
      ];
    });
  });
  return [...filled, ...blank];
}

/** A flag is ticked when it says what its tick stands for. */
function shownOf(field: InputField | Column, value: unknown): string | null {
  const text = textOf(value);
  if (field.kind !== 'flag' || text === null) return text;
  return text === String(field.tick ?? true) ? 'on' : '';
}

/** A single value as it is spelt; empty when there is none, null when it is no single value. */
export function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return '';
  if (value instanceof PlainNumber) return value.source;
  return typeof value === 'object' ? null : String(value).trim();
}

/** The value at the path; undefined when there is none. */
export function at(value: unknown, path: readonly (string | number)[]): unknown {
  let found: unknown = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null || found instanceof PlainNumber) return undefined;
    found = Object.getOwnPropertyDescriptor(found, String(step))?.value;
  }
  return found;
}
