import { type Choice, type Column, type Field, type FieldGroup, isInput, otherPrefix, type Values } from './field-spec.ts';

/** What a template shows of a group of fields. */
export interface GroupView {
  readonly title: string;
  readonly only: string | null;
  readonly fields: readonly FieldView[];
}

export type FieldView =
  | ({ readonly kind: 'input' } & InputView)
  | {
      readonly kind: 'flags';
      readonly name: string;
      readonly label: string;
      readonly hint: string | null;
      readonly choices: readonly InputView[];
      readonly errors: readonly string[];
    }
  | {
      readonly kind: 'rows';
      readonly name: string;
      readonly label: string;
      readonly hint: string | null;
      readonly errors: readonly string[];
      readonly rows: readonly RowView[];
    };

export interface RowView {
  readonly index: number;
  readonly isBlank: boolean;
  /** The kind of condition that decides which of its fields count; empty elsewhere. */
  readonly way: string;
  readonly inputs: readonly InputView[];
}

export interface InputView {
  readonly input: 'line' | 'long' | 'number' | 'choice' | 'flag' | 'radio' | 'lines';
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly hint: string | null;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly errors: readonly string[];
  /** What somebody else saved there meanwhile, where that is something else. */
  readonly stands: string | null;
  readonly other: {
    readonly name: string;
    readonly id: string;
    readonly value: string;
    readonly errors: readonly string[];
    readonly stands: string | null;
  } | null;
}

export interface FieldState {
  readonly values: Values;
  readonly errors: ReadonlyMap<string, readonly string[]>;
  /** As it stands, after somebody else has saved. */
  readonly stands: Values | null;
}

export function groupViews(groups: readonly FieldGroup[], state: FieldState): GroupView[] {
  return groups.map(({ title, only, fields }) => ({
    title,
    only: only ?? null,
    fields: fields.flatMap((field) => fieldView(field, state) ?? []),
  }));
}

function fieldView(field: Field, state: FieldState): FieldView | null {
  const errors = state.errors.get(field.name) ?? [];
  const { name, label, hint = null } = field;
  if (field.kind === 'rows') {
    const rows = rowViews(name, field.columns, state);
    return rows.length === 0 ? null : { kind: 'rows', name, label, hint, errors, rows };
  }
  if (!(name in state.values)) return null;
  if (field.kind === 'flags') {
    const choices = field.choices.map((choice) =>
      inputView({ kind: 'flag', label: choice.label }, `${name}.${choice.value}`, state, false),
    );
    return { kind: 'flags', name, label, hint, choices, errors };
  }
  if (!isInput(field)) return { kind: 'input', ...inputView({ ...field, kind: 'long' }, name, state, false), input: 'lines' };
  return {
    kind: 'input',
    ...inputView(field, name, state, field.other !== undefined),
    ...(field.open ? { input: 'radio' } : {}),
  };
}

function rowViews(name: string, columns: readonly Column[], state: FieldState): RowView[] {
  const indexes = Object.keys(state.values).flatMap((key) => {
    const index = key.startsWith(`${name}.`) ? /^(\d+)\./.exec(key.slice(name.length + 1))?.[1] : undefined;
    return index === undefined ? [] : [Number(index)];
  });
  return [...new Set(indexes)]
    .sort((a, b) => a - b)
    .map((index) => {
      const inputs = columns.map((column) =>
        inputView(column, `${name}.${index}.${column.name}`, state, column.other !== undefined),
      );
      const isBlank = inputs.every(({ value, other }) => value === '' && (other?.value ?? '') === '');
      return { index, isBlank, way: state.values[`${name}.${index}.kind`] ?? '', inputs };
    });
}

function inputView(
  field: {
    readonly kind: InputView['input'];
    readonly label: string;
    readonly hint?: string;
    readonly choices?: readonly Choice[];
  },
  name: string,
  state: FieldState,
  isTranslated: boolean,
): InputView {
  const value = state.values[name] ?? '';
  const other = otherPrefix + name;
  const choices = field.choices ?? [];
  return {
    input: field.kind,
    name,
    id: fieldId(name),
    label: field.label,
    hint: field.hint ?? null,
    value,
    // What is not among the choices stays to be seen.
    choices: value === '' || choices.some((choice) => choice.value === value) ? choices : [...choices, { value, label: value }],
    errors: state.errors.get(name) ?? [],
    stands: standing(state, name),
    other: isTranslated
      ? {
          name: other,
          id: fieldId(other),
          value: state.values[other] ?? '',
          errors: state.errors.get(other) ?? [],
          stands: standing(state, other),
        }
      : null,
  };
}

function standing({ values, stands }: FieldState, name: string): string | null {
  if (!stands) return null;
  const [typed, there] = [(values[name] ?? '').replace(/\r\n?/g, '\n').trim(), stands[name] ?? ''];
  return typed === there ? null : there;
}

export function fieldId(name: string): string {
  return `f-${name.replace(/[^\w-]/g, '-')}`;
}
