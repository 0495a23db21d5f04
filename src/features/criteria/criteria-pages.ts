import { basename } from 'node:path';
import type { BrokenCriteria, CatalogEntry } from '../../catalog/open-catalog.ts';
import { formatProblem } from '../../catalog/source/problem.ts';
import type { Language } from '../../i18n/language.ts';
import { languageName } from '../../i18n/language-name.ts';
import { type TextBlock, textBlocks } from '../../i18n/text-blocks.ts';
import { translator } from '../../i18n/translate.ts';
import { choiceTitles } from '../../model/choice-titles.ts';
import { ratedClauses, textIn } from '../../model/clauses.ts';
import type { Condition, Criteria } from '../../model/criteria.ts';
import { describeCondition, gradeLabel } from '../../model/explain-condition.ts';
import { decimalPercent, trimDecimal } from '../../model/figure-words.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Paged } from '../../web/paging.ts';
import { certificationLists, certificationRules } from './certification-words.ts';
import type { ChoiceView } from './choice-view.ts';
import { type ClauseView, clauseViews, type ScaleView } from './clause-page.ts';
import { type LanguageShare, languageShares } from './criteria-languages.ts';
import { type CriteriaPartView, partViews } from './criteria-parts.ts';
import { describeBonus, describeDeduction, describeDuration, describeRounding } from './criteria-words.ts';
import type { LibraryEntry, LibraryLine } from './library-store.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'criteria/list': CriteriaListPage;
    'criteria/show': CriteriaPage & Standing & { readonly choice: ChoiceView | null };
  }
}

export interface CriteriaListPage extends PageFrame {
  readonly criteria: Paged<CriteriaLine & { readonly retired: boolean }>;
  /** May write drafts and publish them. */
  readonly canManage: boolean;
  /** Files that could not be taken in; always empty for those who cannot mend them. */
  readonly broken: readonly { readonly file: string; readonly problems: readonly string[] }[];
}

export interface CriteriaLine {
  readonly address: string;
  readonly title: string;
  readonly id: string;
  readonly version: string;
  readonly sections: number;
  readonly rated: number;
  readonly languages: readonly LanguageShare[];
  readonly shortHash: string;
}

export interface CriteriaPage extends PageFrame {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly fullMarks: string;
  readonly rated: number;
  readonly languages: readonly LanguageShare[];
  /** Which language stands in where the reader's own is missing; null when nothing is missing. */
  readonly fallback: { readonly percent: number; readonly language: string } | null;
  readonly about: readonly TextBlock[];
  readonly basis: readonly string[];
  readonly rounding: string;
  /** Empty for criteria without parts. */
  readonly parts: readonly CriteriaPartView[];
  /** Of the whole version, where this is one of its variants. */
  readonly source: string | null;
  readonly grades: readonly { readonly label: string; readonly from: string; readonly conditions: readonly string[] }[];
  readonly failLabel: string;
  readonly gates: readonly { readonly title: string; readonly effect: string; readonly conditions: readonly string[] }[];
  readonly adjustments: readonly AdjustmentView[];
  readonly maturity: { readonly rule: string; readonly levels: readonly string[] } | null;
  readonly certification: CertificationView | null;
  readonly sections: readonly ClauseView[];
  readonly scales: readonly ScaleView[];
}

/** How a version stands on this instance. */
export interface Standing extends Pick<LibraryLine, 'published' | 'retired'> {
  readonly address: string;
  readonly canManage: boolean;
  /** Other versions of the same criteria are known. */
  readonly comparable: boolean;
}

export interface AdjustmentView {
  readonly kind: 'deduction' | 'bonus';
  readonly rules: readonly string[];
  readonly grounds: readonly string[];
}

