import { randomUUID } from 'node:crypto';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { type IntegrityResult, isGrave } from './integrity.ts';
import { endRun, findOptionalRunning, insertRun, updateRun } from './integrity-run-store.ts';
import { countFilesOnRecord } from './integrity-store.ts';
import { type Progress, verifyFiles } from './verify-files.ts';

/** A run that was not seen for so long has died with its process. */
const longestSilence = 10 * 60 * 1000;

/** Puts a run on record, so that everybody sees that it is under way. Returns its id. Throws `conflict` while another one is. */
export async function beginVerification(deps: Deps, actor: Actor | null): Promise<string> {
  const at = deps.clock();
  const id = randomUUID();
  const by = actor?.id ?? null;
  await deps.db.transaction(async (trx) => {
    const running = await findOptionalRunning(trx, new Date(at.getTime() - longestSilence));
    if (running !== null) throw new AppError('conflict', message('integrity.running'));
    await insertRun(trx, { id, at, by, expected: await countFilesOnRecord(trx) });
    await recordAuditEntry(trx, { at, actor, deed: 'files.verification-begun', subject: 'files', subjectId: id });
  });
  return id;
}

/** Does the work of a run that has begun, and keeps what it found. */
export async function carryOutVerification(deps: Deps, id: string, progress?: Progress): Promise<IntegrityResult> {
  const result = await verifyFiles(deps, async (so) => {
    await deps.db.transaction((trx) => updateRun(trx, id, { ...so, at: deps.clock() }));
    await progress?.(so);
  });
  const at = deps.clock();
  await deps.db.transaction(async (trx) => {
    await endRun(trx, id, result, at);
    const grave = result.findings.filter(isGrave).map(({ what, name }) => ({ what, name }));
    await recordAuditEntry(trx, {
      at,
      actor: null,
      deed: 'files.verified',
      subject: 'files',
      subjectId: id,
      details: { checked: result.checked, bytes: result.bytes, trouble: grave.slice(0, 100) },
    });
  });
  return result;
}
