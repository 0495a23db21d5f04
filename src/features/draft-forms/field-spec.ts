/** What is typed of one value. `name` is where it stands in its part of the file, with dots between the keys. */
export interface InputField {
  readonly kind: 'line' | 'long' | 'number' | 'choice' | 'flag';
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly choices?: readonly Choice[];
  /** Where its text in the other language stands in the overlay; absent for what has no language. */
  readonly other?: readonly string[];
  /** An empty one stays in the file, so that the check names it where it is. */
  readonly stays?: boolean;
  /** Radio buttons instead of a list to choose from. */
  readonly open?: boolean;
  /** What a tick stands for in the file; true unless it says otherwise. */
  readonly tick?: boolean;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A list of maps, one row each. */
export interface RowsField {
  readonly kind: 'rows';
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly columns: readonly Column[];
  readonly otherRows?: OtherRows;
}

/** A column's `other` is its key in the overlay's entry; the empty key where the entry is the text itself. */
export type Column = Omit<InputField, 'other' | 'open'> & { readonly other?: string };

/** How an overlay holds the texts of rows: in their order, or by the value of a column. */
export interface OtherRows {
  readonly path: readonly string[];
  readonly by: string | null;
}

/** A list of words to tick. */
export interface FlagsField {
  readonly kind: 'flags';
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly choices: readonly Choice[];
}

/** A list of texts, one a line. */
export interface LinesField {
  readonly kind: 'lines';
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

export type Field = InputField | RowsField | FlagsField | LinesField;

export interface FieldGroup {
  readonly title: string;
  /** It belongs to one way of rating only. */
  readonly only?: string;
  /** Folded while nothing in it is filled in. */
  readonly folded?: boolean;
  readonly fields: readonly Field[];
}

/** What stands in the fields, by name; texts of the other language under `other:` and the name. */
export type Values = Readonly<Record<string, string>>;

export const otherPrefix = 'other:';

export function isInput(field: Field): field is InputField {
  return field.kind !== 'rows' && field.kind !== 'flags' && field.kind !== 'lines';
}