export interface CertificationView {
  /** What is asked of sites, time and people, in words. */
  readonly rules: readonly string[];
  readonly validFor: string;
  readonly surveillanceEvery: string | null;
  readonly number: string;
  readonly deadlines: readonly { readonly title: string; readonly within: string; readonly after: string }[];
  /** Papers and checklists, each with its lines in words. */
  readonly lists: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

export function standingOf(
  { line: { id, version, published, retired } }: LibraryEntry,
  may: Pick<Standing, 'canManage' | 'comparable'>,
): Standing {
  return { address: `/criteria/${id}/${version}`, published, retired, ...may };
}

export function criteriaLine({ criteria, hash }: CatalogEntry, language: Language): CriteriaLine {
  return {
    address: `/criteria/${criteria.id}/${criteria.version}`,
    title: textIn(criteria.title, language, criteria.language),
    id: criteria.id,
    version: criteria.version,
    sections: criteria.clauses.length,
    rated: ratedClauses(criteria).length,
    languages: languageShares(criteria),
    shortHash: hash.slice(0, 12),
  };
}

/** Paths of the server stay out: the name of the file is enough to find it. */
export function brokenFile({ file, problems }: BrokenCriteria, language: Language): CriteriaListPage['broken'][number] {
  return {
    file: basename(file),
    problems: problems.map((problem) => formatProblem({ ...problem, file: basename(problem.file) }, language)),
  };
}

export function criteriaPage({ criteria, hash }: CatalogEntry, language: Language): CriteriaPage {
  const t = translator(language);
  return {
    title: textIn(criteria.title, language, criteria.language),
    id: criteria.id,
    version: criteria.version,
    hash,
    fullMarks: trimDecimal(criteria.fullMarks),
    rated: ratedClauses(criteria).length,
    languages: languageShares(criteria),
    fallback: fallbackOf(criteria, language),
    about: textBlocks(textIn(criteria.about, language, criteria.language)),
    basis: criteria.basis,
    rounding: describeRounding(criteria.rounding, t),
    parts: partViews(criteria, language),
    source: criteria.choice?.source ?? null,
    ...rulesOf(criteria, language),
    ...clauseViews(criteria, language),
  };
}

type Rules = Pick<CriteriaPage, 'grades' | 'failLabel' | 'gates' | 'adjustments' | 'maturity' | 'certification'>;

function rulesOf(criteria: Criteria, language: Language): Rules {
  const t = translator(language);
  const read = (text: Parameters<typeof textIn>[0]) => textIn(text, language, criteria.language);
  const inWords = (conditions: readonly Condition[]) => conditions.map((one) => describeCondition(criteria, one, language));
  const { deduction, bonus, maturity } = criteria;
  return {
    grades: criteria.grades.map(({ label, from, requires }) => ({
      label: read(label),
      from: t('criteriaPage.from', { points: trimDecimal(from) }),
      conditions: inWords(requires),
    })),
    failLabel: read(criteria.failLabel),
    gates: criteria.gates.map(({ title, requires, capAt, onlyIn }) => ({
      title: onlyIn
        ? t('choices.condition', { condition: read(title), names: choiceTitles(criteria, onlyIn, language) })
        : read(title),
      effect: capAt === null ? t('criteriaPage.fails') : t('criteriaPage.caps', { grade: gradeLabel(criteria, capAt, language) }),
      conditions: inWords(requires),
    })),
    adjustments: [
      ...(deduction ? [{ kind: 'deduction' as const, rules: describeDeduction(deduction, t), of: deduction }] : []),
      ...(bonus ? [{ kind: 'bonus' as const, rules: describeBonus(bonus, t), of: bonus }] : []),
    ].map(({ of, ...view }) => ({ ...view, grounds: of.grounds.map(({ label }) => read(label)) })),
    maturity: maturity && {
      rule: t('criteriaPage.maturityRule', { share: decimalPercent(maturity.reachedAt) }),
      levels: maturity.levels.map((label, index) => t('criteriaPage.maturityLevel', { level: index + 1, label: read(label) })),
    },
    certification: certificationOf(criteria, language),
  };
}

function certificationOf({ certification, language: own }: Criteria, language: Language): CertificationView | null {
  if (!certification) return null;
  const t = translator(language);
  const { validFor, surveillanceEvery, number, deadlines } = certification;
  return {
    rules: certificationRules(certification, t),
    validFor: describeDuration(validFor, t),
    surveillanceEvery: surveillanceEvery && describeDuration(surveillanceEvery, t),
    number,
    deadlines: deadlines.map(({ title, within, after }) => ({
      title: textIn(title, language, own),
      within: describeDuration(within, t),
      after: textIn(after, language, own),
    })),
    lists: certificationLists(certification, t, (text) => textIn(text, language, own)),
  };
}

function fallbackOf(criteria: Criteria, language: Language): CriteriaPage['fallback'] {
  const percent = languageShares(criteria).find((share) => share.tag === language)?.percent ?? 0;
  return percent === 100 ? null : { percent, language: languageName(criteria.language) };
}
