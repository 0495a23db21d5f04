import type { Position } from '../../catalog/edit/criteria-texts.ts';
import { type Message, message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { DraftTexts } from '../criteria-drafts/draft-texts.ts';
import type { Values } from './field-spec.ts';
import { copyOf, directions, moveBelow, stepClause, withFields, withNewClause, without } from './form-deeds.ts';
import type { FormTarget, OpenDraft } from './form-target.ts';
import { entryKinds, withNewEntry } from './new-entries.ts';

export const formDeeds = ['save', 'move', 'copy', 'removal', 'additions'] as const;
export type FormDeed = (typeof formDeeds)[number];

export interface Done {
  readonly texts: DraftTexts;
  readonly label: Message;
  /** The form to go on with; null: that of the clause at `position`. */
  readonly at: string | null;
  readonly position: Position;
}

/** What a form asks for: first its fields, then the deed of its button, together one step. */
export function doDeed(texts: DraftTexts, draft: OpenDraft, target: FormTarget, deed: FormDeed, values: Values): Done {
  const isRemoved = deed === 'removal';
  const filled = isRemoved ? texts : withFields(texts, draft, target, values);
  const name = target.name;
  if (deed === 'save') {
    return {
      texts: filled,
      label: message('draftForms.stepSave', { name }),
      at: addressAfterSaving(target, values),
      position: target.position,
    };
  }
  if (isRemoved) return removed(filled, draft, target);
  if (deed === 'additions') return added(filled, draft, target, values.add ?? '');
  const { clause } = target;
  if (!clause) throw new AppError('not_found', message('error.notFound'));
  if (deed === 'copy') return { ...copyOf(filled, clause), label: message('draftForms.stepCopy', { name }), at: null };
  return { ...moved(filled, draft, target, values), label: message('draftForms.stepMove', { name }), at: null };
}

/** A scale is found by its name, which may be a new one; a clause by where it stands. */
function addressAfterSaving({ at, kind, clause }: FormTarget, values: Values): string | null {
  if (clause) return null;
  const name = (values.name ?? '').trim();
  return kind === 'scale' && name !== '' ? `scale:${name}` : at;
}

function moved(texts: DraftTexts, draft: OpenDraft, { clause, position }: FormTarget, values: Values) {
  const top = draft.check.draft?.clauses ?? [];
  const direction = directions.find((one) => one === values.to);
  if (!clause) return { texts, position };
  if (direction) return stepClause(texts, clause, clause.parent?.children ?? top, direction);
  if (values.parent === '') return moveBelow(texts, clause, null, top.length);
  const parent = draft.places?.find(values.parent ?? '');
  if (!parent) throw new AppError('invalid', message('draftForms.chooseParent'));
  return moveBelow(texts, clause, parent, top.length);
}

function removed(texts: DraftTexts, draft: OpenDraft, target: FormTarget): Done {
  const label = message('draftForms.stepRemove', { name: target.name });
  const parent = target.clause?.parent;
  const at = parent && draft.places ? `clause:${draft.places.keyOf(parent)}` : 'head';
  return { texts: without(texts, target), label, at, position: [] };
}

/** `child` and `sibling` of the clause that is open, `clause` at the top; or an entry of a list, by its kind. */
function added(texts: DraftTexts, draft: OpenDraft, { clause }: FormTarget, what: string): Done {
  const entry = entryKinds.find((kind) => kind === what);
  if (entry) return { ...withNewEntry(texts, draft, entry), label: message('draftForms.stepAdd'), position: [] };
  const label = message('draftForms.stepAddClause');
  if (what === 'child' && clause) return { ...withNewClause(texts, draft, clause, null), label, at: null };
  if (what === 'sibling' && clause) return { ...withNewClause(texts, draft, clause.parent, clause), label, at: null };
  return { ...withNewClause(texts, draft, null, null), label, at: null };
}
