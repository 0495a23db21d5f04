import { message } from '../../i18n/translate.ts';
import type { ForeignSource } from './foreign-source.ts';
import type { ImportNotes } from './import-report.ts';
import { ownHead, ownOverlays } from './oscal-head.ts';
import { propOf } from './oscal-parts.ts';
import { everything, namedIds, resolveProfile, type Selection } from './oscal-profile.ts';
import { readOscalTree } from './oscal-tree.ts';
import { languageOfLocale } from './source-language.ts';
import type { SourceCriteria, SourceNode } from './source-tree.ts';
import { mapOf, textOf } from './source-values.ts';
import { versionOf } from './version-of.ts';

/** Whether this is an OSCAL catalog or profile. */
export function isOscal(value: unknown): boolean {
  const { catalog, profile } = mapOf(value);
  return typeof catalog === 'object' || typeof profile === 'object';
}

/** Reads an OSCAL catalog, or a profile with the catalog that it names among the files. Groups become sections, controls rated clauses. */
export function readOscal(sources: readonly ForeignSource[], notes: ImportNotes): SourceCriteria | null {
  const profile = sources.find(({ value }) => mapOf(value).profile !== undefined);
  if (profile) {
    const resolved = resolveProfile(
      profile,
      sources.filter((source) => source !== profile),
      notes,
    );
    if (!resolved) return null;
    const read = readCatalog(resolved.catalog, resolved.selection, profile, notes);
    tellUnknown(profile, read.nodes, resolved.selection, notes);
    return read;
  }
  const [catalog, ...more] = sources;
  for (const other of more) notes.dropped.push({ place: other.file, text: message('imports.fileNotUsed') });
  return catalog ? readCatalog(catalog, everything, catalog, notes) : null;
}

function readCatalog(source: ForeignSource, selection: Selection, named: ForeignSource, notes: ImportNotes): SourceCriteria {
  const catalog = mapOf(mapOf(source.value).catalog);
  const top = mapOf(named.value);
  const metadata = mapOf(mapOf(top.profile ?? top.catalog).metadata);
  const place = named.placeOf(['metadata']);
  const nodes = readOscalTree(source, catalog, selection, notes);
  const sample = nodes
    .slice(0, 20)
    .map(({ title, requirement }) => `${title} ${requirement}`)
    .join(' ');
  const ownId = propOf(metadata, 'criteria-id');
  const title = textOf(metadata.title);
  return {
    name: ownId || title,
    version: versionOf(metadata.version),
    language: languageOfLocale(textOf(metadata.language), `${title} ${sample}`, place, notes),
    title,
    about: textOf(metadata.remarks),
    basis: [],
    scales: {},
    nodes,
    own: ownHead(metadata, place, notes),
    overlays: ownId ? ownOverlays(catalog, place, notes) : [],
    translated: null,
  };
}

/** Ids that the profile names and that are nowhere in the catalog. */
function tellUnknown(profile: ForeignSource, nodes: readonly SourceNode[], { includes }: Selection, notes: ImportNotes): void {
  const known = new Set<string>();
  const collect = (list: readonly SourceNode[]): void => {
    for (const { key, children } of list) {
      known.add(key);
      collect(children);
    }
  };
  collect(nodes);
  for (const id of namedIds(profile).filter((id) => includes(id, []) && !known.has(id)))
    notes.oddities.push({
      place: profile.placeOf(['profile', 'imports']),
      text: message('imports.controlUnknown', { found: id }),
    });
}
