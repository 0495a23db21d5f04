import type { Db, Trx } from '../../db/db.ts';

export const scanStates = ['waiting', 'clean', 'infected'] as const;
export type ScanState = (typeof scanStates)[number];

/** null: there was no scanner when it came. */
export function toScanState(value: string | null | undefined): ScanState | null {
  return scanStates.find((known) => known === value) ?? null;
}

export async function findScanState(db: Db, sha256: string): Promise<ScanState | null> {
  const row: { scan: string | null } | undefined = await db('stored_files').where({ sha256 }).first('scan');
  return toScanState(row?.scan);
}

export interface WaitingFile {
  readonly sha256: string;
  readonly size: number;
  readonly tries: number;
}

/** Those whose turn it is, the newest first: somebody waits for them. */
export async function listWaiting(db: Db, now: Date, most: number): Promise<WaitingFile[]> {
  const rows: { sha256: string; size: number | string; scan_tries: number }[] = await db('stored_files')
    .where({ scan: 'waiting' })
    .where((due) => due.whereNull('scan_after').orWhere('scan_after', '<=', now.toISOString()))
    .orderBy('scan_tries')
    .orderBy('created_at', 'desc')
    .limit(most)
    .select('sha256', 'size', 'scan_tries');
  return rows.map(({ sha256, size, scan_tries }) => ({ sha256, size: Number(size), tries: scan_tries }));
}

export async function updateScan(
  trx: Trx,
  sha256: string,
  { scan, words, at }: { readonly scan: 'clean' | 'infected'; readonly words: string | null; readonly at: Date },
): Promise<void> {
  await trx('stored_files').where({ sha256 }).update({ scan, scan_words: words, scanned_at: at.toISOString(), scan_after: null });
}

export async function postponeScan(
  trx: Trx,
  sha256: string,
  { words, tries, after }: { readonly words: string; readonly tries: number; readonly after: Date },
): Promise<void> {
  await trx('stored_files').where({ sha256 }).update({ scan_words: words, scan_tries: tries, scan_after: after.toISOString() });
}

/** Everything that no scanner has seen waits for one. Returns how many. */
export async function awaitScans(trx: Trx): Promise<number> {
  return trx('stored_files').whereNull('scan').update({ scan: 'waiting' });
}

/** Everything that was found clean is looked at again, as after new signatures. */
export async function repeatScans(trx: Trx): Promise<number> {
  return trx('stored_files')
    .whereNot({ scan: 'infected' })
    .orWhereNull('scan')
    .update({ scan: 'waiting', scan_after: null, scan_tries: 0 });
}

export async function countScans(db: Db): Promise<Readonly<Record<ScanState | 'unseen', number>>> {
  const rows: { scan: string | null; files: number | string }[] = await db('stored_files')
    .groupBy('scan')
    .select('scan')
    .count({ files: '*' });
  const counts = new Map(rows.map(({ scan, files }) => [scan ?? 'unseen', Number(files)]));
  const of = (state: ScanState | 'unseen') => counts.get(state) ?? 0;
  return { waiting: of('waiting'), clean: of('clean'), infected: of('infected'), unseen: of('unseen') };
}

export interface HeldFile {
  readonly sha256: string;
  readonly size: number;
  readonly scan: 'waiting' | 'infected';
  /** What was found, or why it could not be looked at yet. */
  readonly words: string | null;
}

/** Quarantined files, and those that could not be looked at. */
export async function listHeld(db: Db, most: number): Promise<HeldFile[]> {
  const rows: { sha256: string; size: number | string; scan: string; scan_words: string | null }[] = await db('stored_files')
    .where({ scan: 'infected' })
    .orWhere((failed) => failed.where({ scan: 'waiting' }).where('scan_tries', '>', 0))
    .orderBy('scan')
    .orderBy('created_at', 'desc')
    .limit(most)
    .select('sha256', 'size', 'scan', 'scan_words');
  return rows.map(({ sha256, size, scan, scan_words }) => ({
    sha256,
    size: Number(size),
    scan: scan === 'infected' ? 'infected' : 'waiting',
    words: scan_words,
  }));
}
