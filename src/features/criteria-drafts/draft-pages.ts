import { type Problem, problemText } from '../../catalog/source/problem.ts';
import { type Language, languages } from '../../i18n/language.ts';
import { languageName } from '../../i18n/language-name.ts';
import { translateMessage, translator } from '../../i18n/translate.ts';
import { textIn } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { Paged } from '../../web/paging.ts';
import type { LibraryEntry } from '../criteria/library-store.ts';
import type { DraftHistory, StepLine } from './draft-step-store.ts';
import type { Draft, DraftLine } from './draft-store.ts';
import { type DraftCheck, type DraftTexts, overlayField } from './draft-texts.ts';
import { type PointsTree, pointsTree } from './points-tree.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'criteria-drafts/list': DraftListPage;
    'criteria-drafts/new': NewDraftPage;
    'criteria-drafts/edit': DraftPage;
    'criteria-drafts/_check': CheckView;
    'criteria-drafts/publication': PublicationPage;
  }
}

export interface DraftListPage extends PageFrame {
  readonly drafts: Paged<DraftLine>;
}

export interface NewDraftPage extends PageFrame {
  readonly form: FormState;
  readonly versions: readonly { readonly value: string; readonly label: string }[];
  /** What can be brought from elsewhere. */
  readonly kinds: readonly { readonly value: string; readonly label: string }[];
}

export interface DraftPage extends PageFrame {
  readonly id: string;
  readonly revision: number;
  readonly saved: { readonly by: string; readonly at: string };
  readonly texts: readonly TextField[];
  readonly check: CheckView;
  /** The report of an import stands with it. */
  readonly isImported: boolean;
  /** What can be undone and redone, in words; null: nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
  /** Saved translations. */
  readonly translations: readonly { readonly tag: string; readonly name: string }[];
  /** What somebody else saved meanwhile; the texts above are then what was typed. */
  readonly conflict: { readonly name: string; readonly revision: number; readonly texts: readonly TextField[] } | null;
}

/** One of the texts of a draft in its editor. */
export interface TextField {
  readonly field: string;
  readonly label: string;
  readonly text: string;
  readonly isOverlay: boolean;
}

export interface CheckView {
  readonly problems: readonly ProblemView[];
  /** How many problems are not among them. */
  readonly more: number;
  readonly points: PointsTree | null;
  readonly translations: readonly TranslationView[];
}

export interface ProblemView {
  /** The field in which it stands. */
  readonly field: string;
  readonly line: number;
  readonly column: number;
  readonly place: string;
  readonly text: string;
}

export interface TranslationView {
  readonly language: string;
  readonly percent: number;
  readonly missing: readonly string[];
  readonly more: number;
}

export interface PublicationPage extends PageFrame {
  readonly draftId: string;
  readonly revision: number;
  /** Why it cannot be published; null when it can. */
  readonly refusal: string | null;
  readonly check: CheckView;
  readonly version: VersionView | null;
}

export interface VersionView {
  readonly title: string;
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly previous: string | null;
}

const mostProblems = 100;
const mostMissing = 20;

export function checkView(check: DraftCheck, language: Language): CheckView {
  return {
    problems: check.problems.slice(0, mostProblems).map((problem) => problemView(problem, language)),
    more: Math.max(0, check.problems.length - mostProblems),
    points: check.draft && pointsTree(check.draft),
    translations: check.translations.map(({ language: tag, percent, missing }) => ({
      language: languageName(tag),
      percent,
      missing: missing.slice(0, mostMissing),
      more: Math.max(0, missing.length - mostMissing),
    })),
  };
}

function problemView(problem: Problem, language: Language): ProblemView {
  const t = translator(language);
  const { file, line, column } = problem;
  const overlay = languages.find((one) => overlayField(one) === file);
  const place = overlay
    ? t('drafts.placeIn', { text: t('drafts.overlay', { language: languageName(overlay) }), line, column })
    : t('drafts.place', { line, column });
  return { field: file, line, column, place, text: problemText(problem, language) };
}

/** The texts with a field for each overlay that there may be. */
export function textFields({ source, overlays }: DraftTexts, check: DraftCheck, language: Language): TextField[] {
  const t = translator(language);
  const own = check.draft?.head.form.language;
  const shown = languages.filter((one) => overlays[one] !== undefined || (own !== undefined && one !== own));
  return [
    { field: 'source', label: t('drafts.source'), text: source, isOverlay: false },
    ...shown.map((one) => ({
      field: overlayField(one),
      label: t('drafts.overlay', { language: languageName(one) }),
      text: overlays[one] ?? '',
      isOverlay: true,
    })),
  ];
}

export function draftPage(draft: Draft, history: DraftHistory, check: DraftCheck, language: Language): DraftPage {
  return {
    title: draft.title || translator(language)('drafts.untitled'),
    layout: 'wide',
    id: draft.id,
    revision: draft.revision,
    saved: { by: draft.updatedByName, at: draft.updatedAt },
    texts: textFields(draft, check, language),
    check: checkView(check, language),
    isImported: draft.isImported,
    undo: stepWords(history.undo, language),
    redo: stepWords(history.redo, language),
    translations: languages
      .filter((one) => draft.overlays[one] !== undefined)
      .map((one) => ({ tag: one, name: languageName(one) })),
    conflict: null,
  };
}

/** The editor with what was typed, and beside it what somebody else saved meanwhile. */
export function conflictPage(
  theirs: Draft,
  history: DraftHistory,
  mine: DraftTexts,
  check: DraftCheck,
  language: Language,
): DraftPage {
  const page = draftPage(theirs, history, check, language);
  return {
    ...page,
    texts: textFields(mine, check, language),
    conflict: { name: theirs.updatedByName, revision: theirs.revision, texts: textFields(theirs, check, language) },
  };
}

/** What a step did and who did it. */
export function stepWords(step: StepLine | null, language: Language): string | null {
  if (!step) return null;
  return translator(language)('draftForms.stepBy', { what: translateMessage(step.label, language), name: step.doneByName });
}

/** The choice of versions from which a draft can begin. */
export function versionOptions(entries: readonly LibraryEntry[], language: Language): NewDraftPage['versions'] {
  const t = translator(language);
  return entries.map(({ criteria, line }) => ({
    value: `${criteria.id}@${criteria.version}`,
    label: t(line.retired ? 'drafts.retiredOption' : 'drafts.versionOption', {
      title: textIn(criteria.title, language, criteria.language),
      version: criteria.version,
    }),
  }));
}

export function versionView(criteria: Criteria, hash: string, previous: string | null, language: Language): VersionView {
  const title = textIn(criteria.title, language, criteria.language);
  return { title, id: criteria.id, version: criteria.version, hash, previous };
}
