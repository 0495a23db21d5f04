import { isMap, type YAMLMap } from 'yaml';
import { message } from '../../i18n/translate.ts';
import { AppError } from '../../model/errors.ts';
import { changeMap } from './change-values.ts';
import { cutLines, newLines, pasteLines, removeLines } from './clause-block.ts';
import { allClauses, childrenOf, subtreeOf, textOf } from './clause-maps.ts';
import { freshIds, freshNumbers } from './clause-names.ts';
import {
  type CriteriaTexts,
  changeOverlays,
  clauseAt,
  edited,
  headOf,
  openForEditing,
  type Position,
  type WantedOverlays,
} from './criteria-texts.ts';
import { mapValues, renameKey, renamesInConditions } from './rename-clauses.ts';
import type { OpenYaml } from './open-yaml.ts';
import { plainAt } from './plain-of.ts';
import type { WantedMap } from './write-node.ts';

/** Where a clause shall stand: below `parent` (empty: at the top), before the clause that is at `index` now. */
export interface Spot {
  readonly parent: Position;
  readonly index: number;
}

/** A new clause. */
export function addClause(texts: CriteriaTexts, { parent, index }: Spot, clause: WantedMap): CriteriaTexts {
  const yaml = openForEditing(texts.source);
  const map = mapAt(yaml, parent);
  return { ...texts, source: edited(yaml, pasteLines(yaml, map, index, newLines(yaml, map, clause))) };
}

/**
 * Says of a clause what is wanted, and of its texts in other languages. When its id changes, conditions and overlays follow.
 */
export function changeClause(
  texts: CriteriaTexts,
  position: Position,
  wanted: WantedMap,
  translations: WantedOverlays,
): CriteriaTexts {
  const yaml = openForEditing(texts.source);
  const map = clauseAt(yaml, position);
  const [before, after] = [textOf(map, 'id'), typeof wanted.id === 'string' ? wanted.id : textOf(map, 'id')];
  const isRenamed = before !== after && before !== '' && after !== '' && isOnlyOne(yaml, before);
  const conditions = isRenamed ? renamesInConditions(yaml, before, after) : [];
  const source = edited(yaml, [...changeMap(yaml, map, wanted), ...conditions]);
  if (after === '') return { ...texts, source };
  const renamed = isRenamed ? renameInOverlays(texts, before, after) : texts;
  const overlays = mapValues(translations, (texts) => ({ clauses: { [after]: texts } }));
  return { source, overlays: changeOverlays({ ...renamed, source }, overlays, headOf(yaml)) };
}

/** The clause with all below it elsewhere. Throws `invalid` when it would stand below itself. */
export function moveClause(texts: CriteriaTexts, from: Position, { parent, index }: Spot): CriteriaTexts {
  if (from.every((step, depth) => parent[depth] === step)) throw new AppError('invalid', message('draftForms.belowItself'));
  const yaml = openForEditing(texts.source);
  const [above, own] = [from.slice(0, -1), from.at(-1) ?? 0];
  const isSameParent = above.join() === parent.join();
  if (isSameParent && (index === own || index === own + 1)) return texts;
  const parentMap = mapAt(yaml, above);
  const list = childrenOf(parentMap);
  if (!list || own >= list.items.length) throw new AppError('not_found', message('error.notFound'));
  const lines = cutLines(yaml, list, own);
  const edits = [...removeLines(yaml, parentMap, own), ...pasteLines(yaml, mapAt(yaml, parent), index, lines)];
  return { ...texts, source: edited(yaml, edits) };
}

/** The clause once more right behind it, with all below it; ids and numbers are new ones, the other languages come along. */
export function copyClause(texts: CriteriaTexts, position: Position): CriteriaTexts {
  const yaml = openForEditing(texts.source);
  const map = clauseAt(yaml, position);
  const [parent, own] = [mapAt(yaml, position.slice(0, -1)), position.at(-1) ?? 0];
  const list = childrenOf(parent);
  if (!list) return texts;
  const clauses = subtreeOf(map);
  const all = allClauses(yaml);
  const ids = freshIds(
    clauses.map((clause) => textOf(clause, 'id')),
    new Set(all.map((clause) => textOf(clause, 'id'))),
  );
  const numbers = freshNumbers(
    clauses.map((clause) => textOf(clause, 'number')),
    list.items.flatMap((item) => (isMap(item) ? textOf(item, 'number') : [])),
    new Set(all.map((clause) => textOf(clause, 'number'))),
  );
  const edits = clauses.flatMap((clause, index) =>
    changeMap(yaml, clause, { id: ids[index] ?? '', number: numbers[index] || undefined }),
  );
  const source = edited(yaml, pasteLines(yaml, parent, own + 1, cutLines(yaml, list, own, edits)));
  const renamed = new Map(clauses.map((clause, index) => [textOf(clause, 'id'), ids[index] ?? '']));
  return { source, overlays: copyInOverlays(texts, renamed) };
}

/** Takes the clause out with all below it, and their texts in other languages. */
export function removeClause(texts: CriteriaTexts, position: Position): CriteriaTexts {
  const yaml = openForEditing(texts.source);
  const ids = subtreeOf(clauseAt(yaml, position)).map((clause) => textOf(clause, 'id'));
  const source = edited(yaml, removeLines(yaml, mapAt(yaml, position.slice(0, -1)), position.at(-1) ?? 0));
  const gone = Object.fromEntries(ids.filter((id) => id !== '' && isOnlyOne(yaml, id)).map((id) => [id, undefined]));
  const wanted = mapValues(texts.overlays, () => ({ clauses: gone }));
  return { source, overlays: changeOverlays(texts, wanted, headOf(yaml)) };
}

function mapAt(yaml: OpenYaml, position: Position): YAMLMap {
  return position.length === 0 ? yaml.contents : clauseAt(yaml, position);
}

function isOnlyOne(yaml: OpenYaml, id: string): boolean {
  return allClauses(yaml).filter((clause) => textOf(clause, 'id') === id).length === 1;
}

function renameInOverlays(texts: CriteriaTexts, before: string, after: string): CriteriaTexts {
  const overlays = mapValues(texts.overlays, (text) => {
    const yaml = openForEditing(text);
    return edited(yaml, renameKey(yaml, before, after));
  });
  return { ...texts, overlays };
}

function copyInOverlays(texts: CriteriaTexts, renamed: ReadonlyMap<string, string>): CriteriaTexts['overlays'] {
  const wanted = mapValues(texts.overlays, (text) => {
    const clauses = plainAt(openForEditing(text), 'clauses');
    const copied = [...renamed].flatMap(([before, after]) => {
      const found = clauses[before];
      return before === '' || found === undefined ? [] : [[after, found] as const];
    });
    return { clauses: Object.fromEntries(copied) };
  });
  return changeOverlays(texts, wanted, headOf(openForEditing(texts.source)));
}
