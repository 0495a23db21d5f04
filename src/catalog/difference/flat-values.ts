/**
 * The single values of a plain value by where they stand: `{a: {b: 1}}` → `a.b` → `1`. Items of a list are named by their
 * id where they have one, else counted from 1; the order of named items is a value of its own, `order`.
 */
export function flatValues(value: unknown, field = ''): Map<string, string> {
  const found = new Map<string, string>();
  collect(value, field, found);
  return found;
}

function collect(value: unknown, field: string, found: Map<string, string>): void {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') {
    found.set(field, String(value));
    return;
  }
  const under = (key: string) => (field === '' ? key : `${field}.${key}`);
  if (!Array.isArray(value)) {
    for (const [key, part] of Object.entries(value)) collect(part, under(key), found);
    return;
  }
  const ids = value.map(idOf);
  const named = ids.length > 0 && ids.every((id) => id !== null) && new Set(ids).size === ids.length;
  if (named) found.set(under('order'), ids.join(', '));
  value.forEach((part: unknown, index) => {
    collect(part, under(named ? (ids[index] ?? '') : String(index + 1)), found);
  });
}

function idOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : null;
}
