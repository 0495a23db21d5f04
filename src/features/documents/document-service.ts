import { z } from 'zod';
import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import { message } from '../../i18n/translate.ts';
import { type Actor, isOfCompany } from '../../model/actor.ts';
import type { AssessmentDeed, AssessmentRights } from '../../model/assessment-rights.ts';
import { AppError } from '../../model/errors.ts';
import { checkbox } from '../../web/forms.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { type AuditEntry, recordAuditEntry } from '../audit-trail/audit-store.ts';
import { paperLanguages } from '../reports/paper.ts';
import { askForTask } from '../tasks/task-service.ts';
import { type AssessmentDocumentId, type DocumentId, type DocumentSubject, documentIds, keyOf } from './document-kind.ts';
import { prepareDocument } from './prepare-document.ts';

export const issueForm = z.strictObject({
  kind: z.enum(documentIds),
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
  readonly subject: DocumentSubject;
}

export const issueKind = 'issue-document';

/** The plan and the forms are handed out while the audit is under way, what tells a result once that stands. */
export function deedOfIssuing(kind: AssessmentDocumentId): AssessmentDeed {
  if (kind === 'plan') return 'issuePlan';
  return kind === 'nonconformity-forms' ? 'issueForms' : 'issueDocuments';
}

/**
 * Whether somebody may have an issued document: whoever sees the result each of them; the company, before it is told its result, what was
 * handed to it until then.
 */
export function maySee(actor: Actor, rights: AssessmentRights, kind: DocumentId): boolean {
  if (rights.view) return true;
  if (!isOfCompany(actor)) return false;
  return (kind === 'plan' && rights.seePlan) || (kind === 'nonconformity-forms' && rights.seeFindings);
}

/** The entries of the trail that tell of a subject's documents. */
export function entryOf(subject: DocumentSubject): Pick<AuditEntry, 'subject' | 'subjectId'> {
  if (subject.of === 'assessment') return { subject: 'assessment', subjectId: subject.id };
  if (subject.of === 'criteria') return { subject: 'criteria', subjectId: `${subject.id}@${subject.version}` };
  return { subject: 'portfolio', subjectId: 'portfolio' };
}

/**
 * Has a document written, stored and put on record in the background. Gives the id of the task; of one that is being issued already,
 * that of the first. Whether the person may issue what is about no assessment, the route has asked. Throws `not_found`, `forbidden`,
 * `conflict`, or `invalid` when there is nothing of that kind.
 */
export async function askForDocument(deps: Deps, actor: Actor, subject: DocumentSubject, input: IssueInput): Promise<string> {
  const at = deps.clock();
  const { kind, language, copy, compact } = input;
  return deps.db.transaction(async (trx) => {
    await checkRight(trx, actor, subject, input);
    if (!(await prepareDocument({ ...deps, db: trx }, subject, kind))) throw notOffered();
    const task = await askForTask(trx, {
      kind: issueKind,
      input: { ...input, subject } satisfies IssueTaskInput,
      title: message(`paper.${kind}`),
      uniqueKey: [issueKind, keyOf(subject), kind, language, copy && 'copy', compact && 'compact'].join(' '),
      actor,
      at,
    });
    await recordAuditEntry(trx, {
      at,
      actor,
      deed: 'document.asked',
      ...entryOf(subject),
      details: { paper: kind, language, ...(copy && { copy }), ...(compact && { compact }) },
    });
    return task;
  });
}

async function checkRight(trx: Trx, actor: Actor, subject: DocumentSubject, { kind }: IssueInput): Promise<void> {
  if (subject.of !== 'assessment') return;
  if (kind === 'booklet' || kind === 'portfolio') throw notOffered();
  await accessForChange(trx, actor, subject.id, deedOfIssuing(kind));
}

function notOffered(): AppError {
  return new AppError('invalid', message('error.checkFields'), { kind: message('documents.notOffered') });
}
