import type { ClauseDraft } from '../../catalog/criteria/draft.ts';
import { addClause, changeClause, copyClause, moveClause, removeClause, type Spot } from '../../catalog/edit/clause-deeds.ts';
import { freshName, nextNumber } from '../../catalog/edit/clause-names.ts';
import type { Position } from '../../catalog/edit/criteria-texts.ts';
import { changeOverlayHeads, changePart, removeEntry, removeScale } from '../../catalog/edit/part-deeds.ts';
import { isIdentifier, isNamedKind, type Renaming, renameNamed } from '../../catalog/edit/rename-named.ts';
import { isWantedMap } from '../../catalog/edit/same-value.ts';
import type { WantedMap } from '../../catalog/edit/write-node.ts';
import { PlainNumber } from '../../catalog/source/plain-number.ts';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { DraftTexts } from '../criteria-drafts/draft-texts.ts';
import { positionOf } from './clause-addresses.ts';
import type { Values } from './field-spec.ts';
import { at, textOf } from './field-values.ts';
import { type WantedPart, wantedOf } from './field-wanted.ts';
import type { FormTarget, OpenDraft } from './form-target.ts';
import { isListedKind, listedKinds } from './listed-entries.ts';
import { missingPoints } from './points-left.ts';

/** What the fields of a part ask for, in the shape of the file. */
export function wantedFor(target: FormTarget, values: Values): WantedPart {
  const wanted = wantedOf(target.groups, values, target.other);
  return { ...wanted, own: target.toFile(wanted.own), other: underNewId(target, wanted) };
}

/** The text of an entry in the other language follows its id. */
function underNewId({ kind, own: before }: FormTarget, { own, other }: WantedPart): WantedMap {
  if (!isListedKind(kind)) return other;
  const { list } = listedKinds[kind];
  const texts = other[list];
  const old = textOf(at(before, ['id'])) ?? '';
  if (!isWantedMap(texts) || typeof own.id !== 'string' || own.id === old) return other;
  return { ...other, [list]: { [old]: undefined, ...(own.id === '' ? {} : { [own.id]: texts[old] }) } };
}

/** The texts after the fields of a part were filled in. */
export function withFields(texts: DraftTexts, draft: OpenDraft, target: FormTarget, values: Values): DraftTexts {
  const { own, other } = wantedFor(target, values);
  const translations = Object.keys(other).length > 0 ? { [draft.otherLanguage]: other } : {};
  if (target.kind === 'clause') return changeClause(texts, target.position, own, translations);
  const changed = changePart(texts, target.path, own, translations);
  if (target.kind === 'head') return changeOverlayHeads(changed);
  const named = newNameOf(draft, target, values);
  return named ? renameNamed(changed, named) : changed;
}

/**
 * The name that somebody gave to what other places of the file name; null: it keeps its own. Throws `invalid` for one that
 * is taken.
 */
export function newNameOf({ own }: OpenDraft, { kind, own: entry }: FormTarget, values: Values): Renaming | null {
  if (!isNamedKind(kind)) return null;
  const key = kind === 'scale' ? 'name' : 'id';
  const [before, after] = [textOf(at(entry, [key])) ?? '', (values[key] ?? '').trim()];
  if (before === '' || after === '' || before === after) return null;
  const taken =
    kind === 'scale'
      ? at(own, ['scales', after]) !== undefined || !isIdentifier(after)
      : isIdOf(at(own, [listedKinds[kind].list]), after);
  if (taken) throw new AppError('invalid', message('draftForms.nameTaken', { name: after }));
  return { kind, before, after };
}

function isIdOf(list: unknown, id: string): boolean {
  return Array.isArray(list) && list.some((entry: unknown) => textOf(at(entry, ['id'])) === id);
}

/** The texts after a deed, and where the clause stands then. */
export interface Moved {
  readonly texts: DraftTexts;
  readonly position: Position;
}

export const directions = ['up', 'down', 'in', 'out'] as const;
export type Direction = (typeof directions)[number];

