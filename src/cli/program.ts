import { Command, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { languages } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { bodyRoles } from '../model/actor.ts';
import type { VerifyOptions } from './audit-trail-verify.ts';
import { addCareCommands } from './care-commands.ts';
import type { DiffOptions } from './criteria-diff.ts';
import type { ExportOptions } from './criteria-export.ts';
import type { ImportOptions } from './criteria-import.ts';
import type { VerifyDocumentOptions } from './document-verify.ts';
import { type ExitCode, languageOf, type Session } from './output.ts';
import type { ScoreOptions } from './print-score.ts';
import type { UserOptions } from './user-add.ts';
import type { ReportOptions } from './write-report.ts';

/** What a command does once its arguments are read. */
type Deed = (session: Session) => Promise<ExitCode>;

/** Called by the command that was named, with what it does. */
type Take = (deed: Deed, options: { language?: string }) => void;

/** The commands and their options. What a command needs is loaded when it runs: a check must not wait for the server's modules. */
export function createProgram(session: Session, take: (session: Session, deed: Deed) => void): Command {
  const t = translator(session.language);
  const program = new Command('assay').description(t('cli.about')).version(manifest.version, '--version', t('cli.version'));
  const takeWith: Take = (deed, { language }) => take({ ...session, language: languageOf(language, session.environment) }, deed);
  addCriteriaCommands(program, session, takeWith);
  addAssessmentCommands(program, session, takeWith);
  addServerCommands(program, session, takeWith);
  addEvidenceCommands(program, session, takeWith);
  addCareCommands(program, session, takeWith, languageOption);
  addDocumentCommands(program, session, takeWith);
  return program;
}

function languageOption({ language }: Session): Option {
  return new Option('--language <language>', translator(language)('cli.languageOption')).choices([...languages]);
}

function addCriteriaCommands(program: Command, session: Session, take: Take): void {
  const t = translator(session.language);
  const criteria = program.command('criteria').description(t('cli.criteria'));
  criteria
    .command('check')
    .description(t('cli.criteriaCheck'))
    .argument('<file...>')
    .addOption(languageOption(session))
    .action((files: string[], options: { language?: string }) =>
      take(async (to) => (await import('./criteria-check.ts')).checkCriteriaFiles(files, to), options),
    );
  criteria
    .command('schema')
    .description(t('cli.criteriaSchema'))
    .argument('<folder>')
    .addOption(languageOption(session))
    .action((folder: string, options: { language?: string }) =>
      take(async (to) => (await import('./criteria-schema.ts')).writeSchemas(folder, to), options),
    );
  addExchangeCommands(criteria, session, take);
}

/** What brings criteria from elsewhere, to elsewhere, and from version to version. */
function addExchangeCommands(criteria: Command, session: Session, take: Take): void {
  const t = translator(session.language);
  criteria
    .command('diff')
    .description(t('difference.command'))
    .argument('<old>')
    .argument('<new>')
    .option('--json', t('cli.jsonOption'))
    .addOption(languageOption(session))
    .action((before: string, after: string, options: DiffOptions & { language?: string }) =>
      take(async (to) => (await import('./criteria-diff.ts')).diffCriteriaFiles([before, after], options, to), options),
    );
  criteria
    .command('convert')
    .description(t('sheets.cliConvert'))
    .argument('<in>')
    .argument('<out>')
    .addOption(languageOption(session))
    .action((from: string, to: string, options: { language?: string }) =>
      take(async (at) => (await import('./criteria-convert.ts')).convertCriteria(from, to, at), options),
    );
  criteria
    .command('template')
    .description(t('sheets.cliTemplate'))
    .requiredOption('-o, --output <file>', t('sheets.cliOutput'))
    .addOption(languageOption(session))
    .action((options: { output: string; language?: string }) =>
      take(async (to) => (await import('./criteria-template.ts')).writeTemplate(options.output, to), options),
    );
  criteria
    .command('import')
    .description(t('imports.command'))
    .argument('<file...>')
    .requiredOption('-o, --output <file>', t('imports.outputOption'))
    .addOption(new Option('--from <kind>', t('imports.fromOption')).choices(['ciso', 'oscal', 'samm', 'list']))
    .addOption(languageOption(session))
    .action((files: string[], options: ImportOptions & { language?: string }) =>
      take(async (to) => (await import('./criteria-import.ts')).importCriteriaFiles(files, options, to), options),
    );
  criteria
    .command('export')
    .description(t('imports.exportCommand'))
    .argument('<file>')
    .addOption(
      new Option('--to <format>', t('imports.toOption')).choices(['json', 'oscal', 'yaml', 'xlsx']).makeOptionMandatory(),
    )
    .requiredOption('-o, --output <file>', t('imports.exportOutput'))
    .addOption(languageOption(session))
    .action((file: string, options: ExportOptions & { language?: string }) =>
      take(async (to) => (await import('./criteria-export.ts')).exportCriteria(file, options, to), options),
    );
}

function addAssessmentCommands(program: Command, session: Session, take: Take): void {
  const t = translator(session.language);
  program
    .command('score')
    .description(t('cli.score'))
    .argument('<file>')
    .option('--criteria <file>', t('cli.criteriaOption'))
    .option('--json', t('cli.jsonOption'))
    .addOption(languageOption(session))
    .action((file: string, options: ScoreOptions & { language?: string }) =>
      take(async (to) => (await import('./print-score.ts')).printScore(file, options, to), options),
    );
  program
    .command('report')
    .description(t('cli.report'))
    .argument('<file>')
    .requiredOption('-o, --output <file>', t('cli.outputOption'))
    .option('--criteria <file>', t('cli.criteriaOption'))
    .addOption(languageOption(session))
    .action((file: string, options: ReportOptions & { language?: string }) =>
      take(async (to) => (await import('./write-report.ts')).writeReport(file, options, to), options),
    );
}

function addEvidenceCommands(program: Command, session: Session, take: Take): void {
  const t = translator(session.language);
  const evidence = program.command('evidence').description(t('integrity.cli'));
  evidence
    .command('verify')
    .description(t('integrity.cliVerify'))
    .option('--json', t('cli.jsonOption'))
    .addOption(languageOption(session))
    .action((options: { json?: boolean; language?: string }) =>
      take(async (to) => (await import('./evidence-verify.ts')).verifyEvidence(options, to), options),
    );
  evidence
    .command('clean')
    .description(t('integrity.cliClean'))
    .option('--dry-run', t('integrity.cliDryRun'))
    .addOption(languageOption(session))
    .action((options: { dryRun?: boolean; language?: string }) =>
      take(async (to) => (await import('./evidence-verify.ts')).cleanEvidence(options, to), options),
    );
}

function addDocumentCommands(program: Command, session: Session, take: Take): void {
  const t = translator(session.language);
  program
    .command('document')
    .description(t('verify.cliAbout'))
    .command('verify')
    .description(t('verify.cli'))
    .argument('<file>')
    .option('--manifest <file>', t('verify.cliManifest'))
    .option('--time-stamp <file>', t('verify.cliTimeStamp'))
    .option('--trust <file>', t('verify.cliTrust'))
    .option('--json', t('cli.jsonOption'))
    .addOption(languageOption(session))
    .action((file: string, options: VerifyDocumentOptions & { language?: string }) =>
      take(async (to) => (await import('./document-verify.ts')).verifyDocument(file, options, to), options),
    );
}

function addServerCommands(program: Command, session: Session, take: Take): void {
  const t = translator(session.language);
  program
    .command('serve')
    .description(t('cli.serve'))
    .action(() => take(async (to) => (await import('./run-server.ts')).runServer(to), {}));
  program
    .command('migrate')
    .description(t('cli.migrate'))
    .action(() => take(async (to) => (await import('./migrate-database.ts')).migrateDatabase(to), {}));
  addTrailCommands(program.command('audit-trail').description(t('trail.cliAbout')), session, take);
  program
    .command('notices')
    .description(t('notices.cliAbout'))
    .command('run')
    .description(t('notices.cliRun'))
    .addOption(languageOption(session))
    .action((options: { language?: string }) => take(async (to) => (await import('./notices-run.ts')).runNotices(to), options));
  addUserCommands(program.command('user').description(t('cli.user')), session, take);
}

function addTrailCommands(trail: Command, session: Session, take: Take): void {
  const t = translator(session.language);
  trail
    .command('verify')
    .description(t('trail.cliVerify'))
    .option('--head <place:hash>', t('trail.cliHeadOption'))
    .option('--json', t('cli.jsonOption'))
    .addOption(languageOption(session))
    .action((options: VerifyOptions & { language?: string }) =>
      take(async (to) => (await import('./audit-trail-verify.ts')).verifyAuditTrail(options, to), options),
    );
  trail
    .command('head')
    .description(t('trail.cliPrintHead'))
    .addOption(languageOption(session))
    .action((options: { language?: string }) =>
      take(async (to) => (await import('./audit-trail-verify.ts')).printAuditHead(to), options),
    );
}

function addUserCommands(user: Command, session: Session, take: Take): void {
  const t = translator(session.language);
  user
    .command('add')
    .description(t('cli.userAdd'))
    .requiredOption('--sign-in-name <name>', t('cli.signInNameOption'))
    .requiredOption('--name <name>', t('cli.nameOption'))
    .addOption(new Option('--role <role...>', t('cli.roleOption')).choices(bodyRoles).makeOptionMandatory())
    .option('--registration-number <number>', t('cli.registrationOption'))
    .addOption(languageOption(session))
    .action((options: UserOptions & { language?: string }) =>
      take(async (to) => (await import('./user-add.ts')).addUser(options, to), options),
    );
  user
    .command('password')
    .description(t('cli.userPassword'))
    .argument('<name>', t('cli.signInNameOption'))
    .addOption(languageOption(session))
    .action((name: string, options: { language?: string }) =>
      take(async (to) => (await import('./user-password.ts')).offerPassword(name, to), options),
    );
}
