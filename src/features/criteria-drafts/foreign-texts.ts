import { importCriteria } from '../../catalog/imports/import-criteria.ts';
import type { ImportKind, ImportReport } from '../../catalog/imports/import-report.ts';
import { formatProblem } from '../../catalog/source/problem.ts';
import { largestFile } from '../../catalog/source/text-file.ts';
import type { Language } from '../../i18n/language.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { DraftTexts } from './draft-texts.ts';
import type { FileBytes } from './uploaded-texts.ts';

export interface ForeignTexts extends DraftTexts {
  readonly title: string;
  readonly report: ImportReport;
}

const mostProblems = 20;

/** Criteria of another tool as the texts of a draft. Throws `invalid` in words when nothing can be made of the files. */
export function textsOfForeign(files: readonly FileBytes[], kind: ImportKind | null, language: Language): ForeignTexts {
  if (files.length === 0) throw refused([message('drafts.importChoose')]);
  const result = importCriteria(files, kind);
  if ('refused' in result) {
    const unknown = result.refused.key === 'imports.unknownKind';
    const problems = result.problems.slice(0, mostProblems);
    throw refused([
      unknown ? message('drafts.importUnknown') : result.refused,
      ...problems.map((problem) => message('drafts.inWorkbook', { text: formatProblem(problem, language) })),
    ]);
  }
  const { form, yaml, overlays, overlayYaml, report } = result;
  if (Math.max(...[yaml, ...overlayYaml].map((text) => Buffer.byteLength(text))) > largestFile)
    throw refused([message('drafts.importTooLong')]);
  return {
    title: form.title,
    source: yaml,
    overlays: Object.fromEntries(overlays.map((overlay, index) => [overlay.language, overlayYaml[index] ?? ''])),
    report,
  };
}

/** The first stands at the field, all of them in the summary. */
function refused(texts: readonly AppError['text'][]): AppError {
  const fields = texts.map((text, index) => [index === 0 ? 'foreign' : `foreign.${index}`, text]);
  return new AppError('invalid', message('error.checkFields'), Object.fromEntries(fields));
}