/** One place up or down among its siblings, below the one before it, or out behind its parent. What cannot be is nothing. */
export function stepClause(
  texts: DraftTexts,
  clause: ClauseDraft,
  siblings: readonly ClauseDraft[],
  direction: Direction,
): Moved {
  const position = positionOf(clause);
  const step = stepOf(position, siblings, direction);
  return step ? to(texts, position, step.spot, step.position) : { texts, position };
}

interface Step {
  readonly spot: Spot;
  /** Where the clause stands then. */
  readonly position: Position;
}

function stepOf(position: Position, siblings: readonly ClauseDraft[], direction: Direction): Step | null {
  const [above, own] = [position.slice(0, -1), position.at(-1) ?? 0];
  const stepTo = (parent: Position, index: number, after: number): Step => ({
    spot: { parent, index },
    position: [...parent, after],
  });
  const count = siblings[own - 1]?.children.length ?? 0;
  const outside = (above.at(-1) ?? 0) + 1;
  const steps = {
    up: own > 0 ? stepTo(above, own - 1, own - 1) : null,
    down: own < siblings.length - 1 ? stepTo(above, own + 2, own + 1) : null,
    in: own > 0 ? stepTo([...above, own - 1], count, count) : null,
    out: above.length > 0 ? stepTo(above.slice(0, -1), outside, outside) : null,
  };
  return steps[direction];
}

/** Below another clause, behind those that it has; null: to the top. */
export function moveBelow(texts: DraftTexts, clause: ClauseDraft, parent: ClauseDraft | null, top: number): Moved {
  const from = positionOf(clause);
  const above = parent ? positionOf(parent) : [];
  const count = parent ? parent.children.length : top;
  const moved = moveClause(texts, from, { parent: above, index: count });
  // What stands behind the clause on its way moves up by one when it leaves.
  const depth = from.length - 1;
  const isBehind = above.length > depth && from.slice(0, -1).every((step, index) => above[index] === step);
  const shifted = above.map((step, index) => (isBehind && index === depth && step > (from[depth] ?? 0) ? step - 1 : step));
  const isSame = from.slice(0, -1).join() === above.join();
  return { texts: moved, position: [...shifted, isSame ? count - 1 : count] };
}

function to(texts: DraftTexts, from: Position, spot: Spot, position: Position): Moved {
  return { texts: moveClause(texts, from, spot), position };
}

export function copyOf(texts: DraftTexts, clause: ClauseDraft): Moved {
  const position = positionOf(clause);
  return { texts: copyClause(texts, position), position: [...position.slice(0, -1), (position.at(-1) ?? 0) + 1] };
}

export function without(texts: DraftTexts, { kind, key, clause, own }: FormTarget): DraftTexts {
  if (clause) return removeClause(texts, positionOf(clause));
  if (kind === 'scale') return removeScale(texts, key);
  if (isListedKind(kind)) return removeEntry(texts, listedKinds[kind].list, Number(key), textOf(at(own, ['id'])) ?? '');
  throw new AppError('not_found', message('error.notFound'));
}

/** A new clause: behind the others of `parent` (null: at the top), or right behind `after`. Its points are those that are missing. */
export function withNewClause(texts: DraftTexts, draft: OpenDraft, parent: ClauseDraft | null, after: ClauseDraft | null): Moved {
  const siblings = parent ? parent.children : (draft.check.draft?.clauses ?? []);
  const above = parent ? positionOf(parent) : [];
  const index = after ? (positionOf(after).at(-1) ?? 0) + 1 : siblings.length;
  const ids = new Set((draft.check.draft?.all ?? []).flatMap(({ form }) => form.id ?? []));
  const numbers = new Set((draft.check.draft?.all ?? []).flatMap(({ form }) => form.number ?? []));
  const next =
    nextNumber(siblings.map(({ form }) => form.number ?? '')) || (parent?.form.number ? `${parent.form.number}.1` : '');
  const clause: WantedMap = {
    id: freshName('new-clause', ids),
    ...(next !== '' && !numbers.has(next) ? { number: next } : {}),
    title: draft.ownLanguage === 'en' ? 'New clause' : '新条款',
    points: new PlainNumber(missingPoints(parent, siblings)),
    rate_by: 'met',
  };
  return { texts: addClause(texts, { parent: above, index }, clause), position: [...above, index] };
}
