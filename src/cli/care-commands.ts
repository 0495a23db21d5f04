import type { Command, Option } from 'commander';
import { translator } from '../i18n/translate.ts';
import type { ExitCode, Session } from './output.ts';

type Take = (deed: (session: Session) => Promise<ExitCode>, options: { language?: string }) => void;

/** Commands for whoever looks after a deployment: how files lie on the disk, and whether all is in order. */
export function addCareCommands(
  program: Command,
  session: Session,
  take: Take,
  languageOption: (session: Session) => Option,
): void {
  const t = translator(session.language);
  program
    .command('files')
    .description(t('files.cli'))
    .command('reencrypt')
    .description(t('files.cliReencrypt'))
    .option('--plain', t('files.cliPlain'))
    .addOption(languageOption(session))
    .action((options: { plain?: boolean; language?: string }) =>
      take(async (to) => (await import('./files-reencrypt.ts')).reencryptFiles(options, to), options),
    );
  program
    .command('doctor')
    .description(t('doctor.cli'))
    .option('--json', t('cli.jsonOption'))
    .addOption(languageOption(session))
    .action((options: { json?: boolean; language?: string }) =>
      take(async (to) => (await import('./doctor.ts')).examineDeployment(options, to), options),
    );
}
