/** The lists at the top of a file whose entries have a form each: what the list is called, and under which key an entry has its name. */
export const listedKinds = {
  variant: { list: 'variants', name: 'title' },
  profile: { list: 'profiles', name: 'title' },
  part: { list: 'parts', name: 'title' },
  grade: { list: 'grades', name: 'label' },
  gate: { list: 'gates', name: 'title' },
} as const;

export type ListedKind = keyof typeof listedKinds;

export function isListedKind(kind: string): kind is ListedKind {
  return Object.hasOwn(listedKinds, kind);
}
