import type { Language } from './language.ts';

/** A part of the catalogue: key → the text in every language. Keys are `subject.camelCase`. */
export type Catalogue = Readonly<Record<string, Readonly<Record<Language, string>>>>;
