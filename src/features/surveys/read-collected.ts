import type { Db } from '../../db/db.ts';
import type { Collected } from '../../model/dossier.ts';
import { listSamples } from '../samples/sample-store.ts';
import { listSurveys } from './survey-store.ts';

/** The samples and surveys of an assessment as its dossier keeps them; sheets whose columns are not chosen yet are left out. */
export async function readCollected(db: Db, assessmentId: string): Promise<Collected> {
  const samples = await listSamples(db, assessmentId);
  const surveys = await listSurveys(db, assessmentId);
  return {
    samples: samples.map(({ reference, title, clauseId, population, size, method, seed, start, step, reason, count }) => ({
      ...{ reference, title, clause: clauseId, population, size, method, seed, start, step, reason },
      ...{ looked: count.looked, failed: count.failed },
    })),
    // The rejected values stand on the page; the report counts them.
    surveys: surveys
      .reverse()
      .flatMap(({ title, kind, reference, figures }) =>
        figures ? [{ title, kind, reference, figures: { ...figures, rejects: [] } }] : [],
      ),
  };
}
