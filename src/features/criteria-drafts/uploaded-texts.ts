import { overlayNameOf } from '../../catalog/criteria/read-criteria.ts';
import { readCriteriaSheets } from '../../catalog/sheets/read-criteria-sheets.ts';
import { writeCriteriaYaml, writeOverlayYaml } from '../../catalog/sheets/write-criteria-yaml.ts';
import { formatProblem } from '../../catalog/source/problem.ts';
import { decodeText } from '../../catalog/source/text-file.ts';
import { isWorkbookFile } from '../../catalog/source/workbook-name.ts';
import { isLanguage, type Language } from '../../i18n/language.ts';
import { type Message, message } from '../../i18n/translate.ts';
import { AppError, type FieldErrors } from '../../model/errors.ts';
import type { DraftTexts } from './draft-texts.ts';

/** Problems of a workbook that are told at once. */
const mostProblems = 50;
/** Notes that are told on the next page. */
const mostNotes = 5;

/** A file that was sent, and the field by which it came. */
export interface FileBytes {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface UploadedTexts extends DraftTexts {
  /** What was understood otherwise than it stands in a workbook, in words. */
  readonly notes: readonly string[];
}

/**
 * The texts of uploaded files: YAML with overlays named by their language, or one workbook, which becomes the YAML that a person
 * would write. Throws `invalid`; of a workbook with problems it names each by sheet and cell.
 */
export function textsOfFiles(files: readonly FileBytes[], language: Language): UploadedTexts {
  const [main] = files.filter(({ field }) => field === 'criteria');
  if (!main) throw refused({ criteria: message('drafts.chooseFile') });
  if (isWorkbookFile(main.name, main.bytes)) return textsOfWorkbook(main, language);
  return { source: decoded(main), overlays: overlaysOf(files), notes: [] };
}

function textsOfWorkbook({ name, bytes }: FileBytes, language: Language): UploadedTexts {
  const { form, overlays, problems, notes } = readCriteriaSheets(name, bytes);
  if (!form) {
    const told = problems
      .slice(0, mostProblems)
      .map((problem) => message('drafts.inWorkbook', { text: formatProblem(problem, language) }));
    // The first stands at the field, all of them in the summary, which leads there.
    throw refused(Object.fromEntries(told.map((text, index) => [index === 0 ? 'criteria' : `criteria.${index}`, text])));
  }
  return {
    source: writeCriteriaYaml(form),
    overlays: Object.fromEntries(overlays.map((overlay) => [overlay.language, writeOverlayYaml(overlay)])),
    notes: notes.slice(0, mostNotes).map((note) => formatProblem(note, language)),
  };
}

function overlaysOf(files: readonly FileBytes[]): DraftTexts['overlays'] {
  const overlays = new Map<Language, string>();
  for (const file of files.filter(({ field }) => field === 'overlays')) {
    const language = overlayNameOf(file.name)?.language;
    if (!isLanguage(language)) throw refused({ overlays: message('drafts.overlayName', { name: file.name }) });
    if (overlays.has(language)) throw refused({ overlays: message('drafts.overlayTwice', { language }) });
    overlays.set(language, decoded(file));
  }
  return Object.fromEntries(overlays);
}

function decoded({ field, name, bytes }: FileBytes): string {
  const read = decodeText(name, bytes);
  if ('text' in read) return read.text;
  const text: Message = message('drafts.notText', { name, line: read.problem.line });
  throw refused({ [field]: text });
}

function refused(fields: FieldErrors): AppError {
  return new AppError('invalid', message('error.checkFields'), fields);
}
