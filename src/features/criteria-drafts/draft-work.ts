import type { ImportKind } from '../../catalog/imports/import-report.ts';
import type { Language } from '../../i18n/language.ts';
import { AppError, type FieldErrors } from '../../model/errors.ts';
import { checkTexts, type DraftTexts, titleOf } from './draft-texts.ts';
import { type ForeignTexts, textsOfForeign } from './foreign-texts.ts';
import { type FileBytes, textsOfFiles, type UploadedTexts } from './uploaded-texts.ts';

/** Work on the files of a draft that takes seconds, done in a thread: data in, data out. */
export interface FilesTask {
  readonly files: readonly FileBytes[];
  readonly language: Language;
}

/** What was read; or what is wrong, by field: errors lose their class on the way between threads. */
export type Outcome<Read> = { readonly read: Read } | { readonly fields: FieldErrors };

export function readUpload({ files, language }: FilesTask): Outcome<UploadedTexts & { readonly title: string }> {
  return outcomeOf(() => {
    const texts = textsOfFiles(files, language);
    return { ...texts, title: titleOfTexts(texts) };
  });
}

export function readForeign({ files, language, kind }: FilesTask & { readonly kind: ImportKind | null }): Outcome<ForeignTexts> {
  return outcomeOf(() => textsOfForeign(files, kind, language));
}

function titleOfTexts({ source, overlays }: DraftTexts): string {
  return titleOf(checkTexts({ source, overlays }));
}

function outcomeOf<Read>(read: () => Read): Outcome<Read> {
  try {
    return { read: read() };
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return { fields: error.fields };
    throw error;
  }
}
