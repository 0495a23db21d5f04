import { type Message, message } from '../../i18n/translate.ts';
import type { ForeignSource } from './foreign-source.ts';
import type { ImportNotes } from './import-report.ts';
import { parameterText } from './oscal-parts.ts';
import { listOf, mapOf, mapsOf, type SourceMap, textOf } from './source-values.ts';

/** What a profile takes from a catalog and changes in it. */
export interface Selection {
  readonly includes: (id: string, parents: readonly string[]) => boolean;
  readonly parameters: ReadonlyMap<string, string>;
  /** Control id → the alterations of it. */
  readonly alters: ReadonlyMap<string, readonly SourceMap[]>;
}

export const everything: Selection = { includes: () => true, parameters: new Map(), alters: new Map() };

const mostProfiles = 10;

/** Resolves a profile against catalogs and profiles that were given beside it; null with a note when what it imports is not there. */
export function resolveProfile(
  profile: ForeignSource,
  others: readonly ForeignSource[],
  notes: ImportNotes,
  depth = 0,
): { catalog: ForeignSource; selection: Selection } | null {
  const map = mapOf(mapOf(profile.value).profile);
  const place = profile.placeOf(['profile']);
  const tell = (text: Message) => notes.oddities.push({ place, text });
  const imports = mapsOf(map.imports);
  if (imports.length > 1) tell(message('imports.profileImports', { count: imports.length }));
  const [first] = imports;
  const href = textOf(first?.href);
  const target = first ? findTarget(href, map, others) : null;
  if (!target || depth > mostProfiles) {
    tell(message('imports.catalogMissing', { href: href || '—' }));
    return null;
  }
  if (mapOf(map.merge).custom !== undefined || mapOf(map.merge).flat !== undefined) tell(message('imports.mergeAsIs'));
  const below =
    mapOf(target.value).profile === undefined
      ? { catalog: target, selection: everything }
      : resolveProfile(
          target,
          others.filter((other) => other !== target),
          notes,
          depth + 1,
        );
  return below && { catalog: below.catalog, selection: narrow(below.selection, first ?? {}, mapOf(map.modify)) };
}

/** By file name, also by way of the back matter; the only other file is taken for what is meant. */
function findTarget(href: string, profile: SourceMap, others: readonly ForeignSource[]): ForeignSource | null {
  const resources = mapsOf(mapOf(profile['back-matter']).resources);
  const links = href.startsWith('#')
    ? mapsOf(resources.find(({ uuid }) => textOf(uuid) === href.slice(1))?.rlinks).map(({ href: link }) => textOf(link))
    : [href];
  const named = others.find(({ file }) => links.some((link) => baseName(link) === baseName(file)));
  return named ?? (others.length === 1 ? (others[0] ?? null) : null);
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function narrow(base: Selection, taken: SourceMap, modify: SourceMap): Selection {
  const included = matcher(taken['include-controls']);
  const excluded = matcher(taken['exclude-controls']);
  const all = taken['include-all'] !== undefined || taken['include-controls'] === undefined;
  const alters = new Map(base.alters);
  for (const alter of mapsOf(modify.alters)) {
    const id = textOf(alter['control-id']);
    alters.set(id, [...(alters.get(id) ?? []), alter]);
  }
  const set = mapsOf(modify['set-parameters']).map(
    (param) => [textOf(param['param-id']), parameterText({ ...param, id: param['param-id'] })] as const,
  );
  return {
    includes: (id, parents) => base.includes(id, parents) && (all || included(id, parents)) && !excluded(id, parents),
    parameters: new Map([...base.parameters, ...set]),
    alters,
  };
}

/** Whether a control is named: by its id, by a pattern with `*`, or as a child of one that is named with its children. */
function matcher(selectors: unknown): (id: string, parents: readonly string[]) => boolean {
  const tests = mapsOf(selectors).map((selector) => {
    const ids = new Set(listOf(selector['with-ids']).map(textOf));
    const patterns = mapsOf(selector.matching).map(({ pattern }) => globOf(textOf(pattern)));
    const withChildren = textOf(selector['with-child-controls']) === 'yes';
    const names = (id: string) => ids.has(id) || patterns.some((pattern) => pattern.test(id));
    return (id: string, parents: readonly string[]) => names(id) || (withChildren && parents.some(names));
  });
  return (id, parents) => tests.some((test) => test(id, parents));
}

function globOf(pattern: string): RegExp {
  const safe = pattern
    .slice(0, 200)
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '[^]*')
    .replace(/\?/g, '.');
  return new RegExp(`^${safe}$`);
}

/** Ids that a profile names and the catalog does not have. */
export function namedIds(profile: ForeignSource): string[] {
  return mapsOf(mapOf(mapOf(profile.value).profile).imports)
    .flatMap((taken) => [...mapsOf(taken['include-controls']), ...mapsOf(taken['exclude-controls'])])
    .flatMap((selector) => listOf(selector['with-ids']).map(textOf));
}

/** A control with the alterations of a profile: parts and props removed by id, name or class, others added. */
export function alterControl(control: SourceMap, alters: readonly SourceMap[]): SourceMap {
  let altered = control;
  for (const alter of alters) {
    for (const remove of mapsOf(alter.removes)) altered = removeFrom(altered, remove);
    for (const add of mapsOf(alter.adds)) {
      const title = textOf(add.title) ? { title: add.title } : {};
      altered = {
        ...altered,
        ...title,
        parts: [...mapsOf(altered.parts), ...mapsOf(add.parts)],
        props: [...mapsOf(altered.props), ...mapsOf(add.props)],
      };
    }
  }
  return altered;
}

function removeFrom(control: SourceMap, remove: SourceMap): SourceMap {
  const [id, name, kind] = [textOf(remove['by-id']), textOf(remove['by-name']), textOf(remove['by-class'])];
  if (!id && !name && !kind) return control;
  const stays = (item: SourceMap) =>
    !((!id || textOf(item.id) === id) && (!name || textOf(item.name) === name) && (!kind || textOf(item.class) === kind));
  const prune = (parts: unknown, depth: number): SourceMap[] =>
    mapsOf(parts)
      .filter(stays)
      .map((part) => (part.parts && depth < 12 ? { ...part, parts: prune(part.parts, depth + 1) } : part));
  return { ...control, parts: prune(control.parts, 0), props: mapsOf(control.props).filter(stays) };
}
