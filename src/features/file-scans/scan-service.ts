import type { ClamdAddress } from '../../config.ts';
import type { Deps } from '../../deps.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { type ScanAnswer, scanFile } from './clamd.ts';
import { awaitScans, listWaiting, postponeScan, updateScan, type WaitingFile } from './scan-store.ts';

/** Files looked at in one run; the next begins a few seconds later. */
const atOnce = 50;
const longestWait = 60 * 60 * 1000;

/** After a restart with a scanner for the first time, everything stored waits for it. */
export async function beginScanning({ db, config, log }: Deps): Promise<void> {
  if (config.clamd === null) return;
  const files = await db.transaction(awaitScans);
  if (files > 0) log.info({ files }, 'files wait for the virus scanner');
}

/**
 * Has those that wait looked at, one after the other. When the scanner cannot be reached they go on waiting, and the next run
 * tries again. Returns how many were looked at.
 */
export async function scanWaiting(deps: Deps): Promise<number> {
  const { clamd } = deps.config;
  if (clamd === null) return 0;
  let looked = 0;
  for (const file of await listWaiting(deps.db, deps.clock(), atOnce)) {
    await scanOne(deps, clamd, file);
    looked += 1;
  }
  return looked;
}

async function scanOne(deps: Deps, clamd: ClamdAddress, file: WaitingFile): Promise<void> {
  const { sha256, size } = file;
  if (!(await deps.files.has(sha256))) return postpone(deps, file, 'the file is missing');
  const answer = await scanFile(clamd, { size, open: () => deps.files.open(sha256) });
  if (answer.scan === 'error') return postpone(deps, file, answer.words);
  await keepAnswer(deps, sha256, answer);
}

/** A scanner that does not take the file, as when it is too large, is asked again ever later. */
async function postpone(deps: Deps, { sha256, tries }: WaitingFile, words: string): Promise<void> {
  const wait = Math.min(60_000 * 2 ** tries, longestWait);
  const after = new Date(deps.clock().getTime() + wait);
  deps.log.warn({ sha256, words }, 'a file could not be looked at by the virus scanner');
  await deps.db.transaction((trx) => postponeScan(trx, sha256, { words, tries: tries + 1, after }));
}

async function keepAnswer(deps: Deps, sha256: string, answer: Exclude<ScanAnswer, { scan: 'error' }>): Promise<void> {
  const at = deps.clock();
  const words = answer.scan === 'infected' ? answer.words : null;
  if (words !== null) deps.log.warn({ sha256, words }, 'a file was quarantined');
  await deps.db.transaction(async (trx) => {
    await updateScan(trx, sha256, { scan: answer.scan, words, at });
    if (words === null) return;
    await recordAuditEntry(trx, {
      at,
      actor: null,
      deed: 'files.quarantined',
      subject: 'files',
      subjectId: sha256,
      details: { sha256, found: words },
    });
  });
}
