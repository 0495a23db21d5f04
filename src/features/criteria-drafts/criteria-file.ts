import { readCriteriaDraft } from '../../catalog/criteria/parse-criteria.ts';
import { toOscalCatalog } from '../../catalog/exports/oscal-catalog.ts';
import { type CriteriaFileForm, criteriaFormOf, type OverlayFileForm, overlayFormOf } from '../../catalog/sheets/file-form.ts';
import { templateCriteria } from '../../catalog/sheets/template-criteria.ts';
import { writeCriteriaSheets } from '../../catalog/sheets/write-criteria-sheets.ts';
import { type Language, languages } from '../../i18n/language.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { type DraftTexts, overlayField } from './draft-texts.ts';
import type { WrittenTexts } from './first-texts.ts';

export const fileForms = ['yaml', 'xlsx', 'json', 'oscal'] as const;
export type FileForm = (typeof fileForms)[number];

/** A file for downloading. */
export interface CriteriaFile {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array;
}

const types: Readonly<Record<FileForm, string>> = {
  yaml: 'application/yaml; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  oscal: 'application/json; charset=utf-8',
};

/** The text as it was written, or its translation into that language. Throws `not_found` when there is none. */
export function yamlFile({ source, overlays }: DraftTexts, base: string, language: Language | null): CriteriaFile {
  const content = language ? overlays[language] : source;
  if (content === undefined) throw new AppError('not_found', message('error.notFound'));
  return { name: language ? `${base}.${language}.yaml` : `${base}.yaml`, type: types.yaml, content };
}

/**
 * The criteria in another form: a workbook and our JSON with all languages, an OSCAL catalog in the criteria's own. Throws
 * `invalid` while the texts have problems.
 */
export async function convertedFile(texts: WrittenTexts, base: string, form: Exclude<FileForm, 'yaml'>): Promise<CriteriaFile> {
  const { criteria, draft, overlays, problems } = readTexts(texts);
  const complete = criteria && draft && criteriaFormOf(draft);
  if (!complete) throw new AppError('invalid', message('drafts.downloadProblems', { count: problems.length }));
  const type = types[form];
  const translations = overlays.map(overlayFormOf);
  if (form === 'xlsx') return { name: `${base}.xlsx`, type, content: await sheetsOf(complete, translations) };
  const others = translations.flatMap((overlay) => overlay ?? []);
  const content = form === 'json' ? criteria : toOscalCatalog(complete, others, texts.at);
  const name = form === 'json' ? `${base}.json` : `${base}.oscal.json`;
  return { name, type, content: `${JSON.stringify(content, null, 2)}\n` };
}

/** A small example in a workbook, to be written over. */
export async function templateFile(language: Language): Promise<CriteriaFile> {
  const { form, overlays } = templateCriteria(language);
  const name = language === 'en' ? 'criteria-template.xlsx' : '准则模板.xlsx';
  return { name, type: types.xlsx, content: await sheetsOf(form, overlays) };
}

function readTexts({ source, overlays }: DraftTexts) {
  const others = languages.flatMap((language) => {
    const text = overlays[language];
    return text === undefined ? [] : [{ name: overlayField(language), text, language }];
  });
  return readCriteriaDraft('source', source, others);
}

function sheetsOf(form: CriteriaFileForm, overlays: readonly (OverlayFileForm | null)[]): Promise<Uint8Array> {
  return writeCriteriaSheets(
    form,
    overlays.flatMap((overlay) => overlay ?? []),
  );
}
