import { expect, test } from 'vitest';
import { message, translateMessage, translator } from '../../src/i18n/translate.ts';

test('writes a text in the language asked for', () => {
  expect(translator('zh-CN')('frame.nextPage')).toBe('下一页');
  expect(translator('en')('frame.nextPage')).toBe('Next');
});

test('puts every value in its place', () => {
  expect(translator('zh-CN')('frame.pageOf', { page: 2, pages: 5 })).toBe('第 2 / 5 页');
  expect(translator('en')('frame.pageOf', { page: 2, pages: 5 })).toBe('Page 2 of 5');
});

test.each([
  [1, 'Too many attempts. Wait 1 minute and try again.'],
  [2, 'Too many attempts. Wait 2 minutes and try again.'],
  [0, 'Too many attempts. Wait 0 minutes and try again.'],
])('words that follow a number agree with %i', (minutes, expected) => {
  expect(translator('en')('error.tooMany', { minutes })).toBe(expected);
  expect(translator('zh-CN')('error.tooMany', { minutes })).toContain(`${minutes} 分钟`);
});

test('a value that looks like a placeholder or a pattern is shown as it is', () => {
  const reference = '{count} $& $1';
  expect(translator('en')('error.reference', { reference })).toBe(`Reference: ${reference}`);
});

test('a message is kept without language and written later in either', () => {
  const later = message('error.reference', { reference: 'a1' });
  expect([translateMessage(later, 'zh-CN'), translateMessage(later, 'en')]).toEqual(['编号：a1', 'Reference: a1']);
});

test('a missing value is our mistake and never printed', () => {
  expect(() => translateMessage({ key: 'error.reference', parameters: {} }, 'en')).toThrow('error.reference');
});
