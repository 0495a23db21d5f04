import { randomUUID } from 'node:crypto';
import type { Trx } from '../../db/db.ts';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../model/actor.ts';
import type { AssessmentDeed } from '../../model/assessment-rights.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import { recordAuditEntry } from '../audit-trail/audit-store.ts';
import type { UploadedFile } from './accept-file.ts';
import { checkLinks } from './evidence-check.ts';
import type { AddInput } from './evidence-forms.ts';
import { type Piece, toPieces } from './evidence-pieces.ts';
import { insertEvidenceSteps } from './evidence-step-store.ts';
import { insertEvidence, type NewEvidence, takePlaces } from './evidence-store.ts';
import { insertStoredFiles, toStoredFile } from './stored-file-store.ts';

/** What was added, as the sender wants to know it. */
export type AddedEvidence = Pick<NewEvidence, 'id' | 'kind' | 'title'> & { readonly reference: string };

/** Throws as `accessForChange` does. For asking before a long upload is taken in. */
export async function checkMayAdd(
  deps: Deps,
  actor: Actor,
  assessmentId: string,
  deed: AssessmentDeed = 'handIn',
): Promise<void> {
  await deps.db.transaction((trx) => accessForChange(trx, actor, assessmentId, deed));
}

/** Adds a piece for every file, or one without file, all or none. Throws `invalid`, and what `accessForChange` throws. */
export async function addEvidence(
  deps: Deps,
  actor: Actor,
  assessmentId: string,
  input: AddInput,
  files: readonly UploadedFile[],
  deed: AssessmentDeed = 'handIn',
): Promise<AddedEvidence[]> {
  const pieces = toPieces(input, files);
  const at = deps.clock();

  return deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, assessmentId, deed);
    await checkLinks(deps, trx, assessment, input);
    const added = await putEvidence(trx, { assessmentId, actor, at, pieces, files });
    await recordAdded(trx, actor, assessmentId, at, added);
    return added.map(({ id, kind, title, place }) => ({ id, kind, title, reference: `E${place}` }));
  });
}

export interface Handing {
  readonly assessmentId: string;
  readonly actor: Actor;
  readonly at: Date;
  readonly pieces: readonly Piece[];
  readonly files: readonly UploadedFile[];
}

/**
 * Writes the pieces in an open transaction whose assessment is held.
 *
 * The files are put in their places last: what fails earlier leaves nothing. Should the commit itself fail, the bytes stay
 * without a row; they do no harm, the next upload of the same content takes them over, and `assay evidence clean` removes them.
 */
export async function putEvidence(trx: Trx, { assessmentId, actor, at, pieces, files }: Handing): Promise<NewEvidence[]> {
  const first = await takePlaces(trx, assessmentId, pieces.length);
  const added = pieces.map((piece, index): NewEvidence => ({ ...piece, id: randomUUID(), place: first + index }));
  await insertStoredFiles(trx, files.map(toStoredFile), at.toISOString());
  await insertEvidence(trx, added, { assessmentId, userId: actor.id, at: at.toISOString() });
  await insertEvidenceSteps(
    trx,
    added.map(({ id }) => id),
    { at, by: actor.id, deed: 'added' },
  );
  await Promise.all(files.map(({ received }) => received.keep()));
  return added;
}

async function recordAdded(trx: Trx, actor: Actor, assessmentId: string, at: Date, added: readonly NewEvidence[]): Promise<void> {
  await recordAuditEntry(trx, {
    at,
    actor,
    deed: 'evidence.added',
    subject: 'assessment',
    subjectId: assessmentId,
    details: {
      evidence: added.map(({ place, kind, title, file, clauses }) => ({ reference: `E${place}`, kind, title, file, clauses })),
    },
  });
}
