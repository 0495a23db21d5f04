/** In which series a number is counted: each pattern has its own, and a new one each year where it names the year. */
export function seriesOf(pattern: string, year: string): string {
  return pattern.replaceAll('{year}', year).replace(/\{serial(:\d+)?\}/, '#');
}

/** The number by the criteria's pattern, `ASM-{year}-{serial:5}` → `ASM-2026-00042`. A serial with more digits keeps them all. */
export function certificateNumber(pattern: string, year: string, serial: number): string {
  return pattern
    .replaceAll('{year}', year)
    .replace(/\{serial(?::(\d+))?\}/, (_, digits?: string) => String(serial).padStart(Number(digits ?? 1), '0'));
}

/** Numbers are looked up without regard to case, width of letters, blanks and dashes. */
export function numberKey(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―_]/g, '');
}
