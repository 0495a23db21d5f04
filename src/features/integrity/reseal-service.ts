import type { Deps } from '../../deps.ts';
import { isHash } from '../../storage/file-places.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';

export interface Resealed {
  readonly written: number;
  /** Those that were so already. */
  readonly kept: number;
  /** Those that stay as they are, since they cannot be read or are not what was handed in. */
  readonly broken: readonly { readonly name: string; readonly why: string }[];
}

/** Writes every file anew, encrypted with the present key or plain. Safe to be broken off and begun again, and beside a server. */
export async function resealFiles(deps: Deps, to: 'sealed' | 'plain'): Promise<Resealed> {
  let [written, kept] = [0, 0];
  const broken: { name: string; why: string }[] = [];
  for await (const { name } of deps.files.list()) {
    if (!isHash(name)) continue;
    try {
      if (await deps.files.reseal(name, to)) written += 1;
      else kept += 1;
    } catch (error) {
      broken.push({ name, why: error instanceof Error ? error.message : String(error) });
    }
  }
  if (broken.length === 0) await deps.files.forgetOldKeys(to);
  await deps.db.transaction((trx) =>
    recordAuditEntry(trx, {
      at: deps.clock(),
      actor: null,
      deed: 'files.reencrypted',
      subject: 'files',
      subjectId: 'store',
      details: { to, written, kept, broken: broken.slice(0, 1000).map(({ name }) => name) },
    }),
  );
  return { written, kept, broken };
}
