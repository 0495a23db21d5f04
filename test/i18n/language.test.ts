import { expect, test } from 'vitest';
import { chooseLanguage, isLanguage } from '../../src/i18n/language.ts';

test.each([
  ['en', 'zh-CN,zh;q=0.9', 'en'],
  ['zh-CN', 'en', 'zh-CN'],
  [undefined, 'en-GB,en;q=0.8', 'en'],
  [undefined, 'zh-TW', 'zh-CN'],
  [undefined, 'zh-Hans-CN', 'zh-CN'],
  [undefined, 'fr,de;q=0.9', 'zh-CN'],
  [undefined, 'fr,en;q=0.4,zh;q=0.6', 'zh-CN'],
  [undefined, 'zh;q=0.4, en;q=0.6', 'en'],
  [undefined, 'en;q=0, zh', 'zh-CN'],
  [undefined, undefined, 'zh-CN'],
  [undefined, '', 'zh-CN'],
  [undefined, '*;q=0.5,;;,q=', 'zh-CN'],
  ['fr', 'en', 'en'],
  [{ language: 'en' }, undefined, 'zh-CN'],
])('chosen %j, header %j: %s', (chosen, header, expected) => {
  expect(chooseLanguage(chosen, header)).toBe(expected);
});

test('a header of any length is answered at once', () => {
  const started = performance.now();
  expect(chooseLanguage(null, 'xx;q=0.1,'.repeat(100_000))).toBe('zh-CN');
  expect(performance.now() - started).toBeLessThan(500);
});

test('only our own languages count', () => {
  expect(['zh-CN', 'en', 'zh', 'EN', '', null].filter(isLanguage)).toEqual(['zh-CN', 'en']);
});
