import { toActor } from '../../src/features/accounts/account-store.ts';
import { askForDocument, type IssueInput } from '../../src/features/documents/document-service.ts';
import type { IssuedDocument } from '../../src/features/documents/issued-document.ts';
import { listIssuedDocuments } from '../../src/features/documents/issued-document-store.ts';
import { runDueTasks } from '../../src/features/tasks/task-runner.ts';
import { taskKinds } from '../../src/jobs/task-kinds.ts';
import type { TestApp } from './app.ts';

/** A paper that Ada had issued; the server's work beside the requests is done. */
export async function givenIssued(app: TestApp, assessment: string, input: Partial<IssueInput> = {}): Promise<IssuedDocument> {
  const whole = { kind: 'audit-report', language: 'en', acceptMissing: true, copy: false, compact: false, ...input } as const;
  const subject = { of: 'assessment', id: assessment } as const;
  await askForDocument(app.deps, toActor(app.people.ada), subject, whole);
  await runDueTasks(app.deps, taskKinds);
  const [newest] = await listIssuedDocuments(app.deps.db, subject);
  if (!newest) throw new Error('Nothing was issued.');
  return newest;
}
