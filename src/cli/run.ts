import { type Command, CommanderError } from 'commander';
import type { Language } from '../i18n/language.ts';
import { type Translate, translateMessage, translator } from '../i18n/translate.ts';
import { AppError } from '../model/errors.ts';
import { type Environment, type ExitCode, exitCodes, languageOf, type Output, type Session } from './output.ts';
import { createProgram } from './program.ts';
import { usageText } from './usage-text.ts';

/** Runs one command line (without the program's name). Never throws: everything ends in an exit code and lines of output. */
export async function run(args: readonly string[], environment: Environment, output: Output): Promise<ExitCode> {
  const session: Session = { language: languageOf(languageIn(args), environment), environment, output };
  const t = translator(session.language);
  const deeds: (() => Promise<ExitCode>)[] = [];
  const program = createProgram(session, (of, wanted) => deeds.push(() => wanted(of)));
  for (const command of allOf(program)) prepare(command, t, output);
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    return endOfParsing(error, session);
  }
  const [deed] = deeds;
  return deed ? carryOut(deed, session) : exitCodes.usage;
}

/** The language asked for, read ahead so that help and usage errors are in it too. */
function languageIn(args: readonly string[]): string | undefined {
  const at = args.indexOf('--language');
  return at < 0 ? args.find((arg) => arg.startsWith('--language='))?.slice('--language='.length) : args[at + 1];
}

function allOf(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allOf)];
}

function prepare(command: Command, t: Translate, output: Output): void {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': t('cli.usageTitle'),
    'Options:': t('cli.optionsTitle'),
    'Commands:': t('cli.commandsTitle'),
    'Arguments:': t('cli.argumentsTitle'),
  };
  command
    .exitOverride()
    .helpCommand(false)
    .helpOption('-h, --help', t('cli.help'))
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      optionDescription: ({ description, argChoices }) =>
        argChoices ? `${description} (${argChoices.join(', ')})` : description,
    })
    .configureOutput({
      writeOut: (text) => output.out(text.trimEnd()),
      writeErr: (text) => output.error(text.trimEnd()),
      outputError: () => undefined,
    });
}

function endOfParsing(error: unknown, { language, output }: Session): ExitCode {
  if (!(error instanceof CommanderError)) throw error;
  if (error.exitCode === 0) return exitCodes.fine;
  if (error.code !== 'commander.help') output.error(usageText(error, language));
  return exitCodes.usage;
}

async function carryOut(deed: () => Promise<ExitCode>, { language, environment, output }: Session): Promise<ExitCode> {
  try {
    return await deed();
  } catch (error) {
    for (const line of faultLines(error, language)) output.error(line);
    if (environment.ASSAY_DEBUG === '1' && error instanceof Error) output.error(error.stack ?? '');
    return exitCodes.problems;
  }
}

/** A refusal in its own words; of anything else one line and what to do. */
function faultLines(error: unknown, language: Language): string[] {
  if (error instanceof AppError) {
    const fields = Object.entries(error.fields).map(([field, text]) => `  ${field}: ${translateMessage(text, language)}`);
    return [translateMessage(error.text, language), ...fields];
  }
  const detail = error instanceof Error ? error.message : String(error);
  return [translator(language)('cli.fault', { detail })];
}
