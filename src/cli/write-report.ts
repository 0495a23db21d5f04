import { translator } from '../i18n/translate.ts';
import { openAssessment } from './open-assessment.ts';
import { type ExitCode, exitCodes, type Session } from './output.ts';
import { writeWhole } from './write-whole.ts';

export interface ReportOptions {
  readonly output: string;
  readonly criteria?: string;
}

/** Writes the PDF report of an assessment file. */
export async function writeReport(file: string, options: ReportOptions, session: Session): Promise<ExitCode> {
  const dossier = await openAssessment(file, options.criteria, session);
  if (!dossier) return exitCodes.problems;

  const [{ asFoundOf, resultOf }, { renderReport }] = await Promise.all([
    import('../model/result-of.ts'),
    import('../features/reports/report.ts'),
  ]);
  await writeWhole(options.output, await renderReport(dossier, resultOf(dossier), session.language, asFoundOf(dossier)));
  session.output.out(translator(session.language)('cli.written', { file: options.output }));
  return exitCodes.fine;
}
