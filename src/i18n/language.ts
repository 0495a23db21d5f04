/** The languages of the interface and of the documents. The first is the default. */
export const languages = ['zh-CN', 'en'] as const;

export type Language = (typeof languages)[number];

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/**
 * The reader's language: what was chosen if it is one of ours, else the best match of an `Accept-Language` header
 * by primary tag (zh, zh-TW and zh-Hans all read zh-CN), else the default.
 */
export function chooseLanguage(chosen: unknown, acceptLanguage: string | undefined): Language {
  if (isLanguage(chosen)) return chosen;

  for (const tag of preferredTags(acceptLanguage ?? '')) {
    const primary = tag.toLowerCase().split('-')[0];
    const match = languages.find((language) => language.toLowerCase().split('-')[0] === primary);
    if (match) return match;
  }
  return languages[0];
}

/** Tags of the header, most wanted first; equal weights keep their order. */
function preferredTags(header: string): string[] {
  return header
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
