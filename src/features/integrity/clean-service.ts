import type { Deps } from '../../deps.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { deleteUnused, listFilesOnRecord } from './integrity-store.ts';
import { strayFiles } from './verify-files.ts';

/** What nothing refers to. */
export interface Leftover {
  readonly name: string;
  readonly size: number;
}

/** An upload that is under way has put its bytes in their place no longer ago than this. */
const youngest = 60 * 60 * 1000;

const atOnce = 200;

/**
 * Removes bytes that nothing refers to, and says which; with `dryRun` it only says so.
 *
 * Safe beside uploads: a file on record is taken off in a transaction that whoever hands in the same content waits for, and
 * its bytes go before that ends; bytes without a record are left alone for an hour, since a commit may be about to name them.
 */
export async function cleanFiles(deps: Deps, { dryRun }: { readonly dryRun: boolean }): Promise<Leftover[]> {
  const removed: Leftover[] = [];
  for await (const { sha256, size } of unusedFiles(deps)) {
    if (dryRun || (await removeUnused(deps, sha256))) removed.push({ name: sha256, size });
  }
  const before = deps.clock().getTime() - youngest;
  for await (const { name, size, modifiedAt } of strayFiles(deps)) {
    if (modifiedAt.getTime() > before) continue;
    if (!dryRun) await deps.files.remove(name);
    removed.push({ name, size });
  }
  if (!dryRun && removed.length > 0) await record(deps, removed);
  return removed;
}

async function* unusedFiles({ db }: Deps): AsyncIterable<Leftover & { readonly sha256: string }> {
  let after = '';
  for (;;) {
    const page = await listFilesOnRecord(db, after, atOnce);
    for (const { sha256, size, isUsed } of page) if (!isUsed) yield { sha256, name: sha256, size };
    const last = page.at(-1);
    if (!last || page.length < atOnce) return;
    after = last.sha256;
  }
}

/** Removes the bytes of one file and takes it off the record, unless something has it. False when they stay. */
export function removeUnused(deps: Deps, sha256: string): Promise<boolean> {
  return deps.db.transaction(async (trx) => {
    if (!(await deleteUnused(trx, sha256))) return false;
    await deps.files.remove(sha256);
    return true;
  });
}

async function record(deps: Deps, removed: readonly Leftover[]): Promise<void> {
  const bytes = removed.reduce((sum, { size }) => sum + size, 0);
  await deps.db.transaction((trx) =>
    recordAuditEntry(trx, {
      at: deps.clock(),
      actor: null,
      deed: 'files.cleaned',
      subject: 'files',
      subjectId: 'store',
      details: { count: removed.length, bytes, names: removed.slice(0, 1000).map(({ name }) => name) },
    }),
  );
}
