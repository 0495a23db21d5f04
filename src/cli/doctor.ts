import { readConfig } from '../config.ts';
import { openDepsWithoutCriteria } from '../deps.ts';
import type { Finding } from '../features/doctor/doctor-finding.ts';
import { examine } from '../features/doctor/examine.ts';
import { translateMessage, translator } from '../i18n/translate.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';

/** Says what of a deployment is in order, what could be safer, and what to mend. Exit code 1 when there is something to mend. */
export async function examineDeployment({ json = false }: { readonly json?: boolean }, session: Session): Promise<ExitCode> {
  const { language, output } = session;
  const t = translator(language);
  const deps = await openDepsWithoutCriteria(readConfig(session.environment));
  try {
    const findings = await examine(deps);
    const lines = findings.map(({ health, text }) => ({ health, text: translateMessage(text, language) }));
    if (json) output.out(JSON.stringify({ ok: !isIll(findings), findings: lines }, null, 2));
    else for (const { health, text } of lines) output.out(`${t(`doctor.${health}`).padEnd(6)}  ${text}`);
    return isIll(findings) ? exitCodes.problems : exitCodes.fine;
  } finally {
    await deps.db.destroy();
  }
}

function isIll(findings: readonly Finding[]): boolean {
  return findings.some(({ health }) => health === 'mend');
}
