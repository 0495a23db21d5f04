import { type Problem, problemText } from '../../catalog/source/problem.ts';
import type { Path } from '../../catalog/source/yaml-source.ts';
import type { Language } from '../../i18n/language.ts';
import { overlayField } from '../criteria-drafts/draft-texts.ts';
import { nameOf } from './clause-addresses.ts';
import { isInput, otherPrefix, type Values } from './field-spec.ts';
import { at, textOf } from './field-values.ts';
import type { FormTarget, OpenDraft } from './form-target.ts';

/** A problem at the form, and where that can be told the field, in which it can be mended. */
export interface FormProblem {
  readonly text: string;
  /** The form; null for a problem that only the text shows. */
  readonly at: string | null;
  readonly place: string;
  /** The name of the field in the form that is open. */
  readonly field: string | null;
}

/** Every problem of a draft as the forms tell it. `rows`: which typed rows the entries of the open form's lists are. */
export function formProblems(
  draft: OpenDraft,
  open: FormTarget,
  values: Values,
  rows: ReadonlyMap<string, readonly number[]>,
  language: Language,
): FormProblem[] {
  return draft.check.problems.map((problem) => {
    const place = placeOf(draft, problem);
    const field = place.at === open.at ? fieldOf(open, place.rest, values, rows, place.isOther) : null;
    return { text: problemText(problem, language), at: place.at, place: place.name, field };
  });
}

interface ProblemPlace {
  readonly at: string | null;
  readonly name: string;
  readonly rest: Path;
  readonly isOther: boolean;
}

function placeOf(draft: OpenDraft, { file, path, line, column }: Problem): ProblemPlace {
  const { t } = draft.words;
  const isOther = file === overlayField(draft.otherLanguage);
  if (!path || (file !== 'source' && !isOther)) {
    return { at: null, name: t('drafts.place', { line, column }), rest: [], isOther };
  }
  return { ...(isOther ? otherPlace(draft, path) : ownPlace(draft, path)), isOther };
}

function ownPlace(draft: OpenDraft, path: Path): Omit<ProblemPlace, 'isOther'> {
  const { words } = draft;
  const [top, second] = path;
  if (top === 'clauses') return clausePlace(draft, path) ?? headPlace(draft, path);
  if (top === 'scales' && second !== undefined) {
    return { at: `scale:${second}`, name: words.t('draftForms.scaleName', { name: String(second) }), rest: path.slice(2) };
  }
  if ((top === 'grades' || top === 'gates') && typeof second === 'number') return entryPlace(draft, top, second, path.slice(2));
  if (top === 'adjustments' || top === 'maturity' || top === 'certification') {
    return { at: top, name: words.t(`sheets.sheet.${top}`), rest: path.slice(1) };
  }
  return headPlace(draft, path);
}

function clausePlace({ places, words }: OpenDraft, path: Path): Omit<ProblemPlace, 'isOther'> | null {
  const clause = places?.around(path);
  if (!clause || !places) return null;
  const name = nameOf(clause, words.t('drafts.untitled'));
  return { at: `clause:${places.keyOf(clause)}`, name, rest: path.slice(clause.path.length) };
}

function entryPlace({ own, words }: OpenDraft, list: 'grades' | 'gates', index: number, rest: Path) {
  const entry = at(own, [list, index]);
  const called = textOf(at(entry, [list === 'grades' ? 'label' : 'title'])) || textOf(at(entry, ['id']));
  return { at: `${list.slice(0, -1)}:${index}`, name: called || words.t('drafts.untitled'), rest };
}

function headPlace({ words }: OpenDraft, rest: Path): Omit<ProblemPlace, 'isOther'> {
  return { at: 'head', name: words.t('draftForms.head'), rest };
}

function otherPlace(draft: OpenDraft, path: Path): Omit<ProblemPlace, 'isOther'> {
  const { places, words, own } = draft;
  const [top, second] = path;
  const clause = top === 'clauses' ? places?.find(String(second)) : undefined;
  if (clause && places) {
    return { at: `clause:${places.keyOf(clause)}`, name: nameOf(clause, words.t('drafts.untitled')), rest: path.slice(2) };
  }
  if (top === 'scales' && at(own, ['scales', String(second)]) !== undefined) {
    return { at: `scale:${second}`, name: words.t('draftForms.scaleName', { name: String(second) }), rest: path };
  }
  if (top === 'maturity') return { at: 'maturity', name: words.t('sheets.sheet.maturity'), rest: path };
  if (top === 'deadlines' || top === 'documents' || top === 'checks')
    return { at: 'certification', name: words.t('sheets.sheet.certification'), rest: path };
  if (top === 'grounds') return { at: 'adjustments', name: words.t('sheets.sheet.adjustments'), rest: path };
  return { at: 'head', name: words.t('draftForms.head'), rest: path };
}

/** The field of that value, or of the nearest one around it; null when the form has none. */
function fieldOf(
  { groups }: FormTarget,
  rest: Path,
  values: Values,
  rows: ReadonlyMap<string, readonly number[]>,
  isOther: boolean,
): string | null {
  const fields = groups.flatMap((group) => group.fields);
  if (isOther) {
    const found = fields.find((field) => isInput(field) && field.other?.join('.') === rest.join('.'));
    return found ? otherPrefix + found.name : null;
  }
  for (let length = rest.length; length > 0; length -= 1) {
    const name = typedName(rest.slice(0, length), rows);
    if (name in values || fields.some((field) => field.name === name)) return name;
    // A problem with a row as a whole stands at its first field.
    const first = Object.keys(values).find((key) => key.startsWith(`${name}.`));
    if (first && length === rest.length) return first;
  }
  return rest[0] === 'scale' && 'scaleName' in values ? 'scaleName' : null;
}

function typedName(path: Path, rows: ReadonlyMap<string, readonly number[]>): string {
  const index = path.findIndex((step) => typeof step === 'number');
  const list = path.slice(0, index).join('.');
  const typed = index < 0 ? undefined : rows.get(list)?.[Number(path[index])];
  return typed === undefined ? path.join('.') : [list, typed, ...path.slice(index + 1)].join('.');
}
