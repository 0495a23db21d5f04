import { isMap, isSeq } from 'yaml';
import type { Path } from '../source/yaml-source.ts';
import { changeMap } from './change-values.ts';
import { type CriteriaTexts, changeOverlays, edited, headOf, openForEditing, type WantedOverlays } from './criteria-texts.ts';
import { insertItems, removeItems } from './list-lines.ts';
import { collectionAt } from './open-yaml.ts';
import { plainAt } from './plain-of.ts';
import type { Wanted, WantedMap } from './write-node.ts';

/** Says of a part of the file what is wanted, and of its texts in other languages. A part that is missing is begun. */
export function changePart(texts: CriteriaTexts, path: Path, wanted: WantedMap, translations: WantedOverlays): CriteriaTexts {
  const yaml = openForEditing(texts.source);
  const map = collectionAt(yaml, path);
  const edits = isMap(map)
    ? changeMap(yaml, map, wanted, path.length === 0)
    : changeMap(yaml, yaml.contents, nested(path, wanted), true);
  const source = edited(yaml, edits);
  return { source, overlays: changeOverlays({ ...texts, source }, translations, headOf(openForEditing(source))) };
}

/** The overlays say to which criteria they belong. */
export function changeOverlayHeads(texts: CriteriaTexts): CriteriaTexts {
  const head = headOf(openForEditing(texts.source));
  const wanted = Object.keys(texts.overlays).map((language) => [language, { criteria: head.id, version: head.version }]);
  return { ...texts, overlays: changeOverlays(texts, Object.fromEntries(wanted), head) };
}

/** One more entry at the end of a list at the top. */
export function addEntry(texts: CriteriaTexts, key: string, wanted: WantedMap): CriteriaTexts {
  const yaml = openForEditing(texts.source);
  const list = collectionAt(yaml, [key]);
  const edits =
    isSeq(list) && list.items.length > 0
      ? insertItems(yaml, list, list.items.length, [wanted], key)
      : changeMap(yaml, yaml.contents, { [key]: [wanted] }, true);
  return { ...texts, source: edited(yaml, edits) };
}

/** Takes an entry out of a list at the top, and its text out of the overlays, where it stands under that id. */
export function removeEntry(texts: CriteriaTexts, key: string, index: number, id: string): CriteriaTexts {
  const yaml = openForEditing(texts.source);
  const list = collectionAt(yaml, [key]);
  if (!isSeq(list) || index >= list.items.length) return texts;
  const edits =
    list.items.length > 1
      ? removeItems(yaml, list, index, index + 1)
      : changeMap(yaml, yaml.contents, { [key]: undefined }, true);
  return { source: edited(yaml, edits), overlays: withoutTexts(texts, key, id) };
}

/** Takes a scale out, and its texts in other languages. */
export function removeScale(texts: CriteriaTexts, name: string): CriteriaTexts {
  const changed = changePart(texts, [], { scales: { [name]: undefined } }, {});
  return { ...changed, overlays: withoutTexts(changed, 'scales', name) };
}

function withoutTexts(texts: CriteriaTexts, key: string, id: string): CriteriaTexts['overlays'] {
  const concerned = Object.entries(texts.overlays).flatMap(([language, text]) =>
    text !== undefined && id !== '' && id in plainAt(openForEditing(text), key)
      ? [[language, { [key]: { [id]: undefined } }] as const]
      : [],
  );
  return changeOverlays(texts, Object.fromEntries(concerned), headOf(openForEditing(texts.source)));
}

function nested(path: Path, wanted: WantedMap): WantedMap {
  return path.reduceRight<WantedMap>((inner, key) => ({ [String(key)]: inner satisfies Wanted }), wanted);
}
