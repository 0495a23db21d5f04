import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import type { Actor } from '../../model/actor.ts';
import { AppError } from '../../model/errors.ts';
import { checkbox } from '../../web/forms.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import { paperIds, paperLanguages } from '../reports/paper.ts';
import { offeredPapers } from '../reports/papers/all-papers.ts';
import { askForTask } from '../tasks/task-service.ts';
import { readPaperSource } from './read-paper-source.ts';

export const issueForm = z.strictObject({
  kind: z.enum(paperIds),
  language: z.enum(paperLanguages),
  /** Also when characters in it cannot be printed. */
  acceptMissing: checkbox(),
  /** Marked as a copy on every page. */
  copy: checkbox(),
  /** A smaller file instead of the form for archives. */
  compact: checkbox(),
});
export type IssueInput = z.output<typeof issueForm>;

/** What the task of issuing is given. */
export interface IssueTaskInput extends IssueInput {
  readonly assessmentId: string;
}

export const issueKind = 'issue-document';

/**
 * Has a paper of an assessment written, stored and put on record in the background. Gives the id of the task; of a paper that is
 * being issued already, that of the first. Throws `not_found`, `forbidden`, `conflict`, or `invalid` when there is no such paper of it.
 */
export async function askForDocument(deps: Deps, actor: Actor, assessmentId: string, input: IssueInput): Promise<string> {
  const at = deps.clock();
  return deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, 'issueDocuments');
    const source = await readPaperSource({ ...deps, db: trx }, assessment);
    if (!offeredPapers(source).includes(input.kind))
      throw new AppError('invalid', message('error.checkFields'), { kind: message('documents.notOffered') });
    const task = await askForTask(trx, {
      kind: issueKind,
      input: { ...input, assessmentId } satisfies IssueTaskInput,
      title: message(`paper.${input.kind}`),
      uniqueKey: [
        issueKind,
        assessmentId,
        input.kind,
        input.language,
        input.copy ? 'copy' : '',
        input.compact ? 'compact' : '',
      ].join(' '),
      actor,
      at,
    });
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'document.asked',
      subject: 'assessment',
      subjectId: assessmentId,
      details: {
        paper: input.kind,
        language: input.language,
        ...(input.copy && { copy: true }),
        ...(input.compact && { compact: true }),
      },
    });
    return task;
  });
}
