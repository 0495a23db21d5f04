import type { Db, Trx } from '../../db/db.ts';
import { type ChainedEntry, type EntryRow, erasedColumns, toChained } from './trail-store.ts';

/** Entries about somebody's account, and those whose details hold one of the names as a whole value; in portions. */
export async function* listEntriesThatName(
  db: Db,
  { userId, names }: { readonly userId: string; readonly names: readonly string[] },
): AsyncGenerator<ChainedEntry> {
  let place = 0;
  for (;;) {
    const after = place;
    const rows: EntryRow[] = await db('audit_entries')
      .leftJoin('audit_erasures', 'audit_erasures.place', 'audit_entries.place')
      .where('audit_entries.place', '>', after)
      .where((query) => {
        query.where({ 'audit_entries.subject': 'account', 'audit_entries.subject_id': userId });
        for (const name of names) query.orWhereRaw("audit_entries.details like ? escape '!'", [patternOf(name)]);
      })
      .orderBy('audit_entries.place')
      .limit(500)
      .select('audit_entries.*', ...erasedColumns);
    for (const row of rows) yield toChained(row);
    const last = rows.at(-1);
    if (!last) return;
    place = last.place;
  }
}

/** Every name that entries about the account ever gave it. */
export async function listFormerNames(db: Db, userId: string): Promise<string[]> {
  const details: string[] = await db('audit_entries')
    .where({ subject: 'account', subject_id: userId })
    .whereIn('deed', ['account.added', 'account.changed', 'account.created-by-provider'])
    .orderBy('place')
    .limit(1000)
    .pluck('details');
  return details.flatMap((text) => {
    const { before, after }: Record<'before' | 'after', { name?: unknown; email?: unknown } | null | undefined> =
      JSON.parse(text);
    return [before?.name, after?.name, before?.email, after?.email].filter((value) => typeof value === 'string');
  });
}

/** What an entry says from now on. `was`: the hash of what it said first, on which the chain stands. */
export async function updateErasedEntry(
  trx: Trx,
  { place, details, was, is }: { readonly place: number; readonly details: string; readonly was: string; readonly is: string },
): Promise<void> {
  await trx('audit_erasures').insert({ place, content_hash: was, erased_hash: is }).onConflict('place').merge(['erased_hash']);
  await trx('audit_entries').where({ place }).update({ details });
}

/** The name as a whole value in JSON text. */
function patternOf(name: string): string {
  return `%${JSON.stringify(name).replace(/[!%_]/g, '!$&')}%`;
}
