import { checkSources } from '../../catalog/criteria/parse-criteria.ts';
import { patchValue } from '../../catalog/edit/patch-value.ts';
import { renameInValue } from '../../catalog/edit/rename-named.ts';
import type { WantedMap } from '../../catalog/edit/write-node.ts';
import type { YamlSource } from '../../catalog/source/yaml-source.ts';
import { AppError } from '../../model/errors.ts';
import { overlayField, toCheck } from '../criteria-drafts/draft-texts.ts';
import { clausePlaces } from './clause-addresses.ts';
import type { Values } from './field-spec.ts';
import { at } from './field-values.ts';
import { newNameOf, wantedFor } from './form-deeds.ts';
import type { FormTarget, OpenDraft } from './form-target.ts';

/**
 * Checks a draft with what stands in the fields of one form. No text is written or read: the values are exchanged in those
 * that were read already, so that it is quick enough for every key.
 */
export function checkTyped(draft: OpenDraft, target: FormTarget, values: Values) {
  const { own, other, rows } = wantedFor(target, values);
  const patched = patchValue(draft.own, target.path, own);
  const named = renamingTyped(draft, target, values);
  const value = named ? renameInValue(patched, named) : patched;
  const file = overlayField(draft.otherLanguage);
  const overlays = (draft.check.sources?.overlays ?? []).map((source) =>
    source.file === file
      ? checked(file, renamed(patchValue(source.value, target.otherPath, other), target, own))
      : checked(source.file, source.value),
  );
  const languages = overlays.map((source) => ({
    source,
    language: source.file === file ? draft.otherLanguage : draft.ownLanguage,
  }));
  const check = toCheck(checkSources(checked('source', value), languages));
  return { check: { check, own: value, places: check.draft && clausePlaces(check.draft) }, target, rows };
}

/** What follows a new name that is typed; nothing while it is one that cannot be taken. */
function renamingTyped(draft: OpenDraft, target: FormTarget, values: Values) {
  try {
    return newNameOf(draft, target, values);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** When a clause gets another id, its texts in the overlay follow it. */
function renamed(overlay: unknown, { kind, otherPath }: FormTarget, { id }: WantedMap): unknown {
  const before = String(otherPath[1] ?? '');
  const clauses = at(overlay, ['clauses']);
  if (kind !== 'clause' || typeof id !== 'string' || id === before || typeof clauses !== 'object' || clauses === null)
    return overlay;
  const entries = Object.entries(clauses).map(([key, texts]) => [key === before && id !== '' ? id : key, texts]);
  return { ...Object(overlay), clauses: Object.fromEntries(entries) };
}

/** Values without a text: problems are found by their paths. */
function checked(file: string, value: unknown): YamlSource {
  const start = { line: 1, column: 1 };
  return { file, value, problems: [], placeOf: () => start, placeOfKey: () => start };
}
