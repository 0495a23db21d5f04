import { chooseLanguage, type Language } from '../i18n/language.ts';

/** Where a command writes; lines without their end. */
export interface Output {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a command works with besides its arguments. */
export interface Session {
  readonly language: Language;
  readonly environment: Environment;
  readonly output: Output;
}

export const exitCodes = { fine: 0, problems: 1, usage: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The language asked for, else that of the environment (`LC_ALL`, then `LANG`), else Chinese. */
export function languageOf(chosen: string | undefined, environment: Environment): Language {
  const system = environment.LC_ALL || environment.LANG || '';
  return chooseLanguage(chosen, system.split('.')[0]?.replace('_', '-'));
}
