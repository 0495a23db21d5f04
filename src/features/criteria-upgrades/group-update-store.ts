import type { Trx } from '../../db/db.ts';

type Named = Readonly<Record<string, string | null>>;

/** Gives the rows of `to` its values where `from` has others. One statement for each value, not for each row; a statement takes a limited number of ids. */
export async function updateGroups(trx: Trx, table: string, column: string, from: Named, to: Named): Promise<void> {
  const groups = new Map<string | null, string[]>();
  for (const [id, value] of Object.entries(to)) {
    if (from[id] !== value) groups.set(value, [...(groups.get(value) ?? []), id]);
  }
  for (const [value, ids] of groups) {
    for (const some of slices(ids))
      await trx(table)
        .whereIn('id', some)
        .update({ [column]: value });
  }
}

const mostIds = 500;

/** In lists of five hundred, since a statement takes a limited number of values. */
export function slices(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / mostIds) }, (_, index) => ids.slice(index * mostIds, (index + 1) * mostIds));
}
