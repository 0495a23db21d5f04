const longest = 80;

/** Makes ids that our files take: from a reference of the source where that has Latin letters or digits, else `clause-7`; each once. */
export function createIds(): (wanted: string) => string {
  const taken = new Set<string>();
  let unnamed = 0;
  return (wanted) => {
    const slug = slugOf(wanted);
    if (slug === '') unnamed += 1;
    const id = freeId(slug || `clause-${unnamed}`, taken);
    taken.add(id);
    return id;
  };
}

/** Lower-case letters, digits and hyphens; empty when nothing of the text is left. */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longest)
    .replace(/-+$/, '');
  return slug === 'constructor' ? 'constructor-1' : slug;
}

function freeId(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let count = 2; ; count += 1) {
    const ending = `-${count}`;
    const id = `${slug.slice(0, longest - ending.length)}${ending}`;
    if (!taken.has(id)) return id;
  }
}
