import type { Deps } from '../../deps.ts';
import type { Actor } from '../../model/actor.ts';
import { accessForChange } from '../assessments/assessment-access.ts';
import type { UploadedFile } from '../evidence/accept-file.ts';
import { toPieces } from '../evidence/evidence-pieces.ts';
import { putEvidence } from '../evidence/evidence-service.ts';
import { record, step, tellOther } from './request-service.ts';
import { findRequest, insertAnswers } from './request-store.ts';

export interface Answer {
  readonly revision: number;
  readonly note: string;
  readonly source: string | null;
  readonly ownDate: string | null;
}

/**
 * Hands in what was asked for: a piece of evidence for every file, linked to the clauses and the site of the request.
 * Returns the new references. Throws `invalid` without a file or when somebody was faster, `conflict` when the request is
 * settled, and what `accessForChange` throws.
 */
export async function handInFor(
  deps: Deps,
  actor: Actor,
  place: { readonly assessmentId: string; readonly requestId: string },
  answer: Answer,
  files: readonly UploadedFile[],
): Promise<string[]> {
  const at = deps.clock();
  return deps.db.transaction(async (trx) => {
    const assessment = await accessForChange(trx, actor, place.assessmentId, 'answerRequests');
    const request = await findRequest(trx, place.assessmentId, place.requestId);
    const { note, source, ownDate } = answer;
    const said = { note, source, ownDate, clauses: [...request.clauses], siteId: request.siteId };
    const pieces = toPieces({ ...said, kind: null, title: null, link: null }, files);

    await step(trx, request, { deed: 'hand-in', revision: answer.revision, text: note }, actor, at);
    const added = await putEvidence(trx, { assessmentId: assessment.id, actor, at, pieces, files });
    await insertAnswers(
      trx,
      request.id,
      added.map(({ id }) => id),
    );
    const evidence = added.map(({ place: number, title, file }) => ({ reference: `E${number}`, title, file }));
    await record(trx, actor, assessment, { reference: request.reference, deed: 'hand-in', at, details: { note, evidence } });
    await tellOther(trx, assessment, request, 'hand-in', at);
    return evidence.map(({ reference }) => reference);
  });
}
