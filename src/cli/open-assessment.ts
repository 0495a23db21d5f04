import { join } from 'node:path';
import { readAssessmentFile } from '../catalog/assessment/read-assessment-file.ts';
import { openCatalog } from '../catalog/open-catalog.ts';
import { formatProblem } from '../catalog/source/problem.ts';
import { translator } from '../i18n/translate.ts';
import type { Dossier } from '../model/dossier.ts';
import { projectRoot } from '../project-root.ts';
import type { Session } from './output.ts';

/** The dossier of an assessment file; null after every problem was printed. `criteria` is a file to take instead of those known. */
export async function openAssessment(file: string, criteria: string | undefined, session: Session): Promise<Dossier | null> {
  const { language, environment, output } = session;
  const catalog = await openCatalog(environment.ASSAY_CRITERIA || join(projectRoot, 'criteria'));
  const { dossier, problems } = await readAssessmentFile(file, { catalog, criteriaFile: criteria });
  for (const problem of problems) output.error(formatProblem(problem, language));
  if (!dossier) output.error(translator(language)('cli.problemsFound', { problems: problems.length, files: 1 }));
  return dossier;
}
