import { Transform } from 'node:stream';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import type { KeepOutcome, TaskHandle, TaskKind } from '../tasks/task.ts';
import { gather } from './gather-package.ts';
import { type PackageTaskInput, packageKind } from './package-service.ts';
import { replacePackage } from './package-store.ts';
import { type ZipEntry, zipStream } from './zip-stream.ts';

/** Bytes that a package may have: more than anybody can hand in for one assessment. */
const largest = 100 * 1024 ** 3;

/** Packing the papers and the evidence of an assessment into one archive, with a manifest and a page that leads through it. */
export const packageTask: TaskKind = { kind: packageKind, run: packAssessment };

async function packAssessment(deps: Deps, handle: TaskHandle): Promise<KeepOutcome> {
  const { assessmentId, language } = handle.task.input as PackageTaskInput;
  const { askedBy } = handle.task;
  if (askedBy === null) throw new Error('Nobody asked for this package.');
  handle.tell(0, message('packages.gathering'));
  const { number, entries, manifest } = await gather(deps, handle, askedBy);
  const received = await deps.files.receive(counted(deps, entries, handle), largest);
  handle.signal.throwIfAborted();
  await received.keep();

  return async (trx, at) => {
    const { sha256, size } = received;
    const files = entries.length;
    await replacePackage(trx, { assessmentId, sha256, size, files, language, madeBy: askedBy }, at);
    await recordAuditEntry(trx, {
      at,
      actor: { id: askedBy, origin: null },
      deed: 'package.made',
      subject: 'assessment',
      subjectId: assessmentId,
      details: { after: { sha256, bytes: size, files, evidence: manifest.evidence.length } },
    });
    return { text: message('packages.ready', { number }), href: `/assessments/${assessmentId}/package`, assessmentId };
  };
}

/** The archive as a stream that tells how far it is and ends when the task is called off. */
function counted(deps: Deps, entries: readonly ZipEntry[], { signal, tell }: TaskHandle) {
  const whole = entries.reduce((sum, entry) => sum + ('size' in entry ? entry.size : entry.content.length), 0);
  let bytes = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      tell(
        Math.min(0.99, bytes / Math.max(1, whole)),
        message('packages.packing', { done: megabytes(bytes), whole: megabytes(whole) }),
      );
      done(signal.aborted ? new Error('The packing was called off.') : null, chunk);
    },
  });
  const archive = zipStream(entries, deps.clock());
  archive.on('error', (error) => counter.destroy(error));
  return archive.pipe(counter);
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
