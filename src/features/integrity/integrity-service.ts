import { randomUUID } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { askForTask } from '../tasks/task-service.ts';
import { findOptionalOpenTask } from '../tasks/task-store.ts';
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
    await refuseSecond(trx, at);
    await insertRun(trx, { id, at, by, expected: await countFilesOnRecord(trx) });
    await recordAuditEntry(trx, { at, actor, deed: 'files.verification-begun', subject: 'files', subjectId: id });
  });
  return id;
}

/** Does the work of a run that has begun, and keeps what it found. */
export async function carryOutVerification(deps: Deps, id: string, progress?: Progress): Promise<IntegrityResult> {
  const result = await hashAll(deps, id, progress);
  await deps.db.transaction((trx) => keepVerification(trx, id, result, deps.clock()));
  return result;
}

/** Hashes everything; the run shows how far it is. What `progress` throws ends it. */
export function hashAll(deps: Deps, id: string, progress?: Progress): Promise<IntegrityResult> {
  return verifyFiles(deps, async (so) => {
    await deps.db.transaction((trx) => updateRun(trx, id, { ...so, at: deps.clock() }));
    await progress?.(so);
  });
}

/** Puts on record what a run found. */
export async function keepVerification(trx: Trx, id: string, result: IntegrityResult, at: Date): Promise<void> {
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
}

/** Has the server verify everything in the background. Gives the id of the task. Throws `conflict` while a run is under way. */
export async function askForVerification(deps: Pick<Deps, 'db' | 'clock'>, actor: Actor): Promise<string> {
  const at = deps.clock();
  return deps.db.transaction(async (trx) => {
    await refuseSecond(trx, at);
    const title = message('tasks.verifyFiles');
    const task = await askForTask(trx, { kind: 'verify-files', input: {}, uniqueKey: 'verify-files', title, actor, at });
    await recordAuditEntry(trx, { at, actor, deed: 'files.verification-begun', subject: 'files', subjectId: task });
    return task;
  });
}

async function refuseSecond(trx: Trx, at: Date): Promise<void> {
  const running = await findOptionalRunning(trx, new Date(at.getTime() - longestSilence));
  const asked = await findOptionalOpenTask(trx, 'verify-files');
  if (running !== null || asked !== null) throw new AppError('conflict', message('integrity.running'));
}
