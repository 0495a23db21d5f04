import { expect, test } from 'vitest';
import { texts } from '../../src/i18n/texts.ts';
import { readSources } from '../support/source-files.ts';
import { translatedIn } from '../support/text-keys.ts';

const keys = Object.keys(texts);
const templates = readSources('views', '.ejs');

test('templates name only texts that exist', () => {
  const uses = templates.flatMap(translatedIn);
  expect(uses.length).toBeGreaterThan(100);

  const unknown = uses.filter(({ matches }) => !keys.some(matches)).map(({ path, written }) => `${path}: ${written}`);
  expect(unknown).toEqual([]);
});

test('templates hand every placeholder of a text its value by name', () => {
  const calls = templates.flatMap(({ path, text }) =>
    [...text.matchAll(/(?<![\w.$])t\(\s*'([\w.-]+)'\s*(,\s*\{([^}]*)\})?\s*\)/g)].map(([, key, , given]) => ({
      path,
      key: key ?? '',
      given: given ?? '',
    })),
  );
  expect(calls.length).toBeGreaterThan(100);

  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = texts;
  const missing = calls.flatMap(({ path, key, given }) => {
    const names = new Set([...(all[key]?.['zh-CN'] ?? '').matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ''));
    return [...names].filter((name) => !new RegExp(`\\b${name}\\b`).test(given)).map((name) => `${path}: ${key} lacks ${name}`);
  });
  expect(missing).toEqual([]);
});

test('templates print raw only what is markup already', () => {
  const raw = templates.flatMap(({ path, text }) =>
    [...text.matchAll(/<%-\s*(.*?)-?%>/gs)].map(([, what]) => ({ path, what: what ?? '' })),
  );
  expect(raw.length).toBeGreaterThan(20);
  const isMarkup = ({ path, what }: { path: string; what: string }) =>
    /^(include\(|(it\.)?h\.json\()/.test(what) || (path.startsWith('layouts/') && what.trim() === 'body');
  expect(raw.filter((printed) => !isMarkup(printed))).toEqual([]);
});

test('templates have no style or script of their own', () => {
  const inline = templates.filter(({ text }) =>
    /\sstyle=|\son[a-z]+=["']|<style|<script(?![^>]*(src=|type="application\/json"))/i.test(text),
  );
  expect(inline.map(({ path }) => path)).toEqual([]);
});

test('templates hold no words of their own', () => {
  const worded = templates.flatMap(({ path, text }) => {
    // The sign of the house and the names of keys read alike in every language.
    const visible = text.replace(/<%[\s\S]*?%>/g, ' ').replace(/<kbd>.*?<\/kbd>|<[^>]*>|衡/g, ' ');
    return [...visible.matchAll(/\p{Script=Han}+|\b[A-Za-z]{3,}\b/gu)].map(([word]) => `${path}: ${word}`);
  });
  expect(worded).toEqual([]);
});
