import { expect, test } from 'vitest';
import { languages } from '../../src/i18n/language.ts';
import { texts } from '../../src/i18n/texts.ts';
import { readSources } from '../support/source-files.ts';
import { keyUsesIn } from '../support/text-keys.ts';

const entries: [key: string, text: Readonly<Record<string, string>>][] = Object.entries(texts);
const chinese = entries.map(([key, text]) => ({ key, text: text['zh-CN'] ?? '' }));
const english = entries.map(([key, text]) => ({ key, text: text.en ?? '' }));

test('there are many texts, and no key is defined twice', () => {
  const files = readSources('src/i18n/texts', '.ts');
  const defined = files.flatMap(({ text }) => [...text.matchAll(/^ {2}'([\w.-]+)':/gm)].map(([, key]) => key));
  expect(entries.length).toBeGreaterThan(300);
  expect(defined.filter((key, index) => defined.indexOf(key) !== index)).toEqual([]);
  expect(new Set(defined)).toEqual(new Set(entries.map(([key]) => key)));
});

test('every text exists in every language and is not empty', () => {
  const incomplete = entries.filter(
    ([key, text]) => !isJoint(key) && languages.some((language) => (text[language] ?? '').trim() === ''),
  );
  expect(incomplete).toEqual([]);
});

test('both languages show the same values', () => {
  const different = entries.filter(([, text]) => placeholdersOf(text['zh-CN']) !== placeholdersOf(text.en));
  expect(different).toEqual([]);
});

test('a placeholder is spelt so that it is filled', () => {
  const filled = /\{\w+(?::[^}|]*\|[^}]*)?\}/g;
  const broken = [...chinese, ...english].filter(({ text }) => /[{}]/.test(text.replace(filled, '')));
  expect(broken).toEqual([]);
});

test('nothing is left to be written', () => {
  expect([...chinese, ...english].filter(({ text }) => /\b(TODO|FIXME|XXX|TBD)\b|待翻译|待补/.test(text))).toEqual([]);
});

test('no text shouts', () => {
  // The sign that begins a type tag in YAML has to be shown.
  expect([...chinese, ...english].filter(({ text }) => /[!！]/.test(text.replace('!…', '')))).toEqual([]);
});

test('Chinese texts have Chinese punctuation', () => {
  const beside = /\p{Script=Han}[,;:?()]|[,;:?()]\p{Script=Han}/u;
  // What is quoted is shown as it must be typed into a file.
  const quoted = /“[^”]*”/g;
  expect(chinese.filter(({ text }) => beside.test(withoutPlaceholders(text).replace(quoted, '“”')))).toEqual([]);
});

test('English texts have no Chinese in them but names of the language itself', () => {
  const found = english.filter(({ text }) => /[\p{Script=Han}，。；：（）]/u.test(text.replace('简体中文', '')));
  expect(found).toEqual([]);
});

test('Chinese texts are Chinese, but for signs, names and numbers', () => {
  const plain = chinese.filter(({ key, text }) => key !== 'frame.otherLanguage' && /[a-z]{4,}/i.test(withoutPlaceholders(text)));
  const alone = plain.filter(({ text }) => !/\p{Script=Han}/u.test(text));
  expect(alone).toEqual([]);
});

test('no text has space at its ends or twice inside', () => {
  // Lines of a terminal may be set in.
  const inner = ({ key, text }: { key: string; text: string }) => (key.startsWith('cli.') ? text.trimStart() : text);
  const joined = [...chinese, ...english].filter(({ key }) => !isJoint(key));
  expect(joined.filter((entry) => inner(entry) !== inner(entry).trim() || / {2}/.test(inner(entry)))).toEqual([]);
});

test('every text is used', () => {
  const sources = [
    ...readSources('src', '.ts').filter(({ path }) => !path.startsWith('i18n/texts/')),
    ...readSources('views', '.ejs', '.js'),
  ];
  const uses = sources.flatMap(keyUsesIn);
  const unused = entries.map(([key]) => key).filter((key) => !uses.some(({ matches }) => matches(key)));
  expect(unused).toEqual([]);
});

/** What stands between the parts of a list or of a paragraph: space at its ends is what it is for. */
function isJoint(key: string): boolean {
  return /(Separator|Gap|\.listed)$/.test(key);
}

/** Names of the values that are printed; a word that only follows a number's plural is no value. */
function placeholdersOf(text: string | undefined): string {
  return [...new Set([...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort().join(' ');
}

function withoutPlaceholders(text: string): string {
  return text.replace(/\{[^}]*\}/g, 'x');
}
