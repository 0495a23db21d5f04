import type { ClauseDraft } from '../../catalog/criteria/draft.ts';
import type { Position } from '../../catalog/edit/criteria-texts.ts';
import type { WantedMap } from '../../catalog/edit/write-node.ts';
import type { Path } from '../../catalog/source/yaml-source.ts';
import { isLanguage, type Language, languages } from '../../i18n/language.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { type DraftCheck, overlayField } from '../criteria-drafts/draft-texts.ts';
import { certificationGroups } from './certification-spec.ts';
import { assessedPartGroups, choiceGroups, choiceNamesOf } from './choice-fields.ts';
import { type ClausePlaces, clausePlaces, nameOf, positionOf } from './clause-addresses.ts';
import { clauseGroups } from './clause-spec.ts';
import { conditionsForRows, conditionsOfRows } from './condition-rows.ts';
import type { Choice, FieldGroup } from './field-spec.ts';
import { at, textOf } from './field-values.ts';
import { fromClauseForm, toClauseForm } from './form-clause.ts';
import { type FormWords, formWords } from './form-words.ts';
import { isListedKind, type ListedKind, listedKinds } from './listed-entries.ts';
import {
  adjustmentGroups,
  type ConditionNames,
  gateGroups,
  gradeGroups,
  headGroups,
  maturityGroups,
  scaleGroups,
} from './part-specs.ts';

/** A part of a draft that has a form. */
export interface FormTarget {
  /** As it stands in addresses: `clause:repair-records`, `head`, `scale:three`, `grade:0`. */
  readonly at: string;
  readonly kind: TargetKind;
  /** The id, name or index after the colon. */
  readonly key: string;
  readonly name: string;
  readonly path: Path;
  readonly groups: readonly FieldGroup[];
  /** Its values as they stand in the file, in the shape that the fields have. */
  readonly own: unknown;
  /** Where its texts stand in an overlay. */
  readonly otherPath: Path;
  readonly other: unknown;
  /** What is wanted in the fields, in the shape of the file. */
  readonly toFile: (wanted: WantedMap) => WantedMap;
  readonly clause: ClauseDraft | null;
  readonly position: Position;
}

export const partKinds = ['head', 'adjustments', 'maturity', 'certification'] as const;
export type TargetKind = (typeof partKinds)[number] | ListedKind | 'clause' | 'scale';

/** A draft as far as the forms can show it. */
export interface OpenDraft {
  readonly check: DraftCheck;
  readonly own: unknown;
  /** The language of the overlay that stands beside the file. */
  readonly otherLanguage: Language;
  readonly ownLanguage: Language;
  readonly other: unknown;
  readonly places: ClausePlaces | null;
  readonly words: FormWords;
}

export function openForForms(check: DraftCheck, language: Language): OpenDraft {
  const own = check.sources?.own.value;
  const named = textOf(at(own, ['language']));
  const ownLanguage = isLanguage(named ?? undefined) ? (named as Language) : 'zh-CN';
  const otherLanguage = languages.find((one) => one !== ownLanguage) ?? 'en';
  const overlay = check.sources?.overlays.find(({ file }) => file === overlayField(otherLanguage));
  const places = check.draft && clausePlaces(check.draft);
  return { check, own, ownLanguage, otherLanguage, other: overlay?.value, places, words: formWords(language) };
}

/** The part of that address. Throws `not_found`. */
export function findTarget(draft: OpenDraft, address: string): FormTarget {
  const [kind = '', key = ''] = splitAddress(address);
  const target = targetOf(draft, kind, key);
  if (!target) throw new AppError('not_found', message('error.notFound'));
  return target;
}

function splitAddress(address: string): [string, string] {
  const colon = address.indexOf(':');
  return colon < 0 ? [address, ''] : [address.slice(0, colon), address.slice(colon + 1)];
}

function targetOf(draft: OpenDraft, kind: string, key: string): FormTarget | null {
  const { words, own } = draft;
  const { t } = words;
  if (kind === 'clause') return clauseTarget(draft, key);
  if (kind === 'head') return part(draft, 'head', [], t('draftForms.head'), headGroups(words));
  if (kind === 'adjustments') return part(draft, kind, [kind], t('sheets.sheet.adjustments'), adjustmentGroups(words));
  if (kind === 'certification') return part(draft, kind, [kind], t('sheets.sheet.certification'), certificationGroups(words));
  if (kind === 'maturity')
    return { ...part(draft, kind, [kind], t('sheets.sheet.maturity'), maturityGroups(words)), toFile: levelsToList };
  if (kind === 'scale') {
    if (at(own, ['scales', key]) === undefined) return null;
    return scaleTarget(draft, key);
  }
  return isListedKind(kind) ? listed(draft, kind, key) : null;
}

