import type { Language } from '../../i18n/language.ts';
import { languageName } from '../../i18n/language-name.ts';
import { translateMessage, translator } from '../../i18n/translate.ts';
import type { PageFrame } from '../../web/pages.ts';
import { stepWords } from '../criteria-drafts/draft-pages.ts';
import type { DraftHistory } from '../criteria-drafts/draft-step-store.ts';
import type { Draft } from '../criteria-drafts/draft-store.ts';
import { nameOf } from './clause-addresses.ts';
import type { Choice, Values } from './field-spec.ts';
import { valuesOf } from './field-values.ts';
import { fieldId, type GroupView, groupViews } from './field-views.ts';
import { type FormNav, formNav } from './form-nav.ts';
import { type FormProblem, formProblems } from './form-problems.ts';
import type { FormTarget, OpenDraft } from './form-target.ts';
import { isListedKind } from './listed-entries.ts';
import { pointsState } from './points-left.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'draft-forms/edit': FormPage;
    'draft-forms/_check': FormCheck;
    'draft-forms/broken': BrokenPage;
  }
}

export interface FormPage extends PageFrame {
  readonly base: string;
  readonly draftTitle: string;
  readonly revision: number;
  readonly saved: { readonly by: string; readonly at: string };
  readonly nav: FormNav;
  readonly form: FormSheet;
  readonly check: FormCheck;
  readonly undo: string | null;
  readonly redo: string | null;
  /** What somebody else saved meanwhile. */
  readonly conflict: string | null;
  /** Why the last deed was not done. */
  readonly refusal: string | null;
}

export interface FormSheet {
  readonly at: string;
  readonly kind: FormTarget['kind'];
  readonly name: string;
  readonly groups: readonly GroupView[];
  readonly own: string;
  readonly other: string;
  readonly parents: readonly Choice[];
  readonly isRemovable: boolean;
}

export interface FormCheck {
  readonly base: string;
  readonly problems: readonly (FormProblem & { readonly id: string | null })[];
  readonly more: number;
  readonly sums: readonly SumLine[];
  readonly translations: readonly { readonly language: string; readonly percent: number }[];
}

/** A section whose points do not add up. */
export interface SumLine {
  readonly at: string;
  readonly name: string;
  readonly state: 'short' | 'over';
  readonly found: string;
  readonly stated: string;
  readonly by: string;
}

/** The text cannot be read as YAML: the forms can show nothing of it. */
export interface BrokenPage extends PageFrame {
  readonly base: string;
  readonly problems: readonly { readonly place: string; readonly text: string }[];
}

const mostProblems = 60;
const mostSums = 20;

export interface FormShown {
  readonly saved: Draft;
  readonly history: DraftHistory;
  readonly draft: OpenDraft;
  readonly target: FormTarget;
  /** What was typed and is not saved; null: the form as it stands. */
  readonly typed: Values | null;
  readonly conflict: string | null;
  readonly refusal: string | null;
}

export function formPage(shown: FormShown, language: Language): FormPage {
  const { saved, history, draft, target, typed } = shown;
  const t = translator(language);
  const stands = valuesOf(target.groups, target.own, target.other);
  const values = typed ?? stands;
  const problems = formProblems(draft, target, values, new Map(), language);
  const state = { values, errors: errorsAt(problems), stands: shown.conflict === null ? null : stands };
  const base = `/criteria/drafts/${saved.id}`;
  return {
    title: `${target.name} · ${saved.title || t('drafts.untitled')}`,
    layout: 'workbench',
    base,
    draftTitle: saved.title || t('drafts.untitled'),
    revision: saved.revision,
    saved: { by: saved.updatedByName, at: saved.updatedAt },
    nav: formNav(draft, problems),
    form: {
      at: target.at,
      kind: target.kind,
      name: target.name,
      groups: groupViews(target.groups, state),
      own: languageName(draft.ownLanguage),
      other: languageName(draft.otherLanguage),
      parents: target.clause ? parentsFor(draft, target) : [],
      isRemovable: target.kind === 'clause' || target.kind === 'scale' || isListedKind(target.kind),
    },
    check: checkOf(base, draft, problems),
    undo: stepWords(history.undo, language),
    redo: stepWords(history.redo, language),
    conflict: shown.conflict,
    refusal: shown.refusal,
  };
}

/** What the check says of what stands in the fields now. */
export function formCheck(
  base: string,
  draft: OpenDraft,
  target: FormTarget,
  values: Values,
  rows: ReadonlyMap<string, readonly number[]>,
  language: Language,
): FormCheck {
  return checkOf(base, draft, formProblems(draft, target, values, rows, language));
}

export function brokenPage(saved: Draft, draft: OpenDraft, language: Language): BrokenPage {
  const t = translator(language);
  return {
    title: saved.title || t('drafts.untitled'),
    layout: 'narrow',
    base: `/criteria/drafts/${saved.id}`,
    problems: draft.check.problems.slice(0, mostProblems).map((problem) => ({
      place: t('drafts.place', { line: problem.line, column: problem.column }),
      text: translateMessage(problem.message, language),
    })),
  };
}

function checkOf(base: string, draft: OpenDraft, problems: readonly FormProblem[]): FormCheck {
  return {
    base,
    problems: problems.slice(0, mostProblems).map((problem) => ({ ...problem, id: problem.field && fieldId(problem.field) })),
    more: Math.max(0, problems.length - mostProblems),
    sums: sumLines(draft).slice(0, mostSums),
    translations: draft.check.translations.map(({ language, percent }) => ({
      language: languageName(language),
      percent,
    })),
  };
}

function sumLines({ check, places, words }: OpenDraft): SumLine[] {
  return (check.draft?.all ?? []).flatMap((clause) => {
    const sum = pointsState(clause);
    if (!sum || sum.state === 'same' || !places) return [];
    return [{ ...sum, state: sum.state, at: `clause:${places.keyOf(clause)}`, name: nameOf(clause, words.t('drafts.untitled')) }];
  });
}

function errorsAt(problems: readonly FormProblem[]): Map<string, string[]> {
  const errors = new Map<string, string[]>();
  for (const { field, text } of problems) if (field) errors.set(field, [...(errors.get(field) ?? []), text]);
  return errors;
}

/** Where the clause may be moved: the top, and every clause that is not itself or below it. */
function parentsFor({ check, places, words }: OpenDraft, { clause }: FormTarget): Choice[] {
  const isBelow = (one: NonNullable<FormTarget['clause']>): boolean =>
    one === clause || (one.parent !== null && isBelow(one.parent));
  const others = (check.draft?.all ?? []).filter((one) => !isBelow(one) && one !== clause?.parent);
  return others.flatMap((one) => (places ? [{ value: places.keyOf(one), label: nameOf(one, words.t('drafts.untitled')) }] : []));
}
