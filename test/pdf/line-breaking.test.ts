import { describe, expect, test } from 'vitest';
import { breakLines } from '../../src/pdf/line-breaking.ts';

/** Han and full-width marks are two wide, all else one. */
function measure(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) >= 0x2000 ? 2 : 1), 0);
}

describe('Chinese text', () => {
  test('breaks between characters when the line is full', () => {
    expect(breakLines('售后服务部门', 8, measure)).toEqual(['售后服务', '部门']);
  });

  test('never starts a line with closing punctuation', () => {
    expect(breakLines('售后服务，部门', 8, measure)).toEqual(['售后服', '务，部门']);
    expect(breakLines('（一）售后', 7, measure)).toEqual(['（一）', '售后']);
  });

  test('never ends a line with opening punctuation', () => {
    expect(breakLines('依据标准（以下', 10, measure)).toEqual(['依据标准', '（以下']);
    expect(breakLines('称为“准则”者', 6, measure)).toEqual(['称为', '“准', '则”者']);
  });

  test('keeps Latin words, numbers and dates whole among Han', () => {
    expect(breakLines('自2026-01-05起施行', 12, measure)).toEqual(['自2026-01-05', '起施行']);
    expect(breakLines('得分92.75分', 8, measure)).toEqual(['得分', '92.75分']);
  });
});

describe('Latin text', () => {
  test('breaks at blanks, which vanish at the end of a line', () => {
    expect(breakLines('the quick brown fox', 10, measure)).toEqual(['the quick', 'brown fox']);
  });

  test('breaks after a hyphen between letters but not in a number', () => {
    expect(breakLines('an on-site visit', 6, measure)).toEqual(['an on-', 'site', 'visit']);
    expect(breakLines('x 2026-01-05', 7, measure)).toEqual(['x', '2026-01', '-05']);
  });

  test('tears a word only when it is wider than a line', () => {
    expect(breakLines('ab 9f86d081884c', 6, measure)).toEqual(['ab', '9f86d0', '81884c']);
  });
});

test('keeps line feeds and gives one line for an empty text', () => {
  expect(breakLines('一\n\n二', 10, measure)).toEqual(['一', '', '二']);
  expect(breakLines('', 10, measure)).toEqual(['']);
});

test('loses no character and overfills no line of a long mixed text', () => {
  const text = '依据 GB/T 27922-2011（以下简称“标准”），评价“售后服务”、on-site visits 与 98.6% 的及时率；'.repeat(40);
  const lines = breakLines(text, 37, measure);
  expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
  expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(37);
});
