/** Ids that no clause has yet: `repair-copy`, `repair-copy-2`; an empty id stays empty. */
export function freshIds(ids: readonly string[], taken: ReadonlySet<string>): string[] {
  const used = new Set(taken);
  return ids.map((id) => {
    if (id === '') return '';
    const fresh = freshName(`${id.replace(/-copy(-\d+)?$/, '').slice(0, 70)}-copy`, used);
    used.add(fresh);
    return fresh;
  });
}

/** The name, or the name with the first number that makes it a new one. */
export function freshName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let count = 2; ; count += 1) if (!taken.has(`${name}-${count}`)) return `${name}-${count}`;
}

/**
 * Display numbers of a copied clause and those below it: the copy follows the last of its siblings, and what stands below
 * follows the copy. A number that does not fit that pattern is left out.
 */
export function freshNumbers(numbers: readonly string[], siblings: readonly string[], taken: ReadonlySet<string>): string[] {
  const [own = '', ...below] = numbers;
  const next = own === '' ? '' : nextNumber(siblings);
  const first = taken.has(next) ? '' : next;
  const rest = below.map((number) => (first !== '' && number.startsWith(`${own}.`) ? first + number.slice(own.length) : ''));
  return [first, ...rest.map((number) => (taken.has(number) ? '' : number))];
}

/** The number after the last one: `5.9` gives `5.10`; empty when it ends in no digit. */
export function nextNumber(siblings: readonly string[]): string {
  const last = siblings.findLast((number) => number !== '') ?? '';
  const [, before, digits] = /^(.*?)(\d{1,9})$/.exec(last) ?? [];
  return digits === undefined ? '' : `${before}${Number(digits) + 1}`;
}
