import { chooseLanguage, type Language, languages } from '../i18n/language.ts';

/** Where a command writes; lines without their end. */
export interface Output {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
}

export const exitCodes = { fine: 0, problems: 1, usage: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The language asked for, else that of the environment (`LC_ALL`, then `LANG`), else Chinese. */
export function languageOf(chosen: string | undefined, environment: Readonly<Record<string, string | undefined>>): Language {
  const system = environment['LC_ALL'] || environment['LANG'] || '';
  const tag = system.split('.')[0]?.replace('_', '-');
  return chooseLanguage(chosen, tag === 'C' || tag === 'POSIX' ? languages[0] : tag);
}
