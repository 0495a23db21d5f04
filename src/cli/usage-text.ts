import type { CommanderError } from 'commander';
import type { Language } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';

const keys = {
  'commander.missingArgument': 'cli.missingArgument',
  'commander.excessArguments': 'cli.excessArguments',
  'commander.unknownOption': 'cli.unknownOption',
  'commander.unknownCommand': 'cli.unknownCommand',
  'commander.optionMissingArgument': 'cli.optionWithoutValue',
  'commander.missingMandatoryOptionValue': 'cli.missingOption',
  'commander.invalidArgument': 'cli.invalidValue',
} as const;

/** What is wrong with the command line. The parser words it in English only; what it quotes is kept. */
export function usageText(error: CommanderError, language: Language): string {
  const t = translator(language);
  const detail = error.message.replace(/^error: /, '');
  const quoted = [...detail.matchAll(/'([^']+)'/g)].map(([, found]) => found ?? '');
  const key = isKnown(error.code) ? keys[error.code] : null;
  const text = key === null || quoted.length === 0 ? detail : t(key, { found: quoted.join(' ') });
  return `${text}${language === 'en' ? ' ' : ''}${t('cli.seeHelp')}`;
}

function isKnown(code: string): code is keyof typeof keys {
  return code in keys;
}
