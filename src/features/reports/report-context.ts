import type { Language } from '../../i18n/language.ts';
import { type Translate, translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import type { LocalizedText } from '../../model/criteria.ts';
import type { Dossier, IsoDate } from '../../model/dossier.ts';
import type { ClauseResult, Result } from '../../model/result.ts';
import type { ReportDocument } from '../../pdf/report-document.ts';
import type { Scored } from '../results/result-store.ts';
import type { PaperBrand } from './paper-brand.ts';

/** What every part of the report is written from. */
export interface ReportContext {
  readonly report: ReportDocument;
  readonly dossier: Dossier;
  readonly result: Result;
  /** What was found before corrections; null: nothing was corrected. */
  readonly asFound: Scored | null;
  readonly language: Language;
  /** Whose paper it is; null: nobody has said. */
  readonly brand: PaperBrand | null;
  /** What the paper is called. */
  readonly title: string;
  readonly t: Translate;
  /** Clause id → its result. */
  readonly results: ReadonlyMap<string, ClauseResult>;
}

export function reportContext(
  report: ReportDocument,
  about: Pick<ReportContext, 'dossier' | 'result' | 'asFound' | 'language' | 'title' | 'brand'>,
): ReportContext {
  const results = new Map(about.result.clauses.map((one) => [one.id, one]));
  return { ...about, report, t: translator(about.language), results };
}

/** A text of the criteria in the language of the report. */
export function criteriaText({ dossier, language }: ReportContext, text: LocalizedText | null): string {
  return textIn(text, language, dossier.criteria.language);
}

export function gradeLabel(context: ReportContext, id: string | null): string {
  const grade = context.dossier.criteria.grades.find((one) => one.id === id);
  return grade ? criteriaText(context, grade.label) : '';
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** A day in running text: 2026年1月5日, 5 January 2026. */
export function dayText(day: IsoDate, language: Language): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  if (language === 'zh-CN') return `${year}年${Number(month)}月${Number(date)}日`;
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}

/** `3 level (label)` of the criteria's maturity levels. */
export function maturityText(context: ReportContext, level: number | null): string {
  const { t, dossier } = context;
  if (level === null) return t('report.summary.maturityPending');
  const label = dossier.criteria.maturity?.levels[level - 1];
  return label
    ? t('report.summary.maturityLevel', { level, label: criteriaText(context, label) })
    : t('report.summary.maturityNone');
}
