import { message } from '../../i18n/translate.ts';
import { readCisoNode } from './ciso-node.ts';
import { readCisoScale } from './ciso-scale.ts';
import { linkNodes } from './flat-tree.ts';
import { createTally, type ForeignSource, keyDropped } from './foreign-source.ts';
import type { ImportNotes } from './import-report.ts';
import { bothTexts, languageOfLocale, translationOf } from './source-language.ts';
import type { SourceCriteria, SourceLanguage } from './source-tree.ts';
import { mapOf, mapsOf, type SourceMap, textOf } from './source-values.ts';
import { versionOf } from './version-of.ts';

const libraryKeys = new Set([
  ...[
    'urn',
    'locale',
    'ref_id',
    'name',
    'description',
    'version',
    'objects',
    'translations',
    'copyright',
    'provider',
    'packager',
  ],
  ...['publication_date', 'convert_library_version'],
]);
const frameworkKeys = new Set([
  ...['urn', 'ref_id', 'name', 'description', 'translations', 'requirement_nodes', 'min_score', 'max_score'],
  ...['scores_definition', 'score_definition', 'implementation_groups_definition', 'locale', 'version'],
]);

/** Whether this is a library of CISO Assistant with a framework in it. */
export function isCiso(value: unknown): boolean {
  return frameworkOf(mapOf(value)) !== null;
}

function frameworkOf(library: SourceMap): { framework: SourceMap; path: string[] } | null {
  const objects = mapOf(library.objects);
  if (Array.isArray(library.requirement_nodes)) return { framework: library, path: [] };
  if (Array.isArray(mapOf(objects.framework).requirement_nodes))
    return { framework: mapOf(objects.framework), path: ['objects', 'framework'] };
  const several = mapsOf(objects.frameworks).findIndex(({ requirement_nodes: nodes }) => Array.isArray(nodes));
  if (several < 0) return null;
  return { framework: mapsOf(objects.frameworks)[several] ?? {}, path: ['objects', 'frameworks', String(several)] };
}

/**
 * Reads a framework of CISO Assistant: flat `requirement_nodes` that name their parents. Its score is the mean of all rated
 * nodes by weight, which points that add up express exactly: each rated node gets its weight as points.
 */
export function readCiso(source: ForeignSource, notes: ImportNotes): SourceCriteria | null {
  const library = mapOf(source.value);
  const found = frameworkOf(library);
  if (!found) return null;
  const { framework, path } = found;
  const place = source.placeOf(path);
  const nodes = mapsOf(framework.requirement_nodes);
  const language = languageOf(library, framework, place, notes);
  const left = new Map<string, number>();
  const tally = createTally();
  tally.see(library, path.length === 0 ? new Set([...libraryKeys, ...frameworkKeys]) : libraryKeys, () => source.placeOf([]));
  tally.see(mapOf(library.objects), new Set(['framework', 'frameworks']), () => source.placeOf(['objects']));
  if (path.length > 0) tally.see(framework, frameworkKeys, () => place);

  const scale = readCisoScale(framework, { place, language, left, notes });
  const groups = groupsOf(framework, place, notes);
  const list = nodes.map((node, index) =>
    readCisoNode(node, {
      place: () => source.placeOf([...path, 'requirement_nodes', index]),
      ...{ language, left, tally, groups, scale, notes },
    }),
  );
  const head = headOf(library, framework, language, left);
  tally.tell(notes, keyDropped);
  for (const [locale, count] of left) notes.dropped.push({ place, text: message('imports.languageDropped', { locale, count }) });
  const scales = scale?.levels ? { [scale.name]: scale.levels } : {};
  return { ...head, scales, nodes: linkNodes(list, notes) };
}

function languageOf(library: SourceMap, framework: SourceMap, place: string, notes: ImportNotes): SourceLanguage {
  const sample = mapsOf(framework.requirement_nodes)
    .slice(0, 50)
    .map(({ name, description }) => `${textOf(name)} ${textOf(description)}`)
    .join(' ');
  return languageOfLocale(textOf(library.locale ?? framework.locale), sample, place, notes);
}

function headOf(
  library: SourceMap,
  framework: SourceMap,
  language: SourceLanguage,
  left: Map<string, number>,
): Omit<SourceCriteria, 'scales' | 'nodes'> {
  const other = translationOf(framework, language, left) ?? translationOf(library, language, left);
  const name = bothTexts(framework, other, 'name');
  const libraryName = textOf(library.name);
  return {
    name: textOf(framework.ref_id) || textOf(library.ref_id) || name.own,
    version: versionOf(library.version ?? framework.version),
    language,
    title: name.own || libraryName,
    about: textOf(framework.description) || textOf(library.description),
    own: null,
    overlays: [],
    basis: [libraryName || name.own, textOf(library.provider)].filter(Boolean),
    translated: name.other ? { title: name.other, about: textOf(other?.description) || undefined } : null,
  };
}

/** The groups that nodes may name. Our criteria do not part clauses by group yet. */
function groupsOf(framework: SourceMap, place: string, notes: ImportNotes): ReadonlySet<string> {
  const groups = new Set(mapsOf(framework.implementation_groups_definition).map(({ ref_id: id }) => textOf(id)));
  if (groups.size > 0) {
    notes.dropped.push({ place, text: message('imports.groupsDropped', { groups: [...groups].slice(0, 20).join(', ') }) });
  }
  return groups;
}
