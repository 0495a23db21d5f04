const chinese = '一二三四五六七八九十百零〇';

/** A number as displayed: without the dot or comma at its end, with plain digits. */
export function cleanNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[、.,:：]+$/, '')
    .replace(/。/g, '.');
}

/** Under which numbers a clause may stand, the nearest first: `5.1.2` under `5.1`, else under `5`. */
export function numbersAbove(number: string): string[] {
  const above: string[] = [];
  for (let rest = number; ; ) {
    const at = Math.max(rest.lastIndexOf('.'), rest.lastIndexOf('-'));
    if (at <= 0) return above;
    rest = rest.slice(0, at);
    above.push(rest);
  }
}

/** The level of Chinese outlines: 一、 is 1, （一） is 2; null for other numbers. */
export function outlineLevel(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  if (new RegExp(`^(第?[${chinese}]+[、章.]?)$`).test(plain)) return 1;
  return new RegExp(`^\\([${chinese}]+\\)$`).test(plain) ? 2 : null;
}
