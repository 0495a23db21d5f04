import { message } from '../../i18n/translate.ts';
import { scaleForm } from '../forms/clause-form.ts';
import { gateForm, gradeForm, headForm } from '../forms/criteria-form.ts';
import { overlayForm } from '../forms/overlay-form.ts';
import type { PartForm } from '../forms/part.ts';
import { assessedPartForm, profileForm, variantForm } from '../forms/variant-forms.ts';
import type { OverlayFileForm } from '../sheets/file-form.ts';
import type { ImportNotes } from './import-report.ts';
import { overlayResource, readJson } from './oscal-own.ts';
import { propOf } from './oscal-parts.ts';
import { type OwnHead, ownHeadKeys } from './own-head.ts';
import { mapOf, mapsOf, type SourceMap, textOf } from './source-values.ts';

const entryForms: Readonly<Record<string, PartForm<unknown>>> = {
  grades: gradeForm,
  gates: gateForm,
  variants: variantForm,
  profiles: profileForm,
  parts: assessedPartForm,
};

/** What our own export says of the criteria as a whole; null where the catalog is not from us. What cannot be read is told. */
export function ownHead(metadata: SourceMap, place: string, notes: ImportNotes): OwnHead | null {
  if (propOf(metadata, 'criteria-id') === '') return null;
  const found = ownHeadKeys.flatMap((key) => {
    const json = propOf(metadata, propName(key));
    if (json === '') return [];
    const value = readKey(key, readJson(json));
    if (value === undefined) notes.oddities.push({ place, text: message('imports.ownPropertyUnread', { name: propName(key) }) });
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(found);
}

/** Names of properties in OSCAL are spelt with hyphens. */
export function propName(key: string): string {
  return key.replaceAll('_', '-');
}

/** The value as a file would have it; undefined when a file could not. */
function readKey(key: (typeof ownHeadKeys)[number], value: unknown): unknown {
  const read = headForm.partial.safeParse({ [key]: value });
  if (!read.success) return undefined;
  if (key === 'scales') return readEach(Object.entries(read.data.scales ?? {}), scaleForm, Object.fromEntries);
  const form = entryForms[key];
  if (!form) return read.data[key];
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return readEach([...list.entries()], form, (entries) => entries.map(([, entry]) => entry));
}

function readEach<Key, Value, To>(
  entries: readonly (readonly [Key, unknown])[],
  form: PartForm<Value>,
  join: (entries: (readonly [Key, Value])[]) => To,
): To | undefined {
  const read = entries.flatMap(([key, value]) => {
    const one = form.whole.safeParse(value);
    return one.success ? [[key, one.data] as const] : [];
  });
  return read.length === entries.length ? join(read) : undefined;
}

/** The overlays that our own export carries in its back matter. */
export function ownOverlays(catalog: SourceMap, place: string, notes: ImportNotes): OverlayFileForm[] {
  const resources = mapsOf(mapOf(catalog['back-matter']).resources).filter((one) => propOf(one, overlayResource) !== '');
  return resources.flatMap((resource) => {
    const json = Buffer.from(textOf(mapOf(resource.base64).value), 'base64').toString('utf8');
    const read = overlayForm.safeParse(readJson(json));
    if (read.success) return [read.data];
    notes.oddities.push({ place, text: message('imports.ownPropertyUnread', { name: overlayResource }) });
    return [];
  });
}
