import { createHash } from 'node:crypto';
import type { Deps } from '../../deps.ts';
import type { IntegrityFinding, IntegrityProblem, IntegrityResult } from './integrity.ts';
import { type FileOnRecord, listFilesOnRecord, listFileUses, listKnown } from './integrity-store.ts';

/** Told now and then how far it is. */
export type Progress = (so: { readonly checked: number; readonly bytes: number }) => Promise<void>;

type Store = Pick<Deps, 'db' | 'files'>;

const atOnce = 200;
const mostFindings = 1000;

/**
 * Hashes every file on record again and looks for bytes that are not on record. Files are read in pieces and records in
 * pages, so that memory does not grow with the store; nothing is changed.
 */
export async function verifyFiles(store: Store, progress: Progress): Promise<IntegrityResult> {
  const findings: IntegrityFinding[] = [];
  let [checked, bytes, more] = [0, 0, 0];
  const add = (finding: IntegrityFinding) => {
    if (findings.length < mostFindings) findings.push(finding);
    else more += 1;
  };

  for await (const file of filesOnRecord(store)) {
    const read = await readBack(store, file);
    checked += 1;
    bytes += read.bytes;
    const what = read.problem ?? (file.isUsed ? null : 'unused');
    if (what !== null)
      add({ what, name: file.sha256, size: file.size, usedBy: file.isUsed ? await listFileUses(store.db, file.sha256) : [] });
    if (checked % 25 === 0) await progress({ checked, bytes });
  }
  for await (const stray of strayFiles(store)) add(stray);
  return { checked, bytes, findings, more };
}

async function* filesOnRecord({ db }: Store): AsyncIterable<FileOnRecord> {
  let after = '';
  for (;;) {
    const page = await listFilesOnRecord(db, after, atOnce);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < atOnce) return;
    after = last.sha256;
  }
}

interface ReadBack {
  readonly bytes: number;
  /** null: as it was handed in. */
  readonly problem: IntegrityProblem | null;
}

const problems = new Map<unknown, IntegrityProblem>([
  ['ENOENT', 'missing'],
  ['ERR_CHANGED', 'changed'],
]);

async function readBack({ files }: Store, { sha256, size }: FileOnRecord): Promise<ReadBack> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of await files.open(sha256)) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { bytes, problem: problems.get(error.code) ?? 'unreadable' };
  }
  return { bytes, problem: bytes === size && hash.digest('hex') === sha256 ? null : 'changed' };
}

/** Bytes in the store of which there is no record, found in groups. */
export async function* strayFiles({ db, files }: Store): AsyncIterable<IntegrityFinding & { readonly modifiedAt: Date }> {
  let group: { name: string; size: number; modifiedAt: Date }[] = [];
  const strays = async () => {
    const known = await listKnown(
      db,
      group.map(({ name }) => name),
    );
    return group.filter(({ name }) => !known.has(name)).map((one) => ({ ...one, what: 'stray' as const, usedBy: [] }));
  };
  for await (const one of files.list()) {
    group.push(one);
    if (group.length < atOnce) continue;
    yield* await strays();
    group = [];
  }
  yield* await strays();
}
