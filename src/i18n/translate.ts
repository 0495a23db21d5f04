import type { Language } from './language.ts';
import { type TextKey, type Texts, texts } from './texts.ts';

/** Names of the placeholders in a text: `{name}`, or `{count:clause|clauses}` for a word that follows a number. */
type PlaceholderOf<S extends string> = S extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}:${string}` ? Name : Inside) | PlaceholderOf<Rest>
  : never;

type ParametersOf<Key extends TextKey> = PlaceholderOf<Texts[Key]['en']> | PlaceholderOf<Texts[Key]['zh-CN']>;

/** A text in several languages, of which the reader's is shown; what has none in it, in another. */
export type TextInLanguages = Readonly<Partial<Record<string, string>>>;
export type TextValue = string | number | TextInLanguages;
export type TextParameters = Readonly<Record<string, TextValue>>;

/** The arguments after the key: none where the text has no placeholder, else a value for each. */
type Arguments<Key extends TextKey> = [ParametersOf<Key>] extends [never]
  ? []
  : [parameters: Readonly<Record<ParametersOf<Key>, TextValue>>];

/** A text to be shown later, in a language not yet known: what errors carry. */
export interface Message {
  readonly key: TextKey;
  readonly parameters: TextParameters;
}

/** Writes a text of the catalogue in one language. */
export type Translate = <Key extends TextKey>(key: Key, ...rest: Arguments<Key>) => string;

export function message<Key extends TextKey>(key: Key, ...[parameters]: Arguments<Key>): Message {
  return { key, parameters: parameters ?? {} };
}

export function translator(language: Language): Translate {
  return (key, ...[parameters]) => translateMessage({ key, parameters: parameters ?? {} }, language);
}

export function translateMessage({ key, parameters }: Message, language: Language): string {
  const pattern: string = texts[key][language];
  return pattern.replace(/\{(\w+)(?::([^}|]*)\|([^}]*))?\}/g, (_, name: string, one?: string, other?: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`The text "${key}" needs a value for {${name}}.`);
    if (one === undefined) return typeof value === 'object' ? ownText(value, language) : String(value);
    return (Number(value) === 1 ? one : other) ?? '';
  });
}

function ownText(text: TextInLanguages, language: Language): string {
  return text[language] ?? Object.values(text).find((other) => other !== undefined) ?? '';
}
