import type { ClauseDraft } from '../../catalog/criteria/draft.ts';
import { addClause, changeClause, copyClause, moveClause, removeClause, type Spot } from '../../catalog/edit/clause-deeds.ts';
import { freshName, nextNumber } from '../../catalog/edit/clause-names.ts';
import type { Position } from '../../catalog/edit/criteria-texts.ts';
import { addEntry, changeOverlayHeads, changePart, removeEntry, removeScale } from '../../catalog/edit/part-deeds.ts';
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
import { missingPoints } from './points-left.ts';

/** What the fields of a part ask for, in the shape of the file. */
export function wantedFor(target: FormTarget, values: Values): WantedPart {
  const wanted = wantedOf(target.groups, values, target.other);
  return { ...wanted, own: target.toFile(wanted.own), other: underNewId(target, wanted) };
}

/** The text of a grade or gate in the other language follows its id. */
function underNewId({ kind, own: before }: FormTarget, { own, other }: WantedPart): WantedMap {
  const list = `${kind}s`;
  const texts = other[list];
  const old = textOf(at(before, ['id'])) ?? '';
  if ((kind !== 'grade' && kind !== 'gate') || !isWantedMap(texts) || typeof own.id !== 'string' || own.id === old) return other;
  return { ...other, [list]: { [old]: undefined, ...(own.id === '' ? {} : { [own.id]: texts[old] }) } };
}

/** The texts after the fields of a part were filled in. */
export function withFields(texts: DraftTexts, draft: OpenDraft, target: FormTarget, values: Values): DraftTexts {
  const { own, other } = wantedFor(target, values);
  const translations = Object.keys(other).length > 0 ? { [draft.otherLanguage]: other } : {};
  if (target.kind === 'clause') return changeClause(texts, target.position, own, translations);
  const changed = changePart(texts, target.path, own, translations);
  return target.kind === 'head' ? changeOverlayHeads(changed) : changed;
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
  if (kind === 'grade' || kind === 'gate') return removeEntry(texts, `${kind}s`, Number(key), textOf(at(own, ['id'])) ?? '');
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

export const entryKinds = ['scale', 'grade', 'gate'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** A new scale, grade or gate, and the address of its form. */
export function withNewEntry(
  texts: DraftTexts,
  draft: OpenDraft,
  kind: EntryKind,
): { readonly texts: DraftTexts; readonly at: string } {
  const own = draft.ownLanguage === 'en';
  if (kind === 'scale') {
    const scales = at(draft.own, ['scales']);
    const name = freshName('new-scale', new Set(Object.keys(typeof scales === 'object' && scales !== null ? scales : {})));
    const level = (value: string, share: string, label: string) => ({
      value: new PlainNumber(value),
      share: new PlainNumber(share),
      label,
    });
    const levels = own
      ? [level('0', '0', 'Not done'), level('1', '0.5', 'Partly done'), level('2', '1', 'Fully done')]
      : [level('0', '0', '未做到'), level('1', '0.5', '部分做到'), level('2', '1', '完全做到')];
    return { texts: changePart(texts, [], { scales: { [name]: { levels } } }, {}), at: `scale:${name}` };
  }
  const list = at(draft.own, [`${kind}s`]);
  const entries: readonly unknown[] = Array.isArray(list) ? list : [];
  const id = freshName(`new-${kind}`, new Set(entries.map((entry) => textOf(at(entry, ['id'])) ?? '')));
  const wanted: WantedMap =
    kind === 'grade'
      ? { id, label: own ? 'New grade' : '新等级', from: new PlainNumber(freeBound(entries)) }
      : { id, title: own ? 'New gate' : '新限制', requires: [firstCondition(draft)] };
  return { texts: addEntry(texts, `${kind}s`, wanted), at: `${kind}:${entries.length}` };
}

/** A bound that no grade has yet. */
function freeBound(grades: readonly unknown[]): string {
  const taken = new Set(grades.map((grade) => textOf(at(grade, ['from']))));
  return ['60', '70', '80', '90', '95', '50', '40'].find((bound) => !taken.has(bound)) ?? '0';
}

function firstCondition({ check }: OpenDraft): WantedMap {
  const id = check.draft?.clauses[0]?.form.id ?? '';
  return { clause: id, rate_at_least: new PlainNumber('0.6') };
}
