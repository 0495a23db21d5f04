import type { ColumnChoice, Misfit } from '../../model/survey.ts';

export type ReadValue = { readonly value: number } | { readonly why: Misfit };

const words = new Map<string, number>(
  (
    [
      [5, ['非常满意', '很满意', '十分满意', 'very satisfied', 'excellent', 'strongly agree', '非常同意', '优秀']],
      [4, ['满意', '比较满意', '较满意', 'satisfied', 'good', 'agree', '同意', '良好', '好']],
      [3, ['一般', '基本满意', '说不清', 'neutral', 'fair', 'neither', '中立', '及格']],
      [2, ['不满意', '较不满意', '不太满意', 'dissatisfied', 'poor', 'disagree', '不同意', '差', '较差']],
      [1, ['非常不满意', '很不满意', '十分不满意', 'very dissatisfied', 'very poor', 'strongly disagree', '非常不同意', '很差']],
    ] as const
  ).flatMap(([value, texts]) => texts.map((text) => [text, value] as const)),
);

const yesNo = new Map<string, number>([
  ...['是', '有', '对', '合格', '达标', '符合', '通过', 'yes', 'y', 'true', '1', 'pass', 'passed', '√', '✓'].map(
    (text) => [text, 1] as const,
  ),
  ...[
    '否',
    '无',
    '没有',
    '不',
    '不合格',
    '未达标',
    '不符合',
    '未通过',
    'no',
    'n',
    'false',
    '0',
    'fail',
    'failed',
    '×',
    '✗',
    'x',
  ].map((text) => [text, 0] as const),
]);

/** Reads one answer; full-width digits and signs as they were meant, a percent sign or 分 after a number is passed over. */
export function readAnswer(text: string, { scale, from, to }: Pick<ColumnChoice, 'scale' | 'from' | 'to'>): ReadValue {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (scale === 'yes-no') return known(yesNo.get(plain));
  const number = numberIn(plain);
  if (scale === 'words')
    return known(words.get(plain) ?? (number !== null && [1, 2, 3, 4, 5].includes(number) ? number : undefined));
  if (number === null) return { why: 'not-a-number' };
  if (from !== null && number < from) return { why: 'below' };
  if (to !== null && number > to) return { why: 'above' };
  return { value: number };
}

function known(value: number | undefined): ReadValue {
  return value === undefined ? { why: 'unknown-word' } : { value };
}

function numberIn(text: string): number | null {
  const digits = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(?:%|分|分钟|小时|天|次)?$/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits.replaceAll(',', ''));
}

/** A day as sheets write it, `2026-01-05`, `2026/1/5`, `2026.1.5`, `2026年1月5日`, with or without a time; null: none. */
export function readDay(text: string): string | null {
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/.exec(text.normalize('NFKC').trim());
  if (!parts) return null;
  const [, year = '', month = '', date = ''] = parts;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : null;
}
