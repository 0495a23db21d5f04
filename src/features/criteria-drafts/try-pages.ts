import type { Language } from '../../i18n/language.ts';
import { message, translator } from '../../i18n/translate.ts';
import { ratedClauses, textIn } from '../../model/clauses.ts';
import type { Criteria } from '../../model/criteria.ts';
import { AppError } from '../../model/errors.ts';
import { evidenceKindText } from '../../model/evidence-kind-words.ts';
import type { FormState } from '../../web/forms.ts';
import type { PageFrame } from '../../web/pages.ts';
import type { ChoiceView } from '../criteria/choice-view.ts';
import { explainRating } from '../ratings/rating-words.ts';
import { type TreeItem, treeItems } from '../workbench/clause-tree.ts';
import { type Ledger, toLedger } from '../workbench/ledger.ts';
import { describeClause, innerWords, nameOf, neighbours, pathTo } from '../workbench/sheet.ts';
import { type RatingControl, type SheetPage, toControl } from '../workbench/workbench-pages.ts';
import { scoreTrial, type Tried } from './trial.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'criteria-drafts/try': TryPage;
  }
}

/** What an assessor sees of criteria, with ratings that only stand on the page. */
export interface TryPage extends PageFrame {
  readonly address: string;
  /** The variant and profile that is tried; null for criteria without any. */
  readonly choice: ChoiceView | null;
  readonly back: { readonly address: string; readonly text: string };
  readonly tree: readonly TreeItem[];
  readonly sheet: TrySheet;
  readonly ledger: Ledger;
  /** As JSON, for the form to send along. */
  readonly tried: string;
}

export interface TrySheet
  extends Pick<SheetPage, 'clause' | 'path' | 'children' | 'words' | 'previous' | 'next' | 'nextUnrated'> {
  /** null: an inner clause, which is not rated itself. */
  readonly control: RatingControl | null;
  readonly form: FormState;
  readonly expected: readonly { readonly kind: string; readonly title: string; readonly required: boolean }[];
}

/** Where criteria are tried, and where one came from. */
export type TryPlace = Pick<TryPage, 'address' | 'choice' | 'back'>;

/** With `open` null the first rated clause. Throws `not_found` for a clause that the criteria lack. */
export function tryPage(criteria: Criteria, place: TryPlace, tried: Tried, open: string | null, language: Language): TryPage {
  const clauseId = open ?? ratedClauses(criteria)[0]?.id ?? '';
  const path = pathTo(criteria.clauses, clauseId);
  const clause = path.at(-1);
  if (!clause) throw new AppError('not_found', message('error.notFound'));

  const { result, ratings, errors } = scoreTrial(criteria, tried, clauseId);
  const title = textIn(criteria.title, language, criteria.language);
  return {
    title: translator(language)('drafts.tryTitle', { title }),
    layout: 'workbench',
    ...place,
    tree: treeItems(criteria, result, new Map(), language).map((item) => ({ ...item, needsEvidence: false })),
    ledger: toLedger({
      assessment: { id: '' },
      criteria,
      result,
      rights: { closeRating: false, finish: false },
      own: 0,
      language,
    }),
    tried: JSON.stringify(tried),
    sheet: {
      clause: describeClause(clause, criteria, language),
      path: path.slice(0, -1).map((parent) => ({ id: parent.id, name: nameOf(parent, criteria, language) })),
      control: clause.method && toControl(clause.method, clause.points, criteria, language),
      children: clause.method
        ? []
        : clause.clauses.map((child) => ({ id: child.id, name: nameOf(child, criteria, language), points: child.points })),
      form: { values: tried[clauseId] ?? {}, errors },
      words: clause.method
        ? explainRating(criteria, clause, ratings.get(clauseId) ?? null, language)
        : innerWords(criteria, result, clauseId, language),
      expected: clause.evidence.map(({ kind, title: name, required }) => ({
        kind: evidenceKindText(kind, language),
        title: textIn(name, language, criteria.language),
        required,
      })),
      ...neighbours(result, clauseId),
    },
  };
}
