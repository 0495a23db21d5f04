import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { TaskHandle, TaskKind } from '../tasks/task.ts';
import type { IntegrityResult } from './integrity.ts';
import { deleteRun, restartRun } from './integrity-run-store.ts';
import { hashAll, keepVerification } from './integrity-service.ts';
import { countFilesOnRecord } from './integrity-store.ts';

/** Hashing everything again in the background. The run has the id of its task, and begins anew when the process died. */
export const verificationTask: TaskKind = {
  kind: 'verify-files',
  async run(deps, handle) {
    const { id } = handle.task;
    const result = await verified(deps, handle);
    return async (trx, at) => {
      await keepVerification(trx, id, result, at);
      const text = message('tasks.filesVerified', { checked: result.checked });
      return { text, href: '/integrity', assessmentId: null };
    };
  },
};

async function verified(deps: Deps, { task, signal, tell }: TaskHandle): Promise<IntegrityResult> {
  const expected = await countFilesOnRecord(deps.db);
  const run = { id: task.id, at: deps.clock(), by: task.askedBy, expected };
  await deps.db.transaction((trx) => restartRun(trx, run));
  try {
    return await hashAll(deps, task.id, async ({ checked }) => {
      signal.throwIfAborted();
      tell(checked / Math.max(1, expected), message('tasks.verifying', { checked, expected }));
    });
  } catch (error) {
    // What did not come to its end found nothing.
    await deps.db.transaction((trx) => deleteRun(trx, task.id));
    throw error;
  }
}
