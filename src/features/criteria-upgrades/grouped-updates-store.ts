import type { Trx } from '../../db/db.ts';

type Named = Readonly<Record<string, string | null>>;

/** Gives rows, by id, the value of `to` where it differs: one statement for each value, not for each row. */
export async function updateGroups(
  trx: Trx,
  { table, column }: { readonly table: string; readonly column: string },
  from: Named,
  to: Named,
): Promise<void> {
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

/** A statement takes a limited number of ids. */
const mostIds = 500;

export function slices(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / mostIds) }, (_, index) => ids.slice(index * mostIds, (index + 1) * mostIds));
}
