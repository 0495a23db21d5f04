import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import type { KeepOutcome, TaskHandle, TaskKind } from '../tasks/task.ts';
import { askForTask } from '../tasks/task-service.ts';
import { askForStamp } from '../time-stamps/time-authority.ts';
import { insertTimeStamp } from '../time-stamps/time-stamp-store.ts';
import { type DocumentSubject, documentsPath, keyOf, subjectOf } from './document-kind.ts';
import { entryOf } from './document-service.ts';

const timeStampKind = 'time-stamp';

/** The paper to be stamped. */
interface TimeStampInput {
  readonly documentId: string;
  readonly subject: DocumentSubject;
  readonly code: string;
  readonly sha256: string;
}

/**
 * Has an issued paper stamped in the background; gives the id of the task. Without an actor nobody is told of it: that is so right after
 * a paper was issued, of which a notice comes anyway.
 */
export function askForTimeStamp(trx: Trx, actor: Actor | null, input: TimeStampInput, at: Date): Promise<string> {
  const title = message('timeStamps.task', { code: input.code });
  return askForTask(trx, { kind: timeStampKind, input, title, uniqueKey: `${timeStampKind} ${input.documentId}`, actor, at });
}

/** Asking the authority. One that cannot be reached is asked again later, as any task that fails. */
export const timeStampTask: TaskKind = { kind: timeStampKind, run: stampDocument };

async function stampDocument({ config }: Deps, handle: TaskHandle): Promise<KeepOutcome> {
  const input = handle.task.input as TimeStampInput;
  const { documentId, code, sha256 } = input;
  const subject = subjectOf(input);
  if (!config.timeAuthority) throw new AppError('conflict', message('timeStamps.notConfigured'));
  handle.tell(0.1, message('timeStamps.asking'));
  const stamp = await askForStamp(config.timeAuthority, sha256);

  return async (trx, at) => {
    await insertTimeStamp(trx, documentId, stamp, at);
    await recordAuditEntry(trx, {
      at,
      actor: { id: handle.task.askedBy, origin: null },
      deed: 'document.time-stamped',
      ...entryOf(subject),
      details: { after: { code, authority: stamp.authority, stampedAt: stamp.at } },
    });
    const text = message('timeStamps.ready', { code, authority: stamp.authority });
    return { text, href: documentsPath(keyOf(subject)), assessmentId: subject.of === 'assessment' ? subject.id : null };
  };
}
