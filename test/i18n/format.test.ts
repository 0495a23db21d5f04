import { expect, test } from 'vitest';
import { dayOf, formatters } from '../../src/i18n/format.ts';

const english = formatters('en', 'Asia/Shanghai');
const chinese = formatters('zh-CN', 'Asia/Shanghai');

test('dates and times read as in the deployment’s zone', () => {
  expect(english.date('2026-01-05')).toBe('2026-01-05');
  expect(english.date(null)).toBe('');
  expect(chinese.longDate('2026-01-05')).toBe('2026年1月5日');
  expect(english.longDate('2026-01-05')).toBe('5 January 2026');
  expect(english.dateTime('2026-01-05T20:30:00Z')).toBe('2026-01-06 04:30');
  expect(chinese.time('2026-01-05T06:02:00Z')).toBe('14:02');
});

test('a day begins at midnight of the zone', () => {
  const moment = new Date('2026-01-05T16:00:00Z');
  expect([dayOf(moment, 'Asia/Shanghai'), dayOf(moment, 'UTC')]).toEqual(['2026-01-06', '2026-01-05']);
});

test('numbers, rates and sizes', () => {
  expect(english.count(1234567)).toBe('1,234,567');
  expect(english.percent('0.925')).toBe('92.5 %');
  expect(english.percent('1')).toBe('100.0 %');
  expect(english.percent(null)).toBe('–');
  expect([0, 1023, 1024, 1536, 5 * 1024 * 1024, 3 * 1024 ** 4].map(english.size)).toEqual([
    '0 B',
    '1023 B',
    '1.0 KB',
    '1.5 KB',
    '5.0 MB',
    '3,072.0 GB',
  ]);
});

test('JSON inside a page cannot end its script and reads back the same', () => {
  const value = { text: '</script><!-- \u2028 \u2029', list: [1, null] };
  const written = english.json(value);
  expect(written).not.toMatch(/<|\u2028|\u2029/);
  expect(JSON.parse(written)).toEqual(value);
});
