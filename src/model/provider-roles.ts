import { type BodyRole, bodyRoles } from './actor.ts';

/** Groups of the provider of single sign-on, each with the role in the body that it gives. */
export type GroupRoles = readonly (readonly [group: string, role: BodyRole])[];

/** Reads `group=role` pairs parted by commas or lines. Returns null when one is not such a pair, or names no role. */
export function parseGroupRoles(text: string): GroupRoles | null {
  const pairs = text.split(/[,\n]/).map((pair) => pair.trim());
  const parsed = pairs.filter((pair) => pair !== '').map(parsePair);
  const good = parsed.flatMap((pair) => (pair === null ? [] : [pair]));
  return good.length === parsed.length && good.length > 0 ? good : null;
}

function parsePair(pair: string): readonly [string, BodyRole] | null {
  const at = pair.lastIndexOf('=');
  const [group, wanted] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  const role = bodyRoles.find((known) => known === wanted);
  return at > 0 && group !== '' && role ? [group, role] : null;
}

/** The roles that these groups give, in the order of the roles. */
export function rolesFromGroups(mapping: GroupRoles, groups: readonly string[]): BodyRole[] {
  const given = new Set(mapping.filter(([group]) => groups.includes(group)).map(([, role]) => role));
  return bodyRoles.filter((role) => given.has(role));
}
