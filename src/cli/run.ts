import { Command, CommanderError, Option } from 'commander';
import { languages } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { type ExitCode, exitCodes, languageOf, type Output } from './output.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Runs one command line (without the program's name). Never throws: everything ends in an exit code and lines of output. */
export async function run(args: readonly string[], environment: Environment, output: Output): Promise<number> {
  const asked = args.findIndex((arg) => arg === '--language');
  const t = translator(languageOf(args[asked + 1], environment));
  let code: ExitCode = exitCodes.fine;
  const program = new Command('assay').description(t('cli.about')).exitOverride();
  const language = () => new Option('--language <language>', t('cli.languageOption')).choices([...languages]);

  const criteria = program.command('criteria').description(t('cli.criteria'));
  criteria
    .command('check')
    .description(t('cli.criteriaCheck'))
    .argument('<file...>')
    .addOption(language())
    .action(async (files: string[], options: { language?: string }) => {
      const { checkCriteriaFiles } = await import('./criteria-check.ts');
      code = await checkCriteriaFiles(files, languageOf(options.language, environment), output);
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    throw error;
  }
}
