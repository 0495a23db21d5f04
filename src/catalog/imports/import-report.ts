import type { Message } from '../../i18n/translate.ts';

export const importKinds = ['ciso', 'oscal', 'samm', 'list'] as const;
export type ImportKind = (typeof importKinds)[number];

/** Something that an import did or could not do, at its place in the source. */
export interface ImportNote {
  /** File with line and column, path or cell, as far as the source has them. */
  readonly place: string;
  readonly text: Message;
}

/** What became of a foreign file. Plain JSON. */
export interface ImportReport {
  readonly kind: ImportKind;
  readonly kept: ImportCounts;
  /** What has another form now, with the choice that was made. */
  readonly mapped: readonly ImportNote[];
  /** What our criteria have no place for. */
  readonly dropped: readonly ImportNote[];
  /** What is wrong or strange in the source, with what was done about it. */
  readonly oddities: readonly ImportNote[];
}

export interface ImportCounts {
  readonly clauses: number;
  readonly rated: number;
  readonly texts: number;
  readonly languages: readonly string[];
}

/** Collects what an import has to tell. */
export interface ImportNotes {
  readonly mapped: ImportNote[];
  readonly dropped: ImportNote[];
  readonly oddities: ImportNote[];
}

export function createNotes(): ImportNotes {
  return { mapped: [], dropped: [], oddities: [] };
}
