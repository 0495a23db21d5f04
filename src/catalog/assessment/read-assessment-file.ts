import { message } from '../../i18n/translate.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { Dossier, EvidenceFile } from '../../model/dossier.ts';
import { noPapers, type WorkingPapers } from '../../model/working-papers.ts';
import type { StoredFileForm } from '../forms/assessment-form.ts';
import { type Problem, sortProblems } from '../source/problem.ts';
import { type Report, reportOn } from '../source/problem-list.ts';
import { atStart, readTextFile } from '../source/text-file.ts';
import { readYaml } from '../source/yaml-source.ts';
import { readAsFoundDraft } from './as-found.ts';
import { type AssessmentDraft, readAssessmentDraft } from './assessment-draft.ts';
import { buildDossier } from './build-dossier.ts';
import { buildPapers } from './build-papers.ts';
import { checkAgainstCriteria, checkFacts } from './check-assessment.ts';
import { checkPapers, checkPapersAgainstCriteria } from './check-papers.ts';
import { readEvidenceFile } from './evidence-files.ts';
import { type CriteriaSource, findCriteria } from './find-criteria.ts';
import { readRatings } from './read-ratings.ts';

export interface AssessmentReading {
  /** null when there is any problem. */
  readonly dossier: Dossier | null;
  /** What was kept beside it; empty when there is any problem. */
  readonly papers: WorkingPapers;
  /** By place, all at once. */
  readonly problems: readonly Problem[];
}

/** Reads and checks an assessment file with the evidence files that it names. Never throws on bad input. */
export async function readAssessmentFile(file: string, source: CriteriaSource): Promise<AssessmentReading> {
  const content = await readTextFile(file);
  if ('problem' in content) return refused([content.problem]);
  return readAssessmentText(file, content.text, source, (draft, report) => readFiles(file, draft, report));
}

type FindFiles = (draft: AssessmentDraft, report: Report) => Promise<Map<string, EvidenceFile>>;

/** The same of a text that lies in no folder: files of evidence that are only named by a path are refused. */
export async function readAssessmentText(
  file: string,
  text: string,
  source: CriteriaSource,
  findFiles: FindFiles = async (draft, report) => filesAtHand(draft, report),
): Promise<AssessmentReading> {
  const yaml = readYaml(file, text);
  const report = reportOn(yaml);
  if (yaml.value === undefined || yaml.value === null) {
    return refused(yaml.problems.length > 0 ? yaml.problems : [atStart(file, message('catalog.emptyFile'))]);
  }
  const draft = readAssessmentDraft(yaml.value, report);
  if (!draft) return refused(sortProblems([...yaml.problems, ...report.problems]));

  const wanted = draft.head.form.criteria;
  const found = wanted ? await findCriteria(wanted, source, report) : { criteria: null, problems: [] };
  const build = await readDossier(draft, found.criteria, report, findFiles);
  checkPapers(draft, report);
  if (found.criteria) checkPapersAgainstCriteria(draft, found.criteria, report);
  const before = readAsFoundDraft(yaml.value, report);
  const buildBefore = before && (await readDossier(before.draft, found.criteria, before.report, findFiles));

  const problems = sortProblems([...yaml.problems, ...report.problems, ...found.problems]);
  if (problems.length > 0 || !found.criteria) return refused(problems);
  return { dossier: together(build(found.criteria), buildBefore?.(found.criteria)), papers: buildPapers(draft), problems };
}

function together(dossier: Dossier | null, asFound: Dossier | null | undefined): Dossier | null {
  return dossier && asFound ? { ...dossier, asFound } : dossier;
}

/** Checks what a dossier is made of, and gives how to make it when there is no problem. */
async function readDossier(
  draft: AssessmentDraft,
  known: Criteria | null,
  report: Report,
  findFiles: FindFiles,
): Promise<(criteria: Criteria) => Dossier | null> {
  checkFacts(draft, report);
  if (known) checkAgainstCriteria(draft, known, report);
  const ratings = readRatings(draft, known, report);
  const files = await findFiles(draft, report);
  return (criteria) => buildDossier(draft, { criteria, ratings, files });
}

function refused(problems: readonly Problem[]): AssessmentReading {
  return { dossier: null, papers: noPapers, problems };
}

/** Files that the assessment file describes itself. */
function filesAtHand({ evidence }: AssessmentDraft, report: Report): Map<string, EvidenceFile> {
  const files = new Map<string, EvidenceFile>();
  for (const { form, path } of evidence) {
    if (typeof form.file === 'string') report.at([...path, 'file'], message('assessment.fileNotAtHand'));
    else if (form.file && form.id !== undefined) files.set(form.id, toFile(form.file));
  }
  return files;
}

function toFile({ name, media_type: mediaType, size, sha256 }: StoredFileForm): EvidenceFile {
  return { name, mediaType, size, sha256 };
}

async function readFiles(file: string, { evidence }: AssessmentDraft, report: Report): Promise<Map<string, EvidenceFile>> {
  const files = new Map<string, EvidenceFile>();
  for (const { form, path } of evidence) {
    if (form.file === undefined) continue;
    if (typeof form.file !== 'string') {
      if (form.id !== undefined) files.set(form.id, toFile(form.file));
      continue;
    }
    const found = await readEvidenceFile(file, form.file);
    if ('refused' in found) report.at([...path, 'file'], found.refused);
    else if (form.id !== undefined) files.set(form.id, found);
  }
  return files;
}
