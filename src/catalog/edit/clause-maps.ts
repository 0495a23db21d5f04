import { isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import { findPair, type OpenYaml } from './open-yaml.ts';

/** The clauses right below; null when there are none. */
export function childrenOf(map: YAMLMap): YAMLSeq | null {
  const value = findPair(map, 'clauses')?.value;
  return isSeq(value) && value.items.length > 0 ? value : null;
}

/** The clause with all below it that are maps, parents first. */
export function subtreeOf(map: YAMLMap): YAMLMap[] {
  return [map, ...(childrenOf(map)?.items ?? []).flatMap((child) => (isMap(child) ? subtreeOf(child) : []))];
}

/** The value of a key as text; empty when it is none. */
export function textOf(map: YAMLMap, key: string): string {
  const value = findPair(map, key)?.value;
  if (!isScalar(value)) return '';
  return typeof value.value === 'string' ? value.value : (value.source ?? '');
}

/** Every clause of the file. */
export function allClauses(yaml: OpenYaml): YAMLMap[] {
  return subtreeOf(yaml.contents).slice(1);
}
