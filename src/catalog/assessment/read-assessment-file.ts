import { message } from '../../i18n/translate.ts';
import type { Dossier, EvidenceFile } from '../../model/dossier.ts';
import { type Problem, sortProblems } from '../source/problem.ts';
import { type Report, reportOn } from '../source/problem-list.ts';
import { atStart, readTextFile } from '../source/text-file.ts';
import { readYaml } from '../source/yaml-source.ts';
import { type AssessmentDraft, readAssessmentDraft } from './assessment-draft.ts';
import { buildDossier } from './build-dossier.ts';
import { checkAgainstCriteria, checkFacts } from './check-assessment.ts';
import { readEvidenceFile } from './evidence-files.ts';
import { type CriteriaSource, findCriteria } from './find-criteria.ts';
import { readRatings } from './read-ratings.ts';

export interface AssessmentReading {
  /** null when there is any problem. */
  readonly dossier: Dossier | null;
  /** By place, all at once. */
  readonly problems: readonly Problem[];
}

/** Reads and checks an assessment file with the evidence files that it names. Never throws on bad input. */
export async function readAssessmentFile(file: string, source: CriteriaSource): Promise<AssessmentReading> {
  const content = await readTextFile(file);
  if ('problem' in content) return { dossier: null, problems: [content.problem] };

  const yaml = readYaml(file, content.text);
  const report = reportOn(yaml);
  if (yaml.value === undefined || yaml.value === null) {
    return { dossier: null, problems: yaml.problems.length > 0 ? yaml.problems : [atStart(file, message('catalog.emptyFile'))] };
  }
  const draft = readAssessmentDraft(yaml.value, report);
  if (!draft) return { dossier: null, problems: sortProblems([...yaml.problems, ...report.problems]) };

  const wanted = draft.head.form.criteria;
  const found = wanted ? await findCriteria(wanted, source, report) : { criteria: null, problems: [] };
  checkFacts(draft, report);
  if (found.criteria) checkAgainstCriteria(draft, found.criteria, report);
  const ratings = readRatings(draft, found.criteria, report);
  const files = await readFiles(file, draft, report);

  const problems = sortProblems([...yaml.problems, ...report.problems, ...found.problems]);
  if (problems.length > 0 || !found.criteria) return { dossier: null, problems };
  return { dossier: buildDossier(draft, { criteria: found.criteria, ratings, files }), problems };
}

async function readFiles(file: string, { evidence }: AssessmentDraft, report: Report): Promise<Map<string, EvidenceFile>> {
  const files = new Map<string, EvidenceFile>();
  for (const { form, path } of evidence) {
    if (form.file === undefined) continue;
    if (typeof form.file !== 'string') {
      const { name, media_type: mediaType, size, sha256 } = form.file;
      if (form.id !== undefined) files.set(form.id, { name, mediaType, size, sha256 });
      continue;
    }
    const found = await readEvidenceFile(file, form.file);
    if ('refused' in found) report.at([...path, 'file'], found.refused);
    else if (form.id !== undefined) files.set(form.id, found);
  }
  return files;
}
