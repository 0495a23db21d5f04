import { expect, test } from 'vitest';
import { openFaces } from '../../src/pdf/face.ts';
import { printable } from '../../src/pdf/printable.ts';

const face = openFaces().regular;

function printed(text: string): { text: string; missing: string[] } {
  const missing = new Set<string>();
  return { text: printable(text, face, missing), missing: [...missing] };
}

test('leaves Chinese, Latin and figures as they are', () => {
  expect(printed('售后服务 After-sales 92.75 ≥ 90')).toEqual({ text: '售后服务 After-sales 92.75 ≥ 90', missing: [] });
});

test('prints a visible sign for what the font lacks and names it', () => {
  expect(printed('好𓀀 ก')).toEqual({ text: '好〓 〓', missing: ['𓀀', 'ก'] });
  expect(printed('𓀀\u0301').missing).toEqual(['𓀀\u0301']);
});

test('leaves to other fonts what the document font lacks, an emoji made of several as one character', () => {
  expect(printed('서비스 žš ї ύ 𠮷 ق ש ☑')).toEqual({ text: '서비스 žš ї ύ 𠮷 ق ש ☑', missing: [] });
  expect(printed('家👨‍👩‍👧🇨🇳👍🏽❤️').text).toBe('家👨‍👩‍👧🇨🇳👍🏽❤');
});

test('what turns the direction of a text unseen is left out', () => {
  expect(printed('abc\u202Efdp.exe\u2066')).toEqual({ text: 'abcfdp.exe', missing: [] });
});

test('drops control and invisible characters, composes accents, keeps line feeds', () => {
  expect(printed('a\u0000\u0007b\u200B\uFEFFc')).toEqual({ text: 'abc', missing: [] });
  expect(printed('cafe\u0301')).toEqual({ text: 'café', missing: [] });
  expect(printed('一\r\n二\t三')).toEqual({ text: '一\n二 三', missing: [] });
});

test('takes time in proportion to the length of the text', () => {
  const text = '备注 note '.repeat(20_000);
  const start = performance.now();
  expect(printed(`${text}𓀀`).text).toBe(`${text}〓`);
  expect(performance.now() - start).toBeLessThan(2000);
});
