import { isMap, type YAMLMap } from 'yaml';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import type { Path } from '../source/yaml-source.ts';
import { changeMap } from './change-values.ts';
import { textOf } from './clause-maps.ts';
import { collectionAt, type OpenYaml, openYaml } from './open-yaml.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';
import type { WantedMap } from './write-node.ts';

/** A criteria file and its overlays by language, as texts. */
export interface CriteriaTexts {
  readonly source: string;
  readonly overlays: Readonly<Partial<Record<string, string>>>;
}

/** Language → what its overlay shall say. */
export type WantedOverlays = Readonly<Partial<Record<string, WantedMap>>>;

/** Indexes from the top of the tree: `[2, 0]` is the first clause of the third section. */
export type Position = readonly number[];

export function pathOfPosition(position: Position): Path {
  return position.flatMap((index) => ['clauses', index]);
}

/** The text as YAML. Throws `invalid` when it is broken so that only the text editor can mend it. */
export function openForEditing(text: string): OpenYaml {
  const yaml = openYaml(text);
  if (!yaml) throw new AppError('invalid', message('draftForms.textBroken'));
  return yaml;
}

/** The map of a clause. Throws `not_found`. */
export function clauseAt(yaml: OpenYaml, position: Position): YAMLMap {
  const map = collectionAt(yaml, pathOfPosition(position));
  if (!isMap(map)) throw new AppError('not_found', message('error.notFound'));
  return map;
}

/** The overlays after a change; one that is not there yet begins with its head. Throws `invalid` for a broken one. */
export function changeOverlays(texts: CriteriaTexts, wanted: WantedOverlays, head: OverlayHead): CriteriaTexts['overlays'] {
  const changed = Object.entries(wanted).flatMap(([language, map]) => {
    if (map === undefined) return [];
    const text = texts.overlays[language] ?? newOverlay(language, head);
    const yaml = openForEditing(text);
    const edits = changeMap(yaml, yaml.contents, map, true);
    const isNew = texts.overlays[language] === undefined;
    return isNew && edits.length === 0 ? [] : [[language, applyEdits(text, edits)] as const];
  });
  return { ...texts.overlays, ...Object.fromEntries(changed) };
}

/** To what criteria an overlay belongs. */
export interface OverlayHead {
  readonly id: string;
  readonly version: string;
}

export function headOf({ contents }: OpenYaml): OverlayHead {
  return { id: textOf(contents, 'id'), version: textOf(contents, 'version') };
}

function newOverlay(language: string, { id, version }: OverlayHead): string {
  const schema = '# yaml-language-server: $schema=./overlay.schema.json';
  return `${schema}\nformat: 1\ncriteria: ${id || '""'}\nversion: ${version || '""'}\nlanguage: ${language}\n`;
}

export function edited(yaml: OpenYaml, edits: readonly TextEdit[]): string {
  return applyEdits(yaml.text, edits);
}
