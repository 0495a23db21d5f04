import type { Deps } from '../../deps.ts';
import type { Language } from '../../i18n/language.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { askForTask } from '../tasks/task-service.ts';

/** What the task of packing is given. */
export interface PackageTaskInput {
  readonly assessmentId: string;
  readonly language: Language;
}

export const packageKind = 'evidence-package';

/** Has everything of an assessment packed in the background. Gives the id of the task. Throws `not_found`, `forbidden`, `conflict`. */
export async function askForPackage(deps: Deps, actor: Actor, { assessmentId, language }: PackageTaskInput): Promise<string> {
  const at = deps.clock();
  return deps.db.transaction(async (trx) => {
    await accessForChange(trx, actor, assessmentId, 'issueDocuments');
    const task = await askForTask(trx, {
      kind: packageKind,
      input: { assessmentId, language } satisfies PackageTaskInput,
      title: message('packages.title'),
      uniqueKey: `${packageKind} ${assessmentId}`,
      actor,
      at,
    });
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'package.asked',
      subject: 'assessment',
      subjectId: assessmentId,
      details: { language },
    });
    return task;
  });
}
