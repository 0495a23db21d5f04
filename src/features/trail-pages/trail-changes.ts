/** One field of the details of an entry, before and after; null: it held nothing. */
export interface Change {
  /** Names from the outside in, `rating`, `level`. */
  readonly path: readonly string[];
  readonly before: Leaf;
  readonly after: Leaf;
}

export type Leaf = string | number | boolean | null;

/** The details of an entry as people read them: what it is about, then what changed. */
export interface ReadDetails {
  readonly context: readonly { readonly path: readonly string[]; readonly value: Leaf }[];
  readonly changes: readonly Change[];
}

/** Reads details as they are stored. Fields that were the same before and after are left out; what cannot be read is shown whole. */
export function readDetails(json: string): ReadDetails {
  const details = parse(json);
  if (!isObject(details)) return { context: [{ path: [], value: json }], changes: [] };
  const { before, after, ...context } = details;
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  const changes = paths
    .map((key) => ({ path: key.split('\u0000'), before: old.get(key) ?? null, after: now.get(key) ?? null }))
    .filter((change) => change.before !== change.after);
  return {
    context: [...leavesOf(context)].map(([key, value]) => ({ path: key.split('\u0000'), value })),
    changes,
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every value that is none of values, by its path; lists of plain values are one, and what is empty is left out. */
function leavesOf(value: unknown, path: readonly string[] = []): Map<string, Leaf> {
  const leaf = toLeaf(value);
  if (leaf !== undefined) return new Map(leaf === null || leaf === '' || path.length === 0 ? [] : [[path.join('\u0000'), leaf]]);
  const entries = Array.isArray(value) ? value.map((one, index) => [String(index + 1), one]) : Object.entries(value ?? {});
  return new Map(entries.flatMap(([name, inner]) => [...leavesOf(inner, [...path, name])]));
}

/** The value itself when it has no parts of its own; undefined when it has. */
function toLeaf(value: unknown): Leaf | undefined {
  if (value === undefined) return null;
  if (isLeaf(value)) return value;
  return Array.isArray(value) && value.every(isLeaf) ? value.join(', ') : undefined;
}

function isLeaf(value: unknown): value is Leaf {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
