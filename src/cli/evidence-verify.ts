import { readConfig } from '../config.ts';
import { isMigrated } from '../db/migrate.ts';
import { type Deps, openDepsWithoutCriteria } from '../deps.ts';
import { cleanFiles } from '../features/integrity/clean-service.ts';
import { type IntegrityFinding, type IntegrityResult, isGrave } from '../features/integrity/integrity.ts';
import { beginVerification, carryOutVerification } from '../features/integrity/integrity-service.ts';
import { formatters } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import { message, translator } from '../i18n/translate.ts';
import { AppError } from '../model/errors.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';

/** Hashes everything again. Exit code 1 when a file changed, is missing or cannot be read; what only takes room is told. */
export async function verifyEvidence({ json = false }: { readonly json?: boolean }, session: Session): Promise<ExitCode> {
  const { language, output } = session;
  const t = translator(language);
  return withDeps(session, async (deps) => {
    const { count, size } = formatters(language, deps.config.timeZone);
    const id = await beginVerification(deps, null);
    const result = await carryOutVerification(deps, id, async ({ checked, bytes }) => {
      if (checked % 1000 === 0) output.error(t('integrity.cliProgress', { checked: count(checked), size: size(bytes) }));
    });
    const trouble = result.findings.filter(isGrave).length;
    const lines = json ? [JSON.stringify({ ok: trouble === 0, ...result }, null, 2)] : linesOf(result, language);
    if (!json) {
      lines.push(t('integrity.cliDone', { checked: count(result.checked), size: size(result.bytes) }));
      lines.push(t(trouble > 0 ? 'integrity.trouble' : 'integrity.fine'));
    }
    for (const line of lines) output.out(line);
    return trouble > 0 ? exitCodes.problems : exitCodes.fine;
  });
}

function linesOf({ findings, more }: IntegrityResult, language: Language): string[] {
  const t = translator(language);
  const lines = findings.map((finding) => lineOf(finding, t(`integrity.${finding.what}`)));
  return more > 0 ? [...lines, t('integrity.more', { count: more })] : lines;
}

function lineOf({ name, usedBy }: IntegrityFinding, what: string): string {
  const uses = usedBy.map(({ assessment, reference, fileName }) => `${assessment} ${reference} ${fileName}`);
  return [`${what}: ${name}`, ...uses].join('  ');
}

/** Removes what no evidence uses. */
export async function cleanEvidence({ dryRun = false }: { readonly dryRun?: boolean }, session: Session): Promise<ExitCode> {
  const { language, output } = session;
  return withDeps(session, async (deps) => {
    const removed = await cleanFiles(deps, { dryRun });
    const { count, size } = formatters(language, deps.config.timeZone);
    for (const { name } of removed) output.out(name);
    const figures = { count: count(removed.length), size: size(removed.reduce((sum, one) => sum + one.size, 0)) };
    output.out(translator(language)(dryRun ? 'integrity.cliWouldClean' : 'integrity.cliCleaned', figures));
    return exitCodes.fine;
  });
}

async function withDeps(session: Session, work: (deps: Deps) => Promise<ExitCode>): Promise<ExitCode> {
  const deps = await openDepsWithoutCriteria(readConfig(session.environment));
  try {
    if (!(await isMigrated(deps.db))) throw new AppError('conflict', message('cli.migrateFirst'));
    return await work(deps);
  } finally {
    await deps.db.destroy();
  }
}