/** The name of a scale is no value in it but its key. */
function scaleTarget(draft: OpenDraft, key: string): FormTarget {
  const name = draft.words.t('draftForms.scaleName', { name: key });
  const base = part(draft, 'scale', ['scales', key], name, scaleGroups(draft.words, key));
  const toFile = ({ name: _, ...rest }: WantedMap) => rest;
  return { ...base, at: `scale:${key}`, key, own: { ...Object(base.own), name: key }, toFile };
}

function part(draft: OpenDraft, kind: TargetKind, path: Path, name: string, groups: readonly FieldGroup[]): FormTarget {
  const own = at(draft.own, path);
  return {
    at: kind,
    kind,
    key: '',
    name,
    path,
    groups,
    own,
    otherPath: [],
    other: draft.other,
    toFile: (wanted) => wanted,
    clause: null,
    position: [],
  };
}

function listed(draft: OpenDraft, kind: ListedKind, key: string): FormTarget | null {
  const { list, name: nameKey } = listedKinds[kind];
  const path = [list, Number(key)];
  const value = at(draft.own, path);
  if (!/^\d{1,4}$/.test(key) || value === undefined) return null;
  const id = textOf(at(value, ['id'])) ?? '';
  const name = textOf(at(value, [nameKey])) || id || draft.words.t('drafts.untitled');
  const base = part(draft, kind, path, name, listedGroups(draft, kind, id));
  return { ...base, at: `${kind}:${key}`, key, own: conditionsForRows(value), toFile: conditionsOfRows };
}

function listedGroups(draft: OpenDraft, kind: ListedKind, id: string): FieldGroup[] {
  switch (kind) {
    case 'variant':
    case 'profile':
      return choiceGroups(draft.words, kind, id);
    case 'part':
      return assessedPartGroups(draft.words, id, topClauses(draft));
    case 'grade':
      return gradeGroups(draft.words, id, conditionNames(draft));
    case 'gate':
      return gateGroups(draft.words, id, conditionNames(draft));
  }
}

function topClauses({ check, words }: OpenDraft): Choice[] {
  return (check.draft?.clauses ?? []).flatMap((clause) =>
    clause.form.id === undefined ? [] : [{ value: clause.form.id, label: nameOf(clause, words.t('drafts.untitled')) }],
  );
}

function conditionNames({ check, own, places, words }: OpenDraft): ConditionNames {
  const clauses = (check.draft?.all ?? []).flatMap((clause) =>
    clause.form.id === undefined || !places ? [] : [{ value: clause.form.id, label: nameOf(clause, words.t('drafts.untitled')) }],
  );
  const named = (kind: ListedKind): Choice[] => {
    const entries = at(own, [listedKinds[kind].list]);
    return (Array.isArray(entries) ? entries : []).flatMap((entry: unknown) => {
      const id = textOf(at(entry, ['id']));
      return id ? [{ value: id, label: textOf(at(entry, [listedKinds[kind].name])) || id }] : [];
    });
  };
  return { clauses, grades: named('grade'), parts: named('part') };
}

function clauseTarget(draft: OpenDraft, key: string): FormTarget | null {
  const clause = draft.places?.find(key);
  if (!clause || !draft.places) return null;
  const { form, role, parent, path } = clause;
  const own = at(draft.own, path);
  const isInner = clause.children.length > 0 || at(own, ['clauses']) !== undefined;
  const scales = at(draft.own, ['scales']);
  const groups = clauseGroups(draft.words, {
    isInner,
    isRated: role === 'leaf' || role === 'own' || (role === 'inner' && at(own, ['rate_by']) !== undefined),
    isExplaining: role === 'explaining' && form.points === undefined,
    hasWeight: parent?.form.aggregate === 'weighted-mean' || form.weight !== undefined,
    hasMaturity: at(draft.own, ['maturity']) !== undefined || at(own, ['maturity']) !== undefined,
    scales: typeof scales === 'object' && scales !== null ? Object.keys(scales) : [],
    choices: choiceNamesOf(draft.own),
    own,
  });
  const otherPath = ['clauses', form.id ?? ''];
  return {
    at: `clause:${draft.places.keyOf(clause)}`,
    kind: 'clause',
    key,
    name: nameOf(clause, draft.words.t('drafts.untitled')),
    path,
    groups,
    own: toClauseForm(own),
    otherPath,
    other: form.id === undefined ? undefined : at(draft.other, otherPath),
    toFile: fromClauseForm,
    clause,
    position: positionOf(clause),
  };
}

function levelsToList({ levels, ...rest }: WantedMap): WantedMap {
  const named = ['0', '1', '2', '3', '4'].map((index) => textOf(at(levels, [index])) ?? '');
  return { ...rest, levels: named.some((name) => name !== '') ? named : undefined };
}
