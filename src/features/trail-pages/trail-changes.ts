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

/** Every value that is none of values, by its path; lists of plain values are one. */
function leavesOf(value: unknown, path: readonly string[] = []): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  if (isLeaf(value)) {
    if (path.length > 0 && value !== null && value !== '') leaves.set(path.join('\u0000'), value);
    return leaves;
  }
  if (Array.isArray(value) && value.every(isLeaf)) {
    if (value.length > 0) leaves.set(path.join('\u0000'), value.join(', '));
    return leaves;
  }
  const entries = Array.isArray(value) ? value.map((one, index) => [String(index + 1), one]) : Object.entries(value ?? {});
  for (const [name, inner] of entries) for (const [key, leaf] of leavesOf(inner, [...path, name])) leaves.set(key, leaf);
  return leaves;
}

function isLeaf(value: unknown): value is Leaf {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
