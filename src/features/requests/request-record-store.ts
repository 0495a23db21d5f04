import type { Db } from '../../db/db.ts';
import type { RequestPaper } from '../../model/working-papers.ts';
import { readAllRequests, toDeed } from './request-store.ts';

/** Every request of an assessment with its steps and what was handed in, in the order of the references; a thousand at most. */
export async function listRequestRecords(db: Db, assessmentId: string): Promise<RequestPaper[]> {
  const requests = await readAllRequests(db, assessmentId);
  const own = db('evidence_requests').where({ assessment_id: assessmentId }).select('id');
  const steps: { request_id: string; at: string; name: string; deed: string; text: string }[] = await db('evidence_request_steps')
    .join('users', 'users.id', 'evidence_request_steps.by')
    .whereIn('evidence_request_steps.request_id', own)
    .orderBy(['evidence_request_steps.request_id', 'evidence_request_steps.place'])
    .select('evidence_request_steps.*', 'users.name');
  const answers: { request_id: string; place: number }[] = await db('evidence_request_answers')
    .join('evidence', 'evidence.id', 'evidence_request_answers.evidence_id')
    .whereIn('evidence_request_answers.request_id', own.clone())
    .orderBy('evidence.place')
    .select('evidence_request_answers.request_id', 'evidence.place');
  return requests.map(({ id, reference, text, clauses, site, dueOn, state, askedBy, askedAt }) => ({
    ...{ reference, text, clauses, site, dueOn, state, askedBy, askedAt },
    evidence: answers.filter(({ request_id }) => request_id === id).map(({ place }) => `E${place}`),
    steps: steps
      .filter(({ request_id }) => request_id === id)
      .map((step) => ({ deed: toDeed(step.deed), at: step.at, by: step.name, text: step.text })),
  }));
}
