import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { readAssessmentFile } from '../../src/catalog/assessment/read-assessment-file.ts';
import { parseCriteriaText } from '../../src/catalog/criteria/parse-criteria.ts';
import { importCriteria } from '../../src/catalog/imports/import-criteria.ts';
import { openCatalog } from '../../src/catalog/open-catalog.ts';
import { readCriteriaSheets } from '../../src/catalog/sheets/read-criteria-sheets.ts';
import { formatProblem, type Problem } from '../../src/catalog/source/problem.ts';
import { decodeText } from '../../src/catalog/source/text-file.ts';
import { recognizeContent } from '../../src/features/evidence/content-type.ts';
import { inspectFile } from '../../src/features/file-checks/inspect-file.ts';
import { readHolidayCsv } from '../../src/features/holidays/holiday-csv.ts';
import { figureSurvey } from '../../src/features/surveys/figure-survey.ts';
import { guessColumns } from '../../src/features/surveys/guess-columns.ts';
import { outlineSurvey } from '../../src/features/surveys/outline-survey.ts';
import { type Message, translateMessage } from '../../src/i18n/translate.ts';
import { AppError } from '../../src/model/errors.ts';
import type { FileBytes } from '../../src/storage/file-bytes.ts';
import * as seeds from './seeds.ts';

/** A reader of what people hand in. `read` tells whether it took the bytes, and throws when it failed or did not say why it refused. */
export interface Target {
  readonly name: string;
  readonly seeds: () => Promise<readonly Buffer[]>;
  readonly read: (bytes: Buffer) => Promise<boolean>;
}

const languages = ['zh-CN', 'en'] as const;

function explained(text: Message): void {
  for (const language of languages)
    if (translateMessage(text, language).trim() === '') throw new Error(`Refused without a word: ${text.key}`);
}

/** Taken, or refused with at least one problem that can be told in both languages. */
function judged(taken: boolean, problems: readonly Problem[]): boolean {
  for (const problem of problems.slice(0, 20)) for (const language of languages) formatProblem(problem, language);
  if (!taken && problems.length === 0) throw new Error('Refused without a problem.');
  return taken;
}

async function criteriaYaml(bytes: Buffer): Promise<boolean> {
  const decoded = decodeText('c.yaml', bytes);
  if ('problem' in decoded) return judged(false, [decoded.problem]);
  const { criteria, problems } = parseCriteriaText('c.yaml', decoded.text);
  return judged(criteria !== null, problems);
}

async function criteriaSheets(bytes: Buffer): Promise<boolean> {
  const { criteria, problems } = readCriteriaSheets('c.xlsx', bytes);
  return judged(criteria !== null, problems);
}

function imports(name: string) {
  return async (bytes: Buffer): Promise<boolean> => {
    const result = importCriteria([{ name, bytes }]);
    if (!('refused' in result)) return judged(true, result.reading.problems);
    explained(result.refused);
    return judged(false, [{ file: name, line: 1, column: 1, message: result.refused, hint: null }, ...result.problems]);
  };
}

let catalog: ReturnType<typeof openCatalog> | null = null;

async function assessmentFile(bytes: Buffer): Promise<boolean> {
  catalog ??= openCatalog('criteria');
  const known = await catalog;
  return inFolder(async (folder) => {
    const path = join(folder, 'a.yaml');
    await writeFile(path, bytes);
    const { dossier, problems } = await readAssessmentFile(path, { catalog: known, criteriaFile: undefined });
    return judged(dossier !== null, problems);
  });
}

function survey(bytes: Buffer): Promise<boolean> {
  return inFolder(async (folder) => {
    const source = { path: join(folder, 'sheet'), keys: null };
    await writeFile(source.path, bytes);
    return refusable(async () => {
      const outline = await outlineSurvey(source);
      if ('refused' in outline) throw new AppError('invalid', outline.refused);
      await figureSurvey({ source, columns: guessColumns(outline), excluded: [2], mostRejects: 5 });
    });
  });
}

function upload(name: string) {
  return async (bytes: Buffer): Promise<boolean> => {
    const file: FileBytes = {
      size: bytes.length,
      open: async (range) => Readable.from([range ? bytes.subarray(range.start, range.end + 1) : bytes], { objectMode: false }),
    };
    const recognized = await recognizeContent({ ...file, head: bytes.subarray(0, 4100), name });
    if ('refused' in recognized) return false;
    return !('refused' in (await inspectFile(file, recognized.mediaType)));
  };
}

async function holidays(bytes: Buffer): Promise<boolean> {
  return refusable(async () => {
    readHolidayCsv('days.csv', bytes.toString('utf8'));
  });
}

/** True when it was done; a refusal must have its reason. */
async function refusable(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    for (const text of [error.text, ...Object.values(error.fields)]) explained(text);
    return false;
  }
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-fuzz-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const file = async (path: string) => [await readFile(path)];

export const targets: readonly Target[] = [
  { name: 'criteria as YAML', seeds: seeds.criteriaTexts, read: criteriaYaml },
  { name: 'criteria as workbook', seeds: seeds.criteriaWorkbooks, read: criteriaSheets },
  { name: 'OSCAL catalog', seeds: seeds.oscal, read: imports('c.json') },
  { name: 'CISO Assistant library', seeds: seeds.ciso, read: imports('c.yaml') },
  { name: 'SAMM model', seeds: seeds.samm, read: imports('s.yaml') },
  { name: 'list as CSV', seeds: seeds.lists, read: imports('l.csv') },
  { name: 'list as workbook', seeds: seeds.sheets, read: imports('l.xlsx') },
  { name: 'assessment file', seeds: () => file('docs/examples/haichuan-experience.yaml'), read: assessmentFile },
  { name: 'survey as CSV', seeds: seeds.answers, read: survey },
  { name: 'survey as workbook', seeds: seeds.sheets, read: survey },
  { name: 'holidays', seeds: seeds.days, read: holidays },
  { name: 'archives and documents', seeds: seeds.archives, read: upload('a.docx') },
  { name: 'pictures', seeds: seeds.pictures, read: upload('a.jpg') },
  { name: 'PDF and older documents', seeds: seeds.papers, read: upload('a.doc') },
];
